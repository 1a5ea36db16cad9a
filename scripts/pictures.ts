/**
 * Makes the README's pictures from the real build: `npm run build && npm run pictures`. The demo page
 * is opened in Chromium, a popover and the toolbar popup are opened as a user would, and photographed.
 */
import { mkdirSync } from 'node:fs';
import { type ChromiumDriver, launchChromium } from './drivers/chromium.ts';
import { restOn, type Tab } from './drivers/driver.ts';
import { bringText } from './drivers/place.ts';
import { openPopup } from './drivers/popup.ts';
import { serve } from './drivers/serve.ts';
import { findBrowser } from './setup/browsers.mjs';
import { ROOT } from './setup/packages.mjs';

const PICTURES = `${ROOT}docs/pictures`;
/** Two device pixels a CSS px: sharp on today's screens, and still a small file. */
const SCALE = 2;
/** The part of the page around the popover that the first picture shows, in CSS px. */
const SCENE = { width: 760, height: 560 };
/** Chromium's limit for a toolbar popup is 800 x 600; this is Gloss's own width. */
const POPUP = { width: 380, height: 560 };
/** The name whose popover is shown: it has a chart, facts and what came since. */
const SUBJECT = 'CATL';
/** Where it stands below the window's top, in CSS px: high enough for a popover under it. */
const SUBJECT_TOP = 110;

async function photographPopover(browser: ChromiumDriver, address: string): Promise<Tab> {
  const tab = await browser.open(address);
  const { page } = tab;
  // Before its styles are there, the name stands elsewhere.
  await page.waitForLoadState('load');
  const place = await bringText(tab, SUBJECT, SUBJECT_TOP);
  await restOn(tab, SUBJECT, async () => place);
  await page.screenshot({
    path: `${PICTURES}/popover.png`,
    clip: { x: 0, y: 40, width: SCENE.width, height: SCENE.height },
    animations: 'disabled',
  });
  return tab;
}

async function photographPopup(browser: ChromiumDriver): Promise<void> {
  const popup = await openPopup(browser);
  await popup.page.setViewportSize(POPUP);
  await popup.page.locator('[data-entity]').first().waitFor();
  await popup.page.screenshot({ path: `${PICTURES}/popup.png`, animations: 'disabled' });
}

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('no Chromium found; set CHROME_PATH');
mkdirSync(PICTURES, { recursive: true });
const server = await serve(`${ROOT}docs/demo`);
const browser = await launchChromium({
  executablePath,
  extension: `${ROOT}dist/chrome`,
  headless: true,
  viewport: { width: SCENE.width, height: 700 },
  deviceScaleFactor: SCALE,
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
try {
  const address = `${server.origin}/index.html`;
  await photographPopover(browser, address);
  await photographPopup(browser);
  console.log('docs/pictures/popover.png, docs/pictures/popup.png');
} finally {
  await browser.close();
  await server.close();
}
