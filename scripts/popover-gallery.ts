/**
 * `npm run gallery [-- SCENE ...]`: draws the popover in all its states into out/gallery/*.png, for
 * eyes to look at. Chromium, headless, on the real cards of the bundled pack.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { HEADLESS_CHROMIUM_ARGS } from './drivers/chromium-args.ts';
import { findBrowser } from './setup/browsers.mjs';

interface Scene {
  entity?: string;
  scene?: string[];
  /** Buttons to press, by their words, one after another. */
  press?: string[];
  scroll?: number;
  context?: BrowserContextOptions;
}

const WINDOW = { width: 720, height: 900 };
const DARK = { colorScheme: 'dark' } as const;

const SCENES: Record<string, Scene> = {
  light: {},
  dark: { scene: ['dark'], context: DARK },
  line: { entity: 'climate-finance' },
  figure: { entity: 'inflation-reduction-act' },
  event: { entity: 'spy-balloon-incident-2023' },
  person: { entity: 'john-kerry' },
  long: { entity: 'china', press: ['more fact'] },
  'long-below': { entity: 'china', press: ['more fact'], scroll: 600 },
  actions: { press: ['Actions'] },
  'actions-dark': { scene: ['dark'], press: ['Actions'], context: DARK },
  copied: { press: ['Actions', 'Copy text'] },
  muted: { press: ['Actions', 'Never mark'] },
  pinned: { press: ['Keep open'] },
  back: { press: ['Ford'] },
  ambiguous: {
    entity: 'inflation-reduction-act',
    scene: ['ambiguous'],
    press: ['Why is'],
    scroll: 2000,
  },
  key: { scene: ['key'] },
  narrow: { scene: ['narrow'], context: { viewport: { width: 320, height: 640 } } },
  large: { scene: ['large'] },
  'large-narrow': {
    scene: ['large', 'narrow'],
    context: { viewport: { width: 320, height: 640 } },
  },
  rtl: { scene: ['rtl'] },
  forced: { context: { forcedColors: 'active' } },
  'forced-dark': { scene: ['dark'], context: { forcedColors: 'active', ...DARK } },
  contrast: { context: { contrast: 'more' } },
  low: { context: { viewport: { width: 720, height: 360 } } },
  touch: { context: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } } },
};

async function pressButton(page: Page, words: string): Promise<void> {
  const place = await page.evaluate((name) => {
    const { placeOf } = globalThis as unknown as {
      placeOf(words: string): { x: number; y: number } | null;
    };
    return placeOf(name);
  }, words);
  if (!place) throw new Error(`no button "${words}"`);
  await page.mouse.click(place.x, place.y);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const out = fileURLToPath(new URL('../out/gallery/', import.meta.url));
mkdirSync(out, { recursive: true });
const wanted = process.argv.slice(2);
const server = await createServer({ root, configFile: false, logLevel: 'error' });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [...HEADLESS_CHROMIUM_ARGS],
});
try {
  for (const [name, scene] of Object.entries(SCENES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({ viewport: WINDOW, ...scene.context });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    const query = new URLSearchParams([
      ['entity', scene.entity ?? 'catl'],
      ...(scene.scene ?? []).map((part) => ['scene', part]),
    ]);
    await page.goto(`${address}scripts/popover-gallery.html?${query}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    for (const words of scene.press ?? []) await pressButton(page, words);
    if (scene.scroll !== undefined) {
      await page.evaluate((y) => {
        const { scrollBody } = globalThis as unknown as { scrollBody(y: number): void };
        scrollBody(y);
      }, scene.scroll);
    }
    // The fade-in takes 90 ms; a picture is of the end.
    await page.waitForTimeout(200);
    await page.screenshot({ path: `${out}${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
