/**
 * One sense per discourse (Gale, Church and Yarowsky 1992), once more: where the same words stand in a
 * block several times, a place that its own surroundings leave open follows the nearest one that they
 * make clear. `judge.ts` counts other names of the entity; this counts the ambiguous words themselves.
 */
import { grouped } from './block-index.ts';
import { type Candidate, isLonger } from './hits.ts';
import type { Judgement } from './judge.ts';
import { OverlapIndex } from './overlap-index.ts';
import { stemOf } from './short-names.ts';
import type { DetectionMode, Reason } from './types.ts';
import { WEIGHTS } from './weights.ts';

export interface Judged {
  readonly candidate: Candidate;
  judgement: Judgement | null;
}

/** Log-odds from which a place is clear, one way or the other. */
const CLEAR = 1.2;
const CLEARLY_OTHER = -2.4;

/** A place whose sense its surroundings decide: no part of a longer name. */
export const isPlain = ({ candidate, judgement }: Judged): boolean =>
  judgement?.ambiguous === true &&
  candidate.beside.kind !== 'longer-name' &&
  candidate.beside.kind !== 'other-bearer';

/** True where a place's surroundings make clear that it is a mention. */
export const isClearly = ({ judgement }: Judged): boolean => (judgement?.logOdds ?? 0) >= CLEAR;

/** ... or that it is none. */
export const isClear = (each: Judged): boolean =>
  isClearly(each) || (each.judgement?.logOdds ?? 0) <= CLEARLY_OTHER;

/** What grammar and fields say is too little to say what a place means. */
const WEAK = 0.7;

/** True where nothing but the words' prior, and what is weak, says what an open place means. */
function isOpen({ judgement }: Judged, guide: Judgement): boolean {
  const against = guide.logOdds > 0 ? -1 : 1;
  return judgement?.reasons.every(({ weight }) => weight * against <= WEAK) ?? false;
}

/**
 * Of each place the nearest clear one before it; null for a clear one and where there is none. What comes first
 * sets the sense of what follows.
 */
function guidesOf(group: readonly Judged[]): (Judgement | null)[] {
  let last: Judgement | null = null;
  return group.map((each) => {
    if (!isClear(each)) return last;
    last = each.judgement;
    return null;
  });
}

/** Plain places by their words and what these would mean, in the order of the text. */
function placesByWords(judged: readonly Judged[], text: string): Iterable<Judged[]> {
  return grouped(judged.filter(isPlain), ({ candidate: { start, end }, judgement }) => {
    return `${stemOf(text.slice(start, end))} ${judgement?.entity}`;
  }).values();
}

/** An open place's judgement, in the light of the clear one that it follows: never likelier than that. */
function following(own: Judgement, guide: Judgement): Judgement {
  const weight =
    guide.logOdds > 0
      ? Math.min(WEIGHTS.sameWords, guide.logOdds - own.logOdds)
      : WEIGHTS.sameWordsOther;
  const reason: Reason = { kind: 'context', detail: 'the same words beside it', weight };
  return { ...own, logOdds: own.logOdds + weight, reasons: [...own.reasons, reason] };
}

/**
 * Lets clear places decide open ones of the same words in a block; changes `judged`. What follows is
 * never likelier than what it follows, and in strict it is marked by what is said of itself only.
 */
export function spreadSense(judged: readonly Judged[], text: string, mode: DetectionMode): void {
  let all: OverlapIndex<Candidate> | null = null;
  for (const list of placesByWords(judged, text)) {
    if (list.length < 2) continue;
    all ??= new OverlapIndex(judged.map(({ candidate }) => candidate));
    const index = all;
    const free = list.filter(({ candidate }) => !isInDecoy(candidate, index));
    // Guides are found before anything changes.
    const guides = guidesOf(free);
    free.forEach((each, i) => {
      const guide = guides[i];
      if (!guide || !each.judgement || !isOpen(each, guide)) return;
      if (guide.logOdds > 0 && mode === 'strict') return;
      each.judgement = following(each.judgement, guide);
    });
  }
}

function isInDecoy(candidate: Candidate, all: OverlapIndex<Candidate>): boolean {
  return all.some(candidate, (other) => other.decoy && isLonger(other, candidate));
}
