/**
 * The built extension in Chromium: what its content script weighs, how soon the first mark stands, how
 * long its tasks are, what it does when the page rests, and what it adds to a page that changes.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type ChromiumDriver, launchChromium } from '../../scripts/drivers/chromium.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { announce, median } from './measure.ts';
import { manyMarks, PAGES } from './page/pages.ts';
import { processorClock } from './page/processor.ts';
import { CONTENT_SCRIPT, RUNNING_PART, readTrace, type Trace, traced } from './page/trace.ts';

export interface BuiltFigure {
  name: string;
  value: number | string;
  unit: string;
}

const EXTENSION = `${ROOT}dist/chrome`;
const LOADS = 5;
/** How long the first page takes to arrive once more, in ms, and with a picture that never does: as over a network. */
const ARRIVAL_MS = 400;
const PICTURE = '/never.png';
/** A page that rests this long shows whether anything runs on a timer, in ms. */
const REST_MS = 2000;
/** After the last mutation Gloss has this long to be right again, and to have cost what it costs, in ms. */
const SETTLE_MS = 1500;
const MUTATIONS = 1000;
const MUTATION_ROUNDS = 3;
const MARKS = [1000, 10_000];
const KILOBYTE = 1000;

/** What the page says when its first mark is there. */
const FIRST_MARK = 'first-mark';

/**
 * Says, in a trace and on the console, when the first mark is there: looked for at every frame. Asking the page
 * from outside would have the driver's own script evaluated in it just then, 40 ms of its thread.
 */
const WATCH_FIRST_MARK = `(() => {
  const look = () => {
    if (CSS.highlights.size === 0) return void requestAnimationFrame(look);
    performance.mark('${FIRST_MARK}');
    console.log('${FIRST_MARK}');
  };
  look();
})()`;

/** Changes texts and moves blocks about, a hundred a frame, as a busy live page does. */
const MUTATE = `new Promise((done) => {
  const blocks = [...document.querySelectorAll('p')];
  let count = 0;
  const step = () => {
    for (let n = 0; n < 100; n++, count++) {
      const block = blocks[(count * 7919) % blocks.length];
      if (count % 2) block.firstChild.data = block.firstChild.data.replace(/\\d*$/, count);
      else { const next = block.cloneNode(true); block.replaceWith(next); blocks[(count * 7919) % blocks.length] = next; }
    }
    if (count < ${MUTATIONS}) requestAnimationFrame(step); else done();
  };
  requestAnimationFrame(step);
})`;

