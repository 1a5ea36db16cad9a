/** What a reader does in the toolbar popup, and that it stands when the background is stopped. */
import { beforeEach, describe, expect, it } from 'vitest';
import { reload, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { problemsOfPage } from '../support/web-annotation.ts';
import { storedItems, turn, waitForBadge } from './support/extension.ts';
import { waitForMarks, waitForNoMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import {
  catchDownloads,
  listed,
  withPopup as openWithPopup,
  pressButton,
  pressRow,
  SITE_SWITCH,
  searchFor,
  waitForRow,
  waitForWords,
} from './support/popup.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const COVERED = `<!doctype html><div style="position:fixed;inset:0 0 auto;height:80px;background:#fff"></div>
<div style="height:200px;overflow:auto;margin-top:100px"><div style="height:300px"></div><p id="boxed">CATL</p></div>
<div style="height:900px"></div><p id="behind">CATL</p><div style="height:900px"></div>`;

const stage = setStage({ ...ROUTES, '/covered': { body: COVERED } });
beforeEach(() => stage.reset());

const withPopup = async (path: string, use: (page: Tab, popup: Tab) => Promise<void>) =>
  openWithPopup(stage.browser, await stage.open(path), use);

const scrolled = (page: Tab) => page.evaluate(() => scrollY);

describe('jumping', () => {
  it('goes on to the next mention, and from the last to the first', () =>
    withPopup('/thrice', async (page, popup) => {
      const places: number[] = [];
      for (const number of [1, 2, 3, 1]) {
        const from = await scrolled(page);
        await pressRow(popup, 'catl');
        await waitForWords(popup, `mention ${number} of 3`);
        if (places.length > 0) {
          await waitFor('the page to move', async () => (await scrolled(page)) !== from);
        }
        await waitFor('the page to rest', async () => {
          const before = await scrolled(page);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
          return (await scrolled(page)) === before;
        });
        places.push(await scrolled(page));
      }
      expect(places[1]).toBeGreaterThan(places[0] ?? Infinity);
      expect(places[2]).toBeGreaterThan(places[1] ?? Infinity);
      expect(places[3]).toBe(places[0]);
    }));

  it('brings a mention out of a box that has scrolled it away, and from behind what stays at the top', () =>
    withPopup('/covered', async (page, popup) => {
      const isSeen = (id: string) =>
        page.evaluate((wanted: string) => {
          const element = document.getElementById(wanted);
          const { x = 0, y = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
          return document.elementFromPoint(x + 1, y + height / 2) === element;
        }, id);
      await waitForRow(popup, 'catl');
      expect(await isSeen('boxed')).toBe(false);
      await pressRow(popup, 'catl');
      await waitFor('the one in the box', () => isSeen('boxed'));
      await page.evaluate(() => document.getElementById('behind')?.scrollIntoView());
      expect(await isSeen('behind')).toBe(false);
      await pressRow(popup, 'catl');
      await waitFor('the one behind', () => isSeen('behind'));
    }));

  it('leads into a frame', () =>
    withPopup('/deep-frame', async (page, popup) => {
      await pressRow(popup, 'catl');
      await waitForWords(popup, 'mention 1 of 1');
      await waitFor('the frame to move', () =>
        page.evaluate(() => (document.querySelector('iframe')?.contentWindow?.scrollY ?? 0) > 0),
      );
    }));
});

describe('switching', () => {
  it('pauses for an hour and goes on', () =>
    withPopup('/news', async (page, popup) => {
      await waitForMarks(page);
      await waitForRow(popup, 'catl');
      await pressButton(popup, 'Pause');
      await pressButton(popup, 'Pause for an hour');
      await waitForWords(popup, 'Paused until');
      await waitForNoMarks(page);
      await pressButton(popup, 'Go on now');
      await waitForMarks(page);
      await waitForRow(popup, 'catl');
    }));

  it('says what is the matter where packs are off or the site is, and undoes it', () =>
    withPopup('/news', async (page, popup) => {
      await waitForRow(popup, 'catl');
      await turn(popup, SITE_SWITCH, false);
      await waitForNoMarks(page);
      await waitForWords(popup, 'Off on this site');
      await pressButton(popup, 'Switch on for this site');
      await waitForMarks(page);
      await pressButton(popup, 'Pause');
      await pressButton(popup, 'Switch off everywhere');
      await waitForWords(popup, 'Gloss is off everywhere');
      await waitForNoMarks(page);
      await pressButton(popup, 'Switch on');
      await waitForMarks(page);
    }));
});

describe('the timeline', () => {
  it('is walked with arrow keys and leads to the fact', () =>
    withPopup('/news', async (_page, popup) => {
      await waitForRow(popup, 'catl');
      await popup.bringToFront();
      const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
      await waitFor('the timeline', () =>
        popup.evaluate(() => {
          const point = document.querySelector<HTMLElement>('.timeline-point[tabindex="0"]');
          point?.focus();
          return document.activeElement === point && point !== null;
        }),
      );
      const first = await focused();
      await popup.press('ArrowRight');
      const second = await waitFor('the next fact', async () => {
        const text = await focused();
        return text !== first && text;
      });
      await popup.press('ArrowLeft');
      await waitFor('the first fact again', async () => (await focused()) === first);
      await popup.press('End');
      await waitFor('the last fact', async () => ![first, second].includes(await focused()));
      const [, , ...words] = (await focused()).replace(/ \(Since then\)$/, '').split(': ');
      await popup.press('Enter');
      const fact = await waitFor('the fact', () =>
        popup.evaluate(() => {
          const { activeElement } = document;
          return activeElement instanceof HTMLElement && (activeElement.dataset.fact ?? null);
        }),
      );
      expect(fact).toBe(words.join(': '));
    }));
});

describe('taking it along', () => {
  it('saves the page as Markdown in which every fact is cited', () =>
    withPopup('/news', async (_page, popup) => {
      await waitForRow(popup, 'catl');
      const saved = await catchDownloads(popup);
      await pressButton(popup, 'Copy or save');
      await pressButton(popup, 'Save as Markdown');
      const text = await saved();
      expect(text).toContain(`(<${stage.origin}/news>)`);
      expect(text).toContain('\n## CATL\n');
      const facts = text.split('\n').filter((line) => line.startsWith('- '));
      expect(facts.length).toBeGreaterThan(10);
      for (const fact of facts) expect(fact).toMatch(/\[\^\d+\]$/);
      const cited = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
      const sources = new Set([...text.matchAll(/^\[\^(\d+)\]: \[/gm)].map(([, number]) => number));
      expect(sources).toEqual(cited);
    }));

  it('saves the mentions as Web Annotations that point at the words on the page', () =>
    withPopup('/news', async (page, popup) => {
      await waitForRow(popup, 'catl');
      const saved = await catchDownloads(popup);
      await pressButton(popup, 'Copy or save');
      await pressButton(popup, 'Save as Web Annotations');
      const annotations = JSON.parse(await saved());
      expect(problemsOfPage(annotations)).toEqual([]);
      const mentions = (await listed(popup)).reduce((sum, { count }) => sum + Number(count), 0);
      expect(annotations.items).toHaveLength(mentions);
      const text = await page.evaluate(() => document.body.textContent);
      for (const { target } of annotations.items) {
        const [quote, place] = target.selector;
        expect(target.source).toBe(`${stage.origin}/news`);
        expect(text.slice(place.start, place.end)).toBe(quote.exact);
        expect(text.slice(0, place.start).endsWith(quote.prefix)).toBe(true);
        expect(text.slice(place.end).startsWith(quote.suffix)).toBe(true);
      }
    }));
});

describe('where extensions may not run', () => {
  it('says so, and searches all packs', async () => {
    const closed = await stage.browser.openExtensionPage(OPTIONS);
    await openWithPopup(stage.browser, closed, async (_page, popup) => {
      await waitForWords(popup, 'closed to extensions');
      await searchFor(popup, 'kerry');
      await waitForRow(popup, 'john-kerry');
      await pressButton(popup, 'All about John Kerry');
      await waitForWords(popup, 'Facts checked up to');
    });
  });
});

describe('when the browser stops the background', () => {
  it('knows between any two steps what it knew before', () =>
    withPopup('/thrice', async (page, popup) => {
      await waitForRow(popup, 'catl');
      await waitForBadge(popup, '1');
      await stage.browser.stopBackground();
      await pressRow(popup, 'catl');
      await waitForWords(popup, 'mention 1 of 3');
      await stage.browser.stopBackground();
      await reload(popup);
      await waitForWords(popup, '1 thing explained');
      // The head comes first, and the list with the next turn.
      await waitForRow(popup, 'catl');
      expect(await listed(popup)).toEqual([{ id: 'catl', count: '3' }]);
      await waitForBadge(popup, '1');
      await stage.browser.stopBackground();
      await pressButton(popup, 'All about CATL');
      await waitForWords(popup, 'Facts checked up to');
      await stage.browser.stopBackground();
      await searchFor(popup, 'kerry');
      await waitForRow(popup, 'john-kerry');
      await searchFor(popup, '');
      await stage.browser.stopBackground();
      await turn(popup, SITE_SWITCH, false);
      await waitForNoMarks(page);
      await stage.browser.stopBackground();
      await pressButton(popup, 'Switch on for this site');
      await waitForMarks(page);
      await waitForRow(popup, 'catl');
    }));
});

describe('what stays behind', () => {
  it('is nothing of the page, nor of what was searched for', async () => {
    await withPopup('/news', async (_page, popup) => {
      await waitForRow(popup, 'catl');
      await searchFor(popup, 'kerry');
      await waitForRow(popup, 'john-kerry');
      await searchFor(popup, '');
      await pressRow(popup, 'catl');
      await waitForWords(popup, 'mention 1 of 1');
    });
    await stage.withOwn(OPTIONS, (options) =>
      waitFor('all of it to be forgotten', async () => {
        const items = JSON.stringify(await storedItems(options));
        return !/kerry|catl|localhost/i.test(items);
      }),
    );
  });
});
