/** `npm run pack -- from-csv|from-jsonld|to-csv|to-jsonld`: glossaries of other formats, in and out. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { PackHeader } from '../packs/draft.ts';
import { type Drafted, packFromCsv, packToCsv } from '../packs/from-csv.ts';
import { packFromJsonLd, packToJsonLd } from '../packs/jsonld.ts';
import { formatProblem } from '../packs/problems.ts';
import { checkDrafted, headerOf } from '../packs/read-glossary.ts';
import type { Pack } from '../packs/schema.ts';

/** What a converted file is to say of itself where it does not. */
const OPTIONS = {
  id: { type: 'string' },
  title: { type: 'string' },
  description: { type: 'string' },
  language: { type: 'string' },
  version: { type: 'string' },
  'as-of': { type: 'string' },
  licence: { type: 'string' },
} as const;

/** Today as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

export interface Conversion {
  /** The converted file's text; null where it is no valid pack. */
  text: string | null;
  problems: string[];
}

type Converter = (text: string, header: PackHeader) => Drafted;

const INTO_PACK: Readonly<Record<string, Converter>> = {
  'from-csv': packFromCsv,
  'from-jsonld': (text, header) => packFromJsonLd(JSON.parse(text), header),
};

export const isImport = (command: string | undefined): boolean =>
  command !== undefined && Object.hasOwn(INTO_PACK, command);

/**
 * Makes a pack of a glossary, checked like any other.
 * @throws Error when the call is wrong, or the file cannot be read or is of another format.
 */
export function convertToPack(command: string, args: readonly string[]): Conversion {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
  });
  const [file] = positionals;
  const convert = INTO_PACK[command];
  if (!convert || file === undefined || positionals.length > 1) throw new Error('needs one FILE');
  const said = { ...values, asOf: values['as-of'] };
  const header = headerOf(basename(file), today(), said);
  const { text = null, problems = [] } = checkDrafted(convert(readFileSync(file, 'utf8'), header));
  return { text, problems: problems.map(formatProblem) };
}

const OUT_OF_PACK: Readonly<Record<string, (pack: Pack) => string>> = {
  'to-csv': packToCsv,
  'to-jsonld': (pack) => JSON.stringify(packToJsonLd(pack), null, 2),
};

/** What a command makes of a pack; null for a command that is none of these. */
export function exporterFor(command: string | undefined): ((pack: Pack) => string) | null {
  return command !== undefined && Object.hasOwn(OUT_OF_PACK, command)
    ? (OUT_OF_PACK[command] ?? null)
    : null;
}
