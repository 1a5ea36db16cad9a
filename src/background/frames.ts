/** Asking a tab's frames whether Gloss runs in them, and starting it where it does not. */
import { browser } from '../browser.ts';
import type { FrameAnswer } from '../messaging/messages.ts';
import { sendToFrame } from '../messaging/messaging.ts';

/** A page that is this busy counts as not answering: the popup must not wait for it. */
const ANSWER_WITHIN_MS = 400;

/** Main frame of every tab. */
export const MAIN_FRAME = 0;

/** What an answer comes to; null when it fails, `late` when it takes longer than `ms`. */
async function within<T, L>(answer: Promise<T>, ms: number, late: L): Promise<T | L | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  const first = await Promise.race([answer.catch(() => null), tooLate]);
  clearTimeout(timer);
  return first;
}

/** What a frame's answer comes to; null when it fails or takes longer than `ms`. */
export function inTime<T>(answer: Promise<T>, ms = ANSWER_WITHIN_MS): Promise<T | null> {
  return within(answer, ms, null);
}

/**
 * What the frame's content script says of itself: `busy` when it takes too long, null when there is none.
 * A frame that is busy is still there, with all that it has found.
 */
export async function askFrame(
  tabId: number,
  frameId: number,
): Promise<FrameAnswer | 'busy' | null> {
  // A listener of an older version may answer nothing at all.
  const ping = sendToFrame(tabId, frameId, 'frame.ping', {});
  return (await within(ping, ANSWER_WITHIN_MS, 'busy' as const)) ?? null;
}

/** Has a frame report again what it has found; resolves when it has, or is too busy to. */
export async function askToReport(tabId: number, frameId: number): Promise<void> {
  await inTime(sendToFrame(tabId, frameId, 'frame.report-again', {}));
}

/** Why no content script answers in a tab. */
type Silence = 'unreadable' | 'no-page' | 'loading' | 'not-started';

/**
 * Why no content script answers: the page may not be read at all, it is no page of text, it is still
 * coming, or it was opened before Gloss was installed. Found out by trying, since which pages are
 * closed to extensions differs by browser, by policy and by the user's own choice.
 */
export async function whySilent(tabId: number): Promise<Silence> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => ({ type: document.contentType, loading: document.readyState === 'loading' }),
    });
    const page = result?.result;
    if (!isPage(page)) return 'unreadable';
    // text/html and application/xhtml+xml: what the content script starts in.
    if (!page.type.includes('html')) return 'no-page';
    return page.loading ? 'loading' : 'not-started';
  } catch {
    return 'unreadable';
  }
}

function isPage(value: unknown): value is { type: string; loading: boolean } {
  return typeof value === 'object' && value !== null && 'type' in value && 'loading' in value;
}

/**
 * Runs the content script in a tab that was opened before Gloss was installed. Works in the tab
 * whose toolbar button was clicked, by activeTab. The files are those of the manifest, whatever
 * the build called them.
 * @throws Error when the browser does not let Gloss into the page.
 */
export async function startInTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  for (const { js = [], css = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
    if (js.length > 0) await browser.scripting.executeScript({ target, files: js });
  }
}
