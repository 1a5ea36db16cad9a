/**
 * A card is what the UI needs to know of one entity, with everything it points at (sources, charts,
 * names of related entities) already resolved. The background makes cards from packs; popover,
 * toolbar popup and options only ever see cards.
 */
import type { Entity, EntityType, Fact, Pack, Series, SourceTier } from './schema.ts';

export interface CardSource {
  title: string;
  publisher: string;
  /** An https address; checked by the pack schema. */
  url: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null where the source shows none. */
  published: string | null;
  tier: SourceTier;
}

export interface CardFact {
  text: string;
  /** YYYY, YYYY-MM, YYYY-MM-DD, YYYY–YYYY or YYYY–; null for what does not change. */
  date: string | null;
  source: CardSource;
}

export interface CardChart {
  title: string;
  unit: string;
  chart: 'bars' | 'line';
  points: { label: string; value: number; year: number; source: CardSource; own: boolean }[];
}

export interface CardMetric {
  label: string;
  value: number;
  unit: string;
  year: number;
  source: CardSource;
}

/** The little that a chip or a list row shows of an entity. */
export interface EntityBrief {
  id: string;
  type: EntityType;
  name: string;
}

export interface EntityCard extends EntityBrief {
  fullName: string | null;
  summary: string;
  /** Where the summary is from; null where it sums up what the facts say. */
  source: CardSource | null;
  wikidata: string | null;
  inArticle: { text: string; paragraph: number }[];
  facts: CardFact[];
  since: CardFact[];
  metrics: CardMetric[];
  charts: CardChart[];
  related: EntityBrief[];
  pack: {
    id: string;
    title: string;
    asOf: string;
    /** BCP 47 tag of the card's texts. */
    language: string;
    article: { title: string; publisher: string; published: string } | null;
  };
}

/** Entities by id, made once a pack: a pack may hold very many, and each card looks some of them up. */
const indexes = new WeakMap<Pack, ReadonlyMap<string, Entity>>();

function entitiesById(pack: Pack): ReadonlyMap<string, Entity> {
  const known = indexes.get(pack);
  if (known) return known;
  const index = new Map(pack.entities.map((entity) => [entity.id, entity]));
  indexes.set(pack, index);
  return index;
}

/** The value under a key of the record itself; never what its prototype has (`constructor`). */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Finds a source by its key in the pack. */
type SourceOf = (key: string) => CardSource;

function chartOf(
  { title, unit, chart, points }: Series,
  entity: Entity,
  sourceOf: SourceOf,
): CardChart {
  return {
    title,
    unit,
    chart,
    points: points.map(({ label, value, year, source, entity: of }) => ({
      label,
      value,
      year,
      source: sourceOf(source),
      own: of === entity.id,
    })),
  };
}

/** Of a pack's article only what a card shows. */
const articleOf = ({ title, publisher, published }: NonNullable<Pack['article']>) => ({
  title,
  publisher,
  published,
});

/**
 * Resolves one entity of a valid pack into its card.
 * @throws Error naming the missing key when the pack was not validated and a reference dangles.
 */
export function toCard(pack: Pack, entity: Entity): EntityCard {
  const source = (key: string): CardSource => {
    const found = own(pack.sources, key);
    if (!found) throw new Error(`pack "${pack.id}", entity "${entity.id}": no source "${key}"`);
    const { title, publisher, url, published, tier } = found;
    return { title, publisher, url, published, tier };
  };
  const fact = (f: Fact): CardFact => ({ text: f.text, date: f.date, source: source(f.source) });
  return {
    id: entity.id,
    type: entity.type,
    name: entity.name,
    fullName: entity.fullName && entity.fullName !== entity.name ? entity.fullName : null,
    summary: entity.summary,
    source: entity.source === undefined ? null : source(entity.source),
    wikidata: entity.wikidata ?? null,
    inArticle: entity.inArticle.map(({ text, paragraph }) => ({ text, paragraph })),
    facts: entity.facts.map(fact),
    since: entity.since.map(fact),
    metrics: entity.metrics.map(({ label, value, unit, year, source: key }) => ({
      label,
      value,
      unit,
      year,
      source: source(key),
    })),
    charts: (entity.charts ?? []).map((key) => {
      const series = own(pack.series ?? {}, key);
      if (!series) throw new Error(`pack "${pack.id}", entity "${entity.id}": no series "${key}"`);
      return chartOf(series, entity, source);
    }),
    related: entity.related.flatMap((id) => {
      const other = entitiesById(pack).get(id);
      return other ? [{ id: other.id, type: other.type, name: other.name }] : [];
    }),
    pack: {
      id: pack.id,
      title: pack.title,
      asOf: pack.asOf,
      language: pack.language,
      article: pack.article ? articleOf(pack.article) : null,
    },
  };
}