function bytes(): BuiltFigure[] {
  const files = {
    'content script': CONTENT_SCRIPT,
    'what it loads where Gloss is on': RUNNING_PART,
  };
  return Object.entries(files).flatMap(([name, file]) => {
    const script = readFileSync(`${EXTENSION}/${file}`);
    return [
      { name, value: script.length / KILOBYTE, unit: 'kB' },
      { name: `${name}, gzip`, value: gzipSync(script).length / KILOBYTE, unit: 'kB' },
    ];
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One load of a page, traced until it has rested for a while. */
async function load(browser: ChromiumDriver, url: string): Promise<Trace> {
  const page = await browser.context.newPage();
  await page.addInitScript(WATCH_FIRST_MARK);
  const events = await traced(page, async () => {
    const marked = page.waitForEvent('console', (said) => said.text() === FIRST_MARK);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await marked;
    await wait(REST_MS);
    await page.evaluate(() => performance.mark('rest'));
    await wait(REST_MS);
  });
  await page.close();
  return readTrace(events);
}

async function loads(browser: ChromiumDriver, url: string, name: string): Promise<BuiltFigure[]> {
  announce(`${name}: loading with Gloss`);
  const traces: Trace[] = [];
  for (let round = 0; round < LOADS; round++) traces.push(await load(browser, url));
  const figure = (what: string, of: (trace: Trace) => number, unit = 'ms'): BuiltFigure => ({
    name: `${name}: ${what}`,
    value: median(traces.map(of)),
    unit,
  });
  return [
    figure('evaluating the content script', ({ evaluate }) => evaluate),
    figure('compiling beside the page', ({ offThread }) => offThread),
    figure('first mark after DOMContentLoaded', ({ firstMark, loaded }) => firstMark - loaded),
    figure('first mark after document_idle', ({ firstMark, started }) => firstMark - started),
    figure('longest task of ours', ({ tasks }) => Math.max(...tasks.slice(1))),
    figure('all tasks of ours', ({ tasks }) => tasks.reduce((sum, ms) => sum + ms, 0)),
    figure(`tasks of ours in ${REST_MS / 1000} s at rest`, ({ atRest }) => atRest.length, ''),
  ];
}

/** Processor time of a page that changes, and its heap when it has come to rest. */
async function change({ context }: ChromiumDriver, url: string, isMarked: boolean) {
  const page = await context.newPage();
  await page.goto(url);
  if (isMarked) await page.waitForFunction(() => CSS.highlights.size > 0);
  await leafThrough(page, isMarked);
  const heap = await heapOf(page);
  const clock = await processorClock(page);
  const start = clock.now();
  await page.evaluate(MUTATE);
  await wait(SETTLE_MS);
  const ms = clock.now() - start;
  await page.close();
  return { ms, heap };
}

/**
 * Goes to the end of a page, where the last marks come, waits until it is marked, and goes back to its top. Not
 * before the first mark: what is seen when reading begins is read first.
 */
async function leafThrough(page: Page, isMarked: boolean): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const isEndMarked = () => {
    const last = [...document.querySelectorAll('p')].at(-1);
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    return ranges.some(({ startContainer }) => last?.contains(startContainer));
  };
  if (isMarked) await page.waitForFunction(isEndMarked);
  else await wait(SETTLE_MS);
  await page.evaluate(() => scrollTo(0, 0));
  await wait(SETTLE_MS);
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / KILOBYTE;
}

/** The page changes in the same browser with Gloss, and with it switched off as an extension. */
async function changes(
  browser: ChromiumDriver,
  url: string,
  marks: number,
): Promise<BuiltFigure[]> {
  announce(`${MUTATIONS} mutations with ${marks} marks`);
  const ours: { ms: number; heap: number }[] = [];
  const without: { ms: number; heap: number }[] = [];
  for (let round = 0; round < MUTATION_ROUNDS; round++) {
    await browser.setEnabled(false);
    without.push(await change(browser, url, false));
    await browser.setEnabled(true);
    ours.push(await change(browser, url, true));
  }
  const middle = (list: { ms: number; heap: number }[], key: 'ms' | 'heap') =>
    median(list.map((round) => round[key]));
  const name = `${MUTATIONS} mutations, ${marks} marks`;
  return [
    { name: `${name}: without Gloss`, value: middle(without, 'ms'), unit: 'ms' },
    { name: `${name}: with Gloss`, value: middle(ours, 'ms') / middle(without, 'ms'), unit: 'x' },
    {
      name: `heap of a page with ${marks} marks, more than without`,
      value: middle(ours, 'heap') - middle(without, 'heap'),
      unit: 'kB',
    },
  ];
}

function pages(): Server | Promise<Server> {
  const routes = Object.fromEntries([
    ...PAGES.filter(({ isHuge }) => !isHuge).map(({ html }, at) => [`/${at}`, { body: html() }]),
    [
      '/arriving',
      {
        body: PAGES[0]?.html().replace('</p>', `</p><img src="${PICTURE}">`) ?? '',
        comesIn: ARRIVAL_MS,
      },
    ],
    [PICTURE, { body: '', headers: { 'content-type': 'image/png' }, neverEnds: true }],
    ...MARKS.map((marks) => [`/marks-${marks}`, { body: manyMarks(marks) }]),
  ]);
  return serve(`${ROOT}docs/demo`, routes);
}

/** Figures of the extension in dist/chrome. @throws Error when no Chromium is installed */
export async function benchBuilt(): Promise<BuiltFigure[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const server = await pages();
  const browser = await launchChromium({ executablePath, extension: EXTENSION, headless: true });
  try {
    const figures = bytes();
    for (const [at, { name }] of PAGES.filter(({ isHuge }) => !isHuge).entries()) {
      figures.push(...(await loads(browser, `${server.origin}/${at}`, name)));
    }
    const arriving = `${PAGES[0]?.name}, arriving in ${ARRIVAL_MS} ms`;
    figures.push(...(await loads(browser, `${server.origin}/arriving`, arriving)));
    for (const marks of MARKS) {
      figures.push(...(await changes(browser, `${server.origin}/marks-${marks}`, marks)));
    }
    return figures;
  } finally {
    await browser.close();
    await server.close();
  }
}
