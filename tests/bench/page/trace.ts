/** Traces of a page by DevTools, and what of them is ours. */
import type { Page } from 'playwright-core';

/** One event of a trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread itself, without what others did meanwhile. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string; readonly functionName?: string } };
}

/** Times in ms, from the same start. */
export interface Trace {
  /** DOMContentLoaded. */
  readonly loaded: number;
  /** When the content script was started: document_idle. */
  readonly started: number;
  readonly firstMark: number;
  /** How long the script itself took to be evaluated. */
  readonly evaluate: number;
  /** Our tasks in their order. */
  readonly tasks: readonly number[];
  /** Our tasks after the page had come to rest: which function, and how long after. */
  readonly atRest: readonly { readonly name: string; readonly at: number }[];
}

const MS = 1000;

/** In the folder of a build. */
export const CONTENT_SCRIPT = 'src/content.iife.js';
const POPOVER = '/popover.js';

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'blink.user_timing'];
/** Beside those, the tasks that all else is part of. */
export const TASKS_TOO = [...CATEGORIES, 'disabled-by-default-devtools.timeline'];

/** Everything that happens in a page's process while `run` runs. */
export async function traced(
  page: Page,
  run: () => Promise<void>,
  categories: readonly string[] = CATEGORIES,
): Promise<TraceEvent[]> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never[])));
  const complete = new Promise<void>((resolve) =>
    cdp.once('Tracing.tracingComplete', () => resolve()),
  );
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: [...categories] },
    transferMode: 'ReportEvents',
  });
  await run();
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  return events;
}

/** What of a trace is of Gloss: of its content script, and of the popover's code where one was opened. */
export function readTrace(events: readonly TraceEvent[]): Trace {
  const isOf = ({ args }: TraceEvent, path: string) => args.data?.url?.endsWith(path) === true;
  const isOurs = (event: TraceEvent) => isOf(event, CONTENT_SCRIPT) || isOf(event, POPOVER);
  const time = ({ tdur, dur }: TraceEvent) => (tdur ?? dur ?? 0) / MS;
  const evaluate = events.find(
    (event) => event.name === 'EvaluateScript' && isOf(event, CONTENT_SCRIPT),
  );
  const last = (name: string) => events.filter((event) => event.name === name).at(-1)?.ts ?? 0;
  const calls = events.filter((event) => event.name === 'FunctionCall' && isOurs(event));
  const rest = last('rest');
  return {
    loaded: last('domContentLoadedEventEnd') / MS,
    started: (evaluate?.ts ?? 0) / MS,
    firstMark: last('first-mark') / MS,
    evaluate: evaluate ? time(evaluate) : 0,
    tasks: calls.sort((a, b) => a.ts - b.ts).map(time),
    atRest: calls
      .filter(({ ts }) => ts > rest)
      .map(({ ts, args }) => ({
        name: args.data?.functionName || 'anonymous',
        at: (ts - rest) / MS,
      })),
  };
}
