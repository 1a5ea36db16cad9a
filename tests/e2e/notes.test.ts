/** A note of the reader's own: written on a page, marked on others, changed and deleted. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { askForNote } from './support/extension.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { closed, press, says, type } from './support/popover.ts';
import { pressButton } from './support/popup.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const NAME = 'Market Lime';
const TEXT = 'The oldest tree of the city, planted in 1871.';

const trees = (words: string) => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trees of our city</title></head><body style="margin:80px;font:20px/1.6 serif"><p>${words}</p></body></html>`,
});

const stage = setStage({
  '/trees': trees('Under the Market Lime, CATL was not discussed.'),
  '/more-trees': trees('The Market Lime lost a branch. CATL did not.'),
});
let page: Tab;
let other: Tab;
let options: Tab;
/** Those of the test that runs. */
const tabs: Tab[] = [];

/** The options come last: what they ask a tab for, they ask the page. */
beforeEach(async () => {
  await stage.reset();
  other = await stage.open('/more-trees');
  tabs.push(other);
  page = await stage.open('/trees');
  tabs.push(page);
  options = await stage.browser.openExtensionPage(OPTIONS);
  tabs.push(options);
  await page.bringToFront();
  await waitForMarks(page);
});

afterEach(async () => {
  for (const tab of tabs.splice(0)) await tab.close();
});

const topics = (tab: Tab) => tab.evaluate(() => CSS.highlights.get('gloss-topic')?.size ?? 0);

async function waitForTopics(tab: Tab, count: number): Promise<void> {
  await tab.bringToFront();
  await waitFor(`${count} topics`, async () => (await topics(tab)) === count);
}

/** What the context menu's entry does: asks the page that was open before for the form. */
async function openForm(): Promise<void> {
  await askForNote(options, NAME);
  await page.bringToFront();
  await says(page, 'Words to mark');
}

async function writeNote(): Promise<void> {
  await openForm();
  await type(page, TEXT);
  await press(page, 'Save');
  await waitForTopics(page, 1);
}

/** Of the extension API, what is used here. */
declare const chrome: { storage: { sync: { set(items: object): Promise<void> } } };

/** Writes into sync storage until not even a short item fits. */
async function fillSync(): Promise<void> {
  await options.evaluate(async () => {
    let left = 8_000;
    for (let i = 0; left > 10; i += 1) {
      const item = { [`fill.${i}`]: 'x'.repeat(left) };
      await chrome.storage.sync.set(item).catch(() => {
        left = Math.floor(left / 2);
      });
    }
  });
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
    await type(page, TEXT);
    await waitFor('all letters', () =>
      page.inPopover(function (text: string) {
        return this.querySelector('textarea')?.value === text;
      }, TEXT),
    );
    expect(
      await page.inPopover(function () {
        return this.querySelector('input')?.value;
      }),
    ).toBe(NAME);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard).toEqual([]);
  });

  it('is marked in every tab once it is saved, with the page as its source', async () => {
    await writeNote();
    await waitForTopics(other, 1);
    expect(await hover(other, NAME)).toContain(TEXT);
  });

  it('is changed from its popover', async () => {
    await writeNote();
    await hover(page, NAME);
    await press(page, 'Actions');
    await press(page, 'Edit');
    await says(page, 'Edit the note');
    await type(page, '!');
    await press(page, 'Save');
    await closed(page);
    // Nowhere else is there one of these.
    await waitFor('the change', async () => {
      await leave(page);
      return (await hover(page, NAME)).includes('!');
    });
    expect(await readPopover(page)).toContain('1871');
  });

  it('is deleted from its popover', async () => {
    await writeNote();
    await waitForTopics(other, 1);
    await hover(other, NAME);
    await press(other, 'Actions');
    await press(other, 'Delete');
    await waitForTopics(other, 0);
    await waitForTopics(page, 0);
  });

  it('is changed in the options', async () => {
    await writeNote();
    await pressButton(options, 'Edit', '[data-pack=my-notes] .note-entry');
    await waitFor('the new sentence', () =>
      options.evaluate(() => {
        const text = document.querySelector<HTMLTextAreaElement>('.note-edit textarea');
        if (!text) return false;
        text.value = 'Felled in 2026.';
        text.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      }),
    );
    await pressButton(options, 'Save', '.note-edit');
    await waitFor('the change', async () => {
      await page.bringToFront();
      await leave(page);
      return (await hover(page, NAME)).includes('Felled in 2026.');
    });
  });

  it('is kept on this device where sync has no more room, and the form says so', async () => {
    await fillSync();
    await openForm();
    await type(page, TEXT);
    await press(page, 'Save');
    await says(page, 'Saved on this device only');
    await waitForTopics(other, 1);
  });

  it('stands in the options, and is deleted there', async () => {
    await writeNote();
    await options.bringToFront();
    await waitFor('the note', () =>
      options.evaluate(
        (name: string) =>
          document.querySelector('[data-pack=my-notes] .note-name')?.textContent === name,
        NAME,
      ),
    );
    await pressButton(options, 'Delete', '[data-pack=my-notes] .note-entry');
    await waitForTopics(page, 0);
    await waitForTopics(other, 0);
  });
});
