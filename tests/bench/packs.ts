/**
 * What added packs cost: a pack with 100,000 names, beside the bundled pack alone, in the same run. Each
 * reading is the first in a renderer of its own, as a page's is, and counts what its main thread's
 * processor has done: its garbage collection and its messages too, but not what else the machine does.
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { HEADLESS_CHROMIUM_ARGS } from '../../scripts/drivers/chromium-args.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { announce, drawn, median } from './measure.ts';
import type { Background } from './packs-background.ts';
import type { PackContestants, Reading } from './page/packs-in-page.ts';
import { PAGES } from './page/pages.ts';
import { processorClock } from './page/processor.ts';

/** Few, so that a run ends in minutes; the median of them counts. */
const ROUNDS = 7;
/** The usual page, one that is long, and one that names nothing. */
const MEASURED = [
  ...PAGES.slice(0, 2).map(({ name, html }) => ({ name, html: html() })),
  {
    name: 'page that names nothing',
    html: `<!doctype html><html lang="en"><body>${'<p>bread is made of flour and water and salt, and it is baked.</p>'.repeat(700)}</body></html>`,
  },
];

declare const packs: PackContestants;

async function bundle(): Promise<string> {
  const entry = new URL('page/packs-in-page.ts', import.meta.url).pathname;
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'contestants' } },
  })) as { output: { code: string }[] }[];
  return result[0]?.output[0]?.code ?? '';
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

interface Measured {
  reading: Reading;
  /** Processor time of the main thread, in ms. */
  ms: number;
  /** Bytes that the page's heap has grown by. */
  heap: number;
}

/** One reading in a context, and so a process, of its own. */
async function read(
  browser: Browser,
  {
    html,
    code,
    filter,
    reach,
  }: { html: string; code: string } & Pick<Background, 'filter' | 'reach'>,
  run: string,
): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.exposeFunction('reach', reach);
  await page.setContent(html);
  await page.evaluate(code);
  // It comes with what is read from storage, and not as code that has to be parsed.
  await page.evaluate((text) => {
    Object.assign(globalThis, { filter: text });
  }, filter);
  await drawn(page);
  const clock = await processorClock(page);
  const before = await heapOf(page);
  const start = clock.now();
  const reading = await page.evaluate<Reading>(run);
  const ms = clock.now() - start;
  const heap = (await heapOf(page)) - before;
  await context.close();
  return { reading, ms, heap };
}

/**
 * @param background with the pack on its shelf
 * @throws Error when no Chromium is installed
 */
export async function benchPacks(background: Background): Promise<object[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const { compileMs, indexBytes, filter } = background;
  const answering: number[] = [];
  const reach = async (keys: string) => {
    const start = performance.now();
    const part = await background.reach(keys);
    answering.push(performance.now() - start);
    return part;
  };
  const code = await bundle();
  const rows: object[] = [
    { what: 'compile, in the worker', ms: compileMs },
    { what: 'index in the background', bytes: indexBytes },
    { what: 'filter in a page, as base64', bytes: filter.length },
  ];
  const browser = await chromium.launch({ executablePath, args: [...HEADLESS_CHROMIUM_ARGS] });
  try {
    for (const { name, html } of MEASURED) {
      announce(`${name}: with and without an added pack`);
      const hasKeys = !name.includes('nothing');
      const alone: Measured[] = [];
      const withPacks: Measured[] = [];
      answering.length = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const page = { html, code, filter, reach };
        alone.push(await read(browser, page, 'packs.alone()'));
        withPacks.push(await read(browser, page, `packs.withPacks(filter, ${hasKeys})`));
      }
      const middle = (runs: Measured[], of: (run: Measured) => number) => median(runs.map(of));
      const time = (runs: Measured[]) => middle(runs, ({ ms }) => ms);
      const heap = (runs: Measured[]) => middle(runs, (run) => run.heap);
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
