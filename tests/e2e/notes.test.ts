/** A note of the reader's own: written on a page, marked on others, changed and deleted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { previousTabId } from '../../scripts/drivers/popup.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { launch } from './support/browser.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';

declare const chrome: {
  tabs: { sendMessage(tab: number, message: object, to: { frameId: number }): Promise<unknown> };
};

const NAME = 'Market Lime';
const TEXT = 'The oldest tree of the city, planted in 1871.';

let browser: Driver;
let server: Server;
let page: Tab;
let other: Tab;
let options: Tab;

beforeAll(async () => {
  const trees = (words: string) => ({
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trees of our city</title></head><body style="margin:80px;font:20px/1.6 serif"><p>${words}</p></body></html>`,
  });
  server = await serve(`${ROOT}docs/demo`, {
    ...ROUTES,
    '/trees': trees('Under the Market Lime, CATL was not discussed.'),
    '/more-trees': trees('The Market Lime lost a branch. CATL did not.'),
  });
  browser = await launch();
  other = await browser.open(`${server.origin}/more-trees`);
  page = await browser.open(`${server.origin}/trees`);
  await waitForMarks(page);
  options = await browser.openExtensionPage('src/options/options.html');
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const topics = (tab: Tab) => tab.evaluate(() => CSS.highlights.get('gloss-topic')?.size ?? 0);

async function waitForTopics(tab: Tab, count: number): Promise<void> {
  await tab.bringToFront();
  await waitFor(`${count} topics`, async () => (await topics(tab)) === count);
}

/** Where a button of the open popover stands, by its words. */
async function pressInPopover(tab: Tab, label: string): Promise<void> {
  // Functions that run in the page know nothing of this file: the buttons come as a list.
  const { x, y } = await waitFor(`the button ${label}`, async () => {
    const buttons = await tab.inPopover(function () {
      return [...this.querySelectorAll('button')].map((button) => {
        const box = button.getBoundingClientRect();
        const words = button.textContent?.trim() || button.ariaLabel;
        return { words, x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
    });
    return buttons?.find(({ words }) => words === label) ?? null;
  });
  await tab.click(x, y);
}

/** What the context menu's entry does: asks the page that was open before for the form. */
async function openForm(): Promise<void> {
  await options.bringToFront();
  const tabId = await previousTabId(options);
  await options.evaluate(
    (tab: number, text: string) =>
      chrome.tabs.sendMessage(tab, { gloss: 'frame.note', request: { text } }, { frameId: 0 }),
    tabId,
    NAME,
  );
  await page.bringToFront();
  await waitFor(
    'the form',
    async () => (await readPopover(page))?.includes('Words to mark') ?? null,
  );
}

describe('a note', () => {
  it('is asked for with the words and the page filled in, and typed without the page hearing', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['keydown', 'beforeinput', 'input', 'change']) {
        document.addEventListener(type, () => heard.push(type), { capture: true });
      }
    });
    await openForm();
    expect(await readPopover(page)).toContain('From: Trees of our city');
    for (const letter of TEXT) await page.press(letter);
    const filled = await page.inPopover(function () {
      const name = this.querySelector('input');
      const text = this.querySelector('textarea');
      return [name?.value, text?.value];
    });
    expect(filled).toEqual([NAME, TEXT]);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard).toEqual([]);
  });

  it('is marked in every tab once it is saved, with the page as its source', async () => {
    await pressInPopover(page, 'Save');
    await waitForTopics(page, 1);
    await waitForTopics(other, 1);
    expect(await hover(other, NAME)).toContain(TEXT);
  });

  it('is changed from its popover', async () => {
    await pressInPopover(other, 'Actions');
    await pressInPopover(other, 'Edit');
    await waitFor(
      'the form',
      async () => (await readPopover(other))?.includes('Edit the note') ?? null,
    );
    for (const letter of '!') await other.press(letter);
    await pressInPopover(other, 'Save');
    await waitForTopics(other, 1);
    await leave(other);
    expect(await hover(other, NAME)).toContain('1871');
    await leave(other);
  });

  it('stands in the options, and is deleted there', async () => {
    await options.bringToFront();
    await waitFor('the note', () =>
      options.evaluate(
        (name: string) =>
          document.querySelector('[data-pack=my-notes] .note-name')?.textContent === name,
        NAME,
      ),
    );
    await options.evaluate(() => {
      const buttons = document.querySelectorAll<HTMLButtonElement>(
        '[data-pack=my-notes] .note-entry button',
      );
      [...buttons].find((button) => button.textContent?.startsWith('Delete'))?.click();
    });
    await waitForTopics(other, 0);
    await waitForTopics(page, 0);
  });
});
