/** What the names of the same entity, other bearers of the name, and explained abbreviations say. */
import type { Case } from './case.ts';
import { saysWho } from './judge-holdings.ts';
import { type Distance, ELSEWHERE, NEXT_SENTENCE, type Piece, push } from './pieces.ts';
import type { Named } from './scan.ts';
import { isHeadOf, shortens } from './short-names.ts';
import { type ByDistance, WEIGHTS } from './weights.ts';
import { wordAfter, wordBefore } from './words.ts';

/** What the text, or else the page, says that the abbreviation stands for. */
export function collectIntroduction({ candidate, evidence, sense }: Case, found: Piece[]): void {
  const { introduced, form } = candidate;
  if (introduced) {
    const weight =
      introduced.entity === sense.entity ? WEIGHTS.introduced : WEIGHTS.introducedOther;
    push(found, 'introduced', introduced.words, weight, null);
    return;
  }
  const said = evidence.introduces(form, sense.entity);
  if (said === 'this') {
    push(found, 'introduced', '', WEIGHTS.introducedElsewhere, null);
  } else if (said === 'other') {
    push(found, 'introduced', '', WEIGHTS.introducedOtherElsewhere, null);
  }
}

/** The nearest place before a mention that bears the name decides; else the nearest after it. */
export function collectNames(given: Case, found: Piece[]): void {
  const { block, evidence, candidate, sense, words } = given;
  const { text } = block.scan;
  const apart = (n: Named<number>) => n.end <= candidate.start || n.start >= candidate.end;
  const own = block.anchors(sense.entity).filter(apart);
  // The last word is what another bearer shares: "House" also in "Speaker of the House".
  const others = block.bearers(candidate.lastWord).filter(apart);
  // "Jill Biden, who taught through the Biden presidency"
  const isSaid =
    evidence.gazetteer.types[sense.entity] === 'person' &&
    saysWho({ before: wordBefore(text, candidate.start), after: wordAfter(text, candidate.end) });
  const otherShare = isSaid ? WEIGHTS.saysWhoShare : /\s/.test(words) ? WEIGHTS.repetition : 1;
  const isFull = (name: string) => shortens(words, name);
  const pushOwn = (named: Named<number>, share: number) => {
    const name = text.slice(named.start, named.end);
    pushSame(given, found, name, block.distance(candidate.start, named.start), share);
  };
  const pushOther = (named: Named<number>, share: number) => {
    const distance = block.distance(candidate.start, named.start);
    const name = text.slice(named.start, named.end);
    // Named just before, it settles what follows as a full name does, whatever stands around.
    const isAntecedent = share === 1 && isNear(given, named);
    const weight = isAntecedent ? WEIGHTS.antecedent : WEIGHTS.otherBearer[distance] * share;
    const isJustBefore = isAntecedent && distance <= NEXT_SENTENCE;
    push(found, 'decoy', name, weight * otherShare, isJustBefore ? null : distance);
  };
  // A full name says more than another name that is nearer.
  const full = own.filter(({ start, end }) => isFull(text.slice(start, end)));
  const names = full.length > 0 ? full : own;
  const before = (list: readonly Named<number>[]) =>
    list.filter(({ end }) => end <= candidate.start).at(-1);
  const after = (list: readonly Named<number>[]) =>
    list.find(({ start }) => start >= candidate.end);
  const ownBefore = before(names);
  const otherBefore = before(others);
  if (ownBefore && (!otherBefore || ownBefore.start > otherBefore.start)) pushOwn(ownBefore, 1);
  else if (otherBefore) {
    pushOther(otherBefore, 1);
    const later = ownBefore ?? after(names);
    if (later) pushOwn(later, WEIGHTS.namedAfterOther);
  } else {
    const ownAfter = after(names);
    const otherAfter = after(others);
    if (ownAfter) pushOwn(ownAfter, WEIGHTS.namedLater);
    if (otherAfter) pushOther(otherAfter, WEIGHTS.namedLater);
    if (!ownAfter) collectFarNames(given, otherAfter ? 0 : otherShare, found);
  }
}

/**
 * True where no sentence without the word lies between another bearer and a candidate: "Doug Ford won.
 * Ford said … He left, and Ford …"
 */
function isNear({ block, candidate }: Case, bearer: Named<number>): boolean {
  let from = bearer.start;
  for (const { start, lastWord } of block.scan.candidates) {
    if (start >= candidate.start) break;
    if (start <= from || lastWord !== candidate.lastWord) continue;
    if (block.distance(from, start) > NEXT_SENTENCE) return false;
    from = start;
  }
  return block.distance(from, candidate.start) <= NEXT_SENTENCE;
}

function collectFarNames(given: Case, otherShare: number, found: Piece[]): void {
  const { evidence, candidate, sense, words } = given;
  const names = evidence.anchors(sense.entity);
  if (names) {
    const full = names.find((name) => shortens(words, name));
    pushSame(given, found, full ?? names[0] ?? '', ELSEWHERE, 1);
  }
  if (otherShare > 0 && evidence.hasBearer(candidate.lastWord)) {
    push(found, 'decoy', '', WEIGHTS.otherBearer[ELSEWHERE] * otherShare, ELSEWHERE);
  }
}

function pushSame(
  { evidence, sense, words }: Case,
  found: Piece[],
  name: string,
  distance: Distance,
  share: number,
): void {
  // The state of Michigan is said so where its name alone would mean another thing.
  const isFull = evidence.gazetteer.types[sense.entity] !== 'place' && shortens(words, name);
  const isHead = !isFull && isHeadOf(words, name);
  const weights: ByDistance = isFull
    ? WEIGHTS.fullName
    : isHead
      ? WEIGHTS.headOfName
      : WEIGHTS.otherName;
  const weight = weights[distance] * share * (sense.metonym ? WEIGHTS.metonymShare : 1);
  push(found, 'same-entity', name, weight, isFull ? null : distance);
}
