/**
 * The page that popup-gallery.ts draws: one scene, named in the address. `state` is what the page
 * under the popup is like, each `set` a setting as JSON (`theme="dark"`), `scene` what else is so.
 */

import { notesPack } from '../src/notes/notes.ts';
import bundled from '../src/packs/bundled.generated.json';
import type { Pack } from '../src/packs/schema.ts';
import { openPopup, type Page } from '../tests/browser/popup/stage.tsx';
import { fake } from '../tests/support/fake-browser.ts';
import { setWords } from './drivers/gallery-words.ts';

/** What the demo page names, more or less, and a frame in it. */
const COUNTS: Record<number, Record<string, number>> = {
  0: {
    'paris-agreement': 6,
    'unfccc-cop': 2,
    cop26: 3,
    glasgow: 1,
    'glasgow-climate-pact': 1,
    'us-china-glasgow-declaration': 1,
    methane: 1,
    'john-kerry': 2,
    'united-states': 3,
    'nancy-pelosi': 2,
    'pelosi-taiwan-visit-2022': 1,
    'spy-balloon-incident-2023': 2,
    'antony-blinken': 2,
    'xi-jinping': 1,
    'inflation-reduction-act': 4,
    'electric-vehicle': 3,
    'ford-motor-company': 2,
    'blueoval-battery-park-michigan': 1,
    catl: 2,
    china: 12,
    'european-union': 4,
    'clean-technology-tariffs': 1,
    'power-grid': 1,
  },
  4: { catl: 3, reuters: 1 },
};

/** Entities of a page that names far more than most do. */
const MANY = 200;

/** What a note of the reader's own is: words and a sentence, and nothing else. */
const NOTE = {
  id: 'my-note',
  name: 'My word',
  text: 'They planted oaks by the river, and wrote down which of them lived. '.repeat(8),
  lang: 'en',
  title: 'A year on Oak Street',
  url: '',
  made: '2026-11-02',
  edited: 1,
};

const PAGES: Record<string, Page> = {
  list: { frames: COUNTS },
  few: { frames: { 0: { catl: 1 } } },
  many: {
    frames: {
      0: Object.fromEntries(bundled.entities.slice(0, MANY).map(({ id }, at) => [id, at + 1])),
    },
  },
  bare: { frames: { 0: { [NOTE.id]: 1, catl: 1 } } },
  rescanning: { frames: { ...COUNTS, 4: {} }, state: 'scanning' },
  scanning: { frames: { 0: {} }, state: 'scanning', read: 0.43 },
  nothing: { frames: { 0: {} } },
  off: { frames: { 0: {} }, state: 'off' },
  silent: { frames: null },
};

const query = new URLSearchParams(location.search);
const has = (name: string) => query.getAll('scene').includes(name);

await setWords(query);
for (const pair of query.getAll('set')) {
  const [key = '', value = ''] = pair.split('=');
  await fake.browser.storage.sync.set({ [`setting.${key}`]: JSON.parse(value) });
}
if (has('paused')) {
  await fake.browser.storage.local.set({ pausedUntil: Date.now() + 60 * 60 * 1000 });
}
const found = query.get('found');
if (found) fake.page.found = { type: found, loading: has('loading') };
document.documentElement.classList.toggle('full-page', has('full-page'));
const page = PAGES[query.get('state') ?? 'list'];
if (!page) throw new Error(`no state "${query.get('state')}"`);
const published = query.get('published');
const [note] = notesPack([NOTE], { title: 'Notes', description: '', language: 'en' }).entities;
const pack = bundled as Pack;
const known = { ...pack, entities: [...pack.entities, ...(note ? [note] : [])] };
await openPopup({ ...page, pack: known, published });
document.documentElement.dataset.ready = 'true';
