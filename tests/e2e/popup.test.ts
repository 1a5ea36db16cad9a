/** The toolbar popup and the badge: what is on the page, the way to it, and the switch for the site. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { turn, waitForBadge } from './support/extension.ts';
import { waitForMarks, waitForNoMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import {
  listed,
  withPopup as openWithPopup,
  pressButton,
  pressRow,
  SITE_SWITCH,
  waitForRow,
  waitForWords,
} from './support/popup.ts';
import { setStage } from './support/stage.ts';

/** Of the extension API, what is used here. */
declare const chrome: { extension: { getViews(of: { type: 'popup' }): Window[] } };

const stage = setStage(ROUTES);
beforeEach(() => stage.reset());

const withPopup = async (path: string, use: (page: Tab, popup: Tab) => Promise<void>) =>
  openWithPopup(stage.browser, await stage.open(path), use);

describe('the toolbar popup', () => {
  it('lists the entities of the page by kind, with counts, and the badge has their number', () =>
    withPopup('/news', async (page, popup) => {
      await waitForMarks(page);
      const rows = await waitFor('the list', async () => {
        const found = await listed(popup);
        return found.length > 0 && found;
      });
      const ids = rows.map(({ id }) => id);
      expect(ids).toContain('catl');
      expect(ids).toContain('paris-agreement');
      expect(ids).toContain('inflation-reduction-act');
      expect(new Set(ids).size).toBe(ids.length);
      expect(rows.find(({ id }) => id === 'catl')?.count).toBe('1');
      // Organisations come before laws, laws before agreements, agreements before events.
      expect(ids.indexOf('catl')).toBeLessThan(ids.indexOf('inflation-reduction-act'));
      expect(ids.indexOf('inflation-reduction-act')).toBeLessThan(ids.indexOf('paris-agreement'));
      await waitForBadge(popup, String(ids.length));
    }));

  it('is as wide as its words want where the toolbar opens it', async () => {
    const observer = await stage.browser.openExtensionPage('src/options/options.html');
    await stage.withTab('/news', async (page) => {
      await waitForMarks(page);
      await stage.browser.pressToolbarButton(`${stage.origin}/news`);
      const { width, sideways } = await waitFor('the list between head and foot', () =>
        observer.evaluate(() => {
          const [view] = chrome.extension.getViews({ type: 'popup' });
          if (!view?.document.querySelector('[data-entity]')) return null;
          const root = view.document.documentElement;
          const head = view.document.querySelector('.head')?.getBoundingClientRect();
          const foot = view.document.querySelector('.foot')?.getBoundingClientRect();
          // However much height the screen leaves it, from head to foot; its window follows its list.
          if (head?.top !== 0 || Math.abs((foot?.bottom ?? 0) - view.innerHeight) >= 1) return null;
          view.close();
          return { width: view.innerWidth, sideways: root.scrollWidth > root.clientWidth };
        }),
      );
      expect(width).toBeGreaterThanOrEqual(380);
      // Chromium makes room for a scroll bar where the screen is too low.
      expect(width).toBeLessThanOrEqual(400);
      expect(sideways).toBe(false);
    });
    await observer.close();
  });

  it.each([600, 420, 320])(
    'keeps head and foot in a window %d px high, with one scroll bar',
    (height) =>
      withPopup('/frames', async (_page, popup) => {
        await popup.resize(380, height);
        await waitForRow(popup, 'catl');
        await pressButton(popup, 'All about CATL');
        const seen = await waitFor('the end of the card', () =>
          popup.evaluate(() => {
            const end = document.querySelector('.card-actions');
            const root = document.documentElement;
            if (!end || innerWidth !== 380) return null;
            scrollTo({ top: root.scrollHeight, behavior: 'instant' });
            if (scrollY === 0) return null;
            const inside = (selector: string): boolean => {
              const box = document.querySelector(selector)?.getBoundingClientRect();
              return (
                box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
              );
            };
            const scrollers = [...document.querySelectorAll('body, body *')].filter(
              (element) =>
                element.scrollHeight > element.clientHeight &&
                ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
            );
            return {
              head: inside('.head h1'),
              foot: inside('.foot'),
              scrollers: scrollers.map(({ className }) => className),
              sideways: root.scrollWidth > root.clientWidth,
            };
          }),
        );
        expect(seen).toEqual({ head: true, foot: true, scrollers: [], sideways: false });
      }),
  );

  it('shows whatever has the focus between head and foot, on the way down and up again', () =>
    withPopup('/news', async (_page, popup) => {
      await popup.resize(380, 320);
      await waitForRow(popup, 'catl');
      await popup.bringToFront();
      /** What has the focus, and whether something lies over it. */
      const focus = () =>
        popup.evaluate(async () => {
          await new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(resolve)),
          );
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const box = at.getBoundingClientRect();
          const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          const inEnds = at.closest('.head, .end') !== null;
          return {
            row: at.className === 'row-main',
            hidden: !inEnds && !!over?.closest('.head, .end'),
          };
        });
      for (const key of ['Tab', 'Shift+Tab']) {
        let rows = 0;
        // More than there is to stop at: the focus goes round, or leaves the page.
        for (let step = 0; step < 30; step += 1) {
          await popup.press(key);
          const at = await focus();
          expect(at?.hidden ?? false).toBe(false);
          if (at?.row) rows += 1;
        }
        expect(rows).toBeGreaterThan(3);
      }
    }));

  it('has its head before its scripts have run, and once after', () =>
    withPopup('/news', async (_page, popup) => {
      await waitFor('the list', async () => (await listed(popup)).length > 0);
      const heads = await popup.evaluate(async () => {
        const markup = await (await fetch(location.pathname)).text();
        // By hand: the page's own policy makes no document of a string.
        const own = [...markup.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, words]) => words);
        return [own, [...document.querySelectorAll('h1')].map(({ textContent }) => textContent)];
      });
      expect(heads).toEqual([['Gloss'], ['Gloss']]);
    }));

  it('jumps to a mention and opens its popover', () =>
    withPopup('/long', async (page, popup) => {
      await waitForRow(popup, 'catl');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await pressRow(popup, 'catl');
      const text = await waitFor('the popover', () => readPopover(page));
      expect(text).toContain('Contemporary Amperex Technology');
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    }));

  it('says so where nothing was found', () =>
    withPopup('/nothing', async (_page, popup) => {
      await waitForWords(popup, 'Nothing to explain here');
      expect(await listed(popup)).toEqual([]);
    }));

  it('counts mentions in frames', () =>
    withPopup('/frames', async (_page, popup) => {
      await waitFor('both frames', async () => {
        const ids = (await listed(popup)).map(({ id }) => id);
        return ids.includes('catl') && ids.includes('paris-agreement');
      });
    }));

  it('switches the site off and on again, at once', () =>
    withPopup('/news', async (page, popup) => {
      await waitForMarks(page);
      await turn(popup, SITE_SWITCH, false);
      await waitForNoMarks(page);
      // Until the popup has heard of it too, its switch may still show what was.
      await waitForWords(popup, 'Off on this site');
      await turn(popup, SITE_SWITCH, true);
      await waitForMarks(page);
    }));
});
