/**
 * What tests, pictures and `npm start` ask of a browser with Gloss in it, the same for Chromium and
 * Firefox. What is driven is the build that ships: the popover's shadow root is closed, and each
 * browser's driver reaches it through its debugging protocol, as an inspector would.
 */
import { inflateSync } from 'node:zlib';

export type PointerButton = 'left' | 'right';

export interface Tab {
  /** Runs a self-contained function in the page's own world; arguments and result cross as JSON. */
  evaluate<R, A extends readonly unknown[]>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** The same with the popover's shadow root as `this`; null while the page has no popover. */
  inPopover<R, A extends readonly unknown[]>(
    fn: (this: ShadowRoot, ...args: A) => R,
    ...args: A
  ): Promise<Awaited<R> | null>;
  goto(address: string): Promise<void>;
  /** Moves the pointer to client coordinates, in CSS px. */
  move(x: number, y: number): Promise<void>;
  /** Moves it through these places as fast as a hand does: nothing is asked of the page between them. */
  moveAlong(places: readonly { x: number; y: number }[]): Promise<void>;
  click(x: number, y: number): Promise<void>;
  tap(x: number, y: number): Promise<void>;
  /** Holds a pen over client coordinates, without touching; with `touch` it then touches and is lifted. */
  pen(x: number, y: number, touch?: 'touch'): Promise<void>;
  /** Draws the page up as two fingers do: the window shows its middle, `scale` times as large. */
  pinch(scale: number): Promise<void>;
  /** Presses a button of the pointer where that is, and keeps it down until `release`. */
  hold(button?: PointerButton): Promise<void>;
  release(button?: PointerButton): Promise<void>;
  /** A key by its `KeyboardEvent.key`: 'Escape', 'Tab', 'Enter', 'a'; 'Control+c' with one held. */
  press(key: string): Promise<void>;
  /** Keeps a key down until `releaseKey`. */
  holdKey(key: string): Promise<void>;
  releaseKey(key: string): Promise<void>;
  /** Gives the page's window another size, in CSS px. */
  resize(width: number, height: number): Promise<void>;
  /** Makes it the tab that is seen, and resolves when it is: Gloss lets hidden tabs wait. */
  bringToFront(): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** The page as it comes out of a printer, with its backgrounds: a PDF without the time of day. */
  print(): Promise<string>;
  close(): Promise<void>;
}

/** A stream of a PDF, and the dictionary before it. */
const PDF_STREAM = /obj\s*(<<.*?)stream\r?\n(.*?)\r?\nendstream/gs;

/**
 * What a PDF draws and holds, as text: its streams, unpacked, without the time of day at which it was made
 * and the tables of where in the file what stands.
 */
export function pdfText(base64: string): string {
  const streams = [...Buffer.from(base64, 'base64').toString('latin1').matchAll(PDF_STREAM)];
  const texts = streams.flatMap(([, head = '', body = '']) => {
    if (head.includes('/XRef')) return [];
    const bytes = Buffer.from(body, 'latin1');
    return head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : body;
  });
  return texts.join('\n').replace(/\/(?:CreationDate|ModDate) ?\([^)]*\)/g, '');
}

/** The page that the extension opens when it has been installed, by its path. */
export const WELCOME = 'src/welcome/welcome.html';

