/**
 * Settings in storage. Only what differs from the defaults (an organisation's, where it has set some)
 * is kept, one item a setting in storage.sync, so that two tabs which change different settings at
 * once lose nothing. What sync cannot take (its quota is used up, or a newer version of Gloss wrote
 * there) goes to storage.local, which wins over sync when settings are read: nothing that was set is
 * lost. What an organisation has locked is never written. See docs/decisions/settings.md.
 */
import { browser, type Storage } from '../browser.ts';
import { isSettingItem, itemOf, readSettings, settingOf } from './items.ts';
import { changedByPolicy, loadPolicy, POLICY_ITEM, policyIn } from './managed.ts';
import { mergeChange } from './merge.ts';
import {
  type Items,
  OLD_ITEMS,
  SCHEMA_VERSION,
  upgradeOf,
  VERSION_ITEM,
  versionOf,
} from './migrations.ts';
import { isLocked, unchosenSettings } from './policy.ts';
import {
  isSameSetting,
  isValidSetting,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from './schema.ts';

/** Where a value went: to every device of the reader, to this one only and why, or nowhere. */
export type Saved =
  | { on: 'sync' }
  | { on: 'device'; because: 'quota' | 'newer-version' }
  | { on: 'nowhere'; because: 'locked' };

const OWN_ITEMS = SETTING_KEYS.map(itemOf);
/** What is read: an older version may have kept a setting under another name. */
const ITEMS = [VERSION_ITEM, ...OLD_ITEMS, ...OWN_ITEMS];

/** The settings as they stand. A store that cannot be read at all counts as empty. */
export async function loadSettings(): Promise<Settings> {
  const [sync, local] = await Promise.all(readItems());
  return readSettings(sync, local, policyIn(local));
}

/** The settings as they would stand if nothing were locked: what the reader may take elsewhere. */
export async function loadOwnSettings(): Promise<Settings> {
  const [sync, local] = await Promise.all(readItems());
  return readSettings(sync, local, { ...policyIn(local), locked: {} });
}

/** The synced items and this device's own, the policy's among them; `more` of this device are read along. */
export function readItems(more: readonly string[] = []): [Promise<Items>, Promise<Items>] {
  return [
    browser.storage.sync.get(ITEMS).catch(() => ({})),
    browser.storage.local.get([...ITEMS, POLICY_ITEM, ...more]).catch(() => ({})),
  ];
}

/**
 * Rewrites items of an older version as this one's, in both areas. What a newer version wrote is
 * left as it is.
 * @throws whatever storage throws when it refuses; what is stored is then still read and migrated.
 */
export async function upgradeStored(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.sync]) await upgrade(area);
}

async function upgrade(area: Storage.StorageArea): Promise<void> {
  const stored = await area.get(null);
  if (!Object.keys(stored).some(isSettingItem)) return;
  const { set, remove } = upgradeOf(stored);
  // Written before anything is removed: what sync refuses is then still there in its old form.
  if (Object.keys(set).length > 0) await area.set(set);
  if (remove.length > 0) await area.remove(remove);
}

/**
 * Saves settings, all or none of them but for those that are locked; a default is saved by removing
 * its item.
 * @throws RangeError for a value that the setting cannot have.
 * @throws whatever storage throws when this device cannot keep them either.
 */
async function saveSettings(values: Partial<Settings>): Promise<Saved> {
  const given = SETTING_KEYS.filter((key) => values[key] !== undefined);
  const wrong = given.filter((key) => !isValidSetting(key, values[key]));
  if (wrong.length > 0) throw new RangeError(`not a value of ${wrong.join(', ')}`);
  const { local } = browser.storage;
  const policy = await loadPolicy();
  const keys = given.filter((key) => !isLocked(policy, key));
  if (keys.length === 0 && given.length > 0) return { on: 'nowhere', because: 'locked' };
  const items = Object.fromEntries(keys.map((key) => [itemOf(key), values[key]]));
  const refusal = await saveInSync(keys, items, unchosenSettings(policy));
  if (refusal) {
    await upgrade(local);
    await local.set({ ...items, [VERSION_ITEM]: SCHEMA_VERSION });
    return { on: 'device', because: refusal };
  }
  await local.remove(keys.map(itemOf));
  await bringBack();
  return { on: 'sync' };
}

