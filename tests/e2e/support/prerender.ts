/**
 * Chromium with the build, driven so that it prerenders. It does not where a debugger is attached to a page
 * as Playwright's is (`PrerenderingDisabledByDevTools`); puppeteer's is attached to the tab. Nor does it for
 * a page that is not seen.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { HEADLESS_CHROMIUM_ARGS } from '../../../scripts/drivers/chromium-args.ts';
import { WELCOME, waitFor } from '../../../scripts/drivers/driver.ts';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { EXTENSION } from './browser.ts';

export interface Prerenderer {
  /** The extension's background. */
  readonly background: WebWorker;
  /** Opens a tab that is seen. Once it shows a page that was prerendered, `ask` that. */
  open(address: string): Promise<Page>;
  /** What an expression comes to in the tab that shows an address; puppeteer's own `Page` is left behind. */
  ask<T>(address: string, expression: string): Promise<T>;
  close(): Promise<void>;
}

async function ask<T>(browser: Browser, address: string, expression: string): Promise<T> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'page' && one.url() === address,
  );
  const session = await target.createCDPSession();
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  await session.detach();
  return result.value;
}

/** @throws Error when no Chromium is installed */
export async function launchPrerenderer(): Promise<Prerenderer> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium is not installed; npm test installs it');
  const profile = mkdtempSync(join(tmpdir(), 'gloss-prerender-'));
  const removeProfile = () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: profile,
    args: [...HEADLESS_CHROMIUM_ARGS],
    // Extensions are loaded by the pipe only.
    pipe: true,
    enableExtensions: [EXTENSION],
  });
  const close = async () => {
    await browser.close();
    removeProfile();
  };
  try {
    const welcome = await browser.waitForTarget((target) => target.url().endsWith(WELCOME));
    await (await welcome.page())?.close();
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
    const background = await target.worker();
    if (!background) throw new Error('no background');
    return {
      background,
      async open(address) {
        const page = await browser.newPage();
        await page.bringToFront();
        await page.goto(address);
        await waitFor('the tab to be seen', () =>
          page.evaluate(() => document.visibilityState === 'visible'),
        );
        return page;
      },
      ask: (address, expression) => ask(browser, address, expression),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
