/**
 * What an organisation has set. Only the background asks storage.managed for it; everybody else reads what it then
 * said, in storage.local. Chromium may take seconds to answer when it has just been started, and does not before
 * its first page has been loaded (https://github.com/ghostery/ghostery-extension/issues/3367); some Edges never do
 * (https://github.com/microsoft/MicrosoftEdge-Extensions/issues/299). No page waits for that.
 */
import { browser, type Storage } from '../browser.ts';
import type { Items } from './migrations.ts';
import { onItemChanged } from './on-item.ts';
import { type Policy, readPolicy } from './policy.ts';
import { isSameSetting, SETTING_KEYS, type SettingKey } from './schema.ts';

/** Holds the items of the policy that are about settings; absent where it says nothing of any. */
export const POLICY_ITEM = 'policy';

const asItems = (value: unknown): Items =>
  typeof value === 'object' && value !== null ? (value as Items) : {};

/** The policy that items of storage.local hold. */
export const policyIn = (local: Items): Policy => readPolicy(asItems(local[POLICY_ITEM]));

/** The policy as it was last known; an empty one where nobody has set any. */
export async function loadPolicy(): Promise<Policy> {
  return policyIn(await browser.storage.local.get(POLICY_ITEM).catch(() => ({})));
}

/** Items of storage.managed; none where there is no such storage (Firefox says so by an error) or nothing in it. */
export async function managedItems(keys: readonly string[]): Promise<Items> {
  try {
    return await browser.storage.managed.get([...keys]);
  } catch {
    return {};
  }
}

/** The settings of which two values of the item do not say the same. */
export function changedByPolicy({ oldValue, newValue }: Storage.StorageChange): SettingKey[] {
  const [old, now] = [asItems(oldValue), asItems(newValue)];
  return SETTING_KEYS.filter((key) => !isSameSetting(old[key], now[key]));
}

/** Calls back with the policy when another has become known. */
export function onPolicyChanged(callback: (policy: Policy) => void, signal: AbortSignal): void {
  onItemChanged('local', POLICY_ITEM, (value) => callback(readPolicy(asItems(value))), signal);
}

/**
 * For the background alone: writes down what storage.managed says, now and whenever it changes. At each of its
 * many starts, since an answer that came too early is empty (https://github.com/w3c/webextensions/issues/547).
 */
export function followPolicy(signal?: AbortSignal): void {
  const changed = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    if (area === 'managed' && SETTING_KEYS.some((key) => key in changes)) void writeDown(signal);
  };
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
  void writeDown(signal);
}

async function writeDown(signal?: AbortSignal): Promise<void> {
  const { local } = browser.storage;
  // By name: packs can be large, and are followed by themselves.
  const said = await managedItems(SETTING_KEYS);
  try {
    const { [POLICY_ITEM]: known } = await local.get(POLICY_ITEM);
    const isNews = changedByPolicy({ oldValue: known, newValue: said }).length > 0;
    if (!isNews || signal?.aborted) return;
    if (Object.keys(said).length > 0) await local.set({ [POLICY_ITEM]: said });
    else await local.remove(POLICY_ITEM);
  } catch {
    // A store that takes nothing now: the next start tries again.
  }
}
