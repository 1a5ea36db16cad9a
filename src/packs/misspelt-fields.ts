/** Fields of a pack whose names are nearly those of the format: left out by mistake, and read by nobody. */
import type * as v from 'valibot';
import { formatPath } from './problems.ts';
import { type Pack, PackSchema } from './schema.ts';

/** The parts of a schema of valibot that are gone through here. */
interface Node extends Partial<v.GenericSchema> {
  /** Of an object: the schemas of its fields. */
  readonly entries?: Readonly<Record<string, Node>>;
  /** Of a list, and of an object by keys. */
  readonly item?: Node;
  readonly value?: Node;
  /** Of what may be left out. */
  readonly wrapped?: Node;
}

/** A field with at most so many letters wrong or missing was meant to be the one that the format has. */
const MOST_WRONG = 2;
/** Shorter names are near each other without being the same word. */
const SHORTEST_FIELD = 4;

/** Letters to change, add or leave out (Levenshtein 1966), in any capitals. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a.toLowerCase()].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b.toLowerCase()].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The field of the format that a name was meant to be; null where it is near none, as an editor's own. */
function meantField(name: string, fields: readonly string[]): string | null {
  // A long name is far from all, and an editor's own may be as long as the file.
  const near = fields.filter(
    (field) =>
      Math.min(field.length, name.length) >= SHORTEST_FIELD &&
      Math.abs(field.length - name.length) <= MOST_WRONG &&
      distance(name, field) <= MOST_WRONG,
  );
  return near.find((field) => field.toLowerCase() === name.toLowerCase()) ?? near[0] ?? null;
}

export interface MisspeltField {
  path: string;
  /** As it is spelt, and as the format has it. */
  field: string;
  meant: string;
}

function misspeltIn(schema: Node, value: unknown, path: readonly unknown[]): MisspeltField[] {
  const { entries, item, value: each, wrapped } = schema;
  if (wrapped) return misspeltIn(wrapped, value, path);
  if (item && Array.isArray(value)) {
    return value.flatMap((one, i) => misspeltIn(item, one, [...path, i]));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (each) {
    return Object.entries(value).flatMap(([key, one]) => misspeltIn(each, one, [...path, key]));
  }
  if (!entries) return [];
  const missing = Object.keys(entries).filter((field) => !Object.hasOwn(value, field));
  return Object.entries(value).flatMap(([key, one]) => {
    const known = entries[key];
    if (known) return misspeltIn(known, one, [...path, key]);
    const meant = meantField(key, missing);
    if (meant === null) return [];
    return [{ path: formatPath([...path, key]), field: key, meant }];
  });
}

/** Fields that the format does not have, and that are spelt nearly as one that is not there. */
export const misspeltFields = (pack: Pack): MisspeltField[] =>
  misspeltIn(PackSchema as Node, pack, []);
