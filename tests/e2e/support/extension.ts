/** What tests ask of the extension through one of its own pages, which has the extension API. */
import { doOnce, type Tab, waitFor } from '../../../scripts/drivers/driver.ts';
import { previousTabId } from '../../../scripts/drivers/popup.ts';

/** Of the extension API, what is used here; `chrome` has it in both browsers, with promises. */
interface ExtensionApi {
  storage: {
    sync: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
    local: { get(keys: null): Promise<Record<string, unknown>>; clear(): Promise<void> };
    session: { get(keys: null): Promise<Record<string, unknown>> };
  };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  runtime: { id?: string; reload(): void; sendMessage(message: object): Promise<unknown> };
  tabs: { sendMessage(tab: number, message: object, to: { frameId: number }): Promise<unknown> };
}
declare const chrome: ExtensionApi;

/**
 * Waits until the toolbar button's badge says so of the tab that was opened just before: it is set after
 * the tab's findings have been written down.
 */
export async function waitForBadge(extensionPage: Tab, text: string): Promise<void> {
  const id = await previousTabId(extensionPage);
  const badge = (tab: number) => chrome.action.getBadgeText({ tabId: tab });
  await waitFor(`"${text}" on the badge`, async () => {
    return (await extensionPage.evaluate(badge, id)) === text;
  });
}

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
    return helper.evaluate(() => Boolean(chrome.runtime.id));
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

/**
 * Brings everything back to what it was when Gloss was installed: packs, notes, settings, a pause, whatever
 * a test has left behind and wherever it failed.
 */
export async function resetAll(extensionPage: Tab): Promise<void> {
  await waitFor('notes and packs to go', () =>
    extensionPage.evaluate(async () => {
      const ask = async (gloss: string, request: object) => {
        const answer = await chrome.runtime.sendMessage({ gloss, request });
        return (answer as { response: unknown }).response;
      };
      const notes = (await ask('background.notes', {})) as { id: string }[];
      for (const { id } of notes) await ask('background.note-delete', { id });
      const packs = (await ask('background.packs', {})) as { id: string; origin: string }[];
      const added = packs.filter(({ origin }) => origin === 'file');
      for (const { id } of added) await ask('background.pack-remove', { id, removed: true });
      // The pack of all notes goes by itself, soon after the last note.
      return packs.every(({ origin }) => origin === 'bundled');
    }),
  );
  // Then: a pack of notes that nothing is known of would count as imported.
  await extensionPage.evaluate(async () => {
    const { sync, local } = chrome.storage;
    await Promise.all([sync.clear(), local.clear()]);
  });
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
export function changeControl(options: Tab, selector: string): Promise<void> {
  return doOnce(`${selector} to change`, () =>
    options.evaluate((wanted: string) => {
      const control = document.querySelector<HTMLElement>(wanted);
      if (!control || control.matches(':disabled, [type=radio]:checked')) return false;
      control.click();
      return true;
    }, selector),
  );
}

/** Turns a switch of an extension page on or off, by its CSS selector, as soon as it shows the other. */
export function turn(extensionPage: Tab, selector: string, on: boolean): Promise<void> {
  return doOnce(`${selector} to be turned ${on ? 'on' : 'off'}`, () =>
    extensionPage.evaluate(
      (wanted: string, to: boolean) => {
        const found = document.querySelector<HTMLInputElement>(wanted);
        if (!found || found.disabled || found.checked === to) return false;
        found.click();
        return true;
      },
      selector,
      on,
    ),
  );
}

/** Hands a file to a field of the options page, by its CSS selector, as a chooser or a drop does. */
export async function chooseFile(
  options: Tab,
  selector: string,
  name: string,
  text: string,
): Promise<void> {
  await doOnce(`the field for ${name}`, () =>
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

/** What the document of a tab says of itself; empty as long as no script of the extension answers there. */
export function stateOf(extensionPage: Tab, tabId: number): Promise<string> {
  return extensionPage.evaluate(
    (tab: number) =>
      chrome.tabs.sendMessage(tab, { gloss: 'frame.ping', request: {} }, { frameId: 0 }).then(
        (answer) => (answer as { response: { state: string } }).response.state,
        () => '',
      ),
    tabId,
  );
}
