/** Reads what an organisation has set from storage.managed, which is for Gloss to read only. */
import { browser, type Storage } from '../browser.ts';
import type { Items } from './migrations.ts';
import { type Policy, readPolicy } from './policy.ts';
import { SETTING_KEYS } from './schema.ts';

/** The policy as it stands; an empty one where nobody has set any, which Firefox tells by an error. */
export async function loadPolicy(): Promise<Policy> {
  // By name, since packs can be large, and every page asks.
  return readPolicy(await managedItems(SETTING_KEYS));
}

/** Items of storage.managed; none where there is no such storage or nothing in it. */
export async function managedItems(keys: readonly string[]): Promise<Items> {
  try {
    return await browser.storage.managed.get([...keys]);
  } catch {
    return {};
  }
}

/** Calls back with the policy when it has changed while the browser runs; Firefox reads it at its start. */
export function onPolicyChanged(callback: (policy: Policy) => void, signal: AbortSignal): void {
  const listener = (_: Record<string, Storage.StorageChange>, area: string): void => {
    if (area !== 'managed') return;
    void loadPolicy().then((policy) => {
      if (!signal.aborted) callback(policy);
    });
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
