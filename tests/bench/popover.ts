/**
 * How soon a popover is there, in Chromium, beside what any popover costs. The modules are those that
 * ship, in pages without the extension.
 *
 * `work` is the task that opens it, `frame` the style, layout and paint of the frame that shows it; the
 * wait for the screen between the two is nobody's. `click` is Event Timing's own figure, from the
 * press of the button to the painted answer, that wait included, in steps of 8 ms.
 */
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { HEADLESS_CHROMIUM_ARGS } from '../../scripts/drivers/chromium-args.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { bundle } from './bundle.ts';
import { median } from './measure.ts';
import { PAGES } from './page/pages.ts';
import type { PopoverBench } from './popover/in-page.ts';

declare const popoverBench: PopoverBench;

/** As many openings as the figure that is promised is of. */
const OPENINGS = 50;
/** The 95th percentile is what is promised: one frame at 60 a second. */
const PERCENTILE = 0.95;
/** What answers in less than 16 ms, Event Timing does not report; its next step below is this. */
const UNREPORTED_MS = 8;
interface Markup {
  readonly name: string;
  readonly html: string;
}

interface PopoverFigure {
  page: string;
  name: string;
  /** Work and frame together, in ms. */
  median: number;
  /** The least of all: what it takes where nothing else uses the processor. */
  least: number;
  p95: number;
  /** 95th percentile by that of the empty popover. */
  ratio: number;
  work: number;
  frame: number;
  /** The very first opening, in a fresh renderer. */
  first: number;
}

interface SizeFigure {
  name: string;
  bytes: number;
  gzipped: number;
  /** Time to evaluate it in a page, before anything is pointed at, in ms. */
  evaluated: number;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

async function open(browser: Browser, html: string, code: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(code);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))),
  );
  return page;
}

const CONTESTANTS = [
  ['empty popover (floor)', 'emptyPopover'],
  ['no popover, a bare frame', 'nothing'],
  ['Gloss, at once (list, tap)', 'gloss'],
] as const;

async function measureOpenings(browser: Browser, code: string, { name: page, html }: Markup) {
  const figures: PopoverFigure[] = [];
  for (const [name, contestant] of CONTESTANTS) {
    const tab = await open(browser, html, code);
    const all = await tab.evaluate(([who, rounds]) => popoverBench.openings(who, rounds), [
      contestant,
      OPENINGS + 1,
    ] as const);
    await tab.close();
    figures.push(figureOf(page, name, all, figures[0]?.p95 ?? null));
  }
  figures.push(await measureRests(browser, code, { name: page, html }, figures[0]?.p95 ?? 1));
  return figures;
}

/** A real pointer that comes to rest on one word after another, as readers do it. */
async function measureRests(
  browser: Browser,
  code: string,
  { name: page, html }: Markup,
  floor: number,
): Promise<PopoverFigure> {
  const tab = await open(browser, html, code);
  await tab.evaluate(() => {
    Object.assign(globalThis, popoverBench.noteRests());
    popoverBench.gloss();
  });
  const words = tab.locator('em');
  const count = await words.count();
  for (let i = 0; i <= OPENINGS; i += 1) {
    const word = words.nth(i % count);
    await word.scrollIntoViewIfNeeded();
    const box = await word.boundingBox();
    if (!box) continue;
    await tab.mouse.move(box.x + box.width / 2 - 1, box.y + box.height / 2);
    await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await tab.waitForFunction(
      (all) => (globalThis as unknown as { rests: unknown[] }).rests.length >= all,
      i + 1,
    );
    await tab.keyboard.press('Escape');
    await tab.mouse.move(2, 2);
  }
  const rests = await tab.evaluate(
    () => (globalThis as unknown as { rests: { work: number; frame: number }[] }).rests,
  );
  await tab.close();
  return figureOf(page, 'Gloss, by a pointer that rests', rests, floor);
}

/** The first opening is a figure of its own. */
function figureOf(
  page: string,
  name: string,
  [first, ...rest]: readonly { work: number; frame: number }[],
  floor: number | null,
): PopoverFigure {
  const totals = rest.map(({ work, frame }) => work + frame);
  const p95 = percentile(totals, PERCENTILE);
  return {
    page,
    name,
    median: median(totals),
    least: Math.min(...totals),
    p95,
    ratio: p95 / (floor ?? p95),
    work: median(rest.map(({ work }) => work)),
    frame: median(rest.map(({ frame }) => frame)),
    first: (first?.work ?? 0) + (first?.frame ?? 0),
  };
}

/** Real clicks in click mode, on a page with Gloss's popover and on one without. */
async function measureClicks(browser: Browser, code: string, { name: page, html }: Markup) {
  const figures: { page: string; name: string; median: number; p95: number; reported: number }[] =
    [];
  for (const [name, run] of [
    ['click on plain text (floor)', false],
    ['click that opens Gloss', true],
  ] as const) {
    const tab = await open(browser, html, code);
    await tab.evaluate((wanted) => {
      if (wanted) popoverBench.gloss('click');
      Object.assign(globalThis, popoverBench.noteClicks());
    }, run);
    const words = tab.locator('em');
    const count = await words.count();
    for (let i = 0; i < OPENINGS; i += 1) {
      await words.nth(i % count).click();
      await tab.keyboard.press('Escape');
    }
    const noted = await tab.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)));
      return (globalThis as unknown as { durations: number[] }).durations;
    });
    const quick = Array<number>(Math.max(0, OPENINGS - noted.length)).fill(UNREPORTED_MS);
    const durations = [...noted, ...quick];
    await tab.close();
    const p95 = percentile(durations, PERCENTILE);
    figures.push({ page, name, median: median(durations), p95, reported: noted.length });
  }
  return figures;
}

async function measureSize(browser: Browser): Promise<SizeFigure[]> {
  const figures: SizeFigure[] = [];
  for (const [name, file] of [
    ['popover with all that it imports', '../../src/popover/popover.tsx'],
    ['of that, the browser API and the words', '../../src/ui/i18n.ts'],
  ] as const) {
    const code = await bundle(file);
    // As in a content script, there is the browser's API.
    const page = await open(browser, '<p>', 'globalThis.chrome = { runtime: { id: "bench" } }');
    const evaluated = await page.evaluate((source) => {
      const start = performance.now();
      // biome-ignore lint/security/noGlobalEval: evaluating is what is measured
      globalThis.eval(source);
      return performance.now() - start;
    }, code);
    await page.close();
    figures.push({ name, bytes: code.length, gzipped: gzipSync(code).length, evaluated });
  }
  return figures;
}

/** Figures of the popover. @throws Error when no Chromium is installed */
export async function benchPopover() {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const code = await bundle('popover/in-page.ts');
  const browser = await chromium.launch({ executablePath, args: [...HEADLESS_CHROMIUM_ARGS] });
  const pages = PAGES.filter(({ isHuge }) => !isHuge).map(({ name, html }) => ({
    name,
    html: html(),
  }));
  try {
    const opened: PopoverFigure[] = [];
    for (const page of pages) opened.push(...(await measureOpenings(browser, code, page)));
    const [usual] = pages;
    return {
      'popover: opening': opened,
      'popover: Event Timing': usual ? await measureClicks(browser, code, usual) : [],
      'popover: code': await measureSize(browser),
    };
  } finally {
    await browser.close();
  }
}
