/** What tests do with a page that Gloss has marked, by means that both browsers have. */
import { readPopover, restOn, type Tab, waitFor } from '../../../scripts/drivers/driver.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';

/** Far from any text of the fixture pages, in client px. */
export const NOWHERE = { x: 2, y: 2 };

/** Middle of the first line of a text on the page, in client px, after scrolling it into view. */
export function locate(tab: Tab, text: string): Promise<{ x: number; y: number }> {
  return waitFor(`the text "${text}"`, () =>
    tab.evaluate((wanted: string) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = range.getClientRects()[0];
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return null;
    }, text),
  );
}

/**
 * Waits until Gloss has marked something on the page.
 * @param kinds of entities; where they are given, something of each of them. Marks come one by one.
 */
export async function waitForMarks(tab: Tab, kinds: readonly string[] = []): Promise<void> {
  await waitFor(`marks ${kinds}`, () =>
    tab.evaluate((wanted: readonly string[]) => {
      const all = [...CSS.highlights.keys()].filter((name) => name.startsWith('gloss-'));
      return all.length > 0 && wanted.every((kind) => all.includes(`gloss-${kind}`));
    }, kinds),
  );
}

/** Waits until Gloss marks nothing on the page. */
export async function waitForNoMarks(tab: Tab): Promise<void> {
  await waitFor('marks to go', () =>
    tab.evaluate(
      () =>
        ![...CSS.highlights.entries()].some(
          ([name, highlight]) => name.startsWith('gloss') && highlight.size > 0,
        ),
    ),
  );
}

/** Rests the pointer on a text until its popover is open; the popover's text. */
export function hover(tab: Tab, text: string): Promise<string> {
  return restOn(tab, text, () => locate(tab, text));
}

/** Resolves when a page has seen to what came before, and has been idle; by its own clock. */
export function rested(tab: Tab, ms = 0): Promise<void> {
  return tab.evaluate(async (delay: number) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, delay));
    await new Promise((resolve) => requestIdleCallback(resolve));
    await frame();
  }, ms);
}

/** Rests the pointer on a text for as long as a popover takes; what has opened, null for nothing. */
export async function restInVain(tab: Tab, text: string): Promise<string | null> {
  const { x, y } = await locate(tab, text);
  await tab.move(x + 1, y);
  await tab.move(x, y);
  // The page's timer begins after Gloss's own, and so ends after it.
  await rested(tab, DEFAULT_SETTINGS.openingDelay);
  return readPopover(tab);
}

/** Takes the pointer away and waits until no popover is open. */
export async function leave(tab: Tab): Promise<void> {
  await tab.move(NOWHERE.x, NOWHERE.y);
  // What Escape has closed stays closed until the pointer has left, and browsers make one move of two in one frame.
  await tab.evaluate(
    () =>
      document.visibilityState === 'hidden' ||
      new Promise((resolve) => requestAnimationFrame(resolve)),
  );
  await waitFor('the popover to close', async () => (await readPopover(tab)) === null);
}

/** The page's markup without the popover's host, which is the one thing that Gloss adds. */
export function markup(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('gloss-popover')) host.remove();
    return copy.outerHTML;
  });
}
