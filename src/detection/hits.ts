/** Sorts what the matcher found into candidates and cues, by the capitals that their senses demand. */
import { wordShape } from '../packs/compile-shape.ts';
import { KIND_ALIAS, KIND_ANTI_CUE, KIND_DECOY, SHAPE_CAPITALS } from '../packs/gazetteer-data.ts';
import { capitalsFit, FITS_SHOUTED, isShouted, UNFIT } from './capitals.ts';
import type { Gazetteer, Sense } from './gazetteer.ts';
import type { Introduction } from './introduced.ts';
import { HIT_SIZE } from './match.ts';
import { type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { isClause } from './other-kinds.ts';
import { OverlapIndex } from './overlap-index.ts';
import type { Span } from './types.ts';

/** A place where an alias or a decoy stands with the right capitals, and what stands beside it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly form: number;
  /** Its last word: the surname of a person, the noun of a phrase. */
  readonly lastWord: number;
  /** Senses as an alias; none for a decoy. */
  readonly senses: readonly Sense[];
  readonly decoy: boolean;
  /** A decoy whose bearer is also called by the bare name. */
  readonly bearer: boolean;
  /** True in a run of capitals, where its own say nothing. */
  readonly shouted: boolean;
  readonly beside: Neighbourhood;
  /** What the text says that this abbreviation stands for, and whether it is one of our entities. */
  readonly introduced: (Introduction & { readonly entity: number | null }) | null;
}

/** A candidate whose surroundings are still to be looked at. */
export type CandidateDraft = { -readonly [Key in keyof Candidate]: Candidate[Key] };

/** A place where a cue or anti-cue of an entity stands. */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  readonly form: number;
  /** The form's senses, for `Gazetteer.senses`: the words may be an alias of something else, too. */
  readonly list: number;
  readonly entity: number;
  readonly anti: boolean;
  /** True where it is a name by which the block names the entity without doubt; see scan.ts. */
  own: boolean;
}

/** True when the accents of an alias that insists on them are there. */
function accentsFit(sense: Sense, text: string, start: number, end: number): boolean {
  if (sense.accented === null) return true;
  const accentsOf = (value: string) => value.normalize('NFD').replace(/[^\p{M}]/gu, '');
  return accentsOf(text.slice(start, end)) === accentsOf(sense.accented);
}

const NO_SENSES: readonly Sense[] = [];

function isLoud(text: string, start: number, end: number): boolean {
  return wordShape(text, start, end) === SHAPE_CAPITALS && isShouted(text, start, end);
}

/** The candidate that a hit is, or null for one that is none. Cues go to `cues`. */
function sortHit(
  text: string,
  gazetteer: Gazetteer,
  hits: readonly number[],
  at: number,
  cues: CueHit[],
): CandidateDraft | null {
  const start = hits[at] ?? 0;
  const end = hits[at + 1] ?? 0;
  const form = hits[at + 2] ?? 0;
  const list = hits[at + 3] ?? 0;
  let aliases: Sense[] | null = null;
  let decoy = false;
  let bearer = false;
  // Looked at only when it matters, and once.
  let shouted: boolean | null = null;
  const senses = gazetteer.senses(list);
  // By index: on a page's first reading an iterator costs more than what is done with each.
  for (let k = 0; k < senses.length; k++) {
    const sense = senses[k];
    const fit = sense ? capitalsFit(sense, text, start, end) : UNFIT;
    if (!sense || fit === UNFIT) continue;
    if (fit === FITS_SHOUTED) {
      shouted ??= isLoud(text, start, end);
      if (!shouted) continue;
    }
    if (sense.kind === KIND_ALIAS) {
      if (accentsFit(sense, text, start, end)) {
        aliases ??= [];
        aliases.push(sense);
      }
    } else if (sense.kind === KIND_DECOY) {
      decoy ||= !isClause(text, start, end);
      bearer ||= sense.bearer;
    } else {
      const anti = sense.kind === KIND_ANTI_CUE;
      cues.push({ start, end, form, list, entity: sense.entity, anti, own: false });
    }
  }
  if (!decoy && !aliases) return null;
  return {
    start,
    end,
    form,
    lastWord: hits[at + 4] ?? 0,
    senses: aliases ?? NO_SENSES,
    decoy,
    bearer,
    shouted: shouted ?? isLoud(text, start, end),
    beside: NOTHING_BESIDE,
    introduced: null,
  };
}

/**
 * Candidates and cues of a text, in the order in which they start.
 * @param hits as `findForms` gives them.
 */
export function sortHits(
  text: string,
  gazetteer: Gazetteer,
  hits: readonly number[],
): { candidates: CandidateDraft[]; cues: CueHit[] } {
  const candidates: CandidateDraft[] = [];
  const cues: CueHit[] = [];
  let hasDecoys = false;
  for (let at = 0; at < hits.length; at += HIT_SIZE) {
    const candidate = sortHit(text, gazetteer, hits, at, cues);
    if (!candidate) continue;
    candidates.push(candidate);
    hasDecoys ||= candidate.decoy;
  }
  if (!hasDecoys) return { candidates, cues };
  // A word inside another name is no cue: the Scotland of Scotland Yard.
  const all = new OverlapIndex(candidates);
  const isInDecoy = (cue: CueHit) =>
    all.some(cue, (other) => other.decoy && holds(other, cue) && isLonger(other, cue));
  return { candidates, cues: cues.filter((cue) => !isInDecoy(cue)) };
}

/** True when `outer` covers all of `inner`. */
export const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && outer.end >= inner.end;

/** True when `a` covers more than `b`. */
export const isLonger = (a: Span, b: Span): boolean => a.end - a.start > b.end - b.start;
