/**
 * IndexedDB that is not there, as in some private windows and damaged profiles, or holds something else
 * than what was put there: the bundled pack, settings and notes go on without it.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';
import { shelved, sketchPack } from '../../support/shelved.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { openShelf } = await import('../../../src/shelf/shelf.ts');

const TAB = 7;
const UNITS = sketchPack('units', [{ id: 'metre', aliases: ['metre'] }]);
let stop: AbortController;

function restart(): void {
  stop?.abort();
  stop = new AbortController();
  startBackground(PACK, stop.signal);
}

/** Ways in which browsers refuse a database. */
const REFUSALS: [string, () => IDBOpenDBRequest][] = [
  [
    'throws',
    () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    },
  ],
  [
    'fails later',
    () => {
      const request = new EventTarget();
      const error = new DOMException('A mutation was attempted.', 'InvalidStateError');
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return Object.assign(request, { error }) as unknown as IDBOpenDBRequest;
    },
  ],
];

beforeEach(() => {
  fake.reset();
  fake.tabs.set(TAB, { id: TAB, url: 'https://news.example/a', status: 'complete', active: true });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

describe.each(REFUSALS)('a database that %s', (_, refuse) => {
  beforeEach(() => {
    vi.spyOn(indexedDB, 'open').mockImplementation(refuse);
    restart();
  });

  it('leaves pages, the popup and the options the bundled pack', async () => {
    const request = { entities: [{ id: 'zoe-e', count: 1 }], state: 'ready' };
    const cards = await fake.fromPage({ gloss: 'background.report', request }, TAB);
    expect(cards).toMatchObject([{ id: 'zoe-e' }]);
    expect((await send('background.packs', {})).map(({ id }) => id)).toEqual([PACK.id]);
    expect(await send('background.search', { query: 'zo', limit: 5 })).toMatchObject([
      { id: 'zoe-e' },
    ]);
    const reach = { gloss: 'background.reach', request: { keys: '' } };
    expect(await fake.fromPage(reach, TAB)).toEqual({ gazetteer: null, stronger: [] });
  });

  it('keeps notes, which become a pack when it is there again', async () => {
    const note = { id: null, name: 'Lime', text: 'A tree.', lang: 'en', source: null };
    expect(await send('background.note-save', note)).toEqual({ saved: 'sync' });
    expect(await send('background.notes', {})).toMatchObject([{ name: 'Lime' }]);
    vi.restoreAllMocks();
    restart();
    expect(await send('background.note-save', { ...note, name: 'Oak' })).toEqual({ saved: 'sync' });
    await expect
      .poll(async () =>
        (await send('background.search', { query: '', limit: 99 })).map((e) => e.name),
      )
      .toEqual(expect.arrayContaining(['Lime', 'Oak']));
  });

  it('says that a pack could not be brought back or taken away', async () => {
    await expect(send('background.pack-remove', { id: 'units', removed: true })).rejects.toThrow();
  });
});

describe('a database that holds something else', () => {
  it.each(['names', 'reach', 'chunks', 'texts'])('in "%s": the rest goes on', async (store) => {
    const shelf = openShelf();
    await shelf.put(shelved(UNITS));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('gloss-packs');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const write = db.transaction(store, 'readwrite').objectStore(store);
    write.put({ not: ['what', 'was', 'there'] }, store === 'chunks' ? ['units', 0] : 'units');
    await new Promise((done) => write.transaction.addEventListener('complete', done));
    db.close();
    restart();
    await send('background.pack-order', { order: [] });
    expect(await send('background.search', { query: 'zo', limit: 5 })).toMatchObject([
      { id: 'zoe-e' },
    ]);
    const entities = ['zoe-e', 'units:metre'].map((id) => ({ id, count: 1 }));
    const report = { gloss: 'background.report', request: { entities, state: 'ready' } };
    const reported = async () =>
      ((await fake.fromPage(report, TAB)) as { id: string }[]).map(({ id }) => id);
    expect(await reported()).toContain('zoe-e');
    // An update compiles packs anew from their files, and so repairs all but the file itself.
    fake.browser.runtime.onInstalled.emit({ reason: 'update' });
    await expect.poll(reported).toContain('units:metre');
    await shelf.delete('units');
  });
});
