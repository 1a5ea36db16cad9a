/** Gloss's own pages. */
import { browser } from '../browser.ts';

const OPTIONS = 'src/options/options.html';
const WELCOME = 'src/welcome/welcome.html';
const POPUP = 'src/popup/popup.html';

/** The entity that a tab's list is about to be opened for, in storage.session: see reports.ts. */
const listedItem = (tabId: number): string => `listed:${tabId}`;

/**
 * Opens the toolbar popup for an entity of a tab's page. A browser that opens it only at a click in
 * its own interface gets the same page in a tab beside; so does Firefox where its preference asks
 * for the click (https://bugzilla.mozilla.org/show_bug.cgi?id=1799344).
 */
export async function openList(tabId: number, entity: string): Promise<void> {
  await browser.storage.session.set({ [listedItem(tabId)]: entity });
  const { windowId, index } = await browser.tabs.get(tabId);
  try {
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch {
    const url = `${browser.runtime.getURL(POPUP)}?tab=${tabId}`;
    await browser.tabs.create({ url, index: index + 1, openerTabId: tabId });
  }
}

/** The entity that the list of a tab was opened for, once. */
export async function takeListed(tabId: number): Promise<string | null> {
  const item = listedItem(tabId);
  const { [item]: entity } = await browser.storage.session.get(item);
  if (typeof entity !== 'string') return null;
  await browser.storage.session.remove(item);
  return entity;
}

/** Opens the options, at a section where one is named. */
export async function openOptions(section?: string): Promise<void> {
  if (section) await browser.tabs.create({ url: `${browser.runtime.getURL(OPTIONS)}#${section}` });
  else await browser.runtime.openOptionsPage();
}

/** Opens the first-run page. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
