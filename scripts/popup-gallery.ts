/**
 * `npm run gallery:popup [-- SCENE ...]`: draws the toolbar popup in all its states into
 * out/gallery-popup/*.png, for eyes to look at. Chromium, headless, on the bundled pack.
 */
import type { Page } from 'playwright-core';
import { drawGallery, type GalleryScene } from './drivers/gallery.ts';

/** The popup's own width, and the most height that a browser gives it. */
const POPUP = { width: 380, height: 600 };
const DARK = { colorScheme: 'dark' } as const;

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();
const type = (words: string) => (page: Page) => page.getByRole('searchbox').fill(words);
const set = (key: string, value: unknown) => ['set', `${key}=${JSON.stringify(value)}`] as const;
const state = (name: string) => ['state', name] as const;
const scene = (name: string) => ['scene', name] as const;
const lang = (name: string) => ['lang', name] as const;

async function timelineKey(page: Page): Promise<void> {
  await page.locator('.timeline-point[tabindex="0"]').focus();
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowRight');
}

const list = { query: [state('list')] } satisfies GalleryScene;
const large = set('textSize', 200);
const narrow = { viewport: { width: 320, height: 640 } };

const SCENES: Record<string, GalleryScene> = {
  list,
  dark: { ...list, context: DARK },
  bottom: { ...list, act: (page) => page.evaluate(() => scrollTo(0, 1e5)) },
  published: { query: [state('list'), ['published', '2025-03-14']] },
  few: { query: [state('few')] },
  filter: { ...list, act: press('Events') },
  details: { ...list, act: press('All about CATL') },
  'details-dark': { ...list, context: DARK, act: press('All about CATL') },
  'details-end': {
    ...list,
    act: async (page) => {
      await press('All about CATL')(page);
      await page.locator('.card-actions').scrollIntoViewIfNeeded();
    },
  },
  muted: { query: [state('list'), set('muted', ['john-kerry', 'catl'])] },
  jumped: { ...list, act: (page) => page.locator('[data-entity=john-kerry] .row-main').click() },
  numbers: { ...list, act: (page) => page.locator('.numbers summary').click() },
  'timeline-key': { ...list, act: timelineKey },
  take: { ...list, act: press('Copy or save') },
  pause: { ...list, act: press('Pause') },
  search: { ...list, act: type('china') },
  'search-nothing': { ...list, act: type('dragon') },
  rescanning: { query: [state('rescanning')] },
  scanning: { query: [state('scanning')] },
  loading: { query: [state('silent'), ['found', 'text/html'], scene('loading')] },
  nothing: { query: [state('nothing')] },
  unreadable: { query: [state('silent')] },
  'unreadable-search': { query: [state('silent')], act: type('kerry') },
  'no-page': { query: [state('silent'), ['found', 'application/pdf']] },
  'not-started': { query: [state('silent'), ['found', 'text/html']] },
  'site-off': { query: [state('off'), set('sites', ['*://news.example/*'])] },
  'site-off-wider': { query: [state('off'), set('sites', ['*://*/*'])] },
  'site-off-only': { query: [state('off'), set('sitesMode', 'only-on')] },
  'packs-off': { query: [state('off'), set('packsOff', ['us-china-climate'])] },
  paused: { query: [state('off'), scene('paused')] },
  off: { query: [state('off'), set('enabled', false)] },
  'off-dark': { query: [state('off'), set('enabled', false)], context: DARK },
  large: { query: [state('list'), large], context: { viewport: { width: 760, height: 600 } } },
  'large-narrow': { query: [state('list'), large, scene('full-page')], context: narrow },
  'large-narrow-state': { query: [state('nothing'), large, scene('full-page')], context: narrow },
  narrow: { query: [state('list'), scene('full-page')], context: narrow },
  'narrow-details': {
    query: [state('list'), scene('full-page')],
    context: narrow,
    act: press('All about CATL'),
  },
  rtl: { query: [state('list'), scene('rtl')] },
  'rtl-details': { query: [state('list'), scene('rtl')], act: press('All about CATL') },
  forced: { ...list, context: { forcedColors: 'active' } },
  'forced-dark': { ...list, context: { forcedColors: 'active', ...DARK }, act: press('Events') },
  contrast: { ...list, context: { contrast: 'more' } },
  phone: {
    query: [state('list'), scene('full-page')],
    context: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } },
  },
  'phone-state': {
    query: [state('silent'), ['found', 'text/html'], scene('full-page')],
    context: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } },
  },
  'phone-small': {
    query: [state('list'), scene('full-page')],
    context: { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } },
  },
  german: { query: [state('list'), lang('de')] },
  'german-narrow': { query: [state('list'), lang('de'), scene('full-page')], context: narrow },
  'german-state': { query: [state('silent'), ['found', 'text/html'], lang('de')] },
  french: { query: [state('list'), lang('fr')], act: press('Copier ou enregistrer') },
  spanish: { query: [state('list'), lang('es')] },
  ...Object.fromEntries(
    ['de', 'es', 'fr', 'zh_CN'].flatMap((name) => [
      [
        `${name}-large-narrow`,
        {
          query: [state('list'), lang(name), large, scene('full-page')],
          context: { ...narrow, ...DARK },
        },
      ],
      [`${name}-site-off`, { query: [state('off'), lang(name), set('sites', ['*://*/*'])] }],
    ]),
  ),
  'rtl-large-narrow': {
    query: [state('list'), scene('rtl'), large, scene('full-page')],
    context: narrow,
  },
  'rtl-state': { query: [state('off'), scene('rtl'), set('sites', ['*://news.example/*'])] },
  'forced-details': {
    ...list,
    context: { forcedColors: 'active', ...DARK },
    act: press('All about CATL'),
  },
  'forced-state': {
    query: [state('scanning')],
    context: { forcedColors: 'active' },
  },
  low: { ...list, context: { viewport: { width: 380, height: 420 } } },
  'large-low': {
    query: [state('list'), large],
    context: { viewport: { width: 760, height: 400 } },
  },
  chinese: { query: [state('list'), lang('zh_CN')] },
  many: { query: [state('many')] },
  bare: { query: [state('bare')], act: press('All about My word') },
  tiny: { query: [state('list')], context: { viewport: { width: 300, height: 480 } } },
  tab: {
    query: [state('list'), scene('full-page')],
    context: { viewport: { width: 1000, height: 800 } },
  },
};

await drawGallery(
  { page: 'scripts/popup-gallery.html', folder: 'gallery-popup', viewport: POPUP, scenes: SCENES },
  process.argv.slice(2),
);
