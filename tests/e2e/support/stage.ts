/** One browser, and one server of pages, for all tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import type { ChromiumDriver } from '../../../scripts/drivers/chromium.ts';
import type { Driver, Tab } from '../../../scripts/drivers/driver.ts';
import { type Route, type Server, serve } from '../../../scripts/drivers/serve.ts';
import { ROOT } from '../../../scripts/setup/packages.mjs';
import { type LaunchExtra, launch } from './browser.ts';
import { resetAll } from './extension.ts';

export interface Stage {
  /** There while tests and hooks of the file run. */
  readonly browser: Driver;
  /** Of the pages: `http://localhost:PORT`. */
  readonly origin: string;
  /** Opens a page of the server by its path. */
  open(path: string): Promise<Tab>;
  /** Lets a test use a page that is seen, and closes it in the end. */
  withTab<T>(path: string, use: (tab: Tab) => Promise<T>): Promise<T>;
  /** Lets a test use a page of the extension, by its path, and closes it in the end. */
  withOwn<T>(path: string, use: (own: Tab) => Promise<T>): Promise<T>;
  /** Takes back whatever a test has stored: to be called before or after each that stores something. */
  reset(): Promise<void>;
}

/** Path of the options page. */
export const OPTIONS = 'src/options/options.html';

/** Answers, by path, before the files of the demo. */
export type Routes = Readonly<Record<string, Route>>;

/**
 * To be called at the top of a file, before its own hooks: starts server and browser before the tests,
 * and ends both after them.
 */
export function setStage(routes: Routes = {}, extra: LaunchExtra = {}): Stage {
  let browser: Driver | undefined;
  let server: Server | undefined;
  beforeAll(async () => {
    server = await serve(`${ROOT}docs/demo`, routes);
    browser = await launch(extra);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const there = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('the stage is there only while tests run');
    return thing;
  };
  const open = (path: string) => there(browser).open(`${there(server).origin}${path}`);
  const using = async <T>(tab: Tab, use: (tab: Tab) => Promise<T>): Promise<T> => {
    try {
      await tab.bringToFront();
      return await use(tab);
    } finally {
      await tab.close();
    }
  };
  const withOwn = async <T>(path: string, use: (own: Tab) => Promise<T>) =>
    using(await there(browser).openExtensionPage(path), use);
  return {
    get browser() {
      return there(browser);
    },
    get origin() {
      return there(server).origin;
    },
    open,
    withTab: async (path, use) => using(await open(path), use),
    withOwn,
    reset: () => withOwn(OPTIONS, resetAll),
  };
}

/** Whether it is Chromium, which can do what Firefox's driver cannot. */
export const isChromium = (driver: Driver): driver is ChromiumDriver => driver.name === 'chromium';
