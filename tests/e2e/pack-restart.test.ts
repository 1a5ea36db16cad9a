/**
 * The whole browser ends and is started again with the same profile: a pack that was added is there as
 * it was left, and is not compiled anew. Only in Chromium: see vitest.config.ts.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/drivers/chromium.ts';
import { type Driver, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { launch } from './support/browser.ts';
import { chooseFile, storedSettings } from './support/extension.ts';
import { hover, waitForMarks } from './support/page.ts';
import { press } from './support/popover.ts';
import { pressButton, waitForWords } from './support/popup.ts';
import { OPTIONS } from './support/stage.ts';

const SI_UNITS = readFileSync(`${ROOT}docs/examples/si-units.json`, 'utf8');

/** Two names of the pack, and one of the bundled one. */
const MEASURES = {
  body: '<!doctype html><html lang="en"><title>Units</title><p>The kilogram and the ampere were redefined. CATL had no part in it.</p>',
};

/** Ids of the packs in the options, in the order in which they win. */
const packOrder = (options: Tab) =>
  options.evaluate(() =>
    [...document.querySelectorAll('[data-pack]')].map((row) => row.getAttribute('data-pack')),
  );

async function waitForFirst(options: Tab, pack: string): Promise<void> {
  await waitFor(`${pack} to be the first pack`, async () => (await packOrder(options))[0] === pack);
}

/** Adds the pack and puts it before the bundled one. */
async function addFirst(options: Tab): Promise<void> {
  await chooseFile(options, '.pack-import input[type=file]', 'si-units.json', SI_UNITS);
  await waitForWords(options, 'What popovers will show');
  await pressButton(options, 'Add this pack', '.pack-import');
  await waitForWords(options, 'SI base units was added.');
  await pressButton(options, 'Move SI base units up', '[data-pack=si-units]');
  await waitForFirst(options, 'si-units');
}

/** Never marks the entity again that is marked at these words. */
async function mute(page: Tab, words: string, name: string): Promise<void> {
  await page.bringToFront();
  await waitForMarks(page, ['topic']);
  await hover(page, words);
  await press(page, 'Actions');
  await press(page, `Never mark ${name}`);
}

/** Takes the packs' files away, from which alone they could be compiled again. */
const loseFiles = (options: Tab) =>
  options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gloss-packs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('texts', 'readwrite');
          change.objectStore('texts').clear();
          change.onerror = () => reject(change.error);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

describe('an added pack, when the whole browser starts again', () => {
  const profile = mkdtempSync(join(tmpdir(), 'gloss-restart-'));
  let server: Server;
  let browser: Driver | undefined;
  const start = async () => {
    browser = await launch({ profile });
    return browser;
  };

  beforeAll(async () => {
    server = await serve(`${ROOT}docs/demo`, { '/measures': MEASURES });
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  it('marks pages as before, in its place and without what was muted, from what was compiled', async () => {
    const first = await start();
    const options = await first.openExtensionPage(OPTIONS);
    await addFirst(options);
    await mute(await first.open(`${server.origin}/measures`), 'kilogram', 'Kilogram');
    await waitFor('kilogram to be muted', async () => {
      const { muted } = await storedSettings(options);
      return Array.isArray(muted) && muted.length === 1;
    });
    await loseFiles(options);
    await first.close();

    const second = await start();
    const page = await second.open(`${server.origin}/measures`);
    await page.bringToFront();
    await waitForMarks(page, ['topic', 'organization']);
    const marked = (await readMarks(page)).map(({ text }) => text);
    expect(marked).toContain('CATL');
    expect(marked).not.toContain('kilogram');
    expect(await hover(page, 'ampere')).toContain('charge of the electron');
    const again = await second.openExtensionPage(OPTIONS);
    await waitForFirst(again, 'si-units');
  });
});
