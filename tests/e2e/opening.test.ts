/**
 * When the popover opens and closes, as docs/popover.md has it, by what hand and page do in each browser.
 * The machine by itself, and what only Chromium's driver can do, are tested elsewhere.
 */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { storeSetting } from './support/extension.ts';
import { hover, locate, waitForMarks } from './support/page.ts';
import { closed, press, says } from './support/popover.ts';
import { OPTIONS, setStage } from './support/stage.ts';

/** A page that counts the popovers that opened on it. COP26 stands where CATL's popover is not. */
const stage = setStage({
  '/opening': {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title></head>
<body style="margin:40px;font:20px/1.6 serif" oncontextmenu="return false">
<p>Before that, <span>COP26</span> was held.</p>
<p id="second" style="font-size:90px;line-height:1.2;margin:10px 0;white-space:nowrap">
<span>CATL</span> sells.</p>
<input id="field" aria-label="A field">
<div style="height:3000px"></div>
<script>
  globalThis.openings = 0;
  document.addEventListener('toggle', ({ newState }) => { openings += Number(newState === 'open') }, true);
</script></body></html>`,
  },
});
let options: Tab;

beforeAll(async () => {
  options = await stage.browser.openExtensionPage(OPTIONS);
});
afterEach(() => stage.reset());

/** A delay in which an input on its way through the test's driver arrives, in ms. */
const LONG_DELAY = 1_000;
/** Somewhere without text. */
const NOWHERE = { x: 900, y: 600 };

declare const openings: number;
const opened = (tab: Tab) => tab.evaluate(() => openings);

/** Resolves when whatever the pointer's rest of `delay` ms could have opened would be open. */
const outwait = (tab: Tab, delay: number) =>
  tab.evaluate((ms: number) => new Promise<void>((done) => setTimeout(done, ms)), delay + 200);

async function withPage(
  use: (tab: Tab) => Promise<void>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await storeSetting(options, name, value);
  await stage.withTab('/opening', async (tab) => {
    await waitForMarks(tab);
    await use(tab);
  });
}

describe('by pointer', () => {
  it('opens nothing while it passes, however long, and opens where it stops', () =>
    withPage(
      async (tab) => {
        const { x, y } = await locate(tab, 'CATL');
        // Each move is far enough to be fast, however slowly the driver brings it.
        const end = Date.now() + 2 * LONG_DELAY;
        for (let side = 1; Date.now() < end; side = -side) await tab.move(x + 80 * side, y);
        expect(await opened(tab)).toBe(0);
        await says(tab, 'CATL');
      },
      { openingDelay: LONG_DELAY },
    ));

  it('moves on to a second mention that it rests on while one is open', () =>
    withPage(async (tab) => {
      expect(await hover(tab, 'CATL')).toContain('CATL');
      const { x, y } = await locate(tab, 'COP26');
      await tab.move(x, y);
      await tab.move(x + 1, y);
      await says(tab, 'COP26');
      expect(await tab.evaluate(() => document.querySelectorAll('gloss-popover').length)).toBe(1);
    }));

  it('stays at its mention while it is pinned, whatever else is rested on', () =>
    withPage(async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'Keep open');
      const { x, y } = await locate(tab, 'COP26');
      await tab.move(x, y);
      await tab.move(x + 1, y);
      await outwait(tab, LONG_DELAY);
      expect(await readPopover(tab)).toContain('Contemporary Amperex');
    }));

  it('stays while focus is inside, wherever the pointer goes', () =>
    withPage(async (tab) => {
      await hover(tab, 'CATL');
      await press(tab, 'more fact');
      await says(tab, 'Fewer facts');
      await tab.move(NOWHERE.x, NOWHERE.y);
      await outwait(tab, LONG_DELAY);
      await says(tab, 'Fewer facts');
      await tab.press('Escape');
      await closed(tab);
    }));

  it('opens while the key is held, and not without', () =>
    withPage(
      async (tab) => {
        const { x, y } = await locate(tab, 'CATL');
        await tab.move(x, y);
        await tab.move(x + 1, y);
        await outwait(tab, LONG_DELAY);
        expect(await opened(tab)).toBe(0);
        await tab.holdKey('Shift');
        await says(tab, 'CATL');
        await tab.releaseKey('Shift');
      },
      { opening: 'modifier', modifierKey: 'Shift' },
    ));

  it('opens where a pen hovers, and stays open at the tap of that pen', () =>
    withPage(async (tab) => {
      const { x, y } = await locate(tab, 'CATL');
      await waitFor('it to open by hovering', async () => {
        await tab.pen(x + 1, y);
        await tab.pen(x, y);
        await outwait(tab, 0);
        return (await readPopover(tab)) !== null;
      });
      await tab.pen(x, y, 'touch');
      await outwait(tab, LONG_DELAY);
      await says(tab, 'CATL');
      await tab.pen(NOWHERE.x, NOWHERE.y, 'touch');
      await closed(tab);
    }));

  it('opens nothing at text that is selected, and closes when one begins to select', () =>
    withPage(async (tab) => {
      const { x, y } = await locate(tab, 'CATL');
      await tab.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector('#second') as Node);
      });
      await tab.move(x, y);
      await tab.move(x + 1, y);
      await outwait(tab, LONG_DELAY);
      expect(await opened(tab)).toBe(0);
      await tab.evaluate(() => getSelection()?.removeAllRanges());
      await tab.move(NOWHERE.x, NOWHERE.y);
      await hover(tab, 'CATL');
      await tab.hold();
      await tab.move(x + 150, y);
      await closed(tab);
      await tab.release();
      expect(await tab.evaluate(() => String(getSelection()))).not.toBe('');
    }));

  it.each<[string, (tab: Tab) => Promise<void>]>([
    ['typing', (tab) => tab.press('a')],
    [
      'asking for the context menu',
      async (tab) => {
        await tab.hold('right');
        await tab.release('right');
      },
    ],
  ])('opens nothing after %s, until the pointer has been elsewhere', (_, act) =>
    withPage(
      async (tab) => {
        await tab.evaluate(() => document.querySelector('input')?.focus());
        const { x, y } = await locate(tab, 'CATL');
        await tab.move(x, y);
        await tab.move(x + 1, y);
        await act(tab);
        await outwait(tab, LONG_DELAY);
        expect(await opened(tab)).toBe(0);
        await tab.move(NOWHERE.x, NOWHERE.y);
        await hover(tab, 'CATL');
      },
      { openingDelay: LONG_DELAY },
    ),
  );
});

describe('when the page moves', () => {
  /** Top edge of the popover, in client px; null while none is open. */
  const top = (tab: Tab) =>
    tab.inPopover(function () {
      const open = this.host.matches(':popover-open');
      const box = open ? this.querySelector('[role=dialog]')?.getBoundingClientRect() : null;
      return box ? Math.round(box.top) : null;
    });
  const scroll = (tab: Tab, px: number) =>
    tab.evaluate((by: number) => window.scrollBy({ top: by, behavior: 'instant' }), px);

  it('goes along on a short way, and closes on a long one', () =>
    withPage(async (tab) => {
      await hover(tab, 'CATL');
      const before = (await top(tab)) ?? Number.NaN;
      await scroll(tab, 30);
      await waitFor('it to follow', async () => (await top(tab)) === before - 30);
      await scroll(tab, 1_500);
      await closed(tab);
    }));

  it('stays open and in the window when that has another size', () =>
    withPage(async (tab) => {
      await hover(tab, 'CATL');
      await tab.resize(420, 500);
      await waitFor('its new place', () =>
        tab.inPopover(function () {
          const box = this.querySelector('[role=dialog]')?.getBoundingClientRect();
          return box !== undefined && innerWidth === 420 && box.right <= 420 && box.bottom <= 500;
        }),
      );
      await says(tab, 'CATL');
    }));

  it('closes on another page of the same document, and not at another place of the same page', () =>
    withPage(async (tab) => {
      await hover(tab, 'CATL');
      await tab.evaluate(() => history.pushState(null, '', '#further'));
      await outwait(tab, LONG_DELAY);
      await says(tab, 'CATL');
      await tab.evaluate(() => history.pushState(null, '', '/another'));
      await closed(tab);
    }));
});
