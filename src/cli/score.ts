/** Compares mentions with gold passages: counts, tables, and which errors have which cause. */
import type { PlacedMention } from './pages.ts';

export interface GoldPassage {
  readonly id: string;
  readonly kind: string;
  readonly lang?: string;
  readonly text: string;
  /** `occurrence` counts exact matches of `text` without overlap, from 1. */
  readonly mentions: readonly { entity: string; text: string; occurrence?: number }[];
}

export interface Place {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the gold mentions of a passage stand.
 * @throws Error when the passage does not contain one.
 */
export function goldPlaces({ id, text, mentions }: GoldPassage): Place[] {
  return mentions.map(({ entity, text: words, occurrence = 1 }) => {
    let start = -words.length;
    for (let i = 0; i < occurrence; i++) {
      start = text.indexOf(words, start + words.length);
      if (start === -1) throw new Error(`${id}: no occurrence ${occurrence} of "${words}"`);
    }
    return { entity, start, end: start + words.length };
  });
}

/** Right, wrong and missing marks. */
export interface Tally {
  right: number;
  wrong: number;
  missing: number;
}

const newTally = (): Tally => ({ right: 0, wrong: 0, missing: 0 });

/** Precision, recall and F1 of a tally; 1 where there is nothing to be wrong about. */
export function rates({ right, wrong, missing }: Tally) {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missing === 0 ? 1 : right / (right + missing);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** One mark that is wrong, or one that is missing. */
export interface ScoredError {
  readonly id: string;
  readonly sort: 'wrong' | 'missing';
  readonly entity: string;
  readonly text: string;
  readonly start: number;
  /** For a wrong mark why it was made; for a missing one what stands in its place. */
  readonly cause: string;
}

export interface Score {
  all: Tally;
  byKind: Map<string, Tally>;
  /** Mentions of words that `isAmbiguous` says need deciding. */
  ambiguous: Tally;
  passages: number;
  /** Passages without any mention, and how many of them stayed unmarked. */
  empty: number;
  clean: number;
  errors: ScoredError[];
}

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && a.end > b.start;

function causeOfWrong(mention: PlacedMention, gold: readonly Place[]): string {
  const rival = gold.find((place) => overlaps(place, mention));
  if (rival) return rival.entity === mention.entity ? 'other span' : `is ${rival.entity}`;
  const [first] = [...mention.mention.reasons].sort((a, b) => b.weight - a.weight);
  return first ? first.kind : 'no reason';
}

function causeOfMissing(place: Place, found: readonly PlacedMention[]): string {
  const rival = found.find((mention) => overlaps(place, mention));
  if (!rival) return 'nothing marked';
  return rival.entity === place.entity ? 'other span' : `marked ${rival.entity}`;
}

/**
 * Scores the mentions found in gold passages: right when entity, start and end are equal.
 * @param isAmbiguous tells for words of a passage whether they alone settle what is meant.
 */
export function scorePassages(
  passages: readonly { gold: GoldPassage; found: readonly PlacedMention[] }[],
  isAmbiguous: (words: string) => boolean,
): Score {
  const score: Score = {
    all: newTally(),
    byKind: new Map(),
    ambiguous: newTally(),
    passages: passages.length,
    empty: 0,
    clean: 0,
    errors: [],
  };
  const key = ({ entity, start, end }: Place) => `${entity} ${start} ${end}`;
  for (const { gold, found } of passages) {
    const kind = score.byKind.get(gold.kind) ?? newTally();
    score.byKind.set(gold.kind, kind);
    const places = goldPlaces(gold);
    const wanted = new Set(places.map(key));
    const got = new Set(found.map(key));
    const count = (place: Place, sort: keyof Tally) => {
      score.all[sort]++;
      kind[sort]++;
      if (isAmbiguous(gold.text.slice(place.start, place.end))) score.ambiguous[sort]++;
    };
    const report = (place: Place, sort: ScoredError['sort'], cause: string) => {
      const { entity, start, end } = place;
      score.errors.push({
        id: gold.id,
        sort,
        entity,
        text: gold.text.slice(start, end),
        start,
        cause,
      });
    };
    for (const mention of found) {
      if (wanted.has(key(mention))) count(mention, 'right');
      else {
        count(mention, 'wrong');
        report(mention, 'wrong', causeOfWrong(mention, places));
      }
    }
    for (const place of places) {
      if (got.has(key(place))) continue;
      count(place, 'missing');
      report(place, 'missing', causeOfMissing(place, found));
    }
    if (places.length === 0) {
      score.empty++;
      if (found.length === 0) score.clean++;
    }
  }
  return score;
}
