/**
 * `npm run gallery [-- SCENE ...]`: draws the popover in all its states into out/gallery/*.png, for
 * eyes to look at. Chromium, headless, on the real cards of the bundled pack.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { drawGallery } from './drivers/gallery.ts';

interface Scene {
  entity?: string;
  scene?: string[];
  /** Buttons to press, by their words, one after another. */
  press?: string[];
  /** Px from the top of the content, or what to bring into view. */
  scroll?: number | string;
  /** How often Tab is pressed, at first. */
  tab?: number;
  /** Of the words, as a folder of public/_locales. */
  lang?: string;
  context?: BrowserContextOptions;
}

const WINDOW = { width: 720, height: 900 };
const NARROW = { viewport: { width: 320, height: 640 } };
const DARK = { colorScheme: 'dark' } as const;

const SCENES: Record<string, Scene> = {
  light: {},
  dark: { scene: ['dark'], context: DARK },
  line: { press: ['more fact'], scroll: '.line' },
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
  'source-key': { scene: ['key'], tab: 6 },
  'source-key-since': { entity: 'john-kerry', scene: ['key'], tab: 5 },
  german: { lang: 'de', press: ['Aktionen'] },
  french: { lang: 'fr', press: ['Actions'] },
  chinese: { lang: 'zh_CN', press: ['操作'] },
  spanish: { lang: 'es', press: ['Acciones'] },
  ...Object.fromEntries(
    ['de', 'es', 'fr', 'zh_CN'].map((lang) => [
      `${lang}-large-narrow`,
      { lang, scene: ['large', 'narrow', 'dark'], context: { ...NARROW, ...DARK } },
    ]),
  ),
  'rtl-large-narrow': { scene: ['rtl', 'large', 'narrow'], context: NARROW },
  'rtl-dark': { scene: ['rtl', 'dark'], press: ['more fact'], context: DARK },
  'forced-narrow': {
    scene: ['narrow'],
    press: ['Actions'],
    context: { ...NARROW, forcedColors: 'active' },
  },
  bare: { scene: ['bare'] },
  narrow: { scene: ['narrow'], context: NARROW },
  large: { scene: ['large'] },
  'large-narrow': {
    scene: ['large', 'narrow'],
    context: NARROW,
  },
  rtl: { scene: ['rtl'] },
  arabic: { scene: ['arabic'] },
  vertical: { scene: ['vertical'] },
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

async function act(page: Page, { press = [], scroll, tab = 0 }: Scene): Promise<void> {
  for (let n = 0; n < tab; n += 1) await page.keyboard.press('Tab');
  for (const words of press) await pressButton(page, words);
  if (scroll === undefined) return;
  await page.evaluate((to) => {
    const { scrollBody } = globalThis as unknown as { scrollBody(to: number | string): void };
    scrollBody(to);
  }, scroll);
}

await drawGallery(
  {
    page: 'scripts/popover-gallery.html',
    folder: 'gallery',
    viewport: WINDOW,
    scenes: Object.fromEntries(
      Object.entries(SCENES).map(([name, scene]) => [
        name,
        {
          query: [
            ['entity', scene.entity ?? 'catl'],
            ...(scene.lang ? [['lang', scene.lang] as const] : []),
            ...(scene.scene ?? []).map((part) => ['scene', part] as const),
          ],
          ...(scene.context ? { context: scene.context } : {}),
          act: (page: Page) => act(page, scene),
        },
      ]),
    ),
  },
  process.argv.slice(2),
);
