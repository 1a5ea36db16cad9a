/** Places the dated facts of a page's entities on one axis of time. Pure. */
import { scaleUtc } from 'd3-scale';
import { utcYear } from 'd3-time';
import type { CardFact, EntityCard } from '../packs/card.ts';
import { parseFactDate } from '../packs/dates.ts';
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import { SIZE } from './timeline-size.ts';

/** Dots this far apart stand beside one another without touching. */
const COLUMN = 7;
/** Dots of one column stand this far apart where there is room, closer where there is not. */
const ROW = 8;
/** Room between the axis and the lowest dot. */
const FOOT = 8;
/** Of the facts, this share may be older than the axis reaches; they stand at its start together. */
const OLDER_SHARE = 0.05;
/** At fewer facts than this, the axis reaches back to the first. */
const FEW = 12;
/** Years between labels are chosen so that there are about this many. */
const TICKS = 6;

export interface TimelinePoint {
  entityId: string;
  entityName: string;
  type: EntityType;
  fact: CardFact;
  /** Happened after the pack's article: drawn in another shape. */
  since: boolean;
  x: number;
  y: number;
}

export interface Timeline {
  /** In the order of time. */
  points: TimelinePoint[];
  ticks: { x: number; label: string }[];
  /** The article that the pack explains. */
  article: { x: number; publisher: string; date: string } | null;
  /** The page itself, where it says when it was published and that is not the article's day. */
  page: { x: number; date: string } | null;
  /** Facts older than the axis reaches, all at its start. */
  older: number;
  /** Year of the oldest fact, YYYY. */
  firstYear: string;
}

interface Dated extends Omit<TimelinePoint, 'x' | 'y'> {
  time: Date;
}

/**
 * The point in time that a date is drawn at: the middle of what a day, month or year covers, the
 * start of a span. Null for what is no date.
 */
export function timeOf(date: string): Date | null {
  const span = parseFactDate(date);
  if (!span) return null;
  const first = Date.parse(span.first);
  if (span.last === null || date.includes('–')) return new Date(first);
  return new Date((first + Date.parse(span.last)) / 2);
}

function datedFacts(cards: readonly EntityCard[]): Dated[] {
  const dated = cards.flatMap((card) =>
    [
      ...card.facts.map((fact) => ({ fact, since: false })),
      ...card.since.map((fact) => ({ fact, since: true })),
    ].flatMap(({ fact, since }) => {
      const time = fact.date === null ? null : timeOf(fact.date);
      const { id, name, type } = card;
      return time ? [{ entityId: id, entityName: name, type, fact, since, time }] : [];
    }),
  );
  return dated.sort((a, b) => a.time.getTime() - b.time.getTime());
}

/**
 * Null when there are not two dated facts at different times, between which an axis could run.
 * @param pageDate YYYY-MM-DD where the page says when it was published
 */
export function layOutTimeline(
  cards: readonly EntityCard[],
  pageDate: string | null = null,
): Timeline | null {
  const dated = datedFacts(cards);
  const [oldest] = dated;
  const newest = dated.at(-1);
  if (!oldest || !newest || oldest.time >= newest.time) return null;

  const from = utcYear.floor(axisStart(dated, oldest, newest).time);
  const pageTime = pageDate === null ? null : timeOf(pageDate);
  const latest = pageTime && pageTime > newest.time ? pageTime : newest.time;
  const to = utcYear.ceil(latest);
  const scale = scaleUtc().domain([from, to]).range([SIZE.left, SIZE.right]).clamp(true);
  const published = cards.find((card) => card.pack.article)?.pack.article ?? null;
  const articleTime = published && timeOf(published.published);

  const isOnAxis = (time: Date | null): time is Date => time !== null && time >= from && time <= to;

  const years = utcYear.range(from, utcYear.offset(to, 1));
  const step = Math.max(1, Math.ceil(years.length / TICKS));
  return {
    points: stack(dated, (time) => scale(time)),
    ticks: years
      .filter((_, index) => index % step === 0)
      .map((year) => ({ x: scale(year), label: String(year.getUTCFullYear()) })),
    article:
      published && isOnAxis(articleTime)
        ? { x: scale(articleTime), publisher: published.publisher, date: published.published }
        : null,
    page:
      pageDate && pageDate !== published?.published && isOnAxis(pageTime)
        ? { x: scale(pageTime), date: pageDate }
        : null,
    older: dated.filter(({ time }) => time < from).length,
    firstYear: dated[0]?.fact.date?.slice(0, 4) ?? '',
  };
}

/** The fact at whose year the axis starts: one old date must not squeeze all others. */
function axisStart(dated: readonly Dated[], oldest: Dated, newest: Dated): Dated {
  if (dated.length < FEW) return oldest;
  const start = dated[Math.floor(dated.length * OLDER_SHARE)] ?? oldest;
  return start.time < newest.time ? start : oldest;
}

/** Piles what falls into one column up, kinds together, as closely as the highest pile needs. */
function stack(dated: readonly Dated[], scale: (time: Date) => number): TimelinePoint[] {
  const columns = new Map<number, Dated[]>();
  for (const point of dated) {
    const column = Math.round(scale(point.time) / COLUMN);
    columns.set(column, [...(columns.get(column) ?? []), point]);
  }
  const highest = Math.max(...[...columns.values()].map((pile) => pile.length));
  const row = Math.min(ROW, (SIZE.axis - FOOT - SIZE.top) / Math.max(1, highest - 1));
  const height = new Map<Dated, number>();
  for (const pile of columns.values()) {
    [...pile]
      .sort((a, b) => ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type))
      .forEach((point, index) => {
        height.set(point, SIZE.axis - FOOT - index * row);
      });
  }
  return dated.map((item) => {
    const { time, ...point } = item;
    const x = Math.round(scale(time) / COLUMN) * COLUMN;
    return { ...point, x, y: height.get(item) ?? SIZE.axis - FOOT };
  });
}

/** Index of the point nearest to a place in the drawing; null when none is within `reach`. */
export function nearestPoint(
  points: readonly Pick<TimelinePoint, 'x' | 'y'>[],
  x: number,
  y: number,
  reach: number,
): number | null {
  let nearest: number | null = null;
  let least = reach;
  points.forEach((point, index) => {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance <= least) {
      least = distance;
      nearest = index;
    }
  });
  return nearest;
}
