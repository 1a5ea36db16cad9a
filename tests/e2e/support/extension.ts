/** What tests ask of the extension through one of its own pages, which has the extension API. */
import { type Tab, waitFor } from '../../../scripts/drivers/driver.ts';
import { previousTabId } from '../../../scripts/drivers/popup.ts';

/** Of the extension API, what is used here; `chrome` has it in both browsers, with promises. */
interface ExtensionApi {
  storage: {
    sync: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
    local: { get(keys: null): Promise<Record<string, unknown>> };
    session: { get(keys: null): Promise<Record<string, unknown>> };
  };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  runtime: { id?: string; reload(): void };
  tabs: { sendMessage(tab: number, message: object, to: { frameId: number }): Promise<unknown> };
}
declare const chrome: ExtensionApi;

/** Text of the toolbar button's badge for the tab that was opened just before. */
export async function badgeText(extensionPage: Tab): Promise<string> {
  const id = await previousTabId(extensionPage);
  return extensionPage.evaluate((tab: number) => chrome.action.getBadgeText({ tabId: tab }), id);
}

/** How long an extension page may take to come: while the extension is away, it never does. */
const COMES_WITHIN_MS = 2_000;

/**
 * Loads the extension anew, as an update does: open tabs keep what is left of the old one, and the
 * extension's own pages go.
 * @param helper a tab that shows the given page of the extension when it is there again
 */
export async function reloadExtension(extensionPage: Tab, helper: Tab): Promise<void> {
  const address = await extensionPage.evaluate(() => location.href);
  await extensionPage.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await waitFor('its pages to be closed', () =>
    extensionPage.evaluate(() => false).catch(() => true),
  );
  await waitFor('it to be there again', async () => {
    await helper.goto(address);
    const isThere = () => helper.evaluate(() => Boolean(chrome.runtime.id));
    return waitFor('its page', isThere, COMES_WITHIN_MS).catch(() => false);
  });
}

/** What the store names its items before the setting's own name. */
const ITEM_PREFIX = 'setting.';

/** The settings that are stored, by name; the schema's version is left out. */
export async function storedSettings(extensionPage: Tab): Promise<Record<string, unknown>> {
  const items = await extensionPage.evaluate(() => chrome.storage.sync.get(null));
  const settings = Object.entries(items).filter(([key]) => key.startsWith(ITEM_PREFIX));
  return Object.fromEntries(settings.map(([key, value]) => [key.slice(ITEM_PREFIX.length), value]));
}

/** Everything that the extension stores, of every area. */
export function storedItems(extensionPage: Tab): Promise<Record<string, unknown>[]> {
  return extensionPage.evaluate(() => {
    const { sync, local, session } = chrome.storage;
    return Promise.all([sync.get(null), local.get(null), session.get(null)]);
  });
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

/**
 * Clicks a control of the options page, by its CSS selector. A choice that is made already would not
 * change by a click: the page may still show what an earlier test chose, so it is waited for.
 */
export async function changeControl(options: Tab, selector: string): Promise<void> {
  await waitFor(`${selector} to change`, () =>
    options.evaluate((wanted: string) => {
      const control = document.querySelector<HTMLElement>(wanted);
      if (!control || (control.matches('[type=radio]') && control.matches(':checked')))
        return false;
      control.click();
      return true;
    }, selector),
  );
}

/** Hands a file to a field of the options page, by its CSS selector, as a chooser or a drop does. */
export async function chooseFile(
  options: Tab,
  selector: string,
  name: string,
  text: string,
): Promise<void> {
  await waitFor('the field', () =>
    options.evaluate(
      (wanted: string, file: string, content: string) => {
        const field = document.querySelector<HTMLInputElement>(wanted);
        if (!field || field.disabled) return false;
        const files = new DataTransfer();
        files.items.add(new File([content], file, { type: 'application/json' }));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      selector,
      name,
      text,
    ),
  );
}

/** What the context menu's entry does in the tab that was opened before: asks for the form of a note. */
export async function askForNote(extensionPage: Tab, words: string): Promise<void> {
  const id = await previousTabId(extensionPage);
  await extensionPage.evaluate(
    (tab: number, text: string) =>
      chrome.tabs.sendMessage(tab, { gloss: 'frame.note', request: { text } }, { frameId: 0 }),
    id,
    words,
  );
}
