/**
 * Makes the pictures that stores show, from the real build: `npm run build && npm run store-pictures`.
 * Five of 1280 x 800 (Chrome takes that size, the others take it too) and a tile of 440 x 280, which is
 * drawn from the icon and the palette. They go to out/store-pictures/ and to the stores, not into the
 * sources: what shows how Gloss looks today is made anew for each release.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type ChromiumDriver, type ChromiumTab, launchChromium } from './drivers/chromium.ts';
import { restOn, type Tab, waitFor } from './drivers/driver.ts';
import { bringText } from './drivers/place.ts';
import { openPopup, previousTabId } from './drivers/popup.ts';
import { serve } from './drivers/serve.ts';
import { findBrowser } from './setup/browsers.mjs';
import { ROOT } from './setup/packages.mjs';

const PICTURES = `${ROOT}out/store-pictures`;
/** Stores show pictures at less than half their size: what is in them is drawn larger than life. */
const SCALE = 4 / 3;
/** 1280 x 800 device px. */
const WINDOW = { width: 960, height: 600 };
/** About Gloss's own width, and a height at which the popup stands free: whole numbers of device px. */
const POPUP = { width: 381, height: 555 };
/** https://developer.chrome.com/docs/webstore/images, in device px. */
const TILE = { width: 440, height: 280 };
/** A name for the demo's site: what the popup's head says is part of the picture. */
const SITE = 'reader.example';
/** How far under the window's top a name stands: high enough for a popover below it. */
const NAME_TOP = 90;

/** Of the extension API, what is used here. */
declare const chrome: {
  tabs: { sendMessage(tab: number, message: object, to: { frameId: number }): Promise<unknown> };
};

const save = (page: Page, name: string) =>
  page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' });

async function openDemo(browser: ChromiumDriver, address: string): Promise<ChromiumTab> {
  const tab = await browser.open(address);
  // Before its styles are there, names stand elsewhere.
  await tab.page.waitForLoadState('load');
  await waitFor('marks', () => tab.evaluate(() => CSS.highlights.size > 0));
  return tab;
}

async function openPopover(tab: ChromiumTab, name: string, below = NAME_TOP): Promise<void> {
  const { x, y } = await bringText(tab, name, below);
  await restOn(tab, name, async () => ({ x, y }));
}

/** The popup at the corner of its window, as the browser shows it there. */
async function withPopup(browser: ChromiumDriver, tab: ChromiumTab): Promise<void> {
  const popup = await openPopup(browser);
  await popup.page.setViewportSize(POPUP);
  await tab.bringToFront();
  await popup.page.locator('[data-entity]').first().waitFor();
  const [behind, front] = [await tab.page.screenshot(), await popup.page.screenshot()].map(
    (png) => `data:image/png;base64,${png.toString('base64')}`,
  );
  await popup.page.close();
  const page = await browser.context.newPage();
  await page.setContent(`<style>
    body { margin: 0; background: url(${behind}) 0 0 / 100% 100% }
    img { position: fixed; top: 12px; right: 18px; width: ${POPUP.width}px; border-radius: 8px;
      box-shadow: 0 0 0 1px #00000026, 0 12px 40px #0000004d }
  </style><img alt="" src="${front}">`);
  await save(page, '2-everything-on-the-page');
  await page.close();
}

/** Opens the form of a note as the context menu does, and writes one. */
async function writeNote(browser: ChromiumDriver, tab: ChromiumTab, words: string, text: string) {
  await bringText(tab, words, NAME_TOP, true);
  const helper: Tab = await browser.openExtensionPage('src/options/options.html');
  const id = await previousTabId(helper);
  await helper.evaluate(
    (to: number, name: string) =>
      chrome.tabs.sendMessage(to, { gloss: 'frame.note', request: { text: name } }, { frameId: 0 }),
    id,
    words,
  );
  await helper.close();
  await tab.bringToFront();
  await waitFor('the form', () =>
    tab.inPopover(function () {
      return this.activeElement?.localName === 'textarea';
    }),
  );
  for (const letter of text) await tab.press(letter);
}

async function drawTile(browser: ChromiumDriver): Promise<void> {
  const icon = readFileSync(`${ROOT}public/icons/icon.svg`, 'utf8');
  const tokens = readFileSync(`${ROOT}src/ui/tokens.css`, 'utf8');
  const page = await browser.context.newPage();
  const [width, height] = [TILE.width / SCALE, TILE.height / SCALE];
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>${tokens}
    body { margin: 0; height: ${height}px; display: grid; align-content: center; gap: 14px;
      justify-items: center; background: var(--gloss-chip); color: var(--gloss-ink) }
    svg { width: 64px; height: 64px }
    b { font: 600 30px/1 var(--gloss-serif); text-decoration: underline dotted 2px;
      text-decoration-color: var(--gloss-organization); text-underline-offset: 6px }
    p { margin: 0; font: 14px/1.4 var(--gloss-sans); color: var(--gloss-dim) }
  </style><body class="gloss" data-theme="light">${icon}<b>Gloss</b><p>Names, explained where they stand</p>`);
  await save(page, 'tile-440x280');
  await page.close();
}

async function photograph(browser: ChromiumDriver, address: string): Promise<void> {
  const tab = await openDemo(browser, address);
  await openPopover(tab, 'CATL');
  await save(tab.page, '1-facts-with-sources');
  await tab.press('Escape');
  await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await withPopup(browser, tab);

  const options = await browser.openExtensionPage('src/options/options.html');
  await options.page.locator('[data-setting]').first().waitFor();
  await save(options.page, '3-as-you-like-it');
  await options.close();

  await writeNote(browser, tab, 'polysilicon', 'For the seminar: who makes it, and where?');
  await save(tab.page, '5-notes-of-your-own');
  await tab.close();

  const dark = await openDemo(browser, address);
  await dark.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await openPopover(dark, 'Sunnylands Statement');
  await save(dark.page, '4-in-the-dark');
  await dark.close();
  await drawTile(browser);
}

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('no Chromium found; set CHROME_PATH');
mkdirSync(PICTURES, { recursive: true });
const server = await serve(`${ROOT}docs/demo`);
const browser = await launchChromium({
  executablePath,
  extension: `${ROOT}dist/chrome`,
  headless: true,
  viewport: WINDOW,
  deviceScaleFactor: SCALE,
  colorScheme: 'light',
  reducedMotion: 'reduce',
  switches: ['--hide-scrollbars', `--host-resolver-rules=MAP ${SITE} localhost`],
});
try {
  await photograph(browser, `${server.origin.replace('localhost', SITE)}/index.html`);
  console.log('out/store-pictures/');
} finally {
  await browser.close();
  await server.close();
}