export interface Driver {
  readonly name: 'chromium' | 'firefox';
  /** The first-run page where it was to be kept; else it is closed before anything is opened. */
  readonly welcome: Tab | null;
  open(address: string): Promise<Tab>;
  /** Opens a page in a window of its own. */
  openWindow(address: string): Promise<Tab>;
  /** Opens a page of the extension by its path: `src/options/options.html`. */
  openExtensionPage(path: string): Promise<Tab>;
  /**
   * Ends the extension's background as the browser does when it is idle. Resolves when it is gone;
   * the next message starts it anew.
   */
  stopBackground(): Promise<void>;
  /**
   * Has the extension hear that the key of a command of its manifest was pressed, in the tab in front.
   * Automation's keys go to the page, past the browser's own.
   */
  command(name: string): Promise<void>;
  /**
   * Presses Gloss's toolbar button for the page at an address, which has to be in front. It lets Gloss
   * into that tab (activeTab) and opens the toolbar popup.
   */
  pressToolbarButton(address: string): Promise<void>;
  /** Switches the extension off or on, as the browser's list of extensions does. */
  setEnabled(enabled: boolean): Promise<void>;
  /** Lets the extension into private windows and opens a page in one. */
  openPrivately(address: string): Promise<Tab>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** A mark as the page's highlight registry holds it. */
export interface Mark {
  /** Name of the highlight: `gloss-` and the kind of entity. */
  name: string;
  text: string;
  /** Middle of the mark's first line, in client px. */
  x: number;
  y: number;
}

/** Between two looks at a page. */
const POLL_MS = 50;
/** One question may hang for good when its page is left while it is asked; it is asked again. */
const ASK_MS = 5_000;
/** When a condition that a test waits for counts as never coming; long, for a busy machine. */
const WAIT_MS = 30_000;

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * Asks until the answer is something: not null, undefined or false. A question that fails is asked
 * again: its page may have been left while it was asked.
 * @param timeout ms after which it counts as never coming
 * @param patience ms after which a question without an answer is asked again
 * @throws Error naming what was waited for, and the last failure, when the time is over
 */
export async function waitFor<T extends NonNullable<unknown>>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeout = WAIT_MS,
  patience = ASK_MS,
): Promise<T> {
  const end = Date.now() + timeout;
  let failure: unknown = null;
  for (;;) {
    const asked = ask().catch((error: unknown) => {
      failure = error;
      return null;
    });
    let tooLate: ReturnType<typeof setTimeout> | undefined;
    const nothing = new Promise<null>((resolve) => {
      tooLate = setTimeout(() => resolve(null), patience);
    });
    const answer = await Promise.race([asked, nothing]);
    clearTimeout(tooLate);
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) {
      throw new Error(`waited ${timeout} ms for ${what}`, { cause: failure });
    }
    await sleep(POLL_MS);
  }
}

/**
 * Does something once, as soon as it can be done. Unlike a question it is not tried again while it may
 * still be on its way: a switch that is pressed twice is where it was.
 * @param attempt answers whether it could be done; where it could not, nothing was
 */
export async function doOnce(what: string, attempt: () => Promise<boolean>): Promise<void> {
  await waitFor(what, attempt, WAIT_MS, WAIT_MS);
}

/**
 * Has a page leave its document, and resolves when that is gone: until then it would go on answering, and
 * what a test waits for may be found there.
 */
async function leaveDocument(tab: Tab, by: 'reload' | 'back'): Promise<void> {
  // Of this one time: a document out of the back/forward cache has been left before.
  const left = `${by} ${performance.now()}`;
  await tab.evaluate(
    (as: string, way: string) => {
      Object.assign(globalThis, { leftAs: as });
      // Not at once: the answer to this question has to get out first.
      setTimeout(() => (way === 'back' ? history.back() : location.reload()));
    },
    left,
    by,
  );
  await waitFor(`another document after ${by}`, () =>
    tab.evaluate((as: string) => Reflect.get(globalThis, 'leftAs') !== as, left),
  );
}

/** Loads a page anew; resolves in the new document. */
export const reload = (tab: Tab): Promise<void> => leaveDocument(tab, 'reload');

/** Goes back to the page before; resolves there. */
export const goBack = (tab: Tab): Promise<void> => leaveDocument(tab, 'back');

/** Resolves when a tab is the one that is seen. */
export async function isSeen(tab: Pick<Tab, 'evaluate'>): Promise<void> {
  await waitFor('the tab to be seen', () =>
    tab.evaluate(() => document.visibilityState === 'visible'),
  );
}

/** How long a popover may take once the pointer rests: far beyond the usual opening delay. */
const OPEN_MS = 2_500;
/** Resting anew takes as long as opening and a few questions; two hands at once would do no good. */
const REST_MS = 15_000;

/**
 * Rests the pointer on a place, moving again as people do until a popover opens: a first move may
 * come before the page layer listens.
 * @param where asked each time: the page may be laid out anew meanwhile; client coordinates in CSS px
 * @returns the popover's text
 */
export function restOn(
  tab: Tab,
  what: string,
  where: () => Promise<{ x: number; y: number }>,
): Promise<string> {
  const rest = async () => {
    const { x, y } = await where();
    await tab.move(x + 1, y);
    await tab.move(x, y);
    return waitFor('it to open', () => readPopover(tab), OPEN_MS).catch(() => null);
  };
  return waitFor(`a popover at "${what}"`, rest, WAIT_MS, REST_MS);
}

/** Text of the open popover as a reader sees it; null while none is open. */
export function readPopover(tab: Tab): Promise<string | null> {
  return tab.inPopover(function () {
    if (!this.host.matches(':popover-open')) return null;
    const parts = [...this.children].filter((child) => child instanceof HTMLElement);
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is the question here
    const texts = parts.map((part) => part.innerText);
    return texts.join('\n').trim();
  });
}
