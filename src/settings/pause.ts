/** A pause of everything on this device until a point in time. Kept in storage.local. */
import { browser } from '../browser.ts';
import { onItemChanged } from './on-item.ts';

export const PAUSE_ITEM = 'pausedUntil';

/** What "pause for an hour" means: no pause is longer. */
export const PAUSE_MS = 60 * 60 * 1000;

/**
 * How long a pause that ends at `until` still lasts, in ms; 0 when it is over. One that would last
 * longer than any pause has been overtaken by the clock, which was set back: it is over, since marks
 * that stay away for a day would look like a fault.
 */
export function leftOfPause(until: number, now: number): number {
  const left = until - now;
  return left > 0 && left <= PAUSE_MS ? left : 0;
}

/** The end of the pause in ms since 1970; 0 when there is none or it is over. */
export async function loadPause(now: number): Promise<number> {
  const { [PAUSE_ITEM]: until } = await browser.storage.local.get(PAUSE_ITEM);
  return readPause(until, now);
}

/** Pauses until `until` (ms since 1970), at most `PAUSE_MS` from now; 0 ends a pause. */
export async function savePause(until: number): Promise<void> {
  if (until > 0) await browser.storage.local.set({ [PAUSE_ITEM]: until });
  else await browser.storage.local.remove(PAUSE_ITEM);
}

/** Calls back with the new end (0: none) when a pause is set or ended; not when it runs out. */
export function onPauseChanged(callback: (until: number) => void, signal?: AbortSignal): void {
  onItemChanged('local', PAUSE_ITEM, (value) => callback(readPause(value, Date.now())), signal);
}

/** The end of the pause that an item holds; 0 when it holds none, or one that is over. */
export function readPause(until: unknown, now: number): number {
  return typeof until === 'number' && leftOfPause(until, now) > 0 ? until : 0;
}
