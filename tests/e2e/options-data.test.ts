/** The options page's data: export and import, bad files, full storage, two tabs at once. */
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { doOnce, reload, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import {
  changeControl,
  chooseFile,
  resetAll,
  storedSettings,
  storeSetting,
} from './support/extension.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const FILE = readFileSync(`${ROOT}tests/fixtures/exports/version-2.json`, 'utf8');

/** In one order, for comparing. */
const KEYS = ['muted', 'sites', 'theme'];

const stage = setStage();
let options: Tab;

beforeAll(async () => {
  options = await stage.browser.openExtensionPage(OPTIONS);
});
/** Neither stores nor says anything of what an earlier test did. */
beforeEach(async () => {
  await resetAll(options);
  await options.bringToFront();
  await reload(options);
});

/** Chooses a file in the import's field, as a reader does. */
const choose = (text: string) => chooseFile(options, '#data input[type=file]', 'gloss.json', text);

const words = (selector: string): Promise<string> =>
  options.evaluate((wanted: string) => document.querySelector(wanted)?.textContent ?? '', selector);
const said = (part: string, selector: string) =>
  waitFor(`"${part}"`, async () => (await words(selector)).includes(part));
async function press(selector: string): Promise<void> {
  await doOnce(selector, () =>
    options.evaluate((wanted: string) => {
      const button = document.querySelector<HTMLButtonElement>(wanted);
      if (!button || button.disabled) return false;
      button.click();
      return true;
    }, selector),
  );
}

/** Presses "save to a file", and answers with what would be downloaded. */
async function exported(): Promise<string> {
  await options.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => {
        document.documentElement.dataset.saved = text;
      });
      return create(blob);
    };
  });
  await press('#data .setting .button');
  return waitFor('the file', () =>
    options.evaluate(() => document.documentElement.dataset.saved ?? null),
  );
}

describe('data', () => {
  const IMPORTED = { theme: 'dark', sites: ['*://*.example.com/*'], muted: ['catl'] };
  const isStored = (settings: object) =>
    waitFor('what is stored', async () => {
      const stored = await storedSettings(options);
      return JSON.stringify(stored, KEYS) === JSON.stringify(settings, KEYS);
    });

  it('is imported after it was shown, and taken back', async () => {
    await choose(FILE);
    await said('5 things would change', '#data');
    expect(await words('#data .import')).toContain('Rivers');
    expect(await storedSettings(options)).toEqual({});
    // What the browser does when it needs the memory.
    await stage.browser.stopBackground();
    await press('.import .primary');
    await said('Imported', '.toast');
    await isStored(IMPORTED);
    await said('Rivers', '#packs');
    await stage.browser.stopBackground();
    await press('.toast .link');
    await isStored({});
    await waitFor('the pack to go', async () => !(await words('#packs')).includes('Rivers'));
    await said('Taken back', '.toast');
  });

  it('comes out as it came in', async () => {
    await choose(FILE);
    await press('.import .primary');
    await said('Imported', '.toast');
    const file = JSON.parse(await exported());
    const { settings, packs, order } = JSON.parse(FILE);
    expect(file).toMatchObject({ gloss: 'export', version: 2, settings, packs });
    expect(file.order[0]).toBe(order[0]);
    await choose(JSON.stringify(file));
    await said('Everything in this file is here already', '#data');
  });

  it.each([
    ['{', 'not JSON'],
    ['{"a":1}', 'not exported from Gloss'],
    ['{"gloss":"export","version":99,"settings":{}}', 'newer Gloss'],
    [
      '{"gloss":"export","version":2,"settings":{"setting.theme":"dark","setting.opening":7}}',
      'A popover opens',
    ],
  ])('is not taken from a bad file: %s', async (text, answer) => {
    await choose(text);
    await said(answer, '#data');
    expect(await storedSettings(options)).toEqual({});
  });

  it('is kept on this device where sync has no room, and nothing is lost', async () => {
    const muted = Array.from({ length: 600 }, (_, i) => `a-term-with-quite-a-long-name-${i}`);
    const settings = { 'setting.muted': muted, 'setting.theme': 'light' };
    await choose(JSON.stringify({ gloss: 'export', version: 1, settings }));
    await press('.import .primary');
    await said('Kept on this device only', '.toast');
    expect(await storedSettings(options)).toEqual({});
    await stage.withOwn(OPTIONS, (fresh) =>
      waitFor('the theme', () =>
        fresh.evaluate(() => document.documentElement.dataset.theme === 'light'),
      ),
    );
    await options.bringToFront();
    await press('.toast .link');
    await said('Taken back', '.toast');
  });

  it('loses nothing where two tabs change settings at once', () =>
    stage.withOwn(OPTIONS, async (other) => {
      const muteOf = (place: number) => `.terms li:nth-child(${place}) input`;
      await Promise.all([
        changeControl(other, '[data-setting=theme] input[value=dark]'),
        changeControl(options, '[data-setting=markStyle] input[value=solid]'),
        changeControl(other, muteOf(1)),
        changeControl(options, muteOf(2)),
      ]);
      await waitFor('all four', async () => {
        const { theme, markStyle, muted } = await storedSettings(options);
        return (
          theme === 'dark' && markStyle === 'solid' && Array.isArray(muted) && muted.length === 2
        );
      });
    }));

  it('keeps what a newer version wrote as it is', async () => {
    const stamp = (version: number) => chrome.storage.sync.set({ settingsVersion: version });
    await storeSetting(options, 'theme', 'sepia');
    await options.evaluate(stamp, 99);
    await changeControl(options, '[data-setting=theme] input[value=dark]');
    await said('newer Gloss', '.toast');
    expect(await storedSettings(options)).toEqual({ theme: 'sepia' });
    await press('.toast .link');
    await said('Taken back', '.toast');
  });
});

/** Of the extension API, what is used here. */
declare const chrome: { storage: { sync: { set(items: object): Promise<void> } } };
