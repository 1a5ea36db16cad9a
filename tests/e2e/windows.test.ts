/** More than one window, private ones among them: each tab has its own, and private pages leave nothing. */
import { describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { previousTabId } from '../../scripts/drivers/popup.ts';
import { storedItems, waitForBadge } from './support/extension.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { listed, pressRow, waitForRow, waitForWords } from './support/popup.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const POPUP = 'src/popup/popup.html';

/** Of the extension API, what is used here. */
declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number; windowId: number }[]> };
};

const stage = setStage({
  ...ROUTES,
  '/secret': {
    body: '<!doctype html><title>Secret page</title><p>In private, CATL is named.</p>',
  },
});

/** The popup as a page about a tab. */
async function popupAbout(id: number): Promise<Tab> {
  const popup = await stage.browser.openExtensionPage(POPUP);
  const address = await popup.evaluate((tab: number) => `${location.href}?tab=${tab}`, id);
  await popup.goto(address);
  return popup;
}

async function tabIdOf(page: Tab): Promise<number> {
  const id = await stage.withOwn(OPTIONS, previousTabId);
  await page.bringToFront();
  return id;
}

describe('two windows', () => {
  it('have counts, badges and jumps of their own', async () => {
    const first = await stage.open('/long');
    await first.bringToFront();
    await waitForMarks(first);
    const firstId = await tabIdOf(first);
    const second = await stage.browser.openWindow(`${stage.origin}/news`);
    await second.bringToFront();
    await waitForMarks(second);
    const secondId = await tabIdOf(second);
    const ofFirst = await popupAbout(firstId);
    const windows = await ofFirst.evaluate(
      async (...ids: number[]) =>
        (await chrome.tabs.query({}))
          .filter(({ id }) => ids.includes(id))
          .map((tab) => tab.windowId),
      firstId,
      secondId,
    );
    expect(new Set(windows).size).toBe(2);
    await waitForRow(ofFirst, 'catl');
    expect((await listed(ofFirst)).map(({ id }) => id)).toEqual(['catl']);
    const ofSecond = await popupAbout(secondId);
    await waitForRow(ofSecond, 'paris-agreement');
    const before = await listed(ofSecond);
    await first.bringToFront();
    await pressRow(ofFirst, 'catl');
    await waitForWords(ofFirst, 'mention 1 of 1');
    expect(await waitFor('the popover', () => readPopover(first))).toContain('CATL');
    expect(await readPopover(second)).toBeNull();
    expect(await first.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await second.evaluate(() => scrollY)).toBe(0);
    // What happens in one changes nothing of the other.
    await first.close();
    expect(await listed(ofSecond)).toEqual(before);
    await ofFirst.close();
    await ofSecond.close();
    await stage.withOwn(OPTIONS, async (helper) => {
      await waitFor('no tab between', async () => (await previousTabId(helper)) === secondId);
      await waitForBadge(helper, String(before.length));
    });
    await second.close();
  });
});

// Last: letting the extension into private windows reloads it.
describe('a private window', () => {
  it('has marks and popovers, and leaves nothing of its page in storage', async () => {
    const page = await stage.browser.openPrivately(`${stage.origin}/secret`);
    await page.bringToFront();
    await waitForMarks(page);
    expect(await hover(page, 'CATL')).toContain('Contemporary Amperex Technology');
    await leave(page);
    const options = await stage.browser.openExtensionPage(OPTIONS);
    const kept = async () => {
      const [sync, local, session] = await storedItems(options);
      return { lasting: JSON.stringify([sync, local]), passing: JSON.stringify(session) };
    };
    expect((await kept()).lasting).not.toMatch(/secret|catl|localhost/i);
    await page.close();
    // What was found lies in memory while the tab is open, for the toolbar button.
    await waitFor('all of it to be forgotten', async () => {
      const { lasting, passing } = await kept();
      return !/secret|catl|localhost/i.test(lasting + passing);
    });
    await options.close();
  });
});
