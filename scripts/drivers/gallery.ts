/** Draws a page of this folder in many scenes, for eyes to look at: one PNG a scene. */
import { mkdirSync } from 'node:fs';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { createServer } from 'vite';
import { findBrowser } from '../setup/browsers.mjs';
import { ROOT } from '../setup/packages.mjs';
import { HEADLESS_CHROMIUM_ARGS } from './chromium-args.ts';

export interface GalleryScene {
  /** What the page is told in its address; a name may come more than once. */
  query: readonly (readonly [name: string, value: string])[];
  context?: BrowserContextOptions;
  /** What is done before the picture is taken. */
  act?: (page: Page) => Promise<void>;
  /** The whole page, not only what the window shows. */
  fullPage?: boolean;
}

export interface Gallery {
  /** The page, below the project's root; it sets `data-ready` on its root when it stands. */
  page: string;
  /** Folder below out/. */
  folder: string;
  viewport: { width: number; height: number };
  scenes: Readonly<Record<string, GalleryScene>>;
}

/** Fade-ins take up to 120 ms; a picture is of the end. */
const SETTLE_MS = 200;

/** Draws the scenes that are wanted (all, when none is named) into out/FOLDER/SCENE.png. */
export async function drawGallery(gallery: Gallery, wanted: readonly string[]): Promise<void> {
  const out = `${ROOT}out/${gallery.folder}/`;
  mkdirSync(out, { recursive: true });
  const server = await createServer({ root: ROOT, configFile: false, logLevel: 'error' });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...HEADLESS_CHROMIUM_ARGS],
  });
  // Scenes that look alike to the browser share a context, and with it the modules in its cache.
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextOf = (options: BrowserContextOptions): Promise<BrowserContext> => {
    const key = JSON.stringify(options);
    const known = contexts.get(key);
    if (known) return known;
    const made = browser.newContext({ viewport: gallery.viewport, ...options });
    contexts.set(key, made);
    return made;
  };
  try {
    for (const [name, scene] of Object.entries(gallery.scenes)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const page = await (await contextOf(scene.context ?? {})).newPage();
      page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
      const query = new URLSearchParams(scene.query.map((pair) => [...pair]));
      await page.goto(`${address}${gallery.page}?${query}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      await scene.act?.(page);
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: `${out}${name}.png`, fullPage: scene.fullPage ?? false });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
