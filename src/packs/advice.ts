/**
 * What a valid pack may say and its writer has hardly meant: names that no text can contain, fields whose names are
 * nearly those of the format, and common words that would be marked wherever they stand.
 */
import type * as v from 'valibot';
import { phraseTokens } from '../text/tokens.ts';
import { isWrittenSmall, matchesInMillion } from './common-words.ts';
import { caseOf } from './compile.ts';
import { decoyVariants, variantsOf } from './compile-variants.ts';
import { formatPath, type Problem, shown } from './problems.ts';
import { type Alias, type Decoy, type Entity, type Pack, PackSchema } from './schema.ts';

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

/** Fields that the format does not have, and that are spelt nearly as one that is not there. */
function misspeltFields(schema: Node, value: unknown, path: readonly unknown[]): Problem[] {
  const { entries, item, value: each, wrapped } = schema;
  if (wrapped) return misspeltFields(wrapped, value, path);
  if (item && Array.isArray(value)) {
    return value.flatMap((one, i) => misspeltFields(item, one, [...path, i]));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (each) {
    return Object.entries(value).flatMap(([key, one]) => misspeltFields(each, one, [...path, key]));
  }
  if (!entries) return [];
  const missing = Object.keys(entries).filter((field) => !Object.hasOwn(value, field));
  return Object.entries(value).flatMap(([key, one]) => {
    const known = entries[key];
    if (known) return misspeltFields(known, one, [...path, key]);
    const meant = meantField(key, missing);
    if (meant === null) return [];
    return [{ path: formatPath([...path, key]), message: `is no field; ${shown(meant)} is one` }];
  });
}

const isFound = (texts: readonly string[]): boolean => texts.some((text) => phraseTokens(text));

const neverFound = (text: string): string =>
  `${shown(text)} is never found: brackets, quotation marks, colons and the like end a name`;

function adviceOnAlias(alias: Alias, type: Entity['type'], path: string): Problem[] {
  const { text, lang } = alias;
  if (!isFound(variantsOf(text, lang, type, caseOf(alias)))) {
    return [{ path, message: neverFound(text) }];
  }
  const often = matchesInMillion(alias);
  // Who says how often the words mean this has thought of the others.
  if (often === 0 || alias.prior !== undefined || !isWrittenSmall(text)) return [];
  const message = `${shown(text)} is a common word, about ${often} in a million of English prose: mark it ambiguous`;
  return [{ path, message }];
}

function adviceOnDecoy(decoy: Decoy, index: number): Problem[] {
  if (isFound(decoyVariants(decoy.text, decoy.lang, caseOf(decoy)))) return [];
  return [{ path: `decoys[${index}].text`, message: neverFound(decoy.text) }];
}

/** Remarks on a valid pack, by their places; none of them keeps it from being added. */
export function adviceOn(pack: Pack): Problem[] {
  return [
    ...misspeltFields(PackSchema as Node, pack, []),
    ...pack.entities.flatMap(({ aliases, type }, e) =>
      aliases.flatMap((alias, i) =>
        adviceOnAlias(alias, type, `entities[${e}].aliases[${i}].text`),
      ),
    ),
    ...(pack.decoys ?? []).flatMap(adviceOnDecoy),
  ];
}