/** @returns null when all was written, else why nothing could be. */
async function saveInSync(
  keys: readonly SettingKey[],
  items: Items,
  unchosen: Settings,
): Promise<'quota' | 'newer-version' | null> {
  const { sync } = browser.storage;
  const isDefault = (key: SettingKey) => isSameSetting(items[itemOf(key)], unchosen[key]);
  const defaults = keys.filter(isDefault).map(itemOf);
  const others = Object.fromEntries(
    Object.entries(items).filter(([item]) => !defaults.includes(item)),
  );
  try {
    if (versionOf(await sync.get(VERSION_ITEM)) > SCHEMA_VERSION) return 'newer-version';
    await upgrade(sync);
    // What needs room first: when there is none, nothing has been removed yet.
    if (Object.keys(others).length > 0) {
      await sync.set({ ...others, [VERSION_ITEM]: SCHEMA_VERSION });
    }
    if (defaults.length > 0) await sync.remove(defaults);
    return null;
  } catch {
    // Every way in which sync refuses a write (bytes in all, bytes an item, number of items,
    // writes a minute) has a wording of its own in each browser; the answer is the same.
    return 'quota';
  }
}

/** Sync has taken a write again: what only this device has kept goes there, too, if there is room. */
async function bringBack(): Promise<void> {
  const { local, sync } = browser.storage;
  const held = await local.get(OWN_ITEMS);
  const items = Object.keys(held);
  if (items.length === 0) return;
  try {
    await sync.set({ ...held, [VERSION_ITEM]: SCHEMA_VERSION });
    await local.remove(items);
  } catch {
    // Still no room for all of it: it stays here, where it counts as before.
  }
}

/** Saves one setting; see `saveSettings`. */
export function saveSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<Saved> {
  return saveSettings({ [key]: value });
}

/** One change at a time, of all extension pages and the background. */
const LOCK = 'settings';

/**
 * Changes one setting from what it is now, with nobody in between. For the background and extension
 * pages only: a content script's lock would be the page's to see and to hold.
 */
export function updateSetting<K extends SettingKey>(
  key: K,
  change: (now: Settings[K]) => Settings[K],
): Promise<Saved> {
  return navigator.locks.request(LOCK, async () => {
    const settings = await loadSettings();
    return saveSetting(key, change(settings[key]));
  });
}

/**
 * Saves the change of some settings from one value to another, and keeps what others have changed
 * since the first value was read: an entry that another tab has added to a list stays in it.
 * For extension pages only, as `updateSetting`.
 */
export function changeSettings(from: Partial<Settings>, to: Partial<Settings>): Promise<Saved> {
  return navigator.locks.request(LOCK, async () => {
    const now = await loadSettings();
    return saveSettings(mergeChange(from, to, now));
  });
}

/** The settings that a changed item of a storage area is about. */
function settingsIn(area: string, item: string, change: Storage.StorageChange): SettingKey[] {
  if (area === 'local' && item === POLICY_ITEM) return changedByPolicy(change);
  const key = area === 'sync' || area === 'local' ? settingOf(item) : null;
  return key ? [key] : [];
}

/**
 * Calls back with the settings as they stand and the keys that were written, whenever any was:
 * here, in another tab, on another device or by a policy. Calls come in the order of the changes.
 */
export function onSettingsChanged(
  callback: (settings: Settings, changed: SettingKey[]) => void,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  let last: Promise<unknown> = Promise.resolve();
  const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    const changed = Object.entries(changes).flatMap(([item, change]) =>
      settingsIn(area, item, change),
    );
    if (changed.length === 0) return;
    last = last.then(async () => {
      const settings = await loadSettings();
      if (!signal?.aborted) callback(settings, changed);
    });
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
