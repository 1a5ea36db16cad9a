/**
 * The page layer in Chromium, beside what a browser must do anyway and what others do. The modules are
 * those that ship, in pages without the extension. Times of a first run are from fresh renderers.
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { HEADLESS_CHROMIUM_ARGS } from '../../scripts/drivers/chromium-args.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { loadBundledPack } from '../../src/packs/bundled/load.ts';
import { median } from './measure.ts';
import type { Contestants } from './page/in-page.ts';
import { PAGES } from './page/pages.ts';

interface PageFigure {
  page: string;
  name: string;
  /** Median time, in ms: first in a fresh renderer, and after several runs in one. */
  first: number | null;
  warm: number | null;
  /** The same as multiples of the first figure of the page. */
  firstRatio: number | null;
  warmRatio: number | null;
  /** Longest slice after the first, in ms. */
  slice?: number;
}

declare const bench: Contestants;

/** Rounds on pages of usual length, and on huge ones, which take long to lay out. */
const ROUNDS = { usual: { fresh: 9, warm: 20 }, huge: { fresh: 3, warm: 6 } };
/** Terms for the peers, as many as in the figures that others publish. */
const PEER_TERMS = 200;
const PEER_ROUNDS = 3;
/** Peers take minutes on pages longer than this, in characters of markup. */
const PEER_LIMIT = 200_000;

async function bundle(): Promise<string> {
  const entry = new URL('page/in-page.ts', import.meta.url).pathname;
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'contestants' } },
  })) as { output: { code: string }[] }[];
  return result[0]?.output[0]?.code ?? '';
}

/** JavaScript that runs a contestant and tells the time in ms. */
function timed(run: string): string {
  return `(async () => { const t = performance.now(); const r = await (${run}); const end = performance.now(); r?.end?.(); return end - t; })()`;
}

/** Opens one page again and again, and runs contestants in it. */
class Track {
  readonly #browser: Browser;
  readonly #code: string;
  readonly #html: string;
  readonly #rounds: { fresh: number; warm: number };

  constructor(browser: Browser, code: string, html: string) {
    this.#browser = browser;
    this.#code = code;
    this.#html = html;
    this.#rounds = html.length < PEER_LIMIT ? ROUNDS.usual : ROUNDS.huge;
  }

  async open(): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setContent(this.#html);
    await page.evaluate(this.#code);
    // A page at rest: laid out and painted, as it is when a content script starts.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))),
    );
    return page;
  }

  /** Median time of a first run, each in a renderer of its own. */
  async first(run: string, rounds = this.#rounds.fresh): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const page = await this.open();
      times.push(await page.evaluate(timed(run)));
      await page.close();
    }
    return median(times);
  }

  /** Median time in a page where it has run before. */
  async warm(page: Page, run: string): Promise<number> {
    const rounds = this.#rounds.warm;
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await page.evaluate(timed(run)));
    return median(times.slice(rounds >> 1));
  }
}

/** Floors and Gloss, the floor first. */
async function measureGloss(track: Track, page: string): Promise<PageFigure[]> {
  const figures: PageFigure[] = [];
  const warmPage = await track.open();
  for (const [name, run] of [
    ['read data (floor A)', 'bench.readData()'],
    ['read code units (floor B)', 'bench.readUnits()'],
    ['Gloss: collect blocks', 'bench.collect()'],
    ['Gloss: everything', 'bench.gloss()'],
  ] as const) {
    const first = await track.first(run);
    const warm = await track.warm(warmPage, run);
    const floor = figures[0];
    const firstRatio = first / (floor?.first ?? first);
    const warmRatio = warm / (floor?.warm ?? warm);
    figures.push({ page, name, first, warm, firstRatio, warmRatio });
  }
  const slices = await warmPage.evaluate(() => {
    const run = bench.gloss();
    run.end();
    return run.slices;
  });
  await warmPage.close();
  const last = figures.at(-1);
  if (last) last.slice = Math.max(0, ...slices.slice(1));
  return figures;
}

/** What others do; `floor` is floor A's first run, in ms. */
async function measurePeers(track: Track, page: string, floor: number): Promise<PageFigure[]> {
  const aliases = loadBundledPack().entities.flatMap((entity) => entity.aliases);
  const terms = JSON.stringify(aliases.slice(0, PEER_TERMS).map(({ text }) => text));
  const figures: PageFigure[] = [];
  for (const [name, run] of [
    ['RegExp over textContent', `bench.searchText(${terms})`],
    ['wrap in spans', `bench.wrapInSpans(${terms})`],
    ['mark.js', `bench.markJs(${terms})`],
  ] as const) {
    const first = await track.first(run, PEER_ROUNDS);
    const firstRatio = first / floor;
    const peer = `${name}, ${PEER_TERMS} terms`;
    figures.push({ page, name: peer, first, warm: null, firstRatio, warmRatio: null });
  }
  return figures;
}

/** Hit tests with every mention marked, beside the bare native call. */
async function measureHover(track: Track, page: string): Promise<PageFigure[]> {
  const tab = await track.open();
  const { ours, bare, marks } = await tab.evaluate(() => {
    const run = bench.gloss('every');
    bench.hover(run);
    const times = bench.hover(run);
    let count = 0;
    for (const { size } of CSS.highlights.values()) count += size;
    run.end();
    return { ...times, marks: count };
  });
  await tab.close();
  const figure = (name: string, warm: number): PageFigure => ({
    page,
    name,
    first: null,
    warm,
    firstRatio: null,
    warmRatio: warm / bare,
  });
  return [figure('caretPositionFromPoint', bare), figure(`hit test, ${marks} marks`, ours)];
}

/** Figures of all pages. @throws Error when no Chromium is installed */
export async function benchPage(): Promise<PageFigure[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const code = await bundle();
  const browser = await chromium.launch({ executablePath, args: [...HEADLESS_CHROMIUM_ARGS] });
  const figures: PageFigure[] = [];
  try {
    for (const page of PAGES) {
      const html = page.html();
      const track = new Track(browser, code, html);
      const own = await measureGloss(track, page.name);
      figures.push(...own);
      if (html.length < PEER_LIMIT) {
        figures.push(...(await measurePeers(track, page.name, own[0]?.first ?? 1)));
      }
      figures.push(...(await measureHover(track, page.name)));
    }
  } finally {
    await browser.close();
  }
  return figures;
}
