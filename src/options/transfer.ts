/**
 * Everything that the reader has set, as one file, and such a file as changes to what is set. Pure.
 */
import * as v from 'valibot';
import { itemOf, readSettings, settingOf } from '../settings/items.ts';
import { SCHEMA_VERSION, VERSION_ITEM } from '../settings/migrations.ts';
import {
  DEFAULT_SETTINGS,
  isSameSetting,
  isValidSetting,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from '../settings/schema.ts';

/** Version of the file's own frame; what is in `settings` has the settings' version. */
const FILE_VERSION = 1;
/** A file of settings is a few kilobytes; what is larger is some other file. */
export const LARGEST_FILE = 5_000_000;

const FileSchema = v.looseObject({
  gloss: v.literal('export'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
});

/** The file's text: what differs from the defaults, as it lies in storage. */
export function exportFile(settings: Settings): string {
  const changed = SETTING_KEYS.filter(
    (key) => !isSameSetting(settings[key], DEFAULT_SETTINGS[key]),
  );
  const items = {
    [VERSION_ITEM]: SCHEMA_VERSION,
    ...Object.fromEntries(changed.map((key) => [itemOf(key), settings[key]])),
  };
  return `${JSON.stringify({ gloss: 'export', version: FILE_VERSION, settings: items }, null, 2)}\n`;
}

export interface SettingChange {
  key: SettingKey;
  from: Settings[SettingKey];
  to: Settings[SettingKey];
}

export type Import =
  | { kind: 'not-json' }
  | { kind: 'not-gloss' }
  | { kind: 'newer' }
  /** `damaged`: settings that cannot be read. All or nothing: then nothing is applied. */
  | { kind: 'damaged'; keys: SettingKey[] }
  | { kind: 'ready'; values: Settings; changes: SettingChange[] };

/** What importing this text would do. The file says everything: what it leaves out is the default. */
export function readImport(text: string, now: Settings): Import {
  const json = parse(text);
  if (json === undefined) return { kind: 'not-json' };
  const file = v.safeParse(FileSchema, json);
  if (!file.success) return { kind: 'not-gloss' };
  const { version, settings: items } = file.output;
  if (version > FILE_VERSION || Number(items[VERSION_ITEM]) > SCHEMA_VERSION) {
    return { kind: 'newer' };
  }
  const damaged = Object.entries(items).flatMap(([item, value]) => {
    const key = settingOf(item);
    return key && !isValidSetting(key, value) ? [key] : [];
  });
  if (damaged.length > 0) return { kind: 'damaged', keys: damaged };
  const values = readSettings(items, {});
  return { kind: 'ready', values, changes: changesBetween(now, values) };
}

export function changesBetween(before: Settings, after: Settings): SettingChange[] {
  return SETTING_KEYS.filter((key) => !isSameSetting(before[key], after[key])).map((key) => ({
    key,
    from: before[key],
    to: after[key],
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
