/**
 * Settings in storage. Only what differs from the defaults is kept, one item a setting in
 * storage.sync, so that two tabs which change different settings at once lose nothing. What sync
 * cannot take (its quota is used up, or a newer version of Gloss wrote there) goes to
 * storage.local, which wins over sync when settings are read: nothing that was set is lost.
 * See docs/decisions/settings.md.
 */
import { browser, type Storage } from '../browser.ts';
import { itemOf, readSettings, settingOf } from './items.ts';
import { migrate, SCHEMA_VERSION, VERSION_ITEM, versionOf } from './migrations.ts';
import {
  DEFAULT_SETTINGS,
  isSameSetting,
  isValidSetting,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from './schema.ts';

/** Where a value went: to every device of the reader, or to this one only and why. */
export type Saved = { on: 'sync' } | { on: 'device'; because: 'quota' | 'newer-version' };

const ITEMS = [VERSION_ITEM, ...SETTING_KEYS.map(itemOf)];

/** The settings as they stand. A store that cannot be read at all counts as empty. */
export async function loadSettings(): Promise<Settings> {
  const [sync, local] = await Promise.all([
    browser.storage.sync.get(ITEMS).catch(() => ({})),
    browser.storage.local.get(ITEMS).catch(() => ({})),
  ]);
  return readSettings(sync, local);
}

/**
 * Rewrites items of an older version as this one's, in both areas. What a newer version wrote is
 * left as it is.
 */
export async function upgradeStored(): Promise<void> {
  for (const area of [browser.storage.sync, browser.storage.local]) {
    const stored = await area.get(null);
    if (versionOf(stored) >= SCHEMA_VERSION || !Object.keys(stored).some(settingOf)) continue;
    await area.set(migrate(stored));
  }
}

/**
 * Saves settings, all or none of them; a default is saved by removing its item.
 * @throws RangeError for a value that the setting cannot have.
 * @throws whatever storage throws when this device cannot keep them either.
 */
export async function saveSettings(values: Partial<Settings>): Promise<Saved> {
  const keys = SETTING_KEYS.filter((key) => values[key] !== undefined);
  const wrong = keys.filter((key) => !isValidSetting(key, values[key]));
  if (wrong.length > 0) throw new RangeError(`not a value of ${wrong.join(', ')}`);
  await upgradeStored();
  const { local, sync } = browser.storage;
  const toItems = (some: readonly SettingKey[]) =>
    Object.fromEntries(some.map((key) => [itemOf(key), values[key]]));
  const onDevice = () => local.set({ ...toItems(keys), [VERSION_ITEM]: SCHEMA_VERSION });

  if (versionOf(await sync.get(VERSION_ITEM)) > SCHEMA_VERSION) {
    await onDevice();
    return { on: 'device', because: 'newer-version' };
  }
  const defaults = keys.filter((key) => isSameSetting(values[key], DEFAULT_SETTINGS[key]));
  const others = keys.filter((key) => !defaults.includes(key));
  try {
    // What needs room first: when there is none, nothing has been removed yet.
    if (others.length > 0) {
      await sync.set({ ...toItems(others), [VERSION_ITEM]: SCHEMA_VERSION });
    }
    if (defaults.length > 0) await sync.remove(defaults.map(itemOf));
  } catch {
    // Every way in which sync refuses a write (bytes in all, bytes an item, number of items,
    // writes a minute) has a wording of its own in each browser; the answer is the same.
    await onDevice();
    return { on: 'device', because: 'quota' };
  }
  await local.remove(keys.map(itemOf));
  return { on: 'sync' };
}

/** Saves one setting; see `saveSettings`. */
export function saveSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<Saved> {
  return saveSettings({ [key]: value });
}

/**
 * Changes one setting from what it is now, with nobody in between. For the background and extension
 * pages only: a content script's lock would be the page's to see and to hold.
 */
export function updateSetting<K extends SettingKey>(
  key: K,
  change: (now: Settings[K]) => Settings[K],
): Promise<Saved> {
  return navigator.locks.request(`setting ${key}`, async () => {
    const settings = await loadSettings();
    return saveSetting(key, change(settings[key]));
  });
}

/**
 * Calls back with the settings as they stand and the keys that were written, whenever any was:
 * here, in another tab or on another device. Calls come in the order of the changes.
 */
export function onSettingsChanged(
  callback: (settings: Settings, changed: SettingKey[]) => void,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  let last: Promise<unknown> = Promise.resolve();
  const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    if (area !== 'sync' && area !== 'local') return;
    const changed = Object.keys(changes).flatMap((item) => settingOf(item) ?? []);
    if (changed.length === 0) return;
    last = last.then(async () => {
      const settings = await loadSettings();
      if (!signal?.aborted) callback(settings, changed);
    });
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
