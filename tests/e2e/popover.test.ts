/** The popover of the built extension, in each browser: what it shows and does, where, and how alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import type { Route } from '../../scripts/drivers/serve.ts';
import { hover, locate, rested, waitForMarks } from './support/page.ts';
import { closed, press, says } from './support/popover.ts';
import { OPTIONS, setStage } from './support/stage.ts';

/** Of the extension API, what is used here. */
declare const chrome: { extension: { getViews(): Window[] } };

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
  '/ambiguous': page(
    '',
    `<h2>A law</h2><p>The Inflation Reduction Act was signed.</p>
    <h2>What came of it</h2><p>The IRA pays for clean energy and batteries.</p>`,
  ),
  '/hostile': page(HOSTILE, PROSE),
  '/dark': page('<style>html { background: oklch(0.2 0.02 260); color: #eee }</style>', PROSE),
  '/fullscreen': page(
    '',
    `<div id="box" style="background: white"><button onclick="this.parentElement.requestFullscreen()"
      style="font-size: 30px">Fill the screen</button>${PROSE}</div>`,
  ),
  '/vertical': page('<style>body { writing-mode: vertical-rl }</style>', PROSE),
  '/rtl': page('<style>body { direction: rtl }</style>', PROSE),
  '/dialog': page(
    '',
    `<dialog style="width: 700px; height: 500px">${PROSE}</dialog><script>document.querySelector('dialog').showModal()</script>`,
  ),
};

const stage = setStage(ROUTES);
beforeEach(() => stage.reset());

const withTab = <T>(path: keyof typeof ROUTES, use: (tab: Tab) => Promise<T>): Promise<T> =>
  stage.withTab(path, async (tab) => {
    await waitForMarks(tab);
    return use(tab);
  });

/** Box and looks of the dialog, once it stands still. */
function dialog(tab: Tab) {
  return waitFor('the popover', () =>
    tab.inPopover(async function () {
      const panel = this.querySelector('[role=dialog]');
      if (!panel) return null;
      const before = panel.getBoundingClientRect();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      if (JSON.stringify(before) !== JSON.stringify(panel.getBoundingClientRect())) return null;
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

  it('draws a chart that is read as a table, with its years, its unit and its source', () =>
    withTab('/plain', async (tab) => {
      await hover(tab, 'CATL');
      const chart = await waitFor('the chart', () =>
        tab.inPopover(function () {
          const table = this.querySelector('table');
          if (!table) return null;
          const rows = [...table.querySelectorAll('tr')].map((row) => ({
            name: row.querySelector('th')?.textContent,
            value: Number.parseFloat(row.querySelector('.value')?.textContent ?? ''),
            bar: row.querySelector('rect')?.getBoundingClientRect().width ?? 0,
          }));
          const link = table.parentElement?.querySelector<HTMLAnchorElement>('a');
          return { rows, caption: table.caption?.textContent, source: link?.href };
        }),
      );
      const [first, second] = chart.rows;
      expect(first?.name).toBe('CATL');
      expect(chart.caption).toMatch(/batteries.*20\d\d/i);
      expect(chart.source).toMatch(/^https:/);
      // As long as they say.
      const ratio = (first?.value ?? 0) / (second?.value ?? 1);
      expect(ratio).toBeGreaterThan(1);
      expect((first?.bar ?? 0) / (second?.bar ?? 1)).toBeCloseTo(ratio, 1);
    }));

  it('says why an ambiguous name is marked, on demand, and nothing of the kind of a plain one', () =>
    withTab('/ambiguous', async (tab) => {
      expect(await hover(tab, 'Inflation')).not.toContain('Why is this shown?');
      await tab.press('Escape');
      await closed(tab);
      expect(await hover(tab, 'IRA')).toContain('Inflation Reduction Act');
      await press(tab, 'Why is this shown?');
      await says(tab, 'the page also says “Inflation Reduction Act”');
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
      // What a scroll closes it has closed by then.
      await rested(tab);
      expect(await readPopover(tab)).toContain('CATL');
      await press(tab, 'Close');
      await closed(tab);
    }));

  it('shows its entity in the list of the toolbar popup', () =>
    stage.withOwn(OPTIONS, (observer) =>
      withTab('/plain', async (tab) => {
        await hover(tab, 'CATL');
        await press(tab, 'Actions');
        await press(tab, 'Show in list');
        const open = await waitFor('the open row in the list', () =>
          observer.evaluate(() => {
            const views = chrome.extension.getViews();
            const lists = views.filter(({ location }) => location.pathname.endsWith('popup.html'));
            const rows = lists.flatMap(({ document: list }) => [
              ...list.querySelectorAll<HTMLElement>('[data-entity]:has([aria-expanded=true])'),
            ]);
            const found = rows.map(({ dataset }) => dataset.entity);
            for (const list of lists) if (found.length > 0) list.close();
            return found.length > 0 && found;
          }),
        );
        expect(open).toEqual(['catl']);
      }),
    ));

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

  it('can be used in a fullscreen element', () =>
    withTab('/fullscreen', async (tab) => {
      const { x, y } = await locate(tab, 'Fill the screen');
      await tab.click(x, y);
      await waitFor('fullscreen', () => tab.evaluate(() => document.fullscreenElement !== null));
      await hover(tab, 'CATL');
      const parent = () => document.querySelector('gloss-popover')?.parentElement?.id;
      expect(await tab.evaluate(parent)).toBe('box');
      await press(tab, 'more fact');
      await says(tab, 'Fewer facts');
    }));

  it.each(['/vertical', '/rtl'] as const)('stands beside its line on %s', (path) =>
    withTab(path, async (tab) => {
      await hover(tab, 'CATL');
      const { x, y } = await locate(tab, 'CATL');
      const { box, window } = await dialog(tab);
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(window.width);
      expect(box.bottom).toBeLessThanOrEqual(window.height);
      expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
    }),
  );

  it('copies with sources', () =>
    withTab('/plain', async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'Actions');
      await press(tab, 'Copy Markdown');
      await says(tab, 'Copied with sources');
    }));

  it('mutes its entity, which takes the marks away, and takes that back', () =>
    withTab('/plain', async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'Actions');
      await press(tab, 'Never mark CATL');
      await says(tab, 'will not be marked');
      const marked = () =>
        [...CSS.highlights.keys()].some((name) => name.startsWith('gloss-organization'));
      await waitFor('the mark to go', async () => !(await tab.evaluate(marked)));
      await press(tab, 'Undo');
      await waitFor('the mark to come back', () => tab.evaluate(marked));
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
      await closed(tab);
    });
  });
});
