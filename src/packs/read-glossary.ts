/**
 * A file that somebody hands over as a pack, whatever its format: a pack, a table (CSV), or a
 * DefinedTermSet (JSON-LD). What comes out is checked as any pack is; problems name the place in the
 * file as it was handed over.
 */
import { type PackHeader, slug } from './draft.ts';
import { type Drafted, packFromCsv } from './from-csv.ts';
import { packFromJsonLd } from './jsonld.ts';
import { findShapeProblems } from './plain-json.ts';
import type { Problem } from './problems.ts';
import { decodePackBytes, parseJson } from './read-file.ts';
import type { Pack } from './schema.ts';
import { validatePack } from './validate.ts';

/** A pack with the text of its file, or what is wrong with it. */
export type Read =
  | {
      pack: Pack;
      text: string;
      /** Says a place in the pack as one in the file: another where a glossary was converted. */
      placeOf(path: string): string;
      problems?: undefined;
    }
  | { problems: Problem[]; pack?: undefined; text?: undefined };

/** What a glossary is to say of itself where it does not. */
export function headerOf(
  fileName: string,
  today: string,
  said: Partial<Record<keyof PackHeader, string | undefined>> = {},
): PackHeader {
  const base = fileName.replace(/\.[^.]*$/, '');
  return {
    id: said.id ?? (slug(base) || 'pack'),
    title: said.title ?? base,
    description: said.description ?? `Made from ${fileName}.`,
    language: said.language ?? 'en',
    version: said.version ?? '1',
    // Nobody says when a glossary was checked.
    asOf: said.asOf ?? today,
    licence: said.licence ?? 'unknown',
  };
}

/** A drafted pack, checked; problems by their place in the glossary where it can say that. */
export function checkDrafted(drafted: Drafted): Read {
  if (drafted.problems) return drafted;
  const { pack, problems } = validatePack(drafted.pack);
  const { placeOf } = drafted;
  if (pack) return { pack, text: JSON.stringify(pack, null, 2), placeOf };
  return { problems: problems.map((each) => ({ ...each, path: placeOf(each.path) })) };
}

/** Files that are tables by their name. */
const TABLE = /\.(?:csv|tsv|tab)$/i;
const JSON_LD = /\.jsonld$/i;

/** JSON of which a key says that it is JSON-LD, which no pack has. */
function looksLinked(value: unknown): boolean {
  const [first] = [value].flat();
  return (
    typeof first === 'object' &&
    first !== null &&
    ['@context', '@graph', '@type'].some((key) => Object.hasOwn(first, key))
  );
}

function readLinked(value: unknown, header: PackHeader): Read {
  // Converting walks through the file, so what could harm is looked for first.
  const problems = findShapeProblems(value);
  return problems.length > 0 ? { problems } : checkDrafted(packFromJsonLd(value, header));
}

/**
 * Reads a file's bytes. Never throws.
 * @param fileName tells the format, and names a glossary that has no title
 * @param today YYYY-MM-DD, for a glossary that says no date
 */
export function readGlossaryBytes(
  bytes: ArrayBuffer | Uint8Array,
  fileName: string,
  today: string,
): Read {
  const decoded = decodePackBytes(bytes);
  if (decoded.problems) return decoded;
  const { text } = decoded;
  const header = headerOf(fileName, today);
  if (TABLE.test(fileName)) return checkDrafted(packFromCsv(text, header));
  const { value, problems } = parseJson(text);
  if (problems) return { problems };
  if (JSON_LD.test(fileName) || looksLinked(value)) return readLinked(value, header);
  const read = validatePack(value);
  return read.pack ? { pack: read.pack, text, placeOf: (path) => path } : read;
}
