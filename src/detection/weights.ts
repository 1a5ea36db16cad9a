/**
 * What each kind of evidence weighs, on one scale of log-odds: 0 is even chances, +1 or -1 a factor
 * of e. How they were chosen: docs/detection.md.
 */
import { PRIOR_EVEN, PRIOR_RARE, PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import type { DetectionMode } from './types.ts';

/** Where a mention begins from, before the page has said anything. */
export const PRIOR_WEIGHTS: Readonly<Record<number, number>> = {
  [PRIOR_RARE]: -2.4,
  [PRIOR_EVEN]: -1.1,
  [PRIOR_USUAL]: 1.8,
};

/** The evidence that a mention needs. */
export const THRESHOLDS: Readonly<Record<DetectionMode, number>> = {
  strict: 1.2,
  balanced: 0,
  eager: -0.8,
};

/** By distance: same sentence, next sentence, farther in the block, elsewhere on the page. */
export type ByDistance = readonly [number, number, number, number];

export const WEIGHTS = {
  /** A cue of the entity. */
  cue: [1.6, 1.0, 0.7, 0.6] as ByDistance,
  /** A word that speaks against it. */
  antiCue: [-2.4, -1.4, -1.0, -0.7] as ByDistance,
  /** A related entity, named without doubt. */
  related: [0.8, 0.5, 0.4, 0.35] as ByDistance,
  /** The entity itself, named without doubt: one sense per discourse (Gale, Church, Yarowsky 1992). */
  sameEntity: [3.6, 3.4, 3.0, 2.6] as ByDistance,
  /** Another bearer of the name. */
  otherBearer: [-3.6, -3.4, -2.6, -2.0] as ByDistance,
  /** Each further piece of the same kind counts this much of the one before. */
  repetition: 0.6,
  /** A bearer that is named only after the mention says less than one before it. */
  namedLater: 0.7,
  /** The text says what the abbreviation stands for, and it is this. */
  introduced: 5,
  /** ... and it is something else. */
  introducedOther: -6,
  /** A title before a surname. */
  title: 0.6,
  /** A known given name before a surname: somebody else. */
  givenName: -5,
  /** A capitalised word beside it that may be part of the name. */
  capitalised: -2.6,
  /** The match sits inside a longer name. */
  longerName: -8,
  /** The alias is of another language than the block. */
  language: -1.2,
  /** A name alone in an item or cell of a list or table. */
  alone: 0.8,
  /** The capitals that set the alias apart from a word are lost in a shouted line. */
  shouted: -1.6,
  /** An article before a person's name makes it a word or another thing: "das Blinken", "a Kerry". */
  article: -2.2,
} as const;

/** Unambiguous aliases of another language, one word long, start from here. */
export const FOREIGN_PRIOR = 1.8;
/** ... and abbreviations of another language from here. */
export const FOREIGN_ABBREVIATION_PRIOR = -0.6;

/** Log-odds to a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
