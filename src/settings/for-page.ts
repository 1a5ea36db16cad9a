/**
 * What is stored of all that decides what Gloss does in a page, in one read of each storage area: every
 * page waits for it before its first mark, and each read is a way to another process and back.
 */
import { ADDED_PACKS_ITEM, type AddedPacksNote, readAddedPacks } from './added-packs.ts';
import { readSettings } from './items.ts';
import { policyIn } from './managed.ts';
import { PAUSE_ITEM, readPause } from './pause.ts';
import type { Settings } from './schema.ts';
import { readItems } from './store.ts';

export interface ForPage {
  readonly settings: Settings;
  /** End of the pause in ms since 1970; 0 when there is none. */
  readonly pausedUntil: number;
  readonly addedPacks: AddedPacksNote | null;
}

/** All of it as it stands; what cannot be read counts as not stored. */
export async function loadForPage(now: number): Promise<ForPage> {
  const ofDevice = [PAUSE_ITEM, ADDED_PACKS_ITEM];
  const [sync, local] = await Promise.all(readItems(ofDevice));
  return {
    settings: readSettings(sync, local, policyIn(local)),
    pausedUntil: readPause(local[PAUSE_ITEM], now),
    addedPacks: readAddedPacks(local[ADDED_PACKS_ITEM]),
  };
}
