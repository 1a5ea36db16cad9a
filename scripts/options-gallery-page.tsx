/**
 * The page that options-gallery.ts draws: the options, or with `scene=welcome` the first-run page. Each
 * `set` is a setting as JSON (`theme="dark"`); the language is named as gallery-words.ts says.
 */
import '../tests/fixtures/extension.ts';
import { fake } from '../tests/support/fake-browser.ts';
import { setWords } from './drivers/gallery-words.ts';
import '../src/ui/tokens.css';
import '../src/ui/page.css';
import '../src/content.css';
import { render } from 'preact';
import { startBackground } from '../src/background/start.ts';
import { App } from '../src/options/app.tsx';
import bundled from '../src/packs/bundled.generated.json';
import type { Pack } from '../src/packs/schema.ts';
import { startSample } from '../src/sample/sample.ts';
import { loadPolicy } from '../src/settings/managed.ts';
import type { Settings } from '../src/settings/schema.ts';
import { loadSettings } from '../src/settings/store.ts';
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
startBackground(bundled as Pack, signal);
const settings = await loadSettings();
applyLook(document.documentElement, settings);
await (has('welcome') ? drawWelcome(settings) : drawOptions(settings));
document.documentElement.dataset.ready = 'true';
