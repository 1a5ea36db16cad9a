/**
 * What an organisation has set for its users: for each setting a value that stands (`locked`), or one
 * that stands until the reader chooses another (`default`). Pure; managed.ts reads it from storage. See
 * docs/organisations.md for who writes it and how.
 */
import type { Items } from './migrations.ts';
import {
  DEFAULT_SETTINGS,
  isValidSetting,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from './schema.ts';

/** The two things that a policy can say of a setting, as it writes them. */
export const POLICY_WORDS = ['default', 'locked'] as const;

/** The item that holds packs; it is no setting. */
export const POLICY_PACKS = 'packs';

export interface Policy {
  /** Values that the reader cannot change. */
  readonly locked: Partial<Settings>;
  /** Values in the place of Gloss's own defaults. */
  readonly defaults: Partial<Settings>;
  /** What cannot be used, as `path: problem`. */
  readonly problems: readonly string[];
}

export const NO_POLICY: Policy = { locked: {}, defaults: {}, problems: [] };

/** Reads the items of a policy; each value that no setting can have falls out by itself. */
export function readPolicy(items: Items): Policy {
  const problems: string[] = [];
  const values = { default: {}, locked: {} } satisfies Record<string, Partial<Settings>>;
  for (const key of SETTING_KEYS) {
    const said = items[key];
    if (said === undefined) continue;
    if (typeof said !== 'object' || said === null) {
      problems.push(`${key}: must be an object with "default" or "locked"`);
      continue;
    }
    for (const word of POLICY_WORDS) {
      const value = (said as Items)[word];
      if (value === undefined) continue;
      if (isValidSetting(key, value)) Object.assign(values[word], { [key]: value });
      else problems.push(`${key}.${word}: is no value of this setting`);
    }
  }
  return { locked: values.locked, defaults: values.default, problems };
}

/** The settings of a reader who has chosen nothing; a fresh object each time. */
export function unchosenSettings({ defaults, locked }: Policy): Settings {
  return structuredClone({ ...DEFAULT_SETTINGS, ...defaults, ...locked });
}

export const isLocked = ({ locked }: Policy, key: SettingKey): boolean => key in locked;
