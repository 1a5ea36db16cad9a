/**
 * Notes in storage: an item each in storage.sync, so that two devices which write different ones lose
 * nothing. What sync cannot take (its quotas: bytes in all, bytes an item, number of items) lies in
 * storage.local. Of what is in both, the newest edit counts.
 */
import { browser, type Storage } from '../browser.ts';
import {
  isDeleted,
  isForgotten,
  mergeRecords,
  type Note,
  type NoteRecord,
  readRecord,
} from './notes.ts';

const PREFIX = 'note.';
const itemOf = (id: string): string => PREFIX + id;

/** Where a note went: to every device of the reader, or to this one only, where sync is full. */
export type NoteSaved = 'sync' | 'device';

async function records(area: Storage.StorageArea): Promise<NoteRecord[]> {
  const items = await area.get(null).catch(() => ({}));
  return Object.entries(items).flatMap(([item, value]) => {
    const record = item.startsWith(PREFIX) ? readRecord(item.slice(PREFIX.length), value) : null;
    return record ?? [];
  });
}

async function allRecords(): Promise<Map<string, NoteRecord>> {
  const { sync, local } = browser.storage;
  return mergeRecords([...(await records(sync)), ...(await records(local))]);
}

/** Ids of all notes that there are or were. */
export async function knownNotes(): Promise<Set<string>> {
  return new Set((await allRecords()).keys());
}

/** All notes, the newest first. */
export async function loadNotes(): Promise<Note[]> {
  const merged = [...(await allRecords()).values()];
  return merged
    .filter((record): record is Note => !isDeleted(record))
    .sort((a, b) => b.edited - a.edited);
}

async function write(record: NoteRecord): Promise<NoteSaved> {
  const { id, ...value } = record;
  const { sync, local } = browser.storage;
  try {
    await sync.set({ [itemOf(id)]: value });
  } catch {
    // Each browser words its refusals in its own way; the answer is the same.
    await local.set({ [itemOf(id)]: value });
    return 'device';
  }
  await local.remove(itemOf(id));
  return 'sync';
}

/** Saves a note in the place of its earlier version. @throws what storage throws when it is full too. */
export async function saveNote(note: Note): Promise<NoteSaved> {
  const known = await allRecords();
  await forgetOld(known, note.edited);
  return write(afterwards(note, known.get(note.id)));
}

/** Deletes a note on every device. */
export async function deleteNote(id: string, now: number): Promise<void> {
  const known = await allRecords();
  await write(afterwards({ id, deleted: true, edited: now }, known.get(id)));
}

/** What is written last counts, though the clock was set back or another device's goes ahead. */
function afterwards<R extends NoteRecord>(record: R, before: NoteRecord | undefined): R {
  return { ...record, edited: Math.max(record.edited, (before?.edited ?? 0) + 1) };
}

async function forgetOld(known: ReadonlyMap<string, NoteRecord>, now: number): Promise<void> {
  const old = [...known.values()].filter((record) => isForgotten(record, now));
  const items = old.map(({ id }) => itemOf(id));
  if (items.length === 0) return;
  await Promise.all([
    browser.storage.sync.remove(items).catch(() => undefined),
    browser.storage.local.remove(items),
  ]);
}

/** Calls back whenever a note was written or deleted, here or on another device. */
export function onNotesChanged(callback: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'sync' && area !== 'local') return;
    if (Object.keys(changes).some((item) => item.startsWith(PREFIX))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
