/**
 * Answering in a page's frame with a check of what was asked. By hand and not by the schemas of
 * checked.ts, since every page loads this. Only Gloss's own parts can ask at all (messaging.ts); what a
 * bug or another version of Gloss in a tab sends is refused here.
 */
import type { MessageName, Request } from './messages.ts';
import { type Handler, handle } from './messaging.ts';

export type FrameName = Extract<MessageName, `frame.${string}`>;

/** Of an entity's id, with its pack's; as in checked.ts. */
const ID_LENGTH = 180;
/** Longest selection that a note is begun with: whole pages can be selected. */
const SELECTION_LENGTH = 100_000;

type Fields = Readonly<Record<string, unknown>>;

const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.length <= longest;
const hasIndex = ({ index }: Fields): boolean => isIndex(index);
const hasNothing = (): boolean => true;

const CHECKS: Readonly<Record<FrameName, (request: Fields) => boolean>> = {
  'frame.ping': hasNothing,
  'frame.report-again': hasNothing,
  'frame.jump': ({ entity, index }) => isText(entity, ID_LENGTH) && isIndex(index),
  'frame.quotes': hasNothing,
  'frame.note': ({ text }) => isText(text, SELECTION_LENGTH),
  'frame.outline': hasNothing,
  'frame.enter': hasIndex,
  'frame.step': hasIndex,
  'frame.close': hasNothing,
};

/** Every message that a frame answers. */
export const FRAME_NAMES = Object.keys(CHECKS) as FrameName[];

function fits<N extends FrameName>(name: N, request: unknown): request is Request<N> {
  return typeof request === 'object' && request !== null && CHECKS[name](request as Fields);
}

/** Like `handle`, but a request that is not what it should be is answered with an error. */
export function handleInFrame<N extends FrameName>(
  name: N,
  handler: Handler<N>,
  signal: AbortSignal,
): void {
  handle(
    name,
    (request: unknown, sender) => {
      if (!fits(name, request)) throw new TypeError(`no request of ${name}`);
      return handler(request, sender);
    },
    signal,
  );
}
