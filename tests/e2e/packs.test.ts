/** A pack of a reader's own: added from a file, marked, read, ordered, removed and brought back. */
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { doOnce, reload, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { LARGEST_PACK_FILE } from '../../src/packs/read-file.ts';
import { chooseFile, resetAll } from './support/extension.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { pressButton, waitForWords } from './support/popup.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const SI_UNITS = readFileSync(`${ROOT}docs/examples/si-units.json`, 'utf8');
/** Of the options page: where a file is chosen, and what is said of it. */
const IMPORT = '.pack-import';

const stage = setStage(ROUTES);
let page: Tab;
let options: Tab;

beforeAll(async () => {
  page = await stage.open('/units');
  options = await stage.browser.openExtensionPage(OPTIONS);
});

/** Each test begins without packs, and ends where it may: nothing of it is left for the next. */
beforeEach(async () => {
  await resetAll(options);
  await page.bringToFront();
  await reload(page);
  await waitForMarks(page);
  await options.bringToFront();
  await reload(options);
});

const says = (words: string) => waitForWords(options, words);
const optionsText = () => options.evaluate(() => document.body.textContent ?? '');

const choose = (name: string, text: string) =>
  chooseFile(options, `${IMPORT} input[type=file]`, name, text);

/** Presses a button of the options within a CSS selector, in the tab that is seen. */
async function press(within: string, words: string): Promise<void> {
  await options.bringToFront();
  await pressButton(options, words, within);
}

/** Names enough for several reports of progress. */
const MANY = 5_000;
const PREPARING = 'Preparing its names for matching …';

const manyTerms = (count: number): string =>
  `name,summary,source\n${Array.from({ length: count }, (_, i) => `Oak number ${i},A tree.,https://example.org/oaks\n`).join('')}`;

/** A glossary of one term, as JSON-LD. */
const termSet = (term: object): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    name: 'Our units',
    hasDefinedTerm: [{ '@type': 'DefinedTerm', ...term }],
  });

/** Adds the pack, as a reader does. */
async function add(): Promise<void> {
  await choose('si-units.json', SI_UNITS);
  await press(IMPORT, 'Add this pack');
  await says('SI base units was added.');
}

/** How many marks a kind of entity has on the page. */
const marksOf = (kind: string) =>
  page.evaluate((name: string) => CSS.highlights.get(name)?.size ?? 0, `gloss-${kind}`);

async function waitForTopics(wanted: boolean): Promise<void> {
  await page.bringToFront();
  await waitFor(`${wanted ? 'some' : 'no'} topics`, async () => {
    return (await marksOf('topic')) > 0 === wanted;
  });
}

/** Leaves the pack as if another version of Gloss had stored it with this as its file. */
const leaveAs = (text: string) =>
  options.evaluate(
    (file: string) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gloss-packs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction(['heads', 'texts'], 'readwrite');
          const heads = change.objectStore('heads');
          heads.get('si-units').onsuccess = ({ target }) => {
            const head = (target as IDBRequest).result;
            heads.put({ ...head, format: head.format - 1 }, 'si-units');
          };
          change.objectStore('texts').put(file, 'si-units');
          change.onerror = () => reject(change.error);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    text,
  );

