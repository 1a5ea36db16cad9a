/**
 * The page layer in Chromium, beside what a browser must do anyway and what others do. The modules are
 * those that ship, in pages without the extension; built.ts measures the extension itself. Times are the
 * processor's, of the page's main thread; those of a first run are from fresh renderers.
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { HEADLESS_CHROMIUM_ARGS } from '../../scripts/drivers/chromium-args.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { loadBundledPack } from '../../src/packs/bundled/load.ts';
import { bundle } from './bundle.ts';
import { announce, drawn, median } from './measure.ts';
import type { Contestants } from './page/in-page.ts';
import { type BenchPage, PAGES } from './page/pages.ts';
import { processorClock } from './page/processor.ts';

interface PageFigure {
  page: string;
  name: string;
  /** Median time, in ms: first in a fresh renderer, and after several runs in one. */
  first: number | null;
  warm: number | null;
  /** The same as multiples of the figures of floor A (hit tests: of the bare native call). */
  firstRatio: number | null;
  warmRatio: number | null;
  /** Longest slice of a first run and of a warm one, in ms on the wall: of several runs the best. */
  slices?: string;
}

declare const bench: Contestants;

/** Rounds on pages of usual length, and on huge ones, which take long to lay out. */
const ROUNDS = { usual: { fresh: 9, warm: 20 }, huge: { fresh: 3, warm: 4 } };
/** Terms for the peers: as many as in the figures that others publish, and as small packs have. */
const PEER_TERMS = [200, 1000];
const PEER_ROUNDS = 3;
/** Peers take minutes on pages longer than this, in characters of markup. */
const PEER_LIMIT = 200_000;
/** Empty calls whose time is taken off, in the same page. */
const CALLS = 4;

const READY = 'Gloss: make the gazetteer ready';

const FINISH = 'void last?.end?.()';

/** Opens one page again and again, and runs contestants in it. */
class Track {
  readonly #browser: Browser;
  readonly #code: string;
  readonly #html: string;
  readonly rounds: { fresh: number; warm: number };

  constructor(browser: Browser, code: string, html: string) {
    this.#browser = browser;
    this.#code = code;
    this.#html = html;
    this.rounds = html.length < PEER_LIMIT ? ROUNDS.usual : ROUNDS.huge;
  }

  /** @param isReady whether the gazetteer is ready before anything is measured, as figures of their own say what that takes */
  async open(isReady = true): Promise<Page> {
    const page = await this.#browser.newPage();
    // A book takes a browser longer than the usual half minute.
    await page.setContent(this.#html, { timeout: 0 });
    await page.evaluate(this.#code);
    if (isReady) await page.evaluate('void bench.ready()');
    // A page at rest: laid out and painted, as it is when a content script starts.
    await drawn(page);
    return page;
  }

  /** Time of a first run, the median of several, each in a renderer of its own. */
  async first(run: string, rounds = this.rounds.fresh, isReady = true): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const page = await this.open(isReady);
      times.push(await timeOf(page, `(async () => { globalThis.last = await (${run}); })()`));
      await page.close();
    }
    return median(times);
  }

  /** Mean time where it has run before. */
  async warm(page: Page, run: string): Promise<number> {
    const { warm } = this.rounds;
    const rounds = `for (let n = 0; n < ${warm}; n++) { globalThis.last = ${run}; ${FINISH}; }`;
    await page.evaluate(rounds);
    return (await timeOf(page, rounds)) / warm;
  }

  /** The longest slice of a run, the best of several, in ms. */
  async slice(page: Page | null): Promise<number> {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < this.rounds.fresh; round++) {
      const tab = page ?? (await this.open());
      const slices = await tab.evaluate(() => {
        const run = bench.gloss();
        run.end();
        return run.slices;
      });
      if (!page) await tab.close();
      best = Math.min(best, Math.max(...slices));
    }
    return best;
  }
}

