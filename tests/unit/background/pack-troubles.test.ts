import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEYS_FORMAT } from '../../../src/packs/keys-format.ts';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';
import { shelved, sketchPack } from '../../support/shelved.ts';
import { soon } from '../../support/soon.ts';

const { troubleOf } = await import('../../../src/background/pack-troubles.ts');
const { startBackground } = await import('../../../src/background/start.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { loadAddedPacks } = await import('../../../src/settings/added-packs.ts');
const { openShelf } = await import('../../../src/shelf/shelf.ts');

const UNITS = sketchPack('units', [{ id: 'metre', aliases: ['metre'] }]);
const TREES = sketchPack('trees', [{ id: 'lime', aliases: ['Market Lime'] }]);
const NEXT_FORMAT = JSON.stringify({ ...UNITS, format: 2 });
const NONE = { all: null, packs: {} };

const shelf = openShelf();
let stop: AbortController;

function restart(): void {
  stop?.abort();
  stop = new AbortController();
  startBackground(PACK, stop.signal);
}

/** Puts a pack as another version left it: with this text as its file, and what this one cannot read. */
async function leave(text: string, pack = UNITS, origin: 'file' | 'notes' = 'file'): Promise<void> {
  const { head, ...parts } = shelved(pack, origin);
  await shelf.put({ ...parts, text, head: { ...head, format: KEYS_FORMAT - 1 } });
}

const troubles = () => send('background.pack-troubles', {});
const found = async () =>
  (await send('background.search', { query: '', limit: 99 })).map(({ id }) => id);

beforeEach(async () => {
  fake.reset();
  for (const { id } of await shelf.heads()) await shelf.delete(id);
  restart();
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

describe('why nothing could be compiled of a pack', () => {
  const text = JSON.stringify(UNITS);
  const wrong = JSON.stringify({ ...UNITS, title: '' });
  it.each([
    ['no file', null, 0, 'lost', ''],
    ['a file that is no text', { not: 'text' }, 0, 'lost', ''],
    ['a file cut short', text.slice(0, -9), 0, 'damaged', 'is no JSON'],
    ['the same, of a newer version', text.slice(0, -9), 1, 'damaged', 'is no JSON'],
    ['another file', '{}', 0, 'damaged', 'format: is missing'],
    ['no object', 'null', 0, 'damaged', ''],
    ['a pack with a mistake', wrong, 0, 'damaged', 'title: '],
    ['the same that a newer version took for a pack', wrong, 1, 'newer', ''],
    ['a pack of a later format', NEXT_FORMAT, 0, 'newer', ''],
    ['a pack without a mistake', text, 0, 'unprepared', ''],
  ])('%s', (_, file, newer, kind, detail) => {
    const trouble = troubleOf({ format: KEYS_FORMAT + newer }, file);
    expect(trouble.kind).toBe(kind);
    if (detail === '') expect(kind === 'damaged' || trouble.detail === '').toBe(true);
    else expect(trouble.detail).toContain(detail);
  });
});

describe('packs that say nothing', () => {
  it('are none where all is well, and pages hear nothing of the question', async () => {
    await shelf.put(shelved(UNITS));
    await send('background.pack-added', { id: 'units' });
    const before = await loadAddedPacks();
    expect(await troubles()).toEqual(NONE);
    expect(await loadAddedPacks()).toEqual(before);
  });

  it('are told apart, are kept as they are, and leave the others alone', async () => {
    const damaged = { ...UNITS, id: 'damaged' };
    await leave(NEXT_FORMAT);
    await leave('{"id": "damaged"', damaged);
    await shelf.put(shelved(TREES));
    await send('background.pack-added', { id: 'trees' });
    expect(await troubles()).toEqual({
      all: null,
      packs: {
        units: { kind: 'newer', detail: '' },
        damaged: { kind: 'damaged', detail: expect.stringContaining('is no JSON') },
      },
    });
    expect(await shelf.text('units')).toBe(NEXT_FORMAT);
    expect(await shelf.text('damaged')).toBe('{"id": "damaged"');
    expect(await found()).toContain('trees:lime');
    expect((await send('background.packs', {})).map(({ id }) => id).sort()).toEqual(
      ['damaged', 'trees', 'units', PACK.id].sort(),
    );
  });

  it('go when they are removed, or another file takes their place', async () => {
    await leave(NEXT_FORMAT);
    await send('background.pack-remove', { id: 'units', removed: true });
    expect(await troubles()).toEqual(NONE);
    await send('background.pack-remove', { id: 'units', removed: false });
    expect((await troubles()).packs).toMatchObject({ units: { kind: 'newer' } });
    await shelf.put(shelved(UNITS));
    await send('background.pack-added', { id: 'units' });
    expect(await troubles()).toEqual(NONE);
    expect(await found()).toContain('units:metre');
  });

  it('are compiled when somebody asks, and pages hear of it', async () => {
    const { reach, ...parts } = shelved(UNITS);
    await shelf.put({ ...parts, reach: { not: reach } as unknown as typeof reach });
    restart();
    expect(await troubles()).toEqual(NONE);
    expect(await loadAddedPacks()).not.toBe(null);
    expect((await shelf.reach('units'))?.firsts).toBeInstanceOf(Uint32Array);
  });

  it('that cannot be stored say so, until they can be', async () => {
    await leave(JSON.stringify(UNITS));
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect((await troubles()).packs).toEqual({ units: { kind: 'unprepared', detail: '' } });
    expect((await troubles()).packs).toEqual({ units: { kind: 'unprepared', detail: '' } });
    full.mockRestore();
    expect(await troubles()).toEqual(NONE);
    expect(await found()).toContain('units:metre');
  });

  it('are not compiled again and again where the database gives back something else', async () => {
    await shelf.put(shelved(UNITS));
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      return this.name === 'reach' ? this.count('nothing') : get.call(this, key);
    });
    expect((await troubles()).packs).toEqual({ units: { kind: 'unprepared', detail: '' } });
    const told = await loadAddedPacks();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    expect((await troubles()).packs).toEqual({ units: { kind: 'unprepared', detail: '' } });
    expect(put).not.toHaveBeenCalled();
    expect(await loadAddedPacks()).toEqual(told);
  });

  it('of notes are made anew with the next change of a note', async () => {
    const note = { id: null, name: 'Lime', text: 'A tree.', lang: 'en', source: null };
    await send('background.note-save', note);
    await soon(async () => expect(await shelf.text('my-notes')).toContain('Lime'));
    await leave('{', sketchPack('my-notes', [{ id: 'x', aliases: ['x'] }]), 'notes');
    restart();
    expect((await troubles()).packs).toMatchObject({ 'my-notes': { kind: 'damaged' } });
    expect(await send('background.notes', {})).toMatchObject([{ name: 'Lime' }]);
    await send('background.note-save', { ...note, name: 'Oak' });
    await soon(async () => expect(await troubles()).toEqual(NONE));
  });

  it('that have no head either keep nobody from the others', async () => {
    await shelf.put(shelved(UNITS));
    const db = await opened(1);
    const write = db.transaction('heads', 'readwrite').objectStore('heads');
    for (const head of [null, 'head', { id: 'x' }]) write.put(head, `other-${head}`);
    await new Promise((done) => write.transaction.addEventListener('complete', done));
    restart();
    await send('background.pack-added', { id: 'units' });
    expect(await found()).toContain('units:metre');
    expect(await send('background.packs', {})).toHaveLength(2);
    const clear = db.transaction('heads', 'readwrite').objectStore('heads').clear();
    await new Promise((done) => clear.addEventListener('success', done));
    db.close();
  });
});

const opened = (version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('gloss-packs', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

describe('a database of all packs', () => {
  it('of a newer version of Gloss is said to be one, and the bundled pack goes on', async () => {
    await shelf.put(shelved(UNITS));
    const newer = await opened(9);
    newer.close();
    restart();
    expect(await troubles()).toEqual({ all: 'newer', packs: {} });
    expect((await send('background.packs', {})).map(({ id }) => id)).toEqual([PACK.id]);
    await new Promise((done) => {
      indexedDB.deleteDatabase('gloss-packs').onsuccess = done;
    });
    expect(await troubles()).toEqual(NONE);
  });

  it('that the browser does not open is said to be closed', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    restart();
    expect(await troubles()).toEqual({ all: 'closed', packs: {} });
  });
});
