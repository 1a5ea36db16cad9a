import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AddedPacksNote } from '../../../src/settings/added-packs.ts';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';
import { passingIn } from '../../support/passing.ts';
import { shelved, sketchPack } from '../../support/shelved.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { bestLines } = await import('../../../src/background/name-lines.ts');
const { detectBlocks, loadGazetteer } = await import('../../../src/detection/detect.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { WordKeys } = await import('../../../src/detection/reached-words.ts');
const { fromBase64, toBase64 } = await import('../../../src/packs/word-keys.ts');
const { ADDED_PACKS_ITEM, loadAddedPacks } = await import('../../../src/settings/added-packs.ts');
const { saveSetting } = await import('../../../src/settings/store.ts');
const { openShelf } = await import('../../../src/shelf/shelf.ts');

const TAB = 7;
const shelf = openShelf();
let stop: AbortController;

function restart(): void {
  stop?.abort();
  stop = new AbortController();
  startBackground(PACK, stop.signal);
}

async function add(...packs: Parameters<typeof shelved>[0][]): Promise<void> {
  for (const pack of packs) {
    await shelf.put(shelved(pack));
    await send('background.pack-added', { id: pack.id });
  }
}

/** What a page with this text is told, as a page asks for it. */
async function ask(text: string) {
  const note = await loadAddedPacks();
  if (!note) return null;
  const keys = new WordKeys();
  const starts = passingIn(text, fromBase64(note.filter));
  if (starts.length === 0) return null;
  keys.collect(text, starts);
  const request = { keys: toBase64(keys.take()) };
  return (await fake.fromPage({ gloss: 'background.reach', request }, TAB)) as Awaited<
    ReturnType<typeof send<'background.reach'>>
  >;
}

async function mentionsIn(text: string): Promise<readonly string[]> {
  const part = await ask(text);
  if (!part?.gazetteer) return [];
  const gazetteer = loadGazetteer(part.gazetteer);
  const [found = []] = detectBlocks([{ text, lang: 'en', role: 'text' }], gazetteer, 'balanced');
  return found.map(({ entity }) => entity);
}

const UNITS = sketchPack('units', [
  { id: 'metre', aliases: ['metre'] },
  { id: 'work-act', aliases: ['Work Act', 'Units Act'] },
]);
const TREES = sketchPack('trees', [{ id: 'lime', aliases: ['Market Lime', 'metre'] }]);

beforeEach(async () => {
  fake.reset();
  for (const { id } of await shelf.heads()) await shelf.delete(id);
  restart();
});
afterEach(() => stop.abort());

describe('added packs', () => {
  it('leave pages alone where there are none', async () => {
    expect(await loadAddedPacks()).toBe(null);
  });

  it('answer a page with the part that its words reach', async () => {
    await add(UNITS, TREES);
    expect(await mentionsIn('The Market Lime.')).toEqual(['trees:lime']);
    expect(await mentionsIn('Bread and salt.')).toEqual([]);
  });

  it('answer after a restart without being compiled again', async () => {
    await add(UNITS);
    restart();
    expect(await mentionsIn('One metre.')).toEqual(['units:metre']);
    expect(
      await fake.fromPage({ gloss: 'background.card', request: { id: 'units:metre' } }, TAB),
    ).toMatchObject({ id: 'units:metre', name: 'metre', pack: { id: 'units' } });
  });

  it('keep their ids apart from those of the bundled pack', async () => {
    await add(UNITS);
    const cards = await send('background.cards', { ids: ['units:work-act', 'work-act'] });
    expect(cards.map(({ id, pack }) => [id, pack.id])).toEqual([
      ['units:work-act', 'units'],
      ['work-act', PACK.id],
    ]);
  });

  it('give words that several name to the one that stands first', async () => {
    await add(UNITS, TREES);
    const order = (...ids: string[]) => send('background.pack-order', { order: ids });
    await order('units', 'trees');
    expect(await mentionsIn('One metre.')).toEqual(['units:metre']);
    await order('trees', 'units');
    expect(await mentionsIn('One metre.')).toEqual(['trees:lime']);
    expect((await send('background.packs', {})).map(({ id }) => id)).toEqual([
      'trees',
      'units',
      PACK.id,
    ]);
  });

  it('are told to win over the bundled pack only where they stand before it', async () => {
    await add(UNITS);
    expect((await ask('One metre.'))?.stronger).toEqual([]);
    await send('background.pack-order', { order: ['units', PACK.id] });
    expect((await ask('One metre.'))?.stronger).toEqual(['units:metre']);
  });

  it('fall silent when they are switched off', async () => {
    await add(UNITS);
    await saveSetting('packsOff', ['units']);
    await expect.poll(loadAddedPacks).toBe(null);
    await saveSetting('packsOff', []);
    await expect.poll(() => mentionsIn('One metre.')).toEqual(['units:metre']);
  });

  it('are removed, brought back, and swept away when the next one is added', async () => {
    await add(UNITS);
    await send('background.pack-remove', { id: 'units', removed: true });
    expect(await loadAddedPacks()).toBe(null);
    expect(await send('background.packs', {})).toHaveLength(1);
    await send('background.pack-remove', { id: 'units', removed: false });
    expect(await mentionsIn('One metre.')).toEqual(['units:metre']);
    await send('background.pack-remove', { id: 'units', removed: true });
    await add(TREES);
    expect((await shelf.heads()).map(({ id }) => id)).toEqual(['trees']);
  });

  it('take the place of an earlier version, and keep what was muted', async () => {
    await add(UNITS);
    await send('background.mute', { id: 'units:metre', muted: true });
    await add({ ...sketchPack('units', [{ id: 'metre', aliases: ['mètre'] }]), version: '2' });
    expect(await mentionsIn('un mètre')).toEqual(['units:metre']);
    expect(fake.browser.storage.sync.items['setting.muted']).toEqual(['units:metre']);
    const [, units] = await send('background.packs', {});
    expect(units).toMatchObject({ id: 'units', version: '2', entities: 1, origin: 'file' });
  });

  it('are compiled anew when Gloss is updated', async () => {
    const damaged = { ...shelved(UNITS), reach: shelved(TREES).reach };
    await shelf.put(damaged);
    fake.browser.runtime.onInstalled.emit({ reason: 'update' });
    await expect.poll(() => mentionsIn('One metre.')).toEqual(['units:metre']);
  });

  it('are compiled anew though one of them cannot be written', async () => {
    const first = shelved(sketchPack('ashes', [{ id: 'ash', aliases: ['Ash'] }]));
    await shelf.put(first);
    await shelf.put({ ...shelved(UNITS), reach: first.reach });
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    fake.browser.runtime.onInstalled.emit({ reason: 'update' });
    await expect.poll(() => mentionsIn('One metre.')).toEqual(['units:metre']);
    expect(full.mock.results[0]?.type).toBe('throw');
    full.mockRestore();
  });

  it('that another version has stored are not read, and are compiled anew at the next start', async () => {
    await add(UNITS);
    stop.abort();
    // What a version with other keys left, which was stopped before it had compiled anything.
    const { head, ...parts } = shelved(UNITS);
    const foreign = { ...parts, head: { ...head, format: head.format + 1 } };
    await shelf.put({ ...foreign, reach: shelved(TREES).reach });
    const item = fake.browser.storage.local.items[ADDED_PACKS_ITEM] as AddedPacksNote;
    fake.browser.storage.local.items[ADDED_PACKS_ITEM] = { ...item, format: item.format + 1 };
    expect(await loadAddedPacks()).toBe(null);
    restart();
    await expect.poll(() => mentionsIn('One metre.')).toEqual(['units:metre']);
    expect(await mentionsIn('The Market Lime.')).toEqual([]);
  });

  it('that another version has stored and that were switched off are compiled when they are on again', async () => {
    await saveSetting('packsOff', ['units']);
    const { head, ...parts } = shelved(UNITS);
    const reach = shelved(TREES).reach;
    await shelf.put({ ...parts, reach, head: { ...head, format: head.format + 1 } });
    restart();
    expect(await loadAddedPacks()).toBe(null);
    await saveSetting('packsOff', []);
    await expect.poll(() => mentionsIn('One metre.')).toEqual(['units:metre']);
  });

  it('that can no longer be compiled are listed, and say nothing', async () => {
    const { head, ...parts } = shelved(UNITS);
    await shelf.put({ ...parts, text: '{}', head: { ...head, format: head.format + 1 } });
    await add(TREES);
    expect(await mentionsIn('One Market Lime, and the Units Act.')).toEqual(['trees:lime']);
    expect(await send('background.cards', { ids: ['units:metre'] })).toEqual([]);
    expect((await send('background.packs', {})).map(({ id }) => id)).toContain('units');
  });

  it('are found by name among the bundled ones', async () => {
    await add(UNITS);
    const found = await send('background.search', { query: 'METR', limit: 5 });
    expect(found).toMatchObject([
      { id: 'units:metre', packId: 'units', summary: 'What metre is.' },
    ]);
    const all = await send('background.search', { query: '', limit: 9 });
    expect(all.map(({ id }) => id)).toEqual([
      'zoe-e',
      'the-works',
      'work-act',
      'units:metre',
      'units:work-act',
    ]);
  });

  it('tell pages nothing but what they may ask', async () => {
    for (const gloss of ['background.pack-remove', 'background.pack-order', 'background.packs']) {
      await expect(fake.fromPage({ gloss, request: {} }, TAB)).rejects.toThrow();
    }
    const request = { keys: 'no base64!' };
    await expect(fake.fromPage({ gloss: 'background.reach', request }, TAB)).rejects.toThrow();
  });
});

describe('a search through names', () => {
  const names = 'metre\tmeter\nkilogram\nmetre convention\ncentimetre';
  it.each([
    ['metre', [0, 2, 3]],
    ['meter', [0]],
    ['kilo', [1]],
    ['convention', [2]],
    ['nothing', []],
    ['', [0, 1, 2, 3]],
  ])('%j: lines %j', (query, lines) => {
    expect(bestLines(names, query, 9).map(({ line }) => line)).toEqual(lines);
  });
  it('stops at its limit', () => expect(bestLines(names, 'e', 2)).toHaveLength(2));
});
