/**
 * What a page has to know of the packs that readers have added before it asks the background about
 * any word: that there are some, and a filter of the words that begin their names. An item of
 * storage.local, absent while no added pack is switched on, so that most readers' pages never ask.
 */
import { browser } from '../browser.ts';
import { KEYS_FORMAT } from '../packs/keys-format.ts';
import { onItemChanged } from './on-item.ts';

export const ADDED_PACKS_ITEM = 'packs.page';

export interface AddedPacksNote {
  /** `KEYS_FORMAT` of the filter. */
  readonly format: number;
  /** Changes with every change of what pages could be told. */
  readonly revision: string;
  /** `buildWordFilter` as base64. */
  readonly filter: string;
}

/** The note that an item holds; null where it holds none that this version can read. */
export function readAddedPacks(value: unknown): AddedPacksNote | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, revision, filter } = value as Partial<AddedPacksNote>;
  if (format !== KEYS_FORMAT || typeof revision !== 'string' || typeof filter !== 'string') {
    return null;
  }
  return { format, revision, filter };
}

/** The note as it stands; null where there is none, or none that can be read. */
export async function loadAddedPacks(): Promise<AddedPacksNote | null> {
  const items = await browser.storage.local.get(ADDED_PACKS_ITEM).catch(() => ({}));
  return readAddedPacks((items as Record<string, unknown>)[ADDED_PACKS_ITEM]);
}

/** True where another version of Gloss has left a note: pages read nothing of it. */
export async function hasForeignNote(): Promise<boolean> {
  const item = (await browser.storage.local.get(ADDED_PACKS_ITEM))[ADDED_PACKS_ITEM];
  return item !== undefined && readAddedPacks(item) === null;
}

/** For the background alone. */
export async function noteAddedPacks(note: AddedPacksNote | null): Promise<void> {
  if (note) await browser.storage.local.set({ [ADDED_PACKS_ITEM]: note });
  else await browser.storage.local.remove(ADDED_PACKS_ITEM);
}

/** Calls back with the new note whenever it has changed, until `signal` aborts. */
export function onAddedPacksChanged(
  callback: (note: AddedPacksNote | null) => void,
  signal: AbortSignal,
): void {
  onItemChanged('local', ADDED_PACKS_ITEM, (value) => callback(readAddedPacks(value)), signal);
}
