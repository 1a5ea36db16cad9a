/**
 * What turns the items of an older version of the schema into those of this one. Add a step when a
 * setting is renamed or its values change meaning (a new setting needs none), raise
 * `SCHEMA_VERSION` with it, name the items that are no more in `OLD_ITEMS`, and keep a file of the
 * old items in tests/fixtures/settings.
 */

/** What a storage area holds or a file brings: nothing of it can be trusted. */
export type Items = Record<string, unknown>;

/** The item that holds the schema's version. */
export const VERSION_ITEM = 'settingsVersion';

/** Step `n` (counted from 1) makes items of version n + 1 from items of version n. */
export type Migration = (items: Items) => Items;

const MIGRATIONS: readonly Migration[] = [];

/** Items of older versions that this one has no setting for; a migration makes something of each. */
export const OLD_ITEMS: readonly string[] = [];

export const SCHEMA_VERSION = MIGRATIONS.length + 1;

/** The schema version that wrote these items; 1 where none is said or what is said is no version. */
export function versionOf(items: Items): number {
  const version = items[VERSION_ITEM];
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1;
}

/**
 * Brings items up to the newest version. Items of a version newer than this one come back as they
 * are: what of them is understood is used, and nobody writes over them (see `store.ts`).
 */
export function migrate(items: Items, steps: readonly Migration[] = MIGRATIONS): Items {
  const from = versionOf(items);
  const newest = steps.length + 1;
  if (from >= newest) return items;
  const migrated = steps.slice(from - 1).reduce((state, step) => step(state), items);
  return { ...migrated, [VERSION_ITEM]: newest };
}

/**
 * What has to be written and removed so that stored items are those of the newest version. Both are
 * empty where they are already, or are of a newer one.
 */
export function upgradeOf(
  stored: Items,
  steps: readonly Migration[] = MIGRATIONS,
): { set: Items; remove: string[] } {
  const migrated = migrate(stored, steps);
  const isNew = ([item, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(stored[item]);
  return {
    set: Object.fromEntries(Object.entries(migrated).filter(isNew)),
    remove: Object.keys(stored).filter((item) => !(item in migrated)),
  };
}
