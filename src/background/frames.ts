/** Asking a tab's frames whether Gloss runs in them, and starting it where it does not. */
import { browser } from '../browser.ts';
import type { FrameAnswer } from '../messaging/messages.ts';
import { sendToFrame } from '../messaging/messaging.ts';

/** A page that is this busy counts as not answering: the popup must not wait for it. */
const ANSWER_WITHIN_MS = 400;

/** Main frame of every tab. */
export const MAIN_FRAME = 0;

/** What a frame's answer comes to; null when it fails or takes too long. */
export async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
  });
  const first = await Promise.race([answer.catch(() => null), tooLate]);
  clearTimeout(timer);
  return first;
}

/** What the frame's content script says of itself; null when none answers in time. */
export async function askFrame(tabId: number, frameId: number): Promise<FrameAnswer | null> {
  // A listener of an older version may answer nothing at all.
  return (await inTime(sendToFrame(tabId, frameId, 'frame.ping', {}))) ?? null;
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
