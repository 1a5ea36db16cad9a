/** What cues, anti-cues and related entities say of a candidate. */
import { KIND_ALIAS, PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import { type CueHit, holds, isLonger } from './hits.ts';
import type { Hypothesis } from './hypothesis.ts';
import { countsAsName } from './judge-names.ts';
import {
  type Distance,
  ELSEWHERE,
  MOST_PIECES,
  nearness,
  type Piece,
  pushDiminishing,
  SAME_SENTENCE,
} from './pieces.ts';
import { WEIGHTS } from './weights.ts';

/** True for a phrase that holds the words (in small letters) and more. */
const holdsWords = (phrase: string, words: string): boolean =>
  phrase.length > words.length && phrase.toLowerCase().includes(words);

/** Cues of the candidate's entity, or what speaks against it: each form once, where it weighs most. */
export function collectCues(given: Hypothesis, anti: boolean, found: Piece[]): void {
  const nearest = new Map<number, Piece>();
  for (const [form, piece] of cuesInBlock(given, anti)) {
    if (Math.abs(piece.weight) > Math.abs(nearest.get(form)?.weight ?? 0)) nearest.set(form, piece);
  }
  pushDiminishing([...nearest.values(), ...cuesElsewhere(given, anti)], found);
}

/** What weakens all that speaks against an alias. */
const shareOf = ({ sense }: Hypothesis, anti: boolean): number =>
  anti && sense.prior === PRIOR_USUAL ? WEIGHTS.antiShareUsual : 1;

/** The cues of the candidate's block that speak of it, with their forms. */
function cuesInBlock(given: Hypothesis, anti: boolean): [number, Piece][] {
  const { block, candidate, sense } = given;
  const named = given.words.toLowerCase();
  // What stands in the same name says nothing of it: the Representatives of the House of ... And the
  // Marshall of "Ford's Marshall plant" says of Ford what any word beside it does.
  const holders = block.candidates
    .overlapping(candidate)
    .filter(
      (other) =>
        holds(other, candidate) &&
        (other.decoy || other.senses.some((held) => held.entity === sense.entity)),
    );
  const pieces: [number, Piece][] = [];
  for (const cue of block.cues(sense.entity)) {
    // What counts as the entity's own name is no cue besides.
    if (cue.own && countsAsName(given, cue)) continue;
    // The cop that speaks against COP is no other COP.
    if (cue.anti !== anti || (anti && cue.form === candidate.form)) continue;
    // But a phrase around it settles it: "grid operator", and "tell US", which rules it out.
    const isAround = holds(cue, candidate) && isLonger(cue, candidate);
    const settles = isAround && (anti || holders.every((holder) => isLonger(cue, holder)));
    // ... and rules out nothing elsewhere: "tell US" of the US, Gerald Ford of Ford.
    if (anti && !settles && holdsWords(block.scan.text.slice(cue.start, cue.end), named)) continue;
    if (!settles && holders.some((h) => cue.start < h.end && cue.end > h.start)) continue;
    pieces.push([cue.form, pieceOf(given, cue)]);
  }
  return pieces;
}

/** "(tax credits, not pensions)": what is denied speaks against nothing. */
const DENIED = /[(, ]not (?:the |an? )?$/;
const DENIAL = 10;

/** What a cue of the candidate's block says of it. */
function pieceOf(given: Hypothesis, cue: CueHit): Piece {
  const { block, candidate } = given;
  const { anti } = cue;
  const distance = block.distance(candidate.start, cue.start);
  const claimed = anti
    ? block.isClaimedByName(candidate, cue.start)
    : block.isClaimed(candidate, cue.start);
  const weight =
    (anti ? WEIGHTS.antiCue : WEIGHTS.cue)[distance] *
    shareOf(given, anti) *
    (anti && DENIED.test(block.scan.text.slice(Math.max(0, cue.start - DENIAL), cue.start))
      ? 0
      : 1) *
    (claimed ? WEIGHTS.claimedShare : 1) *
    (anti ? 1 : cueShare(given, cue)) *
    (distance === SAME_SENTENCE ? nearness(candidate, cue) : 1);
  const detail = block.scan.text.slice(cue.start, cue.end);
  return { kind: anti ? 'anti-cue' : 'cue-near', detail, weight, distance, claimed };
}

/** The cues of the rest of the page that the block does not have itself. */
function cuesElsewhere(given: Hypothesis, anti: boolean): Piece[] {
  const { block, evidence, candidate, sense } = given;
  const named = given.words.toLowerCase();
  const weight = (anti ? WEIGHTS.antiCue : WEIGHTS.cue)[ELSEWHERE] * shareOf(given, anti);
  const kind = anti ? 'anti-cue' : 'cue-far';
  const pieces: Piece[] = [];
  for (const [form, { words }] of evidence.cues(sense.entity, anti)) {
    if (block.cueForms.has(form) || form === candidate.form) continue;
    if (anti && holdsWords(words, named)) continue;
    pieces.push({ kind, detail: words, weight, distance: ELSEWHERE });
    // They all weigh the same.
    if (pieces.length === MOST_PIECES) break;
  }
  return pieces;
}

/** A cue that has to be decided itself says less: EV of Ford, and Moscow of Brussels hardly anything. */
function cueShare({ evidence, sense }: Hypothesis, { list }: CueHit): number {
  const open = evidence.gazetteer
    .senses(list)
    .filter(
      ({ kind, ambiguous, prior }) => kind === KIND_ALIAS && ambiguous && prior !== PRIOR_USUAL,
    );
  if (open.length === 0) return 1;
  return sense.metonym && open.some(({ metonym }) => metonym)
    ? WEIGHTS.metonymShare
    : WEIGHTS.ambiguousCueShare;
}

/** Related entities that the page names, and others of the same subject. */
export function collectRelated(
  { block, evidence, candidate, sense }: Hypothesis,
  found: Piece[],
): void {
  const { gazetteer } = evidence;
  const related = new Set<number>(gazetteer.relatedTo(sense.entity));
  const ofSubject = gazetteer.ofSubjectOf(sense.entity);
  const share = sense.metonym ? WEIGHTS.metonymShare : 1;
  const nearest = new Map<number, Piece>();
  const note = (key: number, distance: Distance, open: boolean) => {
    const weight =
      WEIGHTS.related[distance] *
      share *
      (related.has(key) ? 1 : WEIGHTS.subjectShare) *
      (open ? WEIGHTS.openShare : 1);
    if (weight <= (nearest.get(key)?.weight ?? 0)) return;
    const detail = gazetteer.entities[key] ?? '';
    nearest.set(key, { kind: 'related', detail, weight, distance, open });
  };
  for (const list of [block.scan.anchors, block.scan.usual]) {
    for (const { key, start, end } of list) {
      if (!related.has(key) && !ofSubject.has(key)) continue;
      if (start < candidate.end && end > candidate.start) continue;
      note(key, block.distance(candidate.start, start), list === block.scan.usual);
    }
  }
  for (const key of related) {
    if (!nearest.has(key) && evidence.isNamed(key)) note(key, ELSEWHERE, false);
  }
  pushDiminishing([...nearest.values()], found);
}
