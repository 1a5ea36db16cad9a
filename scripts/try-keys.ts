/**
 * `npm run try-keys`: presses Gloss's keys as a finger would. A Chromium with a window, in a display of
 * its own (Xvfb), gets them from the X server (xdotool), so that they pass through the browser's own
 * shortcuts on their way; automation's keys go past those, straight to the page. For the release's
 * checklist, not for `npm test`: needs `apt-get install xvfb xdotool`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { launchChromium } from './drivers/chromium.ts';
import { type Driver, readPopover, type Tab, waitFor } from './drivers/driver.ts';
import { serve } from './drivers/serve.ts';
import { findBrowser } from './setup/browsers.mjs';
import { ROOT } from './setup/packages.mjs';

const SIZE = { width: 1280, height: 900 };
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keys</title>
  <p>The battery maker CATL. <input id="field"></p><p>Then COP26 was held.</p>`;

/** Starts a display; its name is `:` and a number that is free. */
function startDisplay(): Promise<{ name: string; end(): void }> {
  const screen = `${SIZE.width}x${SIZE.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const missing = () => reject(new Error('needs Xvfb and xdotool: apt-get install xvfb xdotool'));
    server.on('error', missing);
    server.stdio[3]?.once('data', (number: Buffer) =>
      resolve({ name: `:${String(number).trim()}`, end: () => server.kill() }),
    );
  });
}

const xdotool = (...args: string[]) => execFileSync('xdotool', args, { encoding: 'utf8' });

/** Without a window manager nobody gives the window the keys. */
function focusWindow(): void {
  const windows = xdotool('search', '--onlyvisible', '--class', 'chromium').trim().split('\n');
  const [window = ''] = windows.slice(-1);
  xdotool('windowfocus', '--sync', window);
}

async function tryKeys(browser: Driver, tab: Tab): Promise<void> {
  const says = (what: string, words: string | null) =>
    waitFor(what, async () => {
      const text = await readPopover(tab);
      return words === null ? text === null : (text?.includes(words) ?? false);
    });
  const step = async (key: string, what: string, words: string | null) => {
    xdotool('key', '--clearmodifiers', key);
    await says(`${key}: ${what}`, words);
    console.log(`${key}: ${what}`);
  };
  await step('alt+period', 'the first mention', 'CATL');
  await step('alt+period', 'the next one', 'COP26');
  await step('alt+comma', 'back to the first', 'CATL');
  await step('alt+shift+g', 'closed', null);
  await step('alt+shift+g', 'opened again', 'CATL');
  await step('Escape', 'closed', null);
  await tab.evaluate(() => document.querySelector('input')?.focus());
  xdotool('key', '--clearmodifiers', 'alt+period');
  xdotool('type', 'written');
  await waitFor('the field to be written in', () =>
    tab.evaluate(() => document.querySelector('input')?.value === 'written'),
  );
  await says('alt+period in a field: nothing', null);
  console.log(`alt+period in a field: nothing (${browser.name})`);
}

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
const display = await startDisplay();
Object.assign(process.env, { DISPLAY: display.name });
const server = await serve(ROOT, { '/keys': { body: PAGE } });
const extension = `${ROOT}dist/chrome`;
const browser = await launchChromium({ executablePath, extension, headless: false });
try {
  const tab = await browser.open(`${server.origin}/keys`);
  await tab.bringToFront();
  await waitFor('marks', () =>
    tab.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('gloss'))),
  );
  focusWindow();
  await tryKeys(browser, tab);
} finally {
  await browser.close();
  await server.close();
  display.end();
}
