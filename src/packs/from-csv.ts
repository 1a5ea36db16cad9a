/**
 * A glossary as a table: one term a row, with the columns name, aliases, summary and source; type,
 * fact, date and wikidata where there are. docs/pack-format.md says what goes into each.
 */
import { formatCsv, parseCsv } from './csv.ts';
import { draftPack, furtherNames, type PackHeader, type Term } from './draft.ts';
import { placesIn } from './glossary-places.ts';
import { ENTITY_TYPES } from './kinds.ts';
import type { Problem } from './problems.ts';
import type { Pack } from './schema.ts';

const COLUMNS = [
  'name',
  'aliases',
  'summary',
  'source',
  'type',
  'fact',
  'date',
  'wikidata',
] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['name', 'summary'];

/** The column of each field of an entity. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  name: 'column name',
  summary: 'column summary',
  source: 'column source',
  aliases: 'column aliases',
  facts: 'column fact or date',
  wikidata: 'column wikidata',
};

/** Between the aliases of one field. */
const BETWEEN_ALIASES = '|';

/** A pack, unchecked, or what is wrong with the table itself. */
export type Drafted =
  | {
      pack: Pack;
      problems?: undefined;
      /** Says a place in the pack as one in the glossary. */
      placeOf(path: string): string;
    }
  | { problems: Problem[]; pack?: undefined };

export function packFromCsv(text: string, header: PackHeader): Drafted {
  const [names, ...rows] = parseCsv(text);
  const places = new Map(names?.fields.map((name, i) => [name.trim().toLowerCase(), i] as const));
  const missing = NEEDED.filter((column) => !places.has(column));
  if (missing.length > 0) {
    return {
      problems: missing.map((column) => ({ path: `column ${column}`, message: 'is missing' })),
    };
  }
  const terms = rows.map(({ fields }): Term => {
    const field = (column: Column): string => fields[places.get(column) ?? -1]?.trim() ?? '';
    const type = ENTITY_TYPES.find((known) => known === field('type').toLowerCase());
    const source = field('source');
    const fact = field('fact');
    return {
      name: field('name'),
      summary: field('summary'),
      aliases: field('aliases')
        .split(BETWEEN_ALIASES)
        .map((alias) => ({ text: alias.trim() }))
        .filter((alias) => alias.text !== ''),
      ...(type ? { type } : {}),
      ...(field('wikidata') ? { wikidata: field('wikidata') } : {}),
      ...(source ? { source } : {}),
      facts: fact ? [{ text: fact, date: field('date') || null, source: { url: source } }] : [],
    };
  });
  const pack = draftPack(header, terms);
  const term = (index: number) => `row ${rows[index]?.number ?? '?'}`;
  return { pack, placeOf: placesIn(pack, { term, fields: COLUMN_OF }) };
}

/** The table of a pack: what has no column there (further facts, cues, charts) is left out. */
export function packToCsv(pack: Pack): string {
  const rows = pack.entities.map((entity) => {
    const { name, summary, type, facts, wikidata = '' } = entity;
    const [fact] = facts;
    const source = pack.sources[entity.source ?? fact?.source ?? '']?.url ?? '';
    const others = furtherNames(entity, pack.language).map(({ text }) => text);
    // One address a row: a fact from elsewhere than the summary would be said to be from there.
    const isSame = fact && pack.sources[fact.source]?.url === source;
    const row: Record<Column, string> = {
      name,
      aliases: [...new Set(others)].join(` ${BETWEEN_ALIASES} `),
      summary,
      source,
      type,
      fact: isSame ? fact.text : '',
      date: (isSame && fact.date) || '',
      wikidata,
    };
    return COLUMNS.map((column) => row[column]);
  });
  return formatCsv([COLUMNS, ...rows]);
}
