/** The popover of the built extension in a page that the reader has zoomed, by the browser's own zoom. */
import { describe, expect, it } from 'vitest';
import { restOn, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { previousTabId } from '../../scripts/drivers/popup.ts';
import { waitForMarks } from './support/page.ts';
import { closed } from './support/popover.ts';
import { OPTIONS, setStage } from './support/stage.ts';

/** Of the extension API, what is used here. */
declare const chrome: { tabs: { setZoom(tabId: number, factor: number): Promise<void> } };
/** In the page: where it saw the pointer last. */
declare const seenAt: { x: number; y: number };

/** A name in two corners: below the one there is room, below the other there is none. */
const ROUTES = {
  '/corners': {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Corners</title></head>
      <body style="margin:0;font:16px/1.5 serif">
      <p style="position:fixed;left:12px;top:4px;margin:0">Here <b>CATL</b> is named.</p>
      <p style="position:fixed;right:12px;bottom:4px;margin:0">There <b>COP26</b> is.</p>
      </body></html>`,
  },
};

const stage = setStage(ROUTES);

async function zoom(tab: Tab, factor: number): Promise<void> {
  await stage.withOwn(OPTIONS, async (own) => {
    const id = await previousTabId(own);
    await own.evaluate((tabId, to) => chrome.tabs.setZoom(tabId, to), id, factor);
  });
  await tab.bringToFront();
  await waitFor('the zoom', async () => {
    // Unzoomed it is 1 on automation's screens. A zoom stays with the site.
    const now = await tab.evaluate(() => devicePixelRatio);
    return Math.abs(now - factor) < 0.02;
  });
}

/** What the driver's coordinates have to be multiplied by: some count CSS px, some the window's. */
async function pointerScale(tab: Tab): Promise<number> {
  /** No two places in a row have the same ratio: a report of an earlier one is known as such. */
  const AT = 100;
  const isHere = (seen: { x: number; y: number }) => Math.abs(seen.y / seen.x - 2) < 0.05;
  await tab.evaluate(() => {
    addEventListener('pointermove', ({ clientX, clientY }) =>
      Object.assign(globalThis, { seenAt: { x: clientX, y: clientY } }),
    );
  });
  return waitFor('a move', async () => {
    await tab.move(AT, AT);
    await tab.move(AT, 2 * AT);
    const seen = await tab.evaluate(() => seenAt);
    return isHere(seen) && AT / seen.x;
  });
}

/** Where a name stands, in CSS px of the page. */
const boxOf = (tab: Tab, name: string) =>
  tab.evaluate((wanted: string) => {
    const found = [...document.querySelectorAll('b')].find((b) => b.textContent === wanted);
    const { left, top, right, bottom } = found?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom };
  }, name);

/** Where the popover stands, once it does. */
const popoverBox = (tab: Tab) =>
  tab.inPopover(async function () {
    const surface = this.querySelector('.gloss');
    const before = surface?.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { left, top, right, bottom } = surface?.getBoundingClientRect() ?? new DOMRect();
    if (right === left || before?.top !== top || before.bottom !== bottom) return null;
    return { left, top, right, bottom, width: innerWidth, height: innerHeight };
  });

describe.each([0.5, 1.5, 3])('at a zoom of %d', (factor) => {
  it('opens at the very name, beside its line, inside the window', () =>
    stage.withTab('/corners', async (tab) => {
      await waitForMarks(tab);
      await zoom(tab, factor);
      const scale = await pointerScale(tab);
      for (const name of ['CATL', 'COP26']) {
        const line = await boxOf(tab, name);
        const middle = (line.top + line.bottom) / 2;
        // The last pixel of the name: at a wrong scale it would be missed.
        const last = async () => ({ x: (line.right - 2) * scale, y: middle * scale });
        expect(await restOn(tab, name, last)).toContain(name);
        const box = await waitFor('its place', () => popoverBox(tab));
        const { left, top, right, bottom, width, height } = box;
        expect(Math.min(left, top, width - right, height - bottom)).toBeGreaterThanOrEqual(0);
        // Clear of the line by a gap of at most 12 CSS px, above or below.
        const gap = Math.max(top - line.bottom, line.top - bottom);
        expect(gap).toBeGreaterThan(0);
        expect(gap).toBeLessThan(12);
        // And over or under the name, not elsewhere in the line.
        expect(left).toBeLessThanOrEqual(line.right);
        expect(right).toBeGreaterThanOrEqual(line.left);
        await tab.press('Escape');
        await closed(tab);
      }
    }));
});
