/** A pause of everything on this device until a point in time. Kept in storage.local. */
import { browser, type Storage } from '../browser.ts';

const ITEM = 'pausedUntil';

/** The end of the pause in ms since 1970; 0 when there is none or it is over. */
export async function loadPause(now: number): Promise<number> {
  const { [ITEM]: until } = await browser.storage.local.get(ITEM);
  return readPause(until, now);
}

/** Pauses until `until` (ms since 1970); 0 ends a pause. */
export async function savePause(until: number): Promise<void> {
  if (until > 0) await browser.storage.local.set({ [ITEM]: until });
  else await browser.storage.local.remove(ITEM);
}

/** Calls back with the new end (0: none) when a pause is set or ended; not when it runs out. */
export function onPauseChanged(callback: (until: number) => void, signal?: AbortSignal): void {
  if (signal?.aborted) return;
  const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    const change = changes[ITEM];
    if (area === 'local' && change) callback(readPause(change.newValue, 0));
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

function readPause(until: unknown, now: number): number {
  return typeof until === 'number' && until > now ? until : 0;
}
