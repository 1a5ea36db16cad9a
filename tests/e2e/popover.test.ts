/** The popover of the built extension, in each browser: what it shows and does, where, and how alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { type Route, type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { launch } from './support/browser.ts';
import { hover, locate, waitForMarks } from './support/page.ts';

const page = (head: string, body: string): Route => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title>${head}</head><body style="margin:40px;font:20px/1.6 serif">${body}</body></html>`,
});

const PROSE = `<p id="first">The battery maker CATL licenses its know-how.</p>
  <div style="height: 420px"></div><p>Then COP26 was held.</p><div style="height: 900px"></div>`;

/** A page that recolours, resizes and hides whatever it can, and listens to everything. */
const HOSTILE = `<style>
    html { font-size: 50px !important; letter-spacing: 8px }
    html > gloss-popover, gloss-popover * { all: revert !important; display: none !important; opacity: 0 !important;
      transform: scale(4) !important; width: 9px !important; filter: invert(1) !important; clip-path: inset(50%) !important }
    * { color: rgb(255, 0, 0) !important; font-size: 44px !important; text-transform: uppercase !important }
  </style>
  <script>
    for (const name of ['bg', 'ink', 'u', 'scale', 'accent']) {
      CSS.registerProperty({ name: '--gloss-' + name, syntax: '<length>', inherits: false, initialValue: '3px' });
    }
    window.heard = [];
    for (const type of ['pointerdown', 'mousedown', 'click', 'mouseup', 'keydown']) {
      for (const target of [document, document.documentElement]) {
        target.addEventListener(type, (event) => {
          if (event.target.localName === 'gloss-popover') heard.push(type);
          event.preventDefault();
          event.stopImmediatePropagation();
        }, true);
      }
    }
  </script>`;

const ROUTES = {
  '/plain': page('', PROSE),
  '/hostile': page(HOSTILE, PROSE),
  '/dark': page('<style>html { background: oklch(0.2 0.02 260); color: #eee }</style>', PROSE),
  '/dialog': page(
    '',
    `<dialog style="width: 700px; height: 500px">${PROSE}</dialog><script>document.querySelector('dialog').showModal()</script>`,
  ),
};

let browser: Driver;
let server: Server;

beforeAll(async () => {
  server = await serve(ROOT, ROUTES);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function withTab<T>(path: keyof typeof ROUTES, use: (tab: Tab) => Promise<T>): Promise<T> {
  const tab = await browser.open(`${server.origin}${path}`);
  try {
    await waitForMarks(tab);
    return await use(tab);
  } finally {
    await tab.close();
  }
}

interface Box {
  words: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The buttons that are shown, with their words, after scrolling to the end, where the last of the
 * chips are. */
async function buttons(tab: Tab): Promise<Box[]> {
  const found = await tab.inPopover(function () {
    const body = this.querySelector('.body');
    body?.scrollTo({ top: body.scrollHeight, behavior: 'instant' });
    return [...this.querySelectorAll('button')].map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const words = `${button.textContent} ${button.getAttribute('aria-label') ?? ''}`;
      return { words, x, y, width, height };
    });
  });
  return found ?? [];
}

async function press(tab: Tab, words: string): Promise<void> {
  const found = (await buttons(tab)).find((each) => each.words.includes(words));
  if (!found) throw new Error(`no button "${words}" in: ${await readPopover(tab)}`);
  await tab.click(found.x + found.width / 2, found.y + found.height / 2);
}

const says = (tab: Tab, words: string) =>
  waitFor(
    `"${words}" in the popover`,
    async () => (await readPopover(tab))?.includes(words) ?? false,
  );

/** Box and looks of the dialog. */
function dialog(tab: Tab) {
  return waitFor('the popover', () =>
    tab.inPopover(function () {
      const panel = this.querySelector('[role=dialog]');
      if (!panel) return null;
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      const summary = panel.querySelector('#summary');
      const css = getComputedStyle(panel);
      // Still fading in.
      if (css.opacity !== '1') return null;
      const text = summary && getComputedStyle(summary);
      return {
        box: { left, top, right, bottom },
        looks: [
          Math.round(right - left),
          css.backgroundColor,
          css.letterSpacing,
          text?.color,
          text?.fontSize,
          text?.textTransform,
        ],
        window: { width: innerWidth, height: innerHeight },
      };
    }),
  );
}

describe('the popover', () => {
  it('shows the rest on demand, goes to related entities and back', () =>
    withTab('/plain', async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'more fact');
      await says(tab, 'Fewer facts');
      await press(tab, 'Inflation Reduction Act');
      await says(tab, 'tax credits');
      await press(tab, 'Back to CATL');
      await says(tab, 'Contemporary Amperex Technology');
    }));

  it('is pinned, stays through a scroll, and closes by its button', () =>
    withTab('/plain', async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'Keep open');
      await waitFor('the pin', () =>
        tab.inPopover(function () {
          return this.querySelector('[aria-pressed=true]') !== null;
        }),
      );
      await tab.evaluate(() => scrollTo({ top: 800, behavior: 'instant' }));
      await says(tab, 'CATL');
      await press(tab, 'Close');
      await waitFor('it to close', async () => (await readPopover(tab)) === null);
    }));

  it.each(['CATL', 'COP26'])('stands inside the window and beside its mention at %s', (text) =>
    withTab('/plain', async (tab) => {
      await hover(tab, text);
      const { x, y } = await locate(tab, text);
      const { box, window } = await dialog(tab);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(window.width);
      expect(box.bottom).toBeLessThanOrEqual(window.height);
      const covers = x > box.left && x < box.right && y > box.top && y < box.bottom;
      expect(covers).toBe(false);
      expect(box.right - box.left).toBeLessThanOrEqual(360);
      expect(box.bottom - box.top).toBeLessThanOrEqual(window.height * 0.6 + 1);
    }),
  );

  it('can be used in an open modal dialog', () =>
    withTab('/dialog', async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'more fact');
      await says(tab, 'Fewer facts');
    }));

  it('looks dark on a dark page', () =>
    withTab('/dark', async (tab) => {
      await hover(tab, 'CATL');
      expect((await dialog(tab)).looks[1]).toBe('rgb(32, 34, 37)');
    }));

  it('looks and works the same on a page that does its worst, which hears nothing', async () => {
    const looks = await withTab('/plain', async (tab) => {
      await hover(tab, 'CATL');
      return (await dialog(tab)).looks;
    });
    await withTab('/hostile', async (tab) => {
      await hover(tab, 'CATL');
      expect((await dialog(tab)).looks).toEqual(looks);
      await press(tab, 'more fact');
      await says(tab, 'Fewer facts');
      expect(await tab.evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual([]);
      await tab.press('Escape');
      await waitFor('it to close', async () => (await readPopover(tab)) === null);
    });
  });
});
