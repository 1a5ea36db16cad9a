/** What differs between two versions of a pack, part by part. */
import type { Pack } from './schema.ts';

export interface Change {
  kind: 'added' | 'removed' | 'changed';
  /** `entity catl`, `source iea-2024`, `series sales`, `decoy Ford Foundation (en)`, `title`. */
  what: string;
  /** For a change: the fields that differ; empty otherwise. */
  fields: string[];
}

/** Parts of a pack that are compared piece by piece and not as one field of its header. */
const PARTS: ReadonlySet<string> = new Set(['entities', 'sources', 'series', 'decoys']);

/** Whether two JSON values say the same; the order of an object's keys says nothing. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function differingFields(before: object, after: object): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((key) => !same(Reflect.get(before, key), Reflect.get(after, key)));
}

function comparePieces(
  name: string,
  before: ReadonlyMap<string, object>,
  after: ReadonlyMap<string, object>,
): Change[] {
  const changes: Change[] = [];
  for (const [key, piece] of before) {
    const now = after.get(key);
    const what = `${name} ${key}`;
    if (!now) changes.push({ kind: 'removed', what, fields: [] });
    else if (!same(piece, now))
      changes.push({ kind: 'changed', what, fields: differingFields(piece, now) });
  }
  for (const key of after.keys())
    if (!before.has(key)) changes.push({ kind: 'added', what: `${name} ${key}`, fields: [] });
  return changes;
}

function header(pack: Pack): Record<string, unknown> {
  return Object.fromEntries(Object.entries(pack).filter(([key]) => !PARTS.has(key)));
}

function byId(pack: Pack): Map<string, object> {
  return new Map(pack.entities.map((entity) => [entity.id, entity]));
}

function decoysByText({ decoys = [] }: Pack): Map<string, object> {
  return new Map(decoys.map((decoy) => [`${decoy.text} (${decoy.lang})`, decoy]));
}

/** Changes that lead from one valid pack to the other: its header, entities, sources, series, decoys. */
export function diffPacks(before: Pack, after: Pack): Change[] {
  const fields = differingFields(header(before), header(after));
  const keyed = (record: Readonly<Record<string, object>> = {}) => new Map(Object.entries(record));
  return [
    ...fields.map((field): Change => ({ kind: 'changed', what: field, fields: [] })),
    ...comparePieces('entity', byId(before), byId(after)),
    ...comparePieces('source', keyed(before.sources), keyed(after.sources)),
    ...comparePieces('series', keyed(before.series), keyed(after.series)),
    ...comparePieces('decoy', decoysByText(before), decoysByText(after)),
  ];
}
