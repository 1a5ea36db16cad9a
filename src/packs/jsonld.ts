/**
 * A pack as a schema.org DefinedTermSet in JSON-LD, and such a set as a pack. The mapping stands in
 * docs/pack-format.md. Contexts are not fetched: names are taken as schema.org's, with or without
 * its prefix.
 */
import { isPlainAddress } from './addresses.ts';
import { parseFactDate } from './dates.ts';
import {
  draftPack,
  furtherNames,
  type PackHeader,
  type SourceDraft,
  slug,
  type Term,
} from './draft.ts';
import type { Drafted } from './from-csv.ts';
import { placesIn } from './glossary-places.ts';
import { ENTITY_TYPES } from './kinds.ts';
import { shown } from './problems.ts';
import type { Entity, Fact, Pack } from './schema.ts';

/** The property of each field of an entity. */
const PROPERTY_OF: Readonly<Record<string, string>> = {
  name: 'name',
  summary: 'description',
  source: 'citation',
  aliases: 'alternateName',
  facts: 'subjectOf',
  wikidata: 'sameAs',
};

const WIKIDATA = 'https://www.wikidata.org/entity/';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A property by its schema.org name, written plainly or with a prefix or address before it. */
function property(node: Node, name: string): unknown {
  for (const key of [
    name,
    `schema:${name}`,
    `https://schema.org/${name}`,
    `http://schema.org/${name}`,
  ])
    if (Object.hasOwn(node, key)) return node[key];
  return undefined;
}

interface Words {
  text: string;
  lang?: string;
}

/** The texts of a property: plain, or with a language. */
function wordsOf(node: Node, name: string): Words[] {
  return listOf(property(node, name)).flatMap((value): Words[] => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [{ text: value.trim() }];
    if (!isNode(value)) return [];
    const text = value['@value'] ?? value.name;
    const lang = value['@language'];
    if (typeof text !== 'string' || text.trim() === '') return [];
    return [{ text: text.trim(), ...(typeof lang === 'string' ? { lang } : {}) }];
  });
}

const textOf = (node: Node, name: string): string | undefined => wordsOf(node, name)[0]?.text;

/** An address: a text, or a node that is named by one. */
function addressesOf(node: Node, name: string): string[] {
  return listOf(property(node, name)).flatMap((value) => {
    const address = isNode(value) ? (value['@id'] ?? property(value, 'url')) : value;
    return typeof address === 'string' ? [address] : [];
  });
}

const isType = (node: Node, type: string): boolean =>
  listOf(node['@type'] ?? node.type).some(
    (name) => typeof name === 'string' && name.replace(/^.*[/:#]/, '') === type,
  );

function sourceOf(citation: unknown): SourceDraft | null {
  if (typeof citation === 'string') return { url: citation };
  if (!isNode(citation)) return null;
  const url = property(citation, 'url') ?? citation['@id'];
  if (typeof url !== 'string') return null;
  const title = textOf(citation, 'name') ?? textOf(citation, 'headline');
  const publisher = textOf(citation, 'publisher');
  const published = textOf(citation, 'datePublished');
  return {
    url,
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published } : {}),
  };
}

function factsOf(term: Node): Term['facts'] {
  return listOf(property(term, 'subjectOf')).flatMap((claim): Term['facts'] => {
    if (!isNode(claim)) return [];
    const text = textOf(claim, 'text');
    const source = sourceOf(listOf(property(claim, 'citation'))[0]);
    if (!text || !source) return [];
    return [{ text, date: textOf(claim, 'temporal') ?? null, source }];
  });
}

function termOf(node: Node): Term {
  const code = textOf(node, 'termCode');
  const keywords = wordsOf(node, 'keywords').map(({ text }) => text);
  const type = ENTITY_TYPES.find((known) => keywords.includes(known));
  const wikidata = addressesOf(node, 'sameAs')
    .map((address) => /wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/.exec(address)?.[1])
    .find((item) => item !== undefined);
  const [citation] = listOf(property(node, 'citation'));
  const source = sourceOf(citation)?.url ?? addressesOf(node, 'url')[0];
  return {
    name: textOf(node, 'name') ?? code ?? '',
    summary: textOf(node, 'description') ?? '',
    ...(code && slug(code) === code ? { id: code } : {}),
    ...(type ? { type } : {}),
    ...(wikidata ? { wikidata } : {}),
    aliases: wordsOf(node, 'alternateName'),
    ...(source ? { source } : {}),
    facts: factsOf(node),
  };
}

/** The day of a date with or without a time. */
const dayOf = (date: string | undefined): string | undefined => date?.slice(0, 'YYYY-MM-DD'.length);

/** The article that a set is based on; nothing where it does not say all that a pack has to say of one. */
function articleOf(set: Node): Pack['article'] {
  const [article] = listOf(property(set, 'isBasedOn')).filter(isNode);
  const title = article && (textOf(article, 'headline') ?? textOf(article, 'name'));
  const publisher = article && textOf(article, 'publisher');
  const published = article && dayOf(textOf(article, 'datePublished'));
  if (!title || !publisher || !published || !parseFactDate(published)) return undefined;
  const author = textOf(article, 'author');
  const url = addressesOf(article, 'url').find(isPlainAddress);
  return { title, publisher, published, ...(author ? { author } : {}), ...(url ? { url } : {}) };
}

