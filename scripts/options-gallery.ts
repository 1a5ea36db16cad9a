/**
 * `npm run gallery:options [-- SCENE ...]`: draws the options and the first-run page into
 * out/gallery-options/*.png, for eyes to look at. Chromium, headless, on the bundled pack.
 */
import type { Page } from 'playwright-core';
import { sketchPack } from '../tests/support/shelved.ts';
import { drawGallery, type GalleryScene } from './drivers/gallery.ts';

const WINDOW = { width: 1000, height: 800 };
const DARK = { colorScheme: 'dark' } as const;
const NARROW = { viewport: { width: 320, height: 640 } };
const FORCED_DARK = { forcedColors: 'active', ...DARK } as const;
/** Beside English, which has the short words. */
const LANGUAGES = ['de', 'es', 'fr', 'zh_CN'];
const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } };

const set = (key: string, value: unknown) => ['set', `${key}=${JSON.stringify(value)}`] as const;
const scene = (name: string) => ['scene', name] as const;
const lang = (name: string) => ['lang', name] as const;
const large = set('textSize', 200);
const welcome = scene('welcome');
const SITES = set('sites', [
  '*://*.example.com/news/*',
  '*://intranet.example/*',
  'file:///home/*',
]);
const COLORS = set('markColors', { person: '#ffee00', law: '#101010', place: '#2a62b8' });

const type = (words: string) => (page: Page) => page.getByRole('searchbox').first().fill(words);
const site = (words: string) => (page: Page) =>
  page.locator('[data-setting=sites] .field').fill(words);

/** A pack of which there is something to remark: of each kind one, and more such names. */
const remarkedPack = (more: number) => ({
  ...sketchPack('trees', [
    {
      id: 'market-lime',
      aliases: [
        'Market Lime',
        { text: 'Lime', ambiguous: true },
        ...Array.from({ length: more }, (_, i) => `Lime (number ${i + 1} in the register)`),
      ],
      cues: ['the Market Lime', 'lime'],
    },
  ]),
  HomePage: 'https://example.org/trees',
});

/** Chooses such a pack, and waits for its preview. */
const choosePack = (more: number) => async (page: Page) => {
  await page.locator('.pack-import input[type=file]').setInputFiles({
    name: 'trees.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(remarkedPack(more))),
  });
  await page.locator('.pack-preview').waitFor();
  const fold = page.locator('.remarks:not([open]) summary');
  if (more > 0) await fold.click();
  await page.locator('.pack-preview > .buttons').scrollIntoViewIfNeeded();
};

const troubles = scene('troubles');
const showTroubles = (page: Page) => page.locator('.trouble').first().scrollIntoViewIfNeeded();

/** A whole page is drawn, however long. */
const whole = (scene: GalleryScene): GalleryScene => ({ ...scene, fullPage: true });

const SCENES: Record<string, GalleryScene> = {
  options: whole({ query: [SITES, COLORS, scene('notes')] }),
  'options-dark': whole({ query: [SITES, COLORS], context: DARK }),
  'options-top': { query: [] },
  'options-changed': {
    query: [],
    act: (page) => page.locator('input[value=click]').click(),
  },
  'options-search': { query: [], act: type('colour') },
  'options-search-nothing': { query: [], act: type('dragon') },
  'options-site-wrong': {
    query: [SITES],
    act: async (page) => {
      await site('www.*.example:8080')(page);
      await page.locator('#sites').scrollIntoViewIfNeeded();
    },
  },
  'options-narrow': whole({ query: [SITES, COLORS, scene('notes')], context: NARROW }),
  'options-phone': { query: [], context: PHONE },
  'options-large': whole({ query: [large, SITES] }),
  'options-large-narrow': whole({ query: [large, SITES], context: NARROW }),
  'options-rtl': whole({ query: [scene('rtl'), SITES, COLORS] }),
  'options-forced': whole({ query: [SITES, COLORS], context: { forcedColors: 'active' } }),
  'options-contrast': { query: [SITES], context: { contrast: 'more' } },
  'options-de': whole({ query: [lang('de'), SITES, COLORS] }),
  'options-fr': whole({ query: [lang('fr'), SITES] }),
  'options-zh': whole({ query: [lang('zh_CN'), SITES] }),
  'options-es': whole({ query: [lang('es'), SITES] }),
  'options-de-narrow': whole({ query: [lang('de'), SITES], context: NARROW }),
  'options-rtl-narrow': whole({ query: [scene('rtl'), SITES, COLORS], context: NARROW }),
  'options-forced-dark': whole({ query: [SITES, COLORS], context: FORCED_DARK }),
  ...Object.fromEntries(
    LANGUAGES.map((name) => [
      `options-${name}-large-narrow`,
      whole({ query: [lang(name), large, SITES], context: { ...NARROW, ...DARK } }),
    ]),
  ),
  'options-troubles': { query: [troubles], act: showTroubles },
  'options-troubles-dark': { query: [troubles], context: DARK, act: showTroubles },
  'options-troubles-phone': { query: [troubles], context: PHONE, act: showTroubles },
  'options-troubles-large': { query: [troubles, large], act: showTroubles },
  'options-troubles-rtl': { query: [troubles, scene('rtl')], act: showTroubles },
  'options-troubles-forced': { query: [troubles], context: FORCED_DARK, act: showTroubles },
  'options-remarks': { query: [], act: choosePack(0) },
  'options-remarks-dark': { query: [], context: DARK, act: choosePack(4) },
  'options-remarks-narrow': { query: [], context: PHONE, act: choosePack(1) },
  'options-remarks-large': { query: [large], act: choosePack(0) },
  'options-remarks-rtl': { query: [scene('rtl')], act: choosePack(1) },
  'options-remarks-de-large-narrow': {
    query: [lang('de'), large],
    context: NARROW,
    act: choosePack(0),
  },
  'options-remarks-zh': { query: [lang('zh_CN')], act: choosePack(0) },
  welcome: { query: [welcome] },
  'welcome-dark': { query: [welcome], context: DARK },
  'welcome-narrow': whole({ query: [welcome], context: NARROW }),
  'welcome-phone': whole({ query: [welcome], context: PHONE }),
  'welcome-large': whole({ query: [welcome, large] }),
  'welcome-rtl': { query: [welcome, scene('rtl')] },
  'welcome-forced': { query: [welcome], context: { forcedColors: 'active' } },
  'welcome-de': { query: [welcome, lang('de')] },
  'welcome-fr': { query: [welcome, lang('fr')] },
  'welcome-zh': { query: [welcome, lang('zh_CN')] },
  'welcome-es': { query: [welcome, lang('es')] },
  'welcome-forced-dark': { query: [welcome], context: FORCED_DARK },
  'welcome-rtl-narrow': whole({ query: [welcome, scene('rtl')], context: NARROW }),
  ...Object.fromEntries(
    LANGUAGES.map((name) => [
      `welcome-${name}-large-narrow`,
      whole({ query: [welcome, lang(name), large], context: { ...NARROW, ...DARK } }),
    ]),
  ),
};

await drawGallery(
  {
    page: 'scripts/options-gallery.html',
    folder: 'gallery-options',
    viewport: WINDOW,
    scenes: SCENES,
  },
  process.argv.slice(2),
);
