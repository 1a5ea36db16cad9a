/**
 * The second half of `npm start`: builds, opens a browser with Gloss on the demo page or on the page
 * given, and, without a display, says what it marked and shows the popover that it opened.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium, type Mark, readMarks, readPopover } from './drivers/chromium.ts';
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
/** Between two looks at the page. */
const POLL_MS = 100;

const { values, positionals } = parseArgs({
  options: { headless: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;

/** Asks until there is an answer; null when the time is over. */
async function waitFor<T>(ask: () => Promise<T | null>, timeout: number): Promise<T | null> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null || Date.now() > end) return answer;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** Marks once their number has stood still for one look: the first pass is through. */
function settledMarks(page: Page): Promise<Mark[] | null> {
  let before = 0;
  return waitFor(async () => {
    const marks = await readMarks(page);
    const settled = marks.length > 0 && marks.length === before;
    before = marks.length;
    return settled ? marks : null;
  }, MARK_TIMEOUT_MS);
}

/** Points at marks in the order of the page until one opens; its popover's text, or null. */
async function openFirst(page: Page, marks: readonly Mark[]): Promise<string | null> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const seen = marks
    .filter((mark) => mark.x > 0 && mark.x < width && mark.y > 0 && mark.y < height)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  for (const mark of seen) {
    await page.mouse.move(mark.x, mark.y);
    const text = await waitFor(() => readPopover(page), POPOVER_TIMEOUT_MS);
    if (text) {
      console.log(`\nPopover at "${mark.text}":\n\n${text}\n`);
      return text;
    }
  }
  return null;
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
const session = await launchChromium({ executablePath, extension: `${ROOT}dist/chrome`, headless });
try {
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  if (headless) {
    const marks = await settledMarks(page);
    if (!marks) {
      console.error(`Nothing was marked on ${address}`);
      process.exitCode = 1;
    } else {
      console.log(`\n${marks.length} marks on ${await page.title()}:`);
      for (const { name, text } of marks) console.log(`  ${name.padEnd(20)} ${text}`);
      const popover = await openFirst(page, marks);
      mkdirSync(OUTPUT, { recursive: true });
      await page.screenshot({ path: `${OUTPUT}/start.png` });
      console.log('Screenshot: out/start.png');
      if (!popover) {
        console.error('No popover opened');
        process.exitCode = 1;
      }
    }
  } else {
    console.log(`Gloss is running on ${address}. Close the browser to end.`);
    await new Promise<void>((ended) => session.context.once('close', () => ended()));
  }
} finally {
  await session.close();
  await close();
}
