/** The toolbar popup as a page of its own: automation cannot press the toolbar's button. */
import { type Tab, waitFor } from './driver.ts';

/** Of the extension API, what is used here; `chrome` has it in both browsers, with promises. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    getCurrent(): Promise<{ id?: number } | undefined>;
  };
};

/**
 * The id of the tab that was opened last before the extension page itself. Tabs have no address for
 * an extension without the `tabs` permission; their ids grow in both browsers.
 */
export function previousTabId(extensionPage: Tab): Promise<number> {
  return waitFor('the tab', () =>
    extensionPage.evaluate(async () => {
      const own = (await chrome.tabs.getCurrent())?.id ?? 0;
      const others = (await chrome.tabs.query({})).map(({ id }) => id ?? 0);
      const before = others.filter((id) => id < own);
      return before.length > 0 ? Math.max(...before) : null;
    }),
  );
}

/** Opens the toolbar popup as a page about the tab that was opened just before. */
export async function openPopup<T extends Tab>(browser: {
  openExtensionPage(path: string): Promise<T>;
}): Promise<T> {
  const popup = await browser.openExtensionPage('src/popup/popup.html');
  const id = await previousTabId(popup);
  const address = await popup.evaluate((tab: number) => `${location.href}?tab=${tab}`, id);
  await popup.goto(address);
  return popup;
}
