/**
 * Putting a pack together from a glossary of another format, which knows less than a pack does: what
 * it leaves out is filled in here, and everything is checked afterwards like any other pack.
 */
import type { EntityType } from './kinds.ts';
import type { Entity, Pack } from './schema.ts';

/** What a pack says of itself. */
export interface PackHeader {
  id: string;
  title: string;
  description: string;
  language: string;
  version: string;
  asOf: string;
  licence: string;
}

/** One term of a glossary. */
export interface Term {
  name: string;
  summary: string;
  id?: string;
  type?: EntityType;
  fullName?: string;
  wikidata?: string;
  /** Other names, each in the pack's language unless it says its own. */
  aliases: { text: string; lang?: string }[];
  /** Address that the summary is from. */
  source?: string;
  facts: { text: string; date: string | null; source: SourceDraft }[];
}

export interface SourceDraft {
  url: string;
  title?: string;
  publisher?: string;
  published?: string | null;
}

/** Letters without their accents, words joined by hyphens: `Électron libre` gives `electron-libre`. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** Refused as keys, since careless readers would reach an object's prototype by them. */
const RESERVED: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** Gives out ids, each once. */
class Ids {
  readonly #taken = new Set<string>();
  /** Where to go on counting: thousands of pages of one host have no names but its own. */
  readonly #next = new Map<string, number>();

  /** Takes an id, if nobody has it. */
  take(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** An id that is free: the slug, or it with a number; what has no Latin letter is only numbered. */
  free(text: string, fallback: string): string {
    const base = slug(text) || fallback;
    for (let i = this.#next.get(base) ?? 1; ; i++) {
      const id = i === 1 && base !== fallback ? base : `${base}-${i}`;
      if (RESERVED.has(id) || !this.take(id)) continue;
      this.#next.set(base, i + 1);
      return id;
    }
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);

/** Collects sources; equal addresses are one. */
class Sources {
  readonly record: Pack['sources'] = {};
  readonly #keys = new Map<string, string>();
  readonly #ids = new Ids();

  keyOf({ url, title, publisher, published = null }: SourceDraft): string {
    const known = this.#keys.get(url);
    if (known) return known;
    const host = hostOf(url);
    const key = this.#ids.free(title ?? host, 'source');
    this.#keys.set(url, key);
    this.record[key] = {
      // In brackets: described by us, since the glossary gives none.
      title: title ?? `[Page at ${host}]`,
      publisher: publisher ?? host,
      url,
      published,
      tier: 'reference',
    };
    return key;
  }
}

/**
 * Aliases of a term: its names, unless an alias says the same words in its own capitals, and its
 * aliases, each once; none that an earlier term has.
 * @param owners which term has which words.
 */
function aliasesOf(term: Term, language: string, owners: Map<string, Term>): Entity['aliases'] {
  const wordsOf = (text: string, lang: string) => `${lang} ${text.normalize('NFKC').toLowerCase()}`;
  const given = term.aliases.map(({ text, lang = language }) => ({ text, lang }));
  const said = new Set(given.map(({ text, lang }) => wordsOf(text, lang)));
  const names = [term.name, term.fullName ?? term.name]
    .map((text) => ({ text, lang: language }))
    .filter(({ text, lang }) => !said.has(wordsOf(text, lang)));
  const forms = new Map([...names, ...given].map((form) => [`${form.lang} ${form.text}`, form]));
  return [...forms.values()].filter(({ text, lang }) => {
    const words = wordsOf(text, lang);
    if (!owners.has(words)) owners.set(words, term);
    return owners.get(words) === term;
  });
}

const isSameWord = (a: string, b: string): boolean =>
  a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();

/** The aliases that a glossary has to list beside the name for `draftPack` to make the same of it. */
export function furtherNames({ name, aliases }: Entity, language: string): Entity['aliases'] {
  // Of several forms of the name (Kelvin, kelvin) each has to be said.
  const forms = aliases.filter(({ text }) => isSameWord(text, name));
  if (forms.length > 1) return aliases;
  return aliases.filter(({ text, lang }) => text !== name || lang !== language);
}

/** A pack of these terms, unchecked. A name that two terms share stays with the first. */
export function draftPack(header: PackHeader, terms: readonly Term[]): Pack {
  const sources = new Sources();
  const ids = new Ids();
  const owners = new Map<string, Term>();
  const entities = terms.map((term): Entity => {
    const id = term.id && ids.take(term.id) ? term.id : ids.free(term.name, 'term');
    return {
      id,
      type: term.type ?? 'topic',
      name: term.name,
      ...(term.fullName ? { fullName: term.fullName } : {}),
      ...(term.wikidata ? { wikidata: term.wikidata } : {}),
      summary: term.summary,
      ...(term.source ? { source: sources.keyOf({ url: term.source }) } : {}),
      inArticle: [],
      facts: term.facts.map(({ text, date, source }) => ({
        text,
        date,
        source: sources.keyOf(source),
      })),
      since: [],
      metrics: [],
      aliases: aliasesOf(term, header.language, owners),
      cues: [],
      antiCues: [],
      related: [],
    };
  });
  return { format: 1, ...header, sources: sources.record, entities };
}
