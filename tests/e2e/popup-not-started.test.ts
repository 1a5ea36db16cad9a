/**
 * A tab that was open before Gloss: brought about by reloading the extension. Firefox then runs content
 * scripts in open tabs by itself; Chromium leaves them without, and one click must do it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChromiumDriver } from '../../scripts/drivers/chromium.ts';
import type { Driver } from '../../scripts/drivers/driver.ts';
import { openPopup } from '../../scripts/drivers/popup.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { launch } from './support/browser.ts';
import { badgeText, reloadExtension } from './support/extension.ts';
import { waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { listed, pressButton, pressRow, waitForRow, waitForWords } from './support/popup.ts';

let browser: Driver;
let server: Server;

beforeAll(async () => {
  server = await serve(`${ROOT}docs/demo`, ROUTES);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const isChromium = (driver: Driver): driver is ChromiumDriver => driver.name === 'chromium';

it('starts where it has not been, with one click at most', async () => {
  if (isChromium(browser)) await browser.setDeveloperMode();
  const address = `${server.origin}/news`;
  const helper = await browser.open(`${server.origin}/nothing`);
  const page = await browser.open(address);
  await waitForMarks(page);
  await reloadExtension(browser, helper);
  const popup = await openPopup(browser);
  if (isChromium(browser)) {
    await waitForWords(popup, 'closed to extensions');
    await browser.pressToolbarButton(address);
    await popup.evaluate(() => location.reload());
    await waitForWords(popup, 'Gloss has not started in this tab');
    await pressButton(popup, 'Start on this page');
  }
  await waitForRow(popup, 'catl');
  await pressRow(popup, 'catl');
  await waitForWords(popup, 'mention 1 of 1');
  expect(await badgeText(popup)).toBe(String((await listed(popup)).length));
});
