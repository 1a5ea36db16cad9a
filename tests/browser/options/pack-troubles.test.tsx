import '../../fixtures/extension.ts';
import { fake } from '../../support/fake-browser.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/page.css';
import '../../../src/options/options.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startBackground } from '../../../src/background/start.ts';
import { Packs } from '../../../src/options/packs.tsx';
import { useOptions } from '../../../src/options/use-options.ts';
import { KEYS_FORMAT } from '../../../src/packs/keys-format.ts';
import { NO_POLICY } from '../../../src/settings/policy.ts';
import { defaultSettings } from '../../../src/settings/schema.ts';
import { openShelf } from '../../../src/shelf/shelf.ts';
import { PACK } from '../../support/pack.ts';
import { shelved, sketchPack } from '../../support/shelved.ts';
import { soon } from '../../support/soon.ts';

const shelf = openShelf();
let stop: AbortController;

const trees = (id: string) => sketchPack(id, [{ id: 'lime', aliases: ['Market Lime'] }]);

/** Puts a pack as another version left it, with this as its file. */
async function leave(id: string, text: string): Promise<void> {
  const { head, ...parts } = shelved(trees(id));
  await shelf.put({ ...parts, text, head: { ...head, format: KEYS_FORMAT - 1 } });
}

function Page() {
  const options = useOptions(defaultSettings(), NO_POLICY);
  return (
    <main>
      <h1>Options</h1>
      <h2>Packs</h2>
      <Packs options={options} />
      <p role="status">{options.done?.words}</p>
    </main>
  );
}

async function open(): Promise<void> {
  startBackground(PACK, stop.signal);
  render(<Page />, document.body);
  await soon(() => expect(row(PACK.id)).not.toBe(null));
}

const row = (id: string) => document.querySelector(`[data-pack=${id}]`);
const trouble = (id: string) => row(id)?.querySelector('.trouble')?.textContent ?? '';
const buttons = (id: string) =>
  [...(row(id)?.querySelectorAll('.buttons > button') ?? [])].map((each) => each.textContent);

beforeEach(async () => {
  stop = new AbortController();
  document.documentElement.classList.add('gloss');
  await page.viewport(1000, 800);
});
afterEach(async () => {
  render(null, document.body);
  stop.abort();
  vi.restoreAllMocks();
  for (const { id } of await shelf.heads()) await shelf.delete(id);
  fake.reset();
});

describe('a pack that cannot be used', () => {
  it('says why and what to do, and others say nothing', async () => {
    await leave('newer', JSON.stringify({ ...trees('newer'), format: 2 }));
    await leave('damaged', '{"id": "damaged"');
    await shelf.put(shelved(trees('well')));
    await open();
    await soon(() => expect(trouble('newer')).toMatch(/from a newer Gloss.* kept.* Update Gloss/));
    expect(trouble('damaged')).toMatch(/is damaged\..* kept.* again.*is no JSON/);
    for (const id of ['well', PACK.id]) expect(trouble(id)).toBe('');
    for (const id of ['newer', 'damaged']) {
      expect(buttons(id)).toEqual(['Save as a file', 'Remove']);
    }
    expect((await axe.run(document.body)).violations).toEqual([]);
  });

  it('whose file is gone has none to be saved, and can be removed', async () => {
    await leave('lost', '');
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gloss-packs');
      request.onsuccess = () => resolve(request.result);
    });
    const gone = db.transaction('texts', 'readwrite').objectStore('texts').delete('lost');
    await new Promise((done) => gone.addEventListener('success', done));
    db.close();
    await open();
    await soon(() => expect(trouble('lost')).toContain('no longer stored'));
    expect(buttons('lost')).toEqual(['Remove']);
    await userEvent.click(page.getByRole('button', { name: 'Remove' }));
    await soon(() => expect(row('lost')).toBe(null));
  });

  it('is used again as soon as its file is put right', async () => {
    await leave('trees', '{');
    await open();
    await soon(() => expect(trouble('trees')).toContain('is damaged'));
    await shelf.put(shelved(trees('trees')));
    const { send } = await import('../../../src/messaging/messaging.ts');
    await send('background.pack-added', { id: 'trees' });
    await soon(() => expect(trouble('trees')).toBe(''));
  });
});

describe('packs whose database is not opened', () => {
  it.each([
    ['VersionError', 'stored by a newer Gloss'],
    ['UnknownError', 'does not open the storage'],
  ])('(%s) are said to be away', async (name, words) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    await open();
    await soon(() => expect(document.body.textContent).toContain(words));
  });
});
