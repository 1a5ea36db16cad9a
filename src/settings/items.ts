/**
 * How settings lie in storage: one item a setting, plus one that says which version of the schema
 * wrote them. Pure functions from items to settings and back; `store.ts` does the reading and
 * writing.
 */
import { type Items, migrate } from './migrations.ts';
import { NO_POLICY, type Policy, unchosenSettings } from './policy.ts';
import { isValidSetting, SETTING_KEYS, type SettingKey, type Settings } from './schema.ts';

const PREFIX = 'setting.';
export const itemOf = (key: SettingKey): string => `${PREFIX}${key}`;

/** True for an item that holds a setting of this version or of any other. */
export const isSettingItem = (item: string): boolean => item.startsWith(PREFIX);

/** The setting that an item holds, or null when it holds something else. */
export function settingOf(item: string): SettingKey | null {
  return SETTING_KEYS.find((key) => itemOf(key) === item) ?? null;
}

/**
 * Settings from what a policy locks, this device's own items, the synced ones, what a policy presets,
 * and the defaults: the first of them that has a value. Items of an older version are migrated on the
 * way; a damaged or unknown value falls back by itself and takes no other along.
 */
export function readSettings(sync: Items, local: Items, policy: Policy = NO_POLICY): Settings {
  const settings = unchosenSettings(policy);
  for (const items of [migrate(sync), migrate(local)]) {
    for (const key of SETTING_KEYS) take(settings, key, items[itemOf(key)]);
  }
  return Object.assign(settings, structuredClone(policy.locked));
}

function take<K extends SettingKey>(settings: Settings, key: K, value: unknown): void {
  if (isValidSetting(key, value)) settings[key] = structuredClone(value);
}
