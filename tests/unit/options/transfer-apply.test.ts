import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';
import { shelved, sketchPack } from '../../support/shelved.ts';
import { soon } from '../../support/soon.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { exportFile, readImport } = await import('../../../src/options/transfer.ts');
const { apply, gather } = await import('../../../src/options/transfer-apply.ts');
const { loadSettings } = await import('../../../src/settings/store.ts');
const { openShelf } = await import('../../../src/shelf/shelf.ts');

const shelf = openShelf();
const rivers = (...names: string[]) =>
  sketchPack(
    'rivers',
    names.map((name) => ({ id: name, aliases: [name] })),
  );
let stop: AbortController;

beforeEach(async () => {
  fake.reset();
  stop = new AbortController();
  startBackground(PACK, stop.signal);
  for (const { id } of await shelf.heads()) await shelf.delete(id);
  await send('background.pack-order', { order: [] });
});
afterEach(() => stop.abort());

const listed = async () => (await send('background.packs', {})).map(({ id }) => id);

/** A file with other settings, a changed pack and a new one, all in another order. */
async function fileAndNow() {
  await shelf.put(shelved(rivers('elbe')));
  await send('background.pack-added', { id: 'rivers' });
  const now = await gather(shelf);
  const lakes = sketchPack('lakes', [{ id: 'como', aliases: ['Como'] }]);
  const own = (pack: typeof lakes) => ({
    id: pack.id,
    title: pack.title,
    origin: 'file' as const,
    text: JSON.stringify(pack),
  });
  const text = exportFile({
    policy: now.policy,
    settings: { ...now.settings, theme: 'dark', muted: ['zoe-e'] },
    packs: [own(lakes), own(rivers('elbe', 'rhine'))],
    order: ['lakes', 'rivers', PACK.id],
  });
  const found = readImport(text, now);
  if (found.kind !== 'ready') throw new Error(found.kind);
  return { found, now };
}

describe('an import', () => {
  it('gathers what is there, and brings settings, packs and their order', async () => {
    const { found, now } = await fileAndNow();
    expect(now.packs.map(({ id }) => id)).toEqual(['rivers']);
    expect(await apply(found, now, shelf)).toMatchObject({ saved: { on: 'sync' } });
    expect(await loadSettings()).toMatchObject({ theme: 'dark', muted: ['zoe-e'] });
    expect(await listed()).toEqual(['lakes', 'rivers', PACK.id]);
    const found2 = await send('background.search', { query: 'rhine', limit: 5 });
    expect(found2.map(({ name }) => name)).toEqual(['rhine']);
  });

  it('is taken back as a whole, without what was changed since', async () => {
    const { found, now } = await fileAndNow();
    const { undo } = await apply(found, now, shelf);
    await fake.browser.storage.sync.set({ 'setting.muted': ['zoe-e', 'work-act'] });
    await undo();
    expect(await loadSettings()).toMatchObject({ theme: 'auto', muted: ['work-act'] });
    expect(await listed()).toEqual(now.order);
    expect(JSON.parse((await shelf.text('rivers')) ?? '')).toEqual(rivers('elbe'));
  });

  it('leaves everything as it was when the packs cannot be stored', async () => {
    const { found, now } = await fileAndNow();
    const full = { ...shelf, exchange: () => Promise.reject(new Error('disk full')) };
    await expect(apply(found, now, full)).rejects.toThrow('disk full');
    expect(await loadSettings()).toEqual(now.settings);
    expect(await gather(shelf)).toEqual(now);
  });

  it('puts the packs back when the settings cannot be stored', async () => {
    const { found, now } = await fileAndNow();
    const { sync, local } = fake.browser.storage;
    sync.refuse = local.refuse = new Error('disk full');
    await expect(apply(found, now, shelf)).rejects.toThrow('disk full');
    sync.refuse = local.refuse = null;
    await send('background.pack-added', { id: 'rivers' });
    await soon(async () => expect(await gather(shelf)).toEqual(now));
  });
});

describe('notes of an import', () => {
  const note = (name: string, id: string | null = null) =>
    fake.fromPage(
      {
        gloss: 'background.note-save',
        request: { id, name, text: `About ${name}.`, lang: 'en', source: null },
      },
      1,
    );
  const notes = async () => (await send('background.notes', {})).map(({ name }) => name).sort();
  const shelvedNotes = async () => {
    const text = await shelf.text('my-notes');
    const { entities = [] } = text === null ? {} : JSON.parse(text);
    return entities.map(({ name }: { name: string }) => name).sort();
  };
  const areShelved = (names: string[]) =>
    soon(async () => expect(await shelvedNotes()).toEqual(names));

  /** An export with an oak and an elm, of which one is changed and the other deleted since. */
  async function importOld() {
    await note('Oak');
    await note('Elm');
    await areShelved(['Elm', 'Oak']);
    const text = exportFile(await gather(shelf));
    for (const { id, name } of await send('background.notes', {})) {
      if (name === 'Oak') await note('Old Oak', id);
      else await send('background.note-delete', { id });
    }
    await note('Lime');
    await areShelved(['Lime', 'Old Oak']);
    const now = await gather(shelf);
    const found = readImport(text, now);
    if (found.kind !== 'ready') throw new Error(found.kind);
    return apply(found, now, shelf);
  }

  it('come back as they are in the file, beside those that are there', async () => {
    await importOld();
    expect(await notes()).toEqual(['Elm', 'Lime', 'Oak']);
    await areShelved(['Elm', 'Lime', 'Oak']);
  });

  it('are counted where only this device has room for them', async () => {
    await note('Oak');
    await areShelved(['Oak']);
    const text = exportFile(await gather(shelf));
    const [oak] = await send('background.notes', {});
    await send('background.note-delete', { id: oak?.id ?? '' });
    await areShelved([]);
    const now = await gather(shelf);
    const found = readImport(text, now);
    if (found.kind !== 'ready') throw new Error(found.kind);
    fake.browser.storage.sync.refuse = new Error('QUOTA_BYTES quota exceeded');
    expect(await apply(found, now, shelf)).toMatchObject({ notesOnDevice: 1 });
    expect(await notes()).toEqual(['Oak']);
  });

  it('are taken back with it', async () => {
    const { undo } = await importOld();
    await undo();
    expect(await notes()).toEqual(['Lime', 'Old Oak']);
    await areShelved(['Lime', 'Old Oak']);
  });
});

describe('an exchange of packs', () => {
  it('is done whole or not at all', async () => {
    await shelf.put(shelved(rivers('elbe')));
    const unfit = { ...shelved(rivers('x')), text: (() => 0) as unknown as string };
    await expect(
      shelf.exchange({
        put: [shelved(sketchPack('lakes', [{ id: 'como', aliases: ['Como'] }])), unfit],
        remove: [],
      }),
    ).rejects.toThrow();
    expect((await shelf.heads()).map(({ id }) => id)).toEqual(['rivers']);
    expect(JSON.parse((await shelf.text('rivers')) ?? '')).toEqual(rivers('elbe'));
  });
});
