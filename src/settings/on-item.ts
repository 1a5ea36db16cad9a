/** Hears of one item of storage: what settings, packs and pauses tell one another by. */
import { browser, type Storage } from '../browser.ts';

/** Calls back with an item's new value (undefined where it is gone) whenever it changes, until `signal` aborts. */
export function onItemChanged(
  area: 'local' | 'session',
  item: string,
  callback: (value: unknown) => void,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  const listener = (changes: Record<string, Storage.StorageChange>, changedIn: string): void => {
    const change = changedIn === area ? changes[item] : undefined;
    if (change) callback(change.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
