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

/** Two empty extensions: one is kept running, as Gloss is by its background; the other is not. */
const EMPTY = { kept: `${ROOT}out/bench/empty-kept`, asleep: `${ROOT}out/bench/empty-asleep` };
const FILES: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({ manifest_version: 3, name: 'Empty popup', version: '1' }),
  'popup.html': '<!doctype html><title>Empty popup</title><p>Empty</p>',
};

/** Writes an empty extension; the address of its popup. */
function makeEmptyPopup(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(`${folder}/${name}`, text);
  // Chromium names an unpacked extension by its folder: 32 digits of the path's hash, as a to p.
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return `chrome-extension://${id.join('')}/popup.html`;
}

/** What the popup is compared with: each state with an empty popup in the same. */
const FLOORS = { running: 'empty popup', stopped: 'empty popup, its process to be started' };

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

/** @param floor the name whose times the others are compared with */
function figuresOf(rounds: readonly Record<string, number>[], floor: string): PopupFigure[] {
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
  const kept = makeEmptyPopup(EMPTY.kept);
  const asleep = makeEmptyPopup(EMPTY.asleep);
  const server = await serve(`${ROOT}docs/demo`);
  const browser = await launchChromium({
    executablePath,
    extension: `${ROOT}dist/chrome`,
    besides: Object.values(EMPTY),
    headless: true,
    viewport: { width: 380, height: 600 },
  });
  try {
    await browser.open(kept);
    await browser.open(`${server.origin}/index.html`);
    const first = await openPopup(browser);
    await first.page.locator('[data-entity]').first().waitFor();
    const popup = first.page.url();
    await first.close();
    const running: Record<string, number>[] = [];
    const stopped: Record<string, number>[] = [];
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      const floor = await timesOf(browser, kept, false);
      const warm = await timesOf(browser, popup, true);
      running.push({
        [FLOORS.running]: floor.paint,
        'popup: first content': warm.paint,
        'popup: list': warm.list,
      });
      await browser.stopBackground();
      const start = await timesOf(browser, asleep, false);
      const cold = await timesOf(browser, popup, true);
      stopped.push({
        [FLOORS.stopped]: start.paint,
        'background stopped: first content': cold.paint,
        'background stopped: list': cold.list,
      });
    }
    return [
      ...figuresOf(running.slice(WARM_UP_ROUNDS), FLOORS.running),
      ...figuresOf(stopped.slice(WARM_UP_ROUNDS), FLOORS.stopped),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
