/** What cues, anti-cues and related entities say of a candidate. */
import { KIND_ALIAS, PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import type { Case } from './case.ts';
import { type CueHit, holds, isLonger } from './hits.ts';
import {
  type Distance,
  ELSEWHERE,
  nearness,
  type Piece,
  pushDiminishing,
  SAME_SENTENCE,
} from './pieces.ts';
import { WEIGHTS } from './weights.ts';

/** True for a phrase that holds the words (in small letters) and more. */
const holdsWords = (phrase: string, words: string): boolean =>
  phrase.length > words.length && phrase.toLowerCase().includes(words);

/** Cues of the candidate's entity, or what speaks against it. */
export function collectCues(given: Case, anti: boolean, found: Piece[]): void {
  const { block, evidence, candidate, sense } = given;
  const { entity } = sense;
  const share = anti && sense.prior === PRIOR_USUAL ? WEIGHTS.antiShareUsual : 1;
  const weights = anti ? WEIGHTS.antiCue : WEIGHTS.cue;
  const { text } = block.scan;
  const { start } = candidate;
  const named = given.words.toLowerCase();
  // What stands in the same name says nothing of it: the Representatives of the House of ... And the
  // Marshall of "Ford's Marshall plant" says of Ford what any word beside it does.
  const holders = block.candidates
    .overlapping(candidate)
    .filter(
      (other) =>
        holds(other, candidate) &&
        (other.decoy || other.senses.some((held) => held.entity === entity)),
    );
  const nearest = new Map<number, Piece>();
  for (const cue of block.cues(entity)) {
    // The cop that speaks against COP is no other COP.
    if (cue.anti !== anti || (anti && cue.form === candidate.form)) continue;
    // But a phrase around it settles it: "grid operator", and "tell US", which rules it out.
    const isAround = holds(cue, candidate) && isLonger(cue, candidate);
    const settles = isAround && (anti || holders.every((holder) => isLonger(cue, holder)));
    // ... and rules out nothing elsewhere: "tell US" of the US, Gerald Ford of Ford.
    if (anti && !settles && holdsWords(text.slice(cue.start, cue.end), named)) continue;
    if (!settles && holders.some((h) => cue.start < h.end && cue.end > h.start)) continue;
    const distance = block.distance(start, cue.start);
    const isClaimed = anti
      ? block.isClaimedByName(candidate, cue.start)
      : block.isClaimed(candidate, cue.start);
    const weight =
      weights[distance] *
      share *
      (isClaimed ? WEIGHTS.claimedShare : 1) *
      (anti ? 1 : cueShare(given, cue)) *
      (distance === SAME_SENTENCE ? nearness(candidate, cue) : 1);
    if (Math.abs(weight) <= Math.abs(nearest.get(cue.form)?.weight ?? 0)) continue;
    const kind = anti ? 'anti-cue' : 'cue-near';
    const detail = text.slice(cue.start, cue.end);
    nearest.set(cue.form, { kind, detail, weight, distance, claimed: isClaimed });
  }
  const list = [...nearest.values()];
  for (const [form, { words }] of evidence.cues(entity, anti)) {
    if (block.cueForms.has(form) || form === candidate.form) continue;
    if (anti && holdsWords(words, named)) continue;
    const kind = anti ? 'anti-cue' : 'cue-far';
    const weight = weights[ELSEWHERE] * share;
    list.push({ kind, detail: words, weight, distance: ELSEWHERE });
  }
  pushDiminishing(list, found);
}

/** A cue that has to be decided itself says less: EV of Ford, and Moscow of Brussels hardly anything. */
function cueShare({ evidence, sense }: Case, { list }: CueHit): number {
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

/** Related entities that the page names. */
export function collectRelated({ block, evidence, candidate, sense }: Case, found: Piece[]): void {
  const { gazetteer } = evidence;
  const related = new Set<number>(gazetteer.relatedTo(sense.entity));
  const share = sense.metonym ? WEIGHTS.metonymShare : 1;
  const nearest = new Map<number, Distance>();
  for (const list of [block.scan.anchors, block.scan.usual]) {
    for (const { key, start, end } of list) {
      if (!related.has(key) || (start < candidate.end && end > candidate.start)) continue;
      const distance = block.distance(candidate.start, start);
      if (distance >= (nearest.get(key) ?? ELSEWHERE)) continue;
      nearest.set(key, distance);
    }
  }
  for (const key of related) {
    if (!nearest.has(key) && evidence.anchors(key)) {
      nearest.set(key, ELSEWHERE);
    }
  }
  const list = [...nearest].map(
    ([key, distance]): Piece => ({
      kind: 'related',
      detail: gazetteer.entities[key] ?? '',
      weight: WEIGHTS.related[distance] * share,
      distance,
    }),
  );
  pushDiminishing(list, found);
}