/** Processor time that an expression takes in a page, without the call itself. */
async function timeOf(page: Page, expression: string): Promise<number> {
  const clock = await processorClock(page);
  const before = clock.now();
  for (let call = 0; call < CALLS; call++) await page.evaluate('void 0');
  const start = clock.now();
  await page.evaluate(expression);
  return Math.max(0, clock.now() - start - (start - before) / CALLS);
}

/** Floors and Gloss, the floor first. */
async function measureGloss(track: Track, page: string): Promise<PageFigure[]> {
  const figures: PageFigure[] = [];
  const warmPage = await track.open();
  for (const [name, run] of [
    ['read data (floor A)', 'bench.readData()'],
    ['read code units (floor B)', 'bench.readUnits()'],
    [READY, 'bench.readyAgain()'],
    ['Gloss: collect blocks', 'bench.collect()'],
    ['Gloss: collect and match', 'bench.match()'],
    ['Gloss: everything', 'bench.gloss()'],
  ] as const) {
    announce(`${page}: ${name}`);
    const first = await track.first(run, track.rounds.fresh, name !== READY);
    const warm = await track.warm(warmPage, run);
    const floor = figures[0];
    const firstRatio = first / (floor?.first ?? first);
    const warmRatio = warm / (floor?.warm ?? warm);
    figures.push({ page, name, first, warm, firstRatio, warmRatio });
  }
  announce(`${page}: slices`);
  const slices = [await track.slice(null), await track.slice(warmPage)];
  await warmPage.close();
  const last = figures.at(-1);
  if (last) last.slices = slices.map((ms) => ms.toFixed(1)).join(' / ');
  return figures;
}

/** What others do; `floor` is floor A's first run, in ms. */
async function measurePeers(track: Track, page: string, floor: number): Promise<PageFigure[]> {
  const aliases = loadBundledPack().entities.flatMap((entity) => entity.aliases);
  const figures: PageFigure[] = [];
  for (const count of PEER_TERMS) {
    const terms = JSON.stringify(aliases.slice(0, count).map(({ text }) => text));
    for (const [name, run] of [
      ['RegExp over textContent', `bench.searchText(${terms})`],
      ['wrap in spans', `bench.wrapInSpans(${terms})`],
      ['mark.js', `bench.markJs(${terms})`],
    ] as const) {
      const peer = `${name}, ${Math.min(count, aliases.length)} terms`;
      announce(`${page}: ${peer}`);
      const first = await track.first(run, PEER_ROUNDS);
      const firstRatio = first / floor;
      figures.push({ page, name: peer, first, warm: null, firstRatio, warmRatio: null });
    }
  }
  return figures;
}

/** Hit tests with every mention marked, beside the bare native call. */
async function measureHover(track: Track, page: string): Promise<PageFigure[]> {
  announce(`${page}: hit tests`);
  const tab = await track.open();
  const { ours, bare, marks } = await tab.evaluate(() => {
    const run = bench.gloss('every');
    bench.hover(run);
    const times = bench.hover(run);
    const { stops: marks } = run.session.outline();
    run.end();
    return { ...times, marks };
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

/** Figures of one page. */
async function measurePage(
  browser: Browser,
  code: string,
  { name, html }: BenchPage,
): Promise<PageFigure[]> {
  const markup = html();
  const track = new Track(browser, code, markup);
  const own = await measureGloss(track, name);
  const isShort = markup.length < PEER_LIMIT;
  const peers = isShort ? await measurePeers(track, name, own[0]?.first ?? 1) : [];
  return [...own, ...peers, ...(await measureHover(track, name))];
}

/**
 * Figures of all pages.
 * @param huge the huge pages, which take minutes, in place of the others
 * @throws Error when no Chromium is installed
 */
export async function benchPage(huge: boolean): Promise<PageFigure[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const code = await bundle('page/in-page.ts');
  const browser = await chromium.launch({ executablePath, args: [...HEADLESS_CHROMIUM_ARGS] });
  const figures: PageFigure[] = [];
  try {
    for (const page of PAGES) {
      if (page.isHuge === huge) figures.push(...(await measurePage(browser, code, page)));
    }
  } finally {
    await browser.close();
  }
  return figures;
}
