/**
 * Sending and answering the messages of `messages.ts`. Small, since every page loads it. The background
 * answers through `checked.ts`, frames through `frame-requests.ts`, which also check what they got.
 */
import { browser, type Runtime } from '../browser.ts';
import { ALLOWED_TO_PAGES, type MessageName, type Request, type Response } from './messages.ts';

/** How a message travels. */
interface Envelope {
  gloss: MessageName;
  request: unknown;
}

/**
 * What comes back. An envelope, too: by itself an answer cannot be told from nobody's, and an error does
 * not travel at all.
 */
type Answer<N extends MessageName> = { response: Response<N> } | { error: string };

/** The frame that a message came from; no `tabId` when it came from an extension page. */
export interface Sender {
  tabId: number | null;
  frameId: number | null;
  /** Address of the sending document, as the browser tells it. */
  url: string | null;
}

export type Handler<N extends MessageName> = (
  request: Request<N>,
  sender: Sender,
) => Response<N> | Promise<Response<N>>;

/**
 * Asks the background.
 * @throws Error when nobody answers, when it failed, or when this script is of an older version
 *   than the extension that now runs (Chromium takes its connection away on update).
 */
export async function send<N extends MessageName>(
  name: N,
  request: Request<N>,
): Promise<Response<N>> {
  const envelope: Envelope = { gloss: name, request };
  return opened(await browser.runtime.sendMessage(envelope));
}

/**
 * Asks the content script of one frame.
 * @throws Error when none runs there, or when it failed.
 */
export async function sendToFrame<N extends MessageName>(
  tabId: number,
  frameId: number,
  name: N,
  request: Request<N>,
): Promise<Response<N>> {
  const envelope: Envelope = { gloss: name, request };
  return opened(await browser.tabs.sendMessage(tabId, envelope, { frameId }));
}

/** @throws Error when the answer is one, or when everybody left the message to somebody else */
function opened<N extends MessageName>(answer: Answer<N> | undefined): Response<N> {
  if (answer && 'response' in answer) return answer.response;
  throw new Error(answer?.error ?? 'Nobody answers.');
}

/** Tells the content scripts of all frames of a tab; that nobody is there is no error. */
export async function sendToAllFrames<N extends MessageName>(
  tabId: number,
  name: N,
  request: Request<N>,
): Promise<void> {
  const envelope: Envelope = { gloss: name, request };
  await browser.tabs.sendMessage(tabId, envelope).catch(() => undefined);
}

/**
 * Answers a message until `signal` aborts. Only this extension's own parts are heard, and of those
 * that run in pages only what `ALLOWED_TO_PAGES` lists. What the request holds is not checked.
 */
export function handle<N extends MessageName>(
  name: N,
  handler: Handler<N>,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  // Undefined leaves a message to the other listeners; true says that this one will answer. A promise in
  // its place is no answer in Chromium before 148: https://crbug.com/1185241
  const listener = (
    message: unknown,
    sender: Runtime.MessageSender,
    respond: (answer: Answer<N>) => void,
  ): true | undefined => {
    if (!isEnvelope(message) || message.gloss !== name || !mayAsk(name, sender)) return undefined;
    const from: Sender = {
      tabId: sender.tab?.id ?? null,
      frameId: sender.frameId ?? null,
      url: sender.url ?? null,
    };
    const answer = async () => handler(message.request as Request<N>, from);
    void answer()
      .then(
        (response) => respond({ response }),
        (error: unknown) => respond({ error: error instanceof Error ? error.message : `${error}` }),
      )
      // Whoever asked is gone, or this script is cut off.
      .catch(() => undefined);
    return true;
  };
  // The types know listeners that always answer, and listeners that never do.
  const added = listener as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(added);
  if (signal) atEnd(signal, () => browser.runtime.onMessage.removeListener(added));
}

/**
 * What is to be done when each signal aborts. One listener on it does for all messages of a room, of which
 * there are more than the ten that Node takes for a leak.
 */
const ends = new WeakMap<AbortSignal, (() => void)[]>();

function atEnd(signal: AbortSignal, end: () => void): void {
  const known = ends.get(signal);
  if (known) {
    known.push(end);
    return;
  }
  const all = [end];
  ends.set(signal, all);
  signal.addEventListener('abort', () => all.forEach((each) => void each()), { once: true });
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'gloss' in message;
}

function mayAsk(name: MessageName, sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const fromPage = sender.tab && !sender.url?.startsWith(browser.runtime.getURL(''));
  return !fromPage || ALLOWED_TO_PAGES.has(name);
}
