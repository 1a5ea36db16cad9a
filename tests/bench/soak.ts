/**
 * Endurance of the built extension in Chromium: ten minutes of reading on a page that never ends, with
 * Gloss and without. What the tab holds must level off, and at rest nothing of ours may run.
 */
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import {
  type ChromiumDriver,
  chromiumTab,
  launchChromium,
} from '../../scripts/drivers/chromium.ts';
import { HEADLESS_CHROMIUM_ARGS } from '../../scripts/drivers/chromium-args.ts';
import { restOn, waitFor } from '../../scripts/drivers/driver.ts';
import { serve } from '../../scripts/drivers/serve.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { bundle } from './bundle.ts';
import { announce } from './measure.ts';
import { readTrace, traced } from './page/trace.ts';
import type { Feed } from './soak/in-page.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Feed</title>
<style>body{font:16px/1.5 serif;max-width:900px;margin:auto}</style></head>
<body><nav hidden><p>The Paris Agreement.</p></nav><main></main><script src="/feed.js"></script></body></html>`;
/** Of reading, as soak/in-page.ts counts it; not of the clock on the wall. */
const MINUTES = 10;
const SECONDS_A_MINUTE = 60;
/** Before the ten: caches fill, code is compiled, and pools grow to their size. */
const WARM_MINUTES = 5;
/** How long the page is watched at rest, in ms. */
const REST_MS = 10_000;
/** What the last change and the last movement of the pointer set off is over after this, in ms. */
const SETTLE_MS = 3_000;
const KILOBYTE = 1000;

/** What a tab holds after its garbage has been collected. */
interface Holdings {
  /** Of JavaScript, all worlds. */
  heap: number;
  /** DOM nodes, detached ones too. */
  nodes: number;
  listeners: number;
  /** Ranges in the page's highlights. */
  marks: number;
  /** Range objects of Gloss's world that are alive, in highlights or not. */
  ranges: number;
}

type Row = Record<string, number | string>;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** The page's own tools. */
declare const feed: Feed;

/** Reads a page minute by minute; answers with what the tab held after each. */
class Reader {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  #world: number | null = null;

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async open(context: BrowserContext, url: string): Promise<Reader> {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const reader = new Reader(page, cdp);
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name, origin } }) => {
      if (origin.startsWith('chrome-extension:') || name === 'Gloss') reader.#world = id;
    });
    await cdp.send('Runtime.enable');
    await page.goto(url);
    return reader;
  }

  get page(): Page {
    return this.#page;
  }

  /** @param isMarked whether Gloss is there to be waited for */
  async minute(isMarked: boolean): Promise<Holdings> {
    await this.#page.evaluate((seconds) => feed.read(seconds), SECONDS_A_MINUTE);
    if (isMarked) {
      await this.#page.waitForFunction(() => feed.isMarked());
      await this.#readPopover();
    }
    return this.#holdings();
  }

  /** Once a minute the reader wants to know more. */
  async #readPopover(): Promise<void> {
    const tab = chromiumTab(this.#page);
    const place = await this.#page.evaluate(() => {
      const name = document.querySelector('article:nth-last-of-type(2) p');
      name?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(name?.firstChild as Text, 'Batteries of '.length);
      range.setEnd(name?.firstChild as Text, 'Batteries of CATL'.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await restOn(tab, 'CATL', async () => place);
    await tab.press('Escape');
    await tab.move(2, 2);
    await waitFor('the popover to close', () =>
      tab.inPopover(function () {
        return !this.host.matches(':popover-open');
      }),
    );
  }

  async #holdings(): Promise<Holdings> {
    // Twice: what is only reachable from what the first finds goes with the second.
    for (let n = 0; n < 2; n++) await this.#cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.#cdp.send('Memory.getDOMCounters');
    return {
      heap: usedSize / KILOBYTE,
      nodes,
      listeners: jsEventListeners,
      marks: await this.#page.evaluate(() => feed.marks()),
      ranges: this.#world === null ? 0 : await this.#countRanges(this.#world),
    };
  }

  async #countRanges(contextId: number): Promise<number> {
    const objectGroup = 'soak';
    let count = 0;
    for (const expression of ['StaticRange.prototype', 'Range.prototype']) {
      const prototype = await this.#cdp.send('Runtime.evaluate', {
        expression,
        contextId,
        objectGroup,
      });
      const { objects } = await this.#cdp.send('Runtime.queryObjects', {
        prototypeObjectId: prototype.result.objectId ?? '',
        objectGroup,
      });
      const { result } = await this.#cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      count += Number(result.value);
    }
    await this.#cdp.send('Runtime.releaseObjectGroup', { objectGroup });
    return count;
  }
}

/** How much a figure grows a minute, by the line that fits it best. */
function growth(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let up = 0;
  let across = 0;
  for (const [at, value] of values.entries()) {
    up += (at - middle) * (value - mean);
    across += (at - middle) ** 2;
  }
  return up / across;
}

/** Reads the same page in both browsers, in turn. The last row is what Gloss adds to the page's own growth. */
async function read(ours: Reader, plain: Reader): Promise<Row[]> {
  const rows: Row[] = [];
  const more: Record<'heap' | 'nodes' | 'listeners', number[]> = {
    heap: [],
    nodes: [],
    listeners: [],
  };
  const ranges: number[] = [];
  for (let minute = 1 - WARM_MINUTES; minute <= MINUTES; minute++) {
    announce(`minute ${minute} of reading`);
    const without = await plain.minute(false);
    const withGloss = await ours.minute(true);
    if (minute < 1) continue;
    rows.push({
      minute,
      'heap, kB': withGloss.heap,
      'without Gloss': without.heap,
      nodes: withGloss.nodes,
      'nodes without': without.nodes,
      listeners: withGloss.listeners,
      'listeners without': without.listeners,
      marks: withGloss.marks,
      ranges: withGloss.ranges,
    });
    for (const what of ['heap', 'nodes', 'listeners'] as const) {
      more[what].push(withGloss[what] - without[what]);
    }
    ranges.push(withGloss.ranges);
  }
  rows.push({
    minute: 'growth a minute, ours',
    'heap, kB': growth(more.heap),
    nodes: growth(more.nodes),
    listeners: growth(more.listeners),
    ranges: growth(ranges),
  });
  return rows;
}

/** What of ours runs while nobody does anything. */
async function rest(page: Page): Promise<Row[]> {
  announce(`at rest for ${REST_MS / 1000} s`);
  await wait(SETTLE_MS);
  const events = await traced(page, async () => {
    await page.evaluate(() => performance.mark('rest'));
    await wait(REST_MS);
  });
  const { atRest, tasks } = readTrace(events);
  return [
    { name: `tasks of ours in ${REST_MS / 1000} s at rest`, value: atRest.length },
    { name: 'their time, ms', value: tasks.reduce((sum, ms) => sum + ms, 0) },
    ...atRest.map(({ name, at }) => ({ name: `  ${name}, after ${Math.round(at)} ms`, value: 1 })),
  ];
}

async function soak(browser: ChromiumDriver, bare: BrowserContext, url: string) {
  const ours = await Reader.open(browser.context, url);
  const plain = await Reader.open(bare, url);
  const reading = await read(ours, plain);
  return { 'soak: ten minutes of reading': reading, 'soak: at rest': await rest(ours.page) };
}

/** Figures of the extension in dist/chrome. @throws Error when no Chromium is installed */
export async function benchSoak(): Promise<Record<string, Row[]>> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const server = await serve(`${ROOT}docs/demo`, {
    '/feed': { body: PAGE },
    '/feed.js': {
      body: await bundle('soak/in-page.ts'),
      headers: { 'content-type': 'text/javascript' },
    },
  });
  const extension = `${ROOT}dist/chrome`;
  const browser = await launchChromium({ executablePath, extension, headless: true });
  const plain = await chromium.launch({ executablePath, args: [...HEADLESS_CHROMIUM_ARGS] });
  try {
    return await soak(browser, await plain.newContext(), `${server.origin}/feed`);
  } finally {
    await plain.close();
    await browser.close();
    await server.close();
  }
}
