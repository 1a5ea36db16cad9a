/** A pack of a reader's own: added from a file, marked, read, ordered, removed and brought back. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { launch } from './support/browser.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';

const SI_UNITS = readFileSync(`${ROOT}docs/examples/si-units.json`, 'utf8');

let browser: Driver;
let server: Server;
let page: Tab;
let options: Tab;

beforeAll(async () => {
  server = await serve(`${ROOT}docs/demo`, ROUTES);
  browser = await launch();
  page = await browser.open(`${server.origin}/units`);
  await waitForMarks(page);
  options = await browser.openExtensionPage('src/options/options.html');
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const optionsText = () => options.evaluate(() => document.body.textContent ?? '');
const says = (words: string) =>
  waitFor(`"${words}" in the options`, async () => (await optionsText()).includes(words));

/** Hands a file to the options page as a chooser or a drop does. */
async function choose(name: string, text: string): Promise<void> {
  await options.bringToFront();
  await waitFor('the file field', () =>
    options.evaluate(
      (file: string, content: string) => {
        const input = document.querySelector<HTMLInputElement>('.pack-import input[type=file]');
        if (!input || input.disabled) return false;
        const chosen = new DataTransfer();
        chosen.items.add(new File([content], file, { type: 'application/json' }));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      name,
      text,
    ),
  );
}

/** Presses a button of the options by its words or its label, within a CSS selector. */
async function press(within: string, words: string): Promise<void> {
  await options.bringToFront();
  await waitFor(`the button ${words}`, () =>
    options.evaluate(
      (selector: string, label: string) => {
        const buttons = document.querySelectorAll<HTMLButtonElement>(`${selector} button`);
        const button = [...buttons].find(
          (each) => each.textContent?.trim() === label || each.ariaLabel === label,
        );
        button?.click();
        return button !== undefined;
      },
      within,
      words,
    ),
  );
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

describe('a pack file', () => {
  it('that is none is refused with every problem by its place', async () => {
    await choose('broken.json', SI_UNITS.replace('"si-units"', '"SI units"'));
    await says('broken.json cannot be added. It has 1 problem:');
    await says('id: must be lower-case words joined by hyphens');
    await press('.pack-import', 'Close');
  });

  it('of a glossary is shown as the pack that it makes, and its problems by their rows', async () => {
    await choose('trees.csv', 'name,summary\nOak,\n');
    await says('row 2, column summary:');
    await press('.pack-import', 'Close');
    await choose('trees.csv', 'name,summary,source\nOak,A tree.,https://example.org/oaks\n');
    await says('Made from trees.csv.');
    await says('example.org');
    await press('.pack-import', 'Cancel');
  });

  it('is shown before it is added', async () => {
    await choose('si-units.json', SI_UNITS);
    await says('What popovers will show');
    await says('www.bipm.org');
    expect(await optionsText()).not.toContain('was added');
    await waitForTopics(false);
  });

  it('is marked in an open tab once it is added, beside the bundled pack', async () => {
    await press('.pack-import', 'Add this pack');
    await says('SI base units was added.');
    await waitForTopics(true);
    await waitFor('the mark of CATL', async () => (await marksOf('organization')) === 1);
    expect(await hover(page, 'kilogram')).toContain('Planck constant');
    await leave(page);
    expect(await hover(page, 'CATL')).toContain('battery');
    await leave(page);
  });

  it('is there after the background was stopped', async () => {
    await browser.stopBackground();
    await page.goto(`${server.origin}/units`);
    await page.bringToFront();
    await waitForTopics(true);
    expect(await hover(page, 'kilogram')).toContain('Planck constant');
    await leave(page);
  });

  it('is updated with what changes', async () => {
    await choose('si-units.json', SI_UNITS.replace('"1.0.0"', '"1.1.0"'));
    await says('Takes the place of version 1.0.0 (this is 1.1.0): 0 entries added, 0 changed');
    await press('.pack-import', 'Update this pack');
    await says('SI base units was updated.');
  });

  it('is moved before the bundled pack', async () => {
    await press('[data-pack=si-units]', 'Move SI base units up');
    await waitFor('the new order', () =>
      options.evaluate(
        () => document.querySelector('[data-pack]')?.getAttribute('data-pack') === 'si-units',
      ),
    );
  });

  it('leaves pages when it is removed, and comes back when that is undone', async () => {
    await press('[data-pack=si-units]', 'Remove');
    await says('SI base units was removed.');
    expect(await optionsText()).not.toContain('was added');
    expect(await optionsText()).not.toContain('was updated');
    await waitForTopics(false);
    await waitFor('the mark of CATL', async () => (await marksOf('organization')) === 1);
    await press('.removed', 'Undo');
    await waitForTopics(true);
  });
});
