/**
 * How soon the toolbar popup shows something, beside an empty popup in the same browser: an extension
 * page with one word in it. The build that ships (`npm run build` first), over a page that names much;
 * opened in tabs, since automation cannot press the toolbar's button.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type ChromiumDriver, launchChromium } from '../../scripts/drivers/chromium.ts';
import { waitFor } from '../../scripts/drivers/driver.ts';
import { openPopup } from '../../scripts/drivers/popup.ts';
import { serve } from '../../scripts/drivers/serve.ts';
import { findBrowser } from '../../scripts/setup/browsers.mjs';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { median } from './measure.ts';

interface PopupFigure {
  name: string;
  /** Median and least time from the start of the navigation, in ms. */
  ms: number;
  least: number;
  /** Median over the rounds of its time by the empty popup's of the same round. */
  ratio: number;
}

const ROUNDS = 15;
/** Before these rounds nothing of the extension is in any cache. */
const WARM_UP_ROUNDS = 2;

const EMPTY = `${ROOT}out/bench/empty-popup`;
const FILES: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({ manifest_version: 3, name: 'Empty popup', version: '1' }),
  'popup.html': '<!doctype html><title>Empty popup</title><p>Empty</p>',
};

/** Writes the empty extension; the address of its popup. */
function makeEmptyPopup(): string {
  mkdirSync(EMPTY, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(`${EMPTY}/${name}`, text);
  // Chromium names an unpacked extension by its folder: 32 digits of the path's hash, as a to p.
  const digits = createHash('sha256').update(EMPTY).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return `chrome-extension://${id.join('')}/popup.html`;
}

interface Times {
  /** First contentful paint. */
  paint: number;
  /** The first frame with an entity in the list; 0 before it. */
  list: number;
}

/** Where `watch` notes what it saw. */
declare const benchTimes: { list: number };

/** Runs in a page before its own scripts: notes when the first entity is there. */
function watch(): void {
  const times = { list: 0 };
  Object.assign(globalThis, { benchTimes: times });
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-entity]')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      times.list = performance.now();
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Opens an extension page in a tab of its own and tells when it showed what. */
async function timesOf(
  { context }: ChromiumDriver,
  address: string,
  withList: boolean,
): Promise<Times> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  const times = await waitFor('the paint', async () => {
    const seen = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      list: benchTimes.list,
    }));
    return seen.paint > 0 && (!withList || seen.list > 0) && seen;
  });
  await page.close();
  return times;
}

/** The first name's times are the floor. */
function figuresOf(rounds: readonly Record<string, number>[]): PopupFigure[] {
  const [floor = ''] = Object.keys(rounds[0] ?? {});
  return Object.keys(rounds[0] ?? {}).map((name) => {
    const times = rounds.map((round) => round[name] ?? 0);
    return {
      name,
      ms: median(times),
      least: Math.min(...times),
      ratio: median(rounds.map((round) => (round[name] ?? 0) / (round[floor] ?? 1))),
    };
  });
}

/**
 * The popup with its background running and stopped, after the empty popup.
 * @throws Error when no Chromium is installed
 */
export async function benchPopup(): Promise<PopupFigure[]> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const empty = makeEmptyPopup();
  const server = await serve(`${ROOT}docs/demo`);
  const browser = await launchChromium({
    executablePath,
    extension: `${ROOT}dist/chrome`,
    besides: [EMPTY],
    headless: true,
    viewport: { width: 380, height: 600 },
  });
  try {
    await browser.open(`${server.origin}/index.html`);
    const first = await openPopup(browser);
    await first.page.locator('[data-entity]').first().waitFor();
    const popup = first.page.url();
    await first.close();
    const rounds: Record<string, number>[] = [];
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      const floor = await timesOf(browser, empty, false);
      const running = await timesOf(browser, popup, true);
      await browser.stopBackground();
      const stopped = await timesOf(browser, popup, true);
      rounds.push({
        'empty popup: first content': floor.paint,
        'popup: first content': running.paint,
        'popup: list': running.list,
        'background stopped: first content': stopped.paint,
        'background stopped: list': stopped.list,
      });
    }
    return figuresOf(rounds.slice(WARM_UP_ROUNDS));
  } finally {
    await browser.close();
    await server.close();
  }
}
