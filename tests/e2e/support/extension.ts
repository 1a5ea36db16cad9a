/** What tests ask of the extension through one of its own pages, which has the extension API. */
import { type Driver, type Tab, waitFor } from '../../../scripts/drivers/driver.ts';

/** Of the extension API, what is used here; `chrome` has it in both browsers, with promises. */
interface ExtensionApi {
  tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    getCurrent(): Promise<{ id?: number } | undefined>;
  };
  storage: {
    sync: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
  };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
}
declare const chrome: ExtensionApi;

/**
 * The id of the tab that was opened last before the extension page itself. Tabs have no address for
 * an extension without the `tabs` permission; their ids grow in both browsers.
 */
function previousTabId(extensionPage: Tab): Promise<number> {
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
export async function openPopup(browser: Driver): Promise<Tab> {
  const popup = await browser.openExtensionPage('src/popup/popup.html');
  const id = await previousTabId(popup);
  const address = await popup.evaluate((tab: number) => `${location.href}?tab=${tab}`, id);
  await popup.goto(address);
  return popup;
}

/** Text of the toolbar button's badge for the tab that was opened just before. */
export async function badgeText(extensionPage: Tab): Promise<string> {
  const id = await previousTabId(extensionPage);
  return extensionPage.evaluate((tab: number) => chrome.action.getBadgeText({ tabId: tab }), id);
}

/** What the store names its items before the setting's own name. */
const ITEM_PREFIX = 'setting.';

/** The settings that are stored, by name; the schema's version is left out. */
export async function storedSettings(extensionPage: Tab): Promise<Record<string, unknown>> {
  const items = await extensionPage.evaluate(() => chrome.storage.sync.get(null));
  const settings = Object.entries(items).filter(([key]) => key.startsWith(ITEM_PREFIX));
  return Object.fromEntries(settings.map(([key, value]) => [key.slice(ITEM_PREFIX.length), value]));
}

/** Brings all settings back to their defaults. */
export async function resetSettings(extensionPage: Tab): Promise<void> {
  await extensionPage.evaluate(() => chrome.storage.sync.clear());
}

/** Stores a setting as the options page does. */
export async function storeSetting(
  extensionPage: Tab,
  setting: string,
  value: unknown,
): Promise<void> {
  const set = (item: string, stored: unknown) => chrome.storage.sync.set({ [item]: stored });
  await extensionPage.evaluate(set, ITEM_PREFIX + setting, value);
}
