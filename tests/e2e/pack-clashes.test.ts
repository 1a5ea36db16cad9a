/**
 * A pack that clashes, misuses its texts and is updated: what the preview warns of, who wins on the page,
 * and what stays as the reader has set it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { BLANK } from '../support/pack.ts';
import { chooseFile, storedSettings, storeSetting } from './support/extension.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { catchDownloads, pressButton, waitForWords } from './support/popup.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const MARKUP = '<img src=x onerror="document.title=1">';

/** A pack that names what the bundled one names, and a common word. */
const packOf = (version: string) => ({
  format: 1,
  id: 'ways',
  title: 'Ways to say it',
  description: 'For tests.',
  language: 'en',
  version,
  asOf: '2026',
  licence: 'CC0-1.0',
  sources: {},
  'x-editor': { note: 'a field of its own' },
  entities: [
    {
      ...BLANK,
      id: 'catl',
      type: 'organization',
      name: 'Cattle',
      summary: `Another ${MARKUP} of that name.`,
      aliases: [{ text: 'CATL', lang: 'en' }],
    },
    {
      ...BLANK,
      id: 'convention',
      type: 'agreement',
      name: 'Convention',
      summary: 'A treaty on measures.',
      aliases: [
        { text: 'Metre Convention', lang: 'en' },
        { text: 'year', lang: 'en' },
      ],
    },
  ],
});

const stage = setStage(ROUTES);
let page: Tab;
let options: Tab;

beforeEach(async () => {
  await stage.reset();
  page = await stage.open('/units');
  await page.bringToFront();
  await waitForMarks(page);
  options = await stage.browser.openExtensionPage(OPTIONS);
});
afterEach(async () => {
  await options.close();
  await page.close();
});

async function choose(name: string, text: string): Promise<void> {
  await options.bringToFront();
  await chooseFile(options, '.pack-import input[type=file]', name, text);
}

/** How many marks a kind of entity has on the page. */
const marksOf = (kind: string) =>
  page.evaluate((name: string) => CSS.highlights.get(name)?.size ?? 0, `gloss-${kind}`);

/** Waits until a text of the page is explained by these words. */
async function explained(text: string, words: string): Promise<void> {
  await page.bringToFront();
  await waitFor(`"${words}" at "${text}"`, async () => {
    const said = await hover(page, text);
    await leave(page);
    return said.includes(words);
  });
}

async function addPack(): Promise<void> {
  await choose('ways.json', JSON.stringify(packOf('1')));
  await pressButton(options, 'Add this pack');
  await page.bringToFront();
  await waitFor('its own mark', async () => (await marksOf('agreement')) === 1);
}

/** Before the bundled pack, whose names it then takes. */
async function moveUp(): Promise<void> {
  await options.bringToFront();
  await pressButton(options, 'Move Ways to say it up');
}

describe('a file with many problems', () => {
  it('is refused with the first fifty of them, and how many there are', async () => {
    const entities = Array.from({ length: 60 }, (_, i) => ({
      ...BLANK,
      id: `e-${i}`,
      type: 'topic',
      name: 'Thing',
      summary: 'A thing.',
      source: 'nowhere',
      aliases: [{ text: `thing ${i}`, lang: 'en' }],
    }));
    await choose('many.json', JSON.stringify({ ...packOf('1'), entities }));
    await waitForWords(options, 'It has 60 problems:');
    await waitForWords(options, 'The first 50 are shown.');
    const shown = await options.evaluate(() =>
      [...document.querySelectorAll('.problems li')].map(({ textContent }) => textContent),
    );
    expect(shown).toHaveLength(50);
    expect(shown[0]).toBe('entities[0].source: no source "nowhere"');
  });
});

describe('a pack that names what another names', () => {
  it('is shown with its clashes and common words, and its markup as text', async () => {
    await choose('ways.json', JSON.stringify(packOf('1')));
    await waitForWords(options, '1 name is also in another pack');
    await waitForWords(options, '“CATL” stays CATL');
    await waitForWords(options, '1 name is a common word');
    await waitForWords(options, '“year” (Convention) would match about once in');
    await waitForWords(options, MARKUP);
    const images = await options.evaluate(
      () => document.querySelectorAll('.pack-preview img').length,
    );
    expect(images).toBe(0);
  });

  it('comes after what was there, wins where it is moved up, and goes when it is removed', async () => {
    await addPack();
    await explained('CATL', 'battery');
    await stage.browser.stopBackground();
    await moveUp();
    // As text in the popover, too.
    await explained('CATL', MARKUP);
    expect(await page.evaluate(() => document.title)).toBe('Fixture');
    await pressButton(options, 'Remove');
    await explained('CATL', 'battery');
  });

  it('keeps its place and what was muted when it is updated', async () => {
    await addPack();
    await moveUp();
    await storeSetting(options, 'muted', ['ways:convention']);
    await page.bringToFront();
    await waitFor('the mark to go', async () => (await marksOf('agreement')) === 0);
    await choose('ways.json', JSON.stringify(packOf('2')));
    await waitForWords(options, 'What you have muted stays muted.');
    await stage.browser.stopBackground();
    await pressButton(options, 'Update this pack');
    await waitForWords(options, 'Ways to say it was updated.');
    // Read anew with the new version: what is marked is, and what is muted is not.
    await page.goto(`${stage.origin}/units`);
    await explained('CATL', MARKUP);
    expect(await marksOf('agreement')).toBe(0);
    expect(await storedSettings(options)).toMatchObject({ muted: ['ways:convention'] });
  });

  it('is saved as the file that it was, with fields that nobody here knows', async () => {
    await addPack();
    await options.bringToFront();
    const saved = await catchDownloads(options);
    await pressButton(options, 'Save as a file');
    expect(JSON.parse(await saved())).toEqual(packOf('1'));
  });
});