/** Every node of the document that stands by itself. */
const nodesOf = (document: unknown): Node[] =>
  listOf(isNode(document) ? (document['@graph'] ?? document) : document).filter(isNode);

/** @param header stands in for what the set does not say of itself. */
export function packFromJsonLd(document: unknown, header: PackHeader): Drafted {
  const nodes = nodesOf(document);
  const set = nodes.find((node) => isType(node, 'DefinedTermSet'));
  if (!set) return { problems: [{ path: '', message: 'has no DefinedTermSet' }] };
  // Terms stand inside the set, or beside it in the graph and name it.
  const inside = listOf(property(set, 'hasDefinedTerm')).filter(isNode);
  // One without a name of its own is only itself.
  const byId = new Map<unknown, Node>(
    nodes.flatMap((node) => (node['@id'] === undefined ? [] : [[node['@id'], node] as const])),
  );
  const terms = inside.map((term) => byId.get(term['@id']) ?? term);
  const beside = nodes.filter((node) => isType(node, 'DefinedTerm') && !terms.includes(node));
  const { id, title, description, language, version, asOf, licence } = header;
  const name = textOf(set, 'name') ?? title;
  const own = textOf(set, 'identifier');
  const [licenceAddress] = addressesOf(set, 'license');
  const article = articleOf(set);
  const homepage = addressesOf(set, 'url').find(isPlainAddress);
  const drafted = draftPack(
    {
      id: own && slug(own) === own ? own : slug(name) || id,
      title: name,
      description: textOf(set, 'description') ?? description,
      language: textOf(set, 'inLanguage') ?? language,
      version: textOf(set, 'version') ?? version,
      asOf: dayOf(textOf(set, 'dateModified')) ?? asOf,
      licence: textOf(set, 'license') ?? licenceAddress ?? licence,
    },
    [...terms, ...beside].map(termOf),
  );
  const pack = { ...drafted, ...(homepage ? { homepage } : {}), ...(article ? { article } : {}) };
  const term = (index: number) => `term ${index + 1} (${shown(pack.entities[index]?.name ?? '')})`;
  return { pack, placeOf: placesIn(pack, { term, fields: PROPERTY_OF }) };
}

function citationOf(pack: Pack, key: string): Node {
  const source = pack.sources[key];
  return {
    '@type': 'CreativeWork',
    name: source?.title,
    publisher: { '@type': 'Organization', name: source?.publisher },
    url: source?.url,
    ...(source?.published ? { datePublished: source.published } : {}),
  };
}

function termNode(pack: Pack, entity: Entity): Node {
  const { id, type, name, summary, wikidata, fullName, facts, since, metrics, source } = entity;
  const claim = ({ text, date, source: key }: Fact): Node => ({
    '@type': 'Claim',
    text,
    ...(date ? { temporal: date } : {}),
    citation: citationOf(pack, key),
  });
  const numbers = metrics.map(({ label, value, unit, year, source: key }) => ({
    text: `${label}: ${value} ${unit}`.trim(),
    date: String(year),
    source: key,
  }));
  const said = [...facts, ...since, ...numbers];
  const others = furtherNames(entity, pack.language);
  const names = others.map(({ text, lang }) =>
    lang === pack.language ? text : { '@value': text, '@language': lang },
  );
  const isFurther = fullName && fullName !== name && !others.some(({ text }) => text === fullName);
  const all = isFurther ? [fullName, ...names] : names;
  return {
    '@type': 'DefinedTerm',
    '@id': `#${id}`,
    termCode: id,
    name,
    description: summary,
    keywords: type,
    ...(all.length > 0 ? { alternateName: all } : {}),
    ...(wikidata ? { sameAs: WIKIDATA + wikidata } : {}),
    ...(source ? { citation: citationOf(pack, source) } : {}),
    ...(said.length > 0 ? { subjectOf: said.map(claim) } : {}),
  };
}

/** The pack as JSON-LD; what schema.org has no word for (cues, decoys, charts, tiers) is left out. */
export function packToJsonLd(pack: Pack): Node {
  const { id, title, description, language, version, asOf, licence, homepage, article } = pack;
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    identifier: id,
    name: title,
    description,
    inLanguage: language,
    version,
    dateModified: asOf,
    license: licence,
    ...(homepage ? { url: homepage } : {}),
    ...(article
      ? {
          isBasedOn: {
            '@type': 'NewsArticle',
            headline: article.title,
            publisher: { '@type': 'Organization', name: article.publisher },
            datePublished: article.published,
            ...(article.author ? { author: { '@type': 'Person', name: article.author } } : {}),
            ...(article.url ? { url: article.url } : {}),
          },
        }
      : {}),
    hasDefinedTerm: pack.entities.map((entity) => termNode(pack, entity)),
  };
}
