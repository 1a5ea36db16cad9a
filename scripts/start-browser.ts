/**
 * The second half of `npm start`: builds, opens a browser with Gloss on the demo page or on the page
 * given, and, without a display, says what it marked and shows the popover that it opened.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumTab, launchChromium, readMarks } from './drivers/chromium.ts';
import { hasDisplay } from './drivers/display.ts';
import { type Mark, readPopover, type Tab, waitFor } from './drivers/driver.ts';
import { serve } from './drivers/serve.ts';
import { findBrowser } from './setup/browsers.mjs';
import { ROOT } from './setup/packages.mjs';

/** Our own prose, with traps; what `npm start` shows when it is given no page. */
const DEMO = `${ROOT}docs/demo/index.html`;
const OUTPUT = `${ROOT}out`;
/** How long marks may take on a page that loads slowly, before "nothing was marked" is the answer. */
const MARK_TIMEOUT_MS = 20_000;
/** How long a popover may take after the pointer rests: far beyond the longest opening delay. */
const POPOVER_TIMEOUT_MS = 5_000;

const { values, positionals } = parseArgs({
  options: { headless: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const headless = values.headless || !hasDisplay();

/** Marks once their number has stood still for one look: the first pass is through. */
function settledMarks(tab: Tab): Promise<Mark[]> {
  let before = 0;
  return waitFor(
    'marks',
    async () => {
      const marks = await readMarks(tab);
      const settled = marks.length > 0 && marks.length === before;
      before = marks.length;
      return settled && marks;
    },
    MARK_TIMEOUT_MS,
  );
}

/**
 * Points at the marks in view, in the order of the page, until one opens.
 * @returns the mark and its popover's text
 */
async function openFirst(tab: Tab, marks: readonly Mark[]): Promise<{ mark: Mark; text: string }> {
  const view = await tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const inView = marks
    .filter(({ x, y }) => x > 0 && x < view.width && y > 0 && y < view.height)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  for (const mark of inView) {
    await tab.move(mark.x, mark.y);
    const text = await waitFor('a popover', () => readPopover(tab), POPOVER_TIMEOUT_MS).catch(
      () => null,
    );
    if (text) return { mark, text };
  }
  throw new Error('no popover opened at any mark in view');
}

/** What a reader without a display gets to see: the marks, one popover and a screenshot. */
async function report(tab: Tab): Promise<void> {
  const marks = await settledMarks(tab);
  console.log(`\n${marks.length} marks:`);
  for (const { name, text } of marks) console.log(`  ${name.padEnd(20)} ${text}`);
  const { mark, text } = await openFirst(tab, marks);
  console.log(`\nPopover at "${mark.text}":\n\n${text}\n`);
  mkdirSync(OUTPUT, { recursive: true });
  await tab.screenshot(`${OUTPUT}/start.png`);
  console.log('Screenshot: out/start.png');
}

/** What to open: an address as it is; a file, or the demo, through a server on localhost. */
async function pageAddress(): Promise<{ address: string; close(): Promise<void> }> {
  const [asked = DEMO] = positionals;
  if (/^https?:/.test(asked)) return { address: asked, close: async () => {} };
  // npm runs scripts in the project's folder; INIT_CWD is where the user stands.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), asked);
  if (!existsSync(file)) throw new Error(`no such file: ${asked}`);
  const server = await serve(dirname(file));
  return { address: `${server.origin}/${encodeURIComponent(basename(file))}`, close: server.close };
}

execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'chrome'], {
  cwd: ROOT,
  stdio: 'inherit',
});
const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('no browser found; run this through npm start');
const { address, close } = await pageAddress();
const browser = await launchChromium({
  executablePath,
  extension: `${ROOT}dist/chrome`,
  headless,
  // A screenshot should not catch the popover half faded in.
  ...(headless ? { reducedMotion: 'reduce' as const } : {}),
});
try {
  const tab = chromiumTab(browser.context.pages()[0] ?? (await browser.context.newPage()));
  await tab.goto(address);
  if (headless) {
    await report(tab);
  } else {
    console.log(`Gloss is running on ${address}. Close the browser to end.`);
    await new Promise<void>((ended) => browser.context.once('close', () => ended()));
  }
} catch (error) {
  console.error(`${address}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await close();
}
