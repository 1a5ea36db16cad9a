/**
 * Everything that the reader has set, added and written as one file, and such a file as changes to
 * what is there. Pure; transfer-apply.ts reads and writes.
 */
import * as v from 'valibot';
import { formatProblem } from '../packs/problems.ts';
import { readPackText } from '../packs/read-file.ts';
import type { Pack } from '../packs/schema.ts';
import { validatePack } from '../packs/validate.ts';
import { itemOf, readSettings, settingOf } from '../settings/items.ts';
import {
  type Items,
  migrate,
  SCHEMA_VERSION,
  VERSION_ITEM,
  versionOf,
} from '../settings/migrations.ts';
import { isLocked, type Policy, unchosenSettings } from '../settings/policy.ts';
import {
  isSameSetting,
  isValidSetting,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from '../settings/schema.ts';
import { mergeNotes } from './merge-notes.ts';

/**
 * Version of the file's own frame; what is in `settings` has the settings' version, a pack its own.
 * 1: settings alone. 2: packs, notes and their order as well.
 */
const FILE_VERSION = 2;
/** A pack's file may have 32 MB, and a few of them fit in; what is larger is some other file. */
export const LARGEST_FILE = 100_000_000;

/** A pack that the reader has added, or the notes. */
export interface OwnPack {
  readonly id: string;
  readonly title: string;
  readonly origin: 'file' | 'notes';
  /** The pack's file. */
  readonly text: string;
}

/** All that is exported, and what it is to be seen against. */
export interface Everything {
  /** The reader's own, as they would stand if nothing were locked. */
  readonly settings: Settings;
  /** What an organisation has set: never exported, and no import changes it. */
  readonly policy: Policy;
  readonly packs: readonly OwnPack[];
  /** Ids of all packs in the order in which they win, the bundled one among them. */
  readonly order: readonly string[];
  readonly bundledId: string;
  /** Ids of packs that an organisation has set. */
  readonly managedIds: readonly string[];
}

type Exported = Pick<Everything, 'settings' | 'policy' | 'packs' | 'order'>;

const FileSchema = v.looseObject({
  gloss: v.literal('export'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
  packs: v.optional(
    v.array(v.looseObject({ origin: v.picklist(['file', 'notes']), pack: v.unknown() })),
    [],
  ),
  order: v.optional(v.array(v.string()), []),
});

/** Packs whose stored text is no JSON: no file of everything can hold them. */
export const unexportable = (packs: readonly OwnPack[]): OwnPack[] =>
  packs.filter(({ text }) => parse(text) === undefined);

/**
 * The file's text: of the settings what differs from the defaults, as it lies in storage, and all packs that are
 * not `unexportable`.
 */
export function exportFile({ settings, policy, packs, order }: Exported): string {
  const unchosen = unchosenSettings({ ...policy, locked: {} });
  const changed = SETTING_KEYS.filter((key) => !isSameSetting(settings[key], unchosen[key]));
  const items = {
    [VERSION_ITEM]: SCHEMA_VERSION,
    ...Object.fromEntries(changed.map((key) => [itemOf(key), settings[key]])),
  };
  const file = {
    gloss: 'export',
    version: FILE_VERSION,
    settings: items,
    packs: packs.flatMap(({ origin, text }) => {
      const pack = parse(text);
      return pack === undefined ? [] : { origin, pack };
    }),
    // The order means nothing while there is only the bundled pack.
    order: packs.length > 0 ? order : [],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface SettingChange {
  key: SettingKey;
  from: Settings[SettingKey];
  to: Settings[SettingKey];
}

export interface PackChange {
  readonly kind: 'added' | 'replaced' | 'notes-merged';
  readonly pack: Pack;
  readonly own: OwnPack;
  /** What is there in its place; null where nothing is. */
  readonly before: OwnPack | null;
  /** Entities more (or fewer) than are there. */
  readonly more: number;
}

interface Ready {
  kind: 'ready';
  values: Settings;
  changes: SettingChange[];
  /** Settings that the file has otherwise, and that stay since an organisation has set them. */
  kept: SettingKey[];
  packs: PackChange[];
  /** The order of packs that the file asks for; null where it is the one that stands. */
  order: readonly string[] | null;
}

export type Import =
  | { kind: 'not-json' }
  | { kind: 'not-gloss' }
  | { kind: 'too-large' }
  | { kind: 'newer' }
  /** What cannot be read. All or nothing: then nothing is applied. */
  | { kind: 'damaged'; settings: SettingKey[]; packs: string[] }
  | Ready;

/**
 * What importing this text would do. Of settings the file says everything: what it leaves out is the
 * default. Packs that it does not have stay, and so do notes beside those that it has.
 */
export function readImport(text: string, now: Everything): Import {
  const json = parse(text);
  if (json === undefined) return { kind: 'not-json' };
  const file = v.safeParse(FileSchema, json);
  if (!file.success) return { kind: 'not-gloss' };
  const { version, settings: items, packs: entries, order } = file.output;
  if (version > FILE_VERSION || versionOf(items) > SCHEMA_VERSION) return { kind: 'newer' };
  const damaged = damagedSettings(items);
  const read = entries.map(({ origin, pack }) => readPack(pack, origin, now));
  const problems = read.flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (damaged.length > 0 || problems.length > 0) {
    return { kind: 'damaged', settings: damaged, packs: problems };
  }
  const policy = lockedAsTheyAre(now);
  const values = readSettings(items, {}, policy);
  const unlocked = readSettings(items, {}, { ...policy, locked: {} });
  return {
    kind: 'ready',
    values,
    changes: changesBetween(now.settings, values),
    kept: changesBetween(values, unlocked).map(({ key }) => key),
    packs: read.flatMap((each) => ('change' in each && each.change ? [each.change] : [])),
    order: order.length > 0 && order.join() !== now.order.join() ? order : null,
  };
}

/** The policy as an import has to see it: what is locked keeps the value that the reader had before. */
function lockedAsTheyAre({ policy, settings }: Everything): Policy {
  const keys = SETTING_KEYS.filter((key) => isLocked(policy, key));
  return { ...policy, locked: Object.fromEntries(keys.map((key) => [key, settings[key]])) };
}

/** Settings of the file whose value is none that the setting can have. */
function damagedSettings(items: Items): SettingKey[] {
  return Object.entries(migrate(items)).flatMap(([item, value]) => {
    const key = settingOf(item);
    return key && !isValidSetting(key, value) ? [key] : [];
  });
}

/** A pack of the file as a change; `change` is null where it is there already as it is. */
function readPack(
  value: unknown,
  origin: OwnPack['origin'],
  now: Everything,
): { problem: string } | { change: PackChange | null } {
  const { pack, problems } = validatePack(value);
  if (!pack)
    return { problem: `${idOf(value)}: ${problems.slice(0, 1).map(formatProblem).join()}` };
  if (pack.id === now.bundledId) return { problem: `${pack.id}: id: is that of the bundled pack` };
  if (now.managedIds.includes(pack.id)) return { change: null };
  const before = now.packs.find(({ id }) => id === pack.id) ?? null;
  const standing = before ? readPackText(before.text).pack : undefined;
  const isMerged = origin === 'notes' && standing !== undefined;
  const merged = isMerged ? mergeNotes(standing, pack) : pack;
  if (standing && JSON.stringify(standing) === JSON.stringify(merged)) return { change: null };
  // As it stands in the file, where that can be.
  const text = JSON.stringify(isMerged ? merged : value, null, 2);
  return {
    change: {
      kind: isMerged ? 'notes-merged' : before ? 'replaced' : 'added',
      pack: merged,
      own: { id: pack.id, title: pack.title, origin, text },
      before,
      more: merged.entities.length - (standing?.entities.length ?? 0),
    },
  };
}

/** How a pack that cannot be read is named. */
function idOf(value: unknown): string {
  const { id } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown };
  return typeof id === 'string' ? id : '?';
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
