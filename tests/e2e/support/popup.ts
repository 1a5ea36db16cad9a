/** What tests do with the toolbar popup, opened as a page about the tab before it. */
import { type Driver, doOnce, type Tab, waitFor } from '../../../scripts/drivers/driver.ts';
import { openPopup } from '../../../scripts/drivers/popup.ts';

/** Opens the popup about a page that was opened last, and closes both in the end. */
export async function withPopup(
  browser: Driver,
  page: Tab,
  use: (page: Tab, popup: Tab) => Promise<void>,
): Promise<void> {
  const popup = await openPopup(browser);
  // The real popup leaves its page in sight; Gloss lets hidden tabs wait.
  await page.bringToFront();
  try {
    await use(page, popup);
  } finally {
    await popup.close();
    await page.close();
  }
}

/** Ids and counts of the entities that the popup lists, in its order. */
export function listed(popup: Tab): Promise<{ id: string; count: string }[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-entity]')].map((row) => ({
      id: row.dataset.entity ?? '',
      count: row.querySelector('.count [aria-hidden]')?.textContent ?? '',
    })),
  );
}

/** Waits until the popup lists an entity. */
export async function waitForRow(popup: Tab, id: string): Promise<void> {
  await waitFor(`"${id}" in the list`, async () =>
    (await listed(popup)).some((row) => row.id === id),
  );
}

/**
 * Presses the first button whose words or name hold `words`, as soon as there is one.
 * @param within CSS selector of what it stands in
 */
export async function pressButton(own: Tab, words: string, within = 'body'): Promise<void> {
  await doOnce(`a button "${words}"`, () =>
    own.evaluate(
      (wanted: string, place: string) => {
        const all = [...document.querySelectorAll<HTMLButtonElement>(`${place} button`)];
        const found = all.find((button) =>
          `${button.textContent} ${button.getAttribute('aria-label') ?? ''}`.includes(wanted),
        );
        if (!found || found.disabled || found.closest('[hidden]')) return false;
        found.click();
        return true;
      },
      words,
      within,
    ),
  );
}

/** Jumps to an entity's next mention, as a click on its row does. */
export async function pressRow(popup: Tab, id: string): Promise<void> {
  await doOnce(`"${id}" in the list`, () =>
    popup.evaluate((entity: string) => {
      const row = document.querySelector<HTMLElement>(`[data-entity="${entity}"] .row-main`);
      row?.click();
      return row !== null;
    }, id),
  );
}

/** The popup's switch for the site of its page. */
export const SITE_SWITCH = 'header [role=switch]';

/** Waits until the popup says some words. */
export async function waitForWords(popup: Tab, words: string): Promise<void> {
  await waitFor(`the words "${words}"`, () =>
    popup.evaluate((wanted: string) => document.body.textContent.includes(wanted), words),
  );
}

/** Types into the search field. */
export async function searchFor(popup: Tab, words: string): Promise<void> {
  await doOnce('the search field', () =>
    popup.evaluate((query: string) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (!field) return false;
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    }, words),
  );
}

/** From now on, texts that the popup saves are kept in its page instead of a file. */
export async function catchDownloads(popup: Tab): Promise<() => Promise<string>> {
  await popup.evaluate(() => {
    const kept: Blob[] = [];
    Object.assign(globalThis, { kept });
    URL.createObjectURL = (blob) => {
      kept.push(blob as Blob);
      return 'blob:kept';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  return () =>
    waitFor('something saved', () =>
      popup.evaluate(async () => {
        const blob = (globalThis as unknown as { kept: Blob[] }).kept.pop();
        return blob ? await blob.text() : null;
      }),
    );
}
