/** What of a card is seen at first, and what on demand. Pure. */
import type { CardChart, CardFact, CardMetric, EntityCard } from '../packs/card.ts';
import { parseFactDate } from '../packs/dates.ts';

/** PRODUCT.md: the first look holds two facts, the newest of "since then" being one of them. */
const FIRST_FACTS = 2;
/** Two rows of chips; a card can have a dozen. */
const FIRST_RELATED = 5;

export interface Look {
  readonly charts: readonly CardChart[];
  /** Shown large, where there is no chart. */
  readonly figure: CardMetric | null;
  readonly metrics: readonly CardMetric[];
  readonly facts: readonly CardFact[];
  /** Newest first: what a reader of an older article does not know yet. */
  readonly since: readonly CardFact[];
  readonly notes: EntityCard['inArticle'];
  readonly related: EntityCard['related'];
}

/** A day to sort by: what is said of a whole year is known when the year is over. Undated is no news. */
function lastDay({ date }: CardFact): string {
  const span = date === null ? null : parseFactDate(date);
  return span?.last ?? span?.first ?? '';
}

function newestFirst(facts: readonly CardFact[]): CardFact[] {
  return [...facts].sort((a, b) => lastDay(b).localeCompare(lastDay(a), 'en'));
}

/** Everything that a card has, in the order in which it is shown. */
export function fullLook(card: EntityCard): Look {
  const [figure = null] = card.charts.length > 0 ? [] : card.metrics;
  return {
    charts: card.charts,
    figure,
    metrics: figure ? card.metrics.slice(1) : card.metrics,
    facts: card.facts,
    since: newestFirst(card.since),
    notes: card.inArticle,
    related: card.related,
  };
}

/** The first look: one chart or number and two facts. */
export function firstLook(card: EntityCard): Look {
  const { charts, figure, facts, since } = fullLook(card);
  const newest = since.slice(0, 1);
  return {
    charts: charts.slice(0, 1),
    figure,
    metrics: [],
    facts: facts.slice(0, FIRST_FACTS - newest.length),
    since: newest,
    notes: [],
    related: card.related.slice(0, FIRST_RELATED),
  };
}

/** How many sourced statements the first look leaves out, and whether it leaves out anything. */
export function leftOut(card: EntityCard): { facts: number; anything: boolean } {
  const full = fullLook(card);
  const first = firstLook(card);
  const count = (look: Look) => look.facts.length + look.since.length + look.metrics.length;
  const facts = count(full) - count(first);
  return {
    facts,
    anything:
      facts > 0 ||
      full.notes.length > 0 ||
      full.charts.length > first.charts.length ||
      full.related.length > first.related.length,
  };
}
