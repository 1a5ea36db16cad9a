/** What browsers let a reader do with the text of a page stays as it is where the text is marked. */
import { describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/drivers/chromium.ts';
import { type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { hover, leave, markup, restInVain, waitForMarks } from './support/page.ts';
import { type } from './support/popover.ts';
import { setStage } from './support/stage.ts';

const html = (body: string) => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title></head><body style="margin:40px;font:20px/1.6 serif">${body}</body></html>`,
});
const LAW = `The <b>Inflation</b> Reduction Act pays for the plant of CATL.`;
const ROUTES = {
  '/text': html(`<p id="p">${LAW}</p><textarea id="field" rows="4" cols="60"></textarea>
    <div id="rich" contenteditable="true" style="min-height:60px"></div>`),
  '/editor': html(`<p id="p">${LAW}</p>
    <div id="rich" contenteditable="true" style="min-height:60px"><p>Of COP26</p></div>`),
};
const stage = setStage(ROUTES);

/** In the page. */
declare const find: (text: string) => boolean;

const withText = (path: keyof typeof ROUTES, use: (tab: Tab) => Promise<void>) =>
  stage.withTab(path, async (tab) => {
    await waitForMarks(tab, ['organization', 'law']);
    await use(tab);
  });

const textOf = (tab: Tab, selector: string) =>
  tab.evaluate((wanted: string) => {
    const found = document.querySelector<HTMLElement>(wanted);
    return found instanceof HTMLTextAreaElement ? found.value : (found?.textContent ?? '');
  }, selector);

/** Puts the caret at the end of an element's text. */
const focusEnd = (tab: Tab, selector: string) =>
  tab.evaluate((wanted: string) => {
    const found = document.querySelector<HTMLElement>(wanted);
    found?.focus();
    if (found?.isContentEditable) {
      getSelection()?.selectAllChildren(found.lastElementChild ?? found);
      getSelection()?.collapseToEnd();
    }
  }, selector);

describe('marked text', () => {
  it('is found by the browser’s search, across a mark and inside one, and keeps its marks', () =>
    withText('/text', async (tab) => {
      const before = await markup(tab);
      for (const text of ['Inflation Reduction Act pays', 'duction A', 'CATL']) {
        expect(await tab.evaluate((wanted: string) => find(wanted), text)).toBe(true);
        expect(await tab.evaluate(() => String(getSelection()))).toBe(text);
        await tab.evaluate(() => getSelection()?.removeAllRanges());
      }
      expect(await markup(tab)).toBe(before);
      await waitForMarks(tab, ['organization', 'law']);
      expect(await hover(tab, 'CATL')).toContain('CATL');
    }));

  it('is selected and copied as what it says, and pasted without a trace of marks', () =>
    withText('/text', async (tab) => {
      const text = 'The Inflation Reduction Act pays for the plant of CATL.';
      const select = () =>
        tab.evaluate(() => {
          getSelection()?.selectAllChildren(document.querySelector('#p') as Element);
          return String(getSelection());
        });
      expect(await select()).toBe(text);
      await tab.press('Control+c');
      await focusEnd(tab, '#field');
      await tab.press('Control+v');
      await waitFor('the text', async () => (await textOf(tab, '#field')) === text);
      await select();
      await tab.press('Control+c');
      await focusEnd(tab, '#rich');
      await tab.press('Control+v');
      await waitFor('the text', async () => (await textOf(tab, '#rich')).includes(text));
      const pasted = await tab.evaluate(() => document.querySelector('#rich')?.innerHTML ?? '');
      // Browsers write out the look of what is copied; of Gloss there is nothing in it.
      expect(pasted).not.toMatch(/gloss|highlight|dotted|text-decoration-line: underline/i);
    }));
});

describe('text that is being written', () => {
  it('in an editable element is what was typed, where it was typed, and unmarked', () =>
    withText('/editor', async (tab) => {
      await focusEnd(tab, '#rich');
      await type(tab, ', CATL, said the Paris Agreement.');
      const typed = 'Of COP26, CATL, said the Paris Agreement.';
      await waitFor('all of it', async () => (await textOf(tab, '#rich')) === typed);
      // One letter at a time, each after the one before: the caret was left where it belongs.
      const caret = await tab.evaluate(() => {
        const { focusNode, focusOffset } = getSelection() ?? {};
        return (focusNode?.textContent?.length ?? -1) - (focusOffset ?? 0);
      });
      expect(caret).toBe(0);
      // Some browsers end a paragraph with a break of their own.
      const written = await tab.evaluate(() => document.querySelector('#rich')?.innerHTML ?? '');
      expect(written.replace('<br>', '')).toBe(`<p>${typed}</p>`);
      await tab.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await restInVain(tab, 'Paris Agreement')).toBeNull();
      if (stage.browser.name === 'chromium') {
        const marked = (await readMarks(tab)).map(({ text }) => text);
        expect(marked.sort()).toEqual(['CATL', 'Inflation Reduction Act']);
      }
    }));

  it('in a page that has become an editor as a whole is what was typed, and nothing opens', () =>
    withText('/editor', async (tab) => {
      await tab.evaluate(() => {
        document.designMode = 'on';
        getSelection()?.selectAllChildren(document.querySelector('#p') as Element);
        getSelection()?.collapseToEnd();
      });
      await type(tab, ' Of Ford Motor Company.');
      await waitFor('all of it', async () =>
        (await textOf(tab, '#p')).endsWith('CATL. Of Ford Motor Company.'),
      );
      expect(await restInVain(tab, 'CATL')).toBeNull();
      expect(await tab.evaluate(() => document.querySelector('gloss-popover'))).toBeNull();
      await tab.evaluate(() => {
        document.designMode = 'off';
      });
      // Read again as any page is.
      await leave(tab);
      expect(await hover(tab, 'CATL')).toContain('CATL');
    }));
});
