/**
 * The page that options-gallery.ts draws: the options, or with `scene=welcome` the first-run page. Each
 * `set` is a setting as JSON (`theme="dark"`); the language is named as gallery-words.ts says.
 */
import '../tests/fixtures/extension.ts';
import { fake } from '../tests/support/fake-browser.ts';
import { shelved, sketchPack } from '../tests/support/shelved.ts';
import { setWords } from './drivers/gallery-words.ts';
import '../src/ui/tokens.css';
import '../src/ui/page.css';
import '../src/content.css';
import { render } from 'preact';
import { startBackground } from '../src/background/start.ts';
import { App } from '../src/options/app.tsx';
import bundled from '../src/packs/bundled.generated.json';
import { KEYS_FORMAT } from '../src/packs/keys-format.ts';
import type { Pack } from '../src/packs/schema.ts';
import { startSample } from '../src/sample/sample.ts';
import { loadPolicy } from '../src/settings/managed.ts';
import type { Settings } from '../src/settings/schema.ts';
import { loadSettings } from '../src/settings/store.ts';
import type { ShelvedPack } from '../src/shelf/prepare.ts';
import { openShelf } from '../src/shelf/shelf.ts';
import { applyLook } from '../src/ui/look.ts';
import { Welcome } from '../src/welcome/welcome.tsx';

const LONG = 'They planted oaks, elms and limes by the river, and wrote down which of them lived. ';
const NOTES = {
  'note.my-1': {
    name: 'Oak Street Association of Friends of the Old River Bank and its Trees',
    text: LONG.repeat(7).trim(),
    lang: 'en',
    url: 'https://news.example/oak',
    title: 'A year on Oak Street, told from its beginning by those who live there',
    made: '2026-11-02',
    edited: 1,
  },
};

/** Packs that cannot be used, each for another reason, and one that can. */
function troubled(): ShelvedPack[] {
  const pack = (id: string) => sketchPack(id, [{ id: 'market-lime', aliases: ['Market Lime'] }]);
  const left = (id: string, text: string): ShelvedPack => {
    const { head, ...parts } = shelved(pack(id));
    return { ...parts, text, head: { ...head, format: KEYS_FORMAT - 1 } };
  };
  return [
    left('newer', JSON.stringify({ ...pack('newer'), format: 2 })),
    left('damaged', JSON.stringify(pack('damaged')).slice(0, -40)),
    shelved(pack('well')),
  ];
}

/** The database outlives the scene: others of its context would find the packs, too. */
async function fillShelf(packs: readonly ShelvedPack[]): Promise<void> {
  const shelf = openShelf();
  for (const { id } of await shelf.heads()) await shelf.delete(id);
  for (const pack of packs) await shelf.put(pack);
}

const query = new URLSearchParams(location.search);
const has = (name: string) => query.getAll('scene').includes(name);
const { signal } = new AbortController();

async function drawOptions(settings: Settings): Promise<void> {
  await import('../src/options/options.css');
  const policy = await loadPolicy();
  render(
    <App
      settings={settings}
      policy={policy}
      startPreview={(root, initial, stop) => startSample({ root, settings: initial, signal: stop })}
    />,
    document.body,
  );
}

async function drawWelcome(settings: Settings): Promise<void> {
  await import('../src/welcome/welcome.css');
  render(
    <Welcome startDemo={(root) => void startSample({ root, settings, signal })} />,
    document.body,
  );
}

await setWords(query);
for (const pair of query.getAll('set')) {
  const [key = '', value = ''] = pair.split('=');
  await fake.browser.storage.sync.set({ [`setting.${key}`]: JSON.parse(value) });
}
if (has('notes')) await fake.browser.storage.sync.set(NOTES);
await fillShelf(has('troubles') ? troubled() : []);
startBackground(bundled as Pack, signal);
const settings = await loadSettings();
applyLook(document.documentElement, settings);
await (has('welcome') ? drawWelcome(settings) : drawOptions(settings));
document.documentElement.dataset.ready = 'true';
