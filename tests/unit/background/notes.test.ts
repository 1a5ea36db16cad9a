import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { preparePack } = await import('../../../src/shelf/prepare.ts');
const { openShelf } = await import('../../../src/shelf/shelf.ts');

const TAB = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const shelf = openShelf();
const { sync, local } = fake.browser.storage;
let stop: AbortController;

beforeEach(async () => {
  fake.reset();
  for (const { id } of await shelf.heads()) await shelf.delete(id);
  stop = new AbortController();
  startBackground(PACK, stop.signal);
});
afterEach(() => stop.abort());

const SOURCE = { title: 'Trees', url: 'https://example.org/trees' };
const save = (name: string, id: string | null = null) =>
  fake.fromPage(
    {
      gloss: 'background.note-save',
      request: { id, name, text: `About ${name}.`, lang: 'en', source: SOURCE },
    },
    TAB,
  );
const notesFound = async (query: string) =>
  (await send('background.search', { query, limit: 9 })).filter(
    ({ packId }) => packId === 'my-notes',
  );
const itemsIn = (area: typeof sync) =>
  Object.keys(area.items).filter((item) => item.startsWith('note.'));

describe('a note', () => {
  it('that a page saves goes to every device and becomes an entity', async () => {
    expect(await save('Market Lime')).toEqual({ saved: 'sync' });
    expect(itemsIn(sync)).toHaveLength(1);
    await expect.poll(() => notesFound('lime')).toMatchObject([{ name: 'Market Lime' }]);
    const [note] = await send('background.notes', {});
    const [card] = await send('background.cards', { ids: [`my-notes:${note?.id}`] });
    expect(card).toMatchObject({
      summary: 'About Market Lime.',
      source: { title: 'Trees', url: SOURCE.url },
      pack: { id: 'my-notes' },
    });
  });

  it('is changed in its place, and keeps the page it is from', async () => {
    await save('Market Lime');
    const [note] = await send('background.notes', {});
    await send('background.note-save', {
      id: note?.id ?? '',
      name: 'Old Lime',
      text: 'Felled.',
      lang: 'de',
      source: null,
    });
    expect(await send('background.notes', {})).toMatchObject([
      { id: note?.id, name: 'Old Lime', text: 'Felled.', url: SOURCE.url, lang: 'en' },
    ]);
    await expect.poll(() => notesFound('lime')).toMatchObject([{ name: 'Old Lime' }]);
  });

  it('stays on this device where sync has no room, and says so', async () => {
    sync.refuse = new Error('QUOTA_BYTES quota exceeded');
    expect(await save('Market Lime')).toEqual({ saved: 'device' });
    expect(itemsIn(local)).toHaveLength(1);
    await expect.poll(() => notesFound('lime')).toHaveLength(1);
    sync.refuse = null;
    const [note] = await send('background.notes', {});
    expect(await save('Market Lime', note?.id)).toEqual({ saved: 'sync' });
    expect([itemsIn(sync), itemsIn(local)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it('keeps its last words though the clock was set back before they were written', async () => {
    await save('Market Lime');
    const [note] = await send('background.notes', {});
    const clock = vi.spyOn(Date, 'now').mockReturnValue((note?.edited ?? 0) - DAY_MS);
    sync.refuse = new Error('QUOTA_BYTES quota exceeded');
    expect(await save('Old Lime', note?.id)).toEqual({ saved: 'device' });
    expect(await send('background.notes', {})).toMatchObject([{ name: 'Old Lime' }]);
    await send('background.note-delete', { id: note?.id ?? '' });
    expect(await send('background.notes', {})).toEqual([]);
    clock.mockRestore();
  });

  it('that is deleted stays deleted when another device still has it', async () => {
    await save('Market Lime');
    const [note] = await send('background.notes', {});
    const old = { ...sync.items };
    await send('background.note-delete', { id: note?.id ?? '' });
    await expect.poll(() => notesFound('lime')).toEqual([]);
    await local.set(old);
    expect(await send('background.notes', {})).toEqual([]);
    await expect.poll(async () => (await shelf.heads()).length).toBe(0);
  });

  it('that another device wrote is there as well', async () => {
    const value = {
      name: 'Far Oak',
      text: 'From afar.',
      lang: 'en',
      title: '',
      url: '',
      made: '2026-01-01',
      edited: 5,
    };
    await sync.set({ 'note.6b0f5d5e-0000-4000-8000-00000000000a': value });
    await expect.poll(() => notesFound('oak')).toMatchObject([{ name: 'Far Oak' }]);
  });

  it('of nothing is not saved, nor one that is not there any more', async () => {
    expect(await save('   ')).toEqual({ saved: null });
    expect(await save('Lime', '6b0f5d5e-0000-4000-8000-00000000000b')).toEqual({ saved: null });
  });
});

describe('the context menu', () => {
  it('offers a note for selected words, and opens its form in the frame where they stand', async () => {
    fake.browser.runtime.onInstalled.emit({ reason: 'install' });
    expect(fake.calls.menus).toMatchObject([{ id: 'add-note', contexts: ['selection'] }]);
    const asked = vi.fn(() => ({ done: true }));
    fake.frames.set(`${TAB}:3`, { 'frame.note': asked });
    const { onClicked } = fake.browser.contextMenus;
    const clicked = { menuItemId: 'add-note', frameId: 3, selectionText: 'Market Lime' };
    onClicked.emit({ ...clicked, menuItemId: 'of-another' }, { id: TAB });
    onClicked.emit(clicked, { id: TAB });
    await expect.poll(() => asked.mock.calls).toEqual([[{ text: 'Market Lime' }]]);
    // Where no content script runs nothing happens, and nothing fails.
    onClicked.emit({ ...clicked, frameId: 9 }, { id: TAB });
  });
});

describe('a pack of notes that was imported', () => {
  it('becomes notes that can be changed, but brings back none that was deleted', async () => {
    await save('Market Lime');
    await expect.poll(() => notesFound('lime')).toHaveLength(1);
    const text = (await shelf.text('my-notes')) ?? '';
    const [note] = await send('background.notes', {});
    await send('background.note-delete', { id: note?.id ?? '' });
    await expect.poll(() => notesFound('lime')).toEqual([]);
    const pack = JSON.parse(text);
    pack.entities.push({
      ...pack.entities[0],
      id: 'far-oak',
      name: 'Far Oak',
      aliases: [{ text: 'Far Oak', lang: 'en' }],
    });
    await shelf.put(preparePack(pack, JSON.stringify(pack), 'notes'));
    await send('background.pack-order', { order: [] });
    await expect
      .poll(() => send('background.notes', {}))
      .toMatchObject([{ id: 'far-oak', name: 'Far Oak', title: 'Trees', url: SOURCE.url }]);
    await expect.poll(() => notesFound('')).toMatchObject([{ name: 'Far Oak' }]);
  });
});
