/** What an extension lives through: updates with tabs open, a damaged store, pages that come back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goBack, readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { reloadExtension, storeSetting } from './support/extension.ts';
import { hover, leave, locate, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const stage = setStage(ROUTES);

const countHosts = (tab: Tab): Promise<number> =>
  tab.evaluate(() => document.querySelectorAll('gloss-popover').length);
const hasMarks = (tab: Tab): Promise<boolean> =>
  tab.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('gloss')));

/** Whether marks of organisations are drawn. */
const isPainted = (tab: Tab): Promise<boolean> =>
  tab.evaluate(() => {
    const { textDecorationLine } = getComputedStyle(
      document.body,
      '::highlight(gloss-organization)',
    );
    return textDecorationLine.includes('underline');
  });

describe('a damaged store', () => {
  beforeEach(() => stage.reset());
  afterEach(() => stage.reset());

  it('falls back value by value, and Gloss goes on', async () => {
    await stage.withOwn(OPTIONS, async (extension) => {
      await storeSetting(extension, 'markStyle', { wavy: true });
      await storeSetting(extension, 'sites', 'everything');
      await storeSetting(extension, 'openingDelay', -1e9);
      await storeSetting(extension, 'theme', 'dark');
    });
    await stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      expect(await hover(tab, 'CATL')).toContain('CATL');
      // What was not damaged still counts.
      const scheme = await tab.inPopover(function () {
        const [panel] = this.querySelectorAll('[role=dialog]');
        return panel ? getComputedStyle(panel).colorScheme : '';
      });
      expect(scheme).toContain('dark');
    });
  });
});

describe('a page that is left and comes back', () => {
  it('has its marks and its popover again', async () => {
    const tab = await stage.open('/news');
    await tab.bringToFront();
    await waitForMarks(tab);
    await tab.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await tab.goto(`${stage.origin}/linked`);
    await goBack(tab);
    // As it was, out of the back/forward cache: nothing of ours keeps a page from being put there.
    await waitFor('the page before', () =>
      tab.evaluate(() => (globalThis as unknown as { persisted?: boolean }).persisted === true),
    );
    await waitForMarks(tab);
    expect(await hover(tab, 'CATL')).toContain('CATL');
    expect(await countHosts(tab)).toBe(1);
    await tab.close();
  });
});

describe('switched off in the browser and on again while a page is open', () => {
  it('leaves the page as it was, and works there again', async () => {
    const { browser } = stage;
    const tab = await stage.open('/news');
    await tab.bringToFront();
    await waitForMarks(tab);
    await hover(tab, 'CATL');
    await leave(tab);
    const before = await tab.evaluate(() => document.body.outerHTML);
    expect(await isPainted(tab)).toBe(true);
    await browser.setEnabled(false);
    await tab.bringToFront();
    const { x, y } = await locate(tab, 'CATL');
    // Chromium's script ends when it notices, and takes its marks along; Firefox's is gone at once
    // without a word, and the style sheet of its marks with it.
    await waitFor('the marks to go', async () => {
      await tab.move(x + 1, y);
      await tab.move(x, y);
      return browser.name === 'chromium' ? !(await hasMarks(tab)) : !(await isPainted(tab));
    });
    expect(await readPopover(tab)).toBeNull();
    if (browser.name === 'chromium') expect(await countHosts(tab)).toBe(0);
    expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
    await browser.setEnabled(true);
    // Chromium runs scripts in open pages no more; Firefox does.
    if (browser.name === 'chromium') await tab.goto(`${stage.origin}/news`);
    await tab.bringToFront();
    await waitForMarks(tab);
    expect(await hover(tab, 'CATL')).toContain('CATL');
    expect(await countHosts(tab)).toBe(1);
    expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
    await tab.close();
  });
});

// Last: the extension is another one afterwards.
describe('an update while a page is open', () => {
  it('leaves one Gloss at work there, and the page untouched', async () => {
    const helper = await stage.open('/nothing');
    const tab = await stage.open('/news');
    await tab.bringToFront();
    await waitForMarks(tab);
    await hover(tab, 'CATL');
    await leave(tab);
    const before = await tab.evaluate(() => document.body.outerHTML);
    const extension = await stage.browser.openExtensionPage(OPTIONS);
    await reloadExtension(extension, helper);
    await helper.close();
    await tab.bringToFront();
    if (stage.browser.name === 'chromium') {
      // The old script stays in its page, cut off; it ends when it notices, and takes its marks along.
      const { x, y } = await locate(tab, 'CATL');
      await waitFor('the old script to end', async () => {
        await tab.move(x + 1, y);
        await tab.move(x, y);
        return !(await hasMarks(tab));
      });
      expect(await readPopover(tab)).toBeNull();
      expect(await countHosts(tab)).toBe(0);
      expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
      await tab.goto(`${stage.origin}/news`);
    }
    // Firefox runs the new script in open pages at once.
    await waitForMarks(tab);
    expect(await hover(tab, 'CATL')).toContain('CATL');
    expect(await countHosts(tab)).toBe(1);
    expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
    await tab.close();
  });
});