describe('a pack file', () => {
  it('that is none is refused with every problem by its place', async () => {
    await choose('broken.json', SI_UNITS.replace('"si-units"', '"SI units"'));
    await says('broken.json cannot be added. It has 1 problem:');
    await says('id: must be lower-case words joined by hyphens');
    await press(IMPORT, 'Close');
  });

  it('of a glossary is shown as the pack that it makes, and its problems by their rows', async () => {
    await choose('trees.csv', 'name,summary\nOak,\n');
    await says('row 2, column summary:');
    await press(IMPORT, 'Close');
    await choose('trees.csv', 'name,summary,source\nOak,A tree.,https://example.org/oaks\n');
    await says('Made from trees.csv.');
    await says('example.org');
    await press(IMPORT, 'Cancel');
  });

  it.each([
    [
      'a table',
      'trees.csv',
      'name,aliases,summary,source\nkilogram,kilograms,,https://example.org/kg\n',
      'row 2, column summary',
      'name,aliases,summary,source\nkilogram,kilograms,A unit of mass.,https://example.org/kg\n',
    ],
    [
      'JSON-LD',
      'trees.jsonld',
      termSet({ name: 'kilogram', url: 'https://example.org/kg' }),
      'term 1 ("kilogram"), description',
      termSet({
        name: 'kilogram',
        description: 'A unit of mass.',
        url: 'https://example.org/kg',
      }),
    ],
  ])(
    'of a glossary (%s) names what is wrong with it by its place; put right, it is marked and read',
    async (_, name, wrong, place, right) => {
      await choose(name, wrong);
      await says(`${name} cannot be added.`);
      await says(`${place}: `);
      await press(IMPORT, 'Close');
      await choose(name, right);
      await says('A unit of mass.');
      await says('example.org');
      await press(IMPORT, 'Add this pack');
      await says('was added.');
      await waitForTopics(true);
      expect(await hover(page, 'kilogram')).toContain('A unit of mass.');
    },
  );

  it.each([
    ['of 32 MB is read', 0, 'large.json cannot be added. It has 1 problem:'],
    ['of a byte more is not', 1, 'large.json is larger than 32 MB, which is the most that a pack'],
  ])('%s', async (_, more, words) => {
    // Made in the page: so much is not sent to it.
    await doOnce('the field for large.json', () =>
      options.evaluate(
        (field: string, size: number) => {
          const input = document.querySelector<HTMLInputElement>(field);
          if (!input || input.disabled) return false;
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(size)], 'large.json'));
          input.files = files.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        },
        `${IMPORT} input[type=file]`,
        LARGEST_PACK_FILE + more,
      ),
    );
    await says(words);
  });

  it('says what is being done with it, and how much of its names has been prepared', async () => {
    await options.evaluate((within: string) => {
      const said: string[] = [];
      const look = () => {
        const phase = document.querySelector(`${within} #pack-phase`)?.textContent;
        const words = phase?.replaceAll('\u00a0', ' ');
        const bar = document.querySelector<HTMLProgressElement>(`${within} progress`);
        if (!words || !bar) return;
        const share = bar.hasAttribute('value') ? ` ${bar.value.toFixed(2)}` : '';
        if (said.at(-1) !== words + share) said.push(words + share);
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      Object.assign(globalThis, { said });
    }, IMPORT);
    await choose('terms.csv', manyTerms(MANY));
    await says('Made from terms.csv.');
    await press(IMPORT, 'Add this pack');
    await says('was added.');
    const said = await options.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    const shares = said.filter((words) => words.startsWith(PREPARING));
    expect(said.filter((words) => !words.startsWith(PREPARING))).toEqual([
      'Reading the file …',
      'Checking the pack …',
      'Comparing it with your packs …',
      'Saving …',
    ]);
    expect(said.at(-1)).toBe('Saving …');
    expect(shares[0]).toBe(`${PREPARING} 0.00`);
    expect(shares.at(-1)).toBe(`${PREPARING} 1.00`);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort());
  });

  it('is shown before it is added', async () => {
    await choose('si-units.json', SI_UNITS);
    await says('What popovers will show');
    await says('www.bipm.org');
    expect(await optionsText()).not.toContain('was added');
    expect(await marksOf('topic')).toBe(0);
  });

  it('is remarked on where it says what is hardly meant, and is added all the same', async () => {
    const pack = JSON.parse(SI_UNITS);
    const kilogram = pack.entities.find(({ id }: { id: string }) => id === 'kilogram');
    kilogram.cues = ['kilograms'];
    await choose('si-units.json', JSON.stringify(pack));
    await says('1 thing that may be meant otherwise');
    await says('“kilograms” names Kilogram and is one of its cues as well.');
    await press(IMPORT, 'Add this pack');
    await says('SI base units was added.');
  });

  it('is marked in an open tab once it is added, beside the bundled pack', async () => {
    await add();
    await waitForTopics(true);
    await waitFor('the mark of CATL', async () => (await marksOf('organization')) === 1);
    expect(await hover(page, 'kilogram')).toContain('Planck constant');
    await leave(page);
    expect(await hover(page, 'CATL')).toContain('battery');
  });

  it('is there after the background was stopped', async () => {
    await add();
    await stage.browser.stopBackground();
    await page.bringToFront();
    await reload(page);
    await waitForTopics(true);
    expect(await hover(page, 'kilogram')).toContain('Planck constant');
  });

  it('is updated with what changes', async () => {
    await add();
    await choose('si-units.json', SI_UNITS.replace('"1.0.0"', '"1.1.0"'));
    await says('Takes the place of version 1.0.0 (this is 1.1.0): 0 entries added, 0 changed');
    await press(IMPORT, 'Update this pack');
    await says('SI base units was updated.');
  });

  it('is moved before the bundled pack', async () => {
    await add();
    await press('[data-pack=si-units]', 'Move SI base units up');
    await waitFor('the new order', () =>
      options.evaluate(
        () => document.querySelector('[data-pack]')?.getAttribute('data-pack') === 'si-units',
      ),
    );
  });

  it('leaves pages when it is removed, and comes back when that is undone', async () => {
    await add();
    await waitForTopics(true);
    await press('[data-pack=si-units]', 'Remove');
    await says('SI base units was removed.');
    expect(await optionsText()).not.toContain('was added');
    await waitForTopics(false);
    await waitFor('the mark of CATL', async () => (await marksOf('organization')) === 1);
    await press('.removed', 'Undo');
    await waitForTopics(true);
  });

  it.each([
    ['a newer Gloss', SI_UNITS.replace('"format": 1', '"format": 2'), 'is from a newer Gloss'],
    ['a damaged file', SI_UNITS.slice(0, -40), 'What is stored of this pack is damaged.'],
  ])(
    'of %s says so and is kept, beside others, until its file is added again',
    async (_, text, words) => {
      await add();
      await waitForTopics(true);
      await leaveAs(text);
      await stage.browser.stopBackground();
      await options.bringToFront();
      await reload(options);
      await says(words);
      await page.bringToFront();
      await reload(page);
      await waitFor('the mark of CATL', async () => (await marksOf('organization')) === 1);
      expect(await marksOf('topic')).toBe(0);
      await options.bringToFront();
      await add();
      await waitFor('nothing to be wrong', async () => !(await optionsText()).includes(words));
      await waitForTopics(true);
    },
  );
});
