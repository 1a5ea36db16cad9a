/** What the names of the same entity, other bearers of the name, and explained abbreviations say. */

import type { Candidate } from './hits.ts';
import type { Hypothesis } from './hypothesis.ts';
import { saysWho } from './judge-holdings.ts';
import { isMuteWord } from './mute-words.ts';
import { SHIPS } from './name-words.ts';
import {
  type Distance,
  ELSEWHERE,
  NEXT_SENTENCE,
  type Piece,
  push,
  SAME_SENTENCE,
} from './pieces.ts';
import type { Named } from './scan.ts';
import { isAbbreviated } from './senses.ts';
import { isHeadOf, shortens, stemOf } from './short-names.ts';
import type { Span } from './types.ts';
import { type ByDistance, WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { wordAfter, wordBefore } from './words.ts';

/** What the text, or else the page, says that the abbreviation stands for. */
export function collectIntroduction(given: Hypothesis, found: Piece[]): void {
  const { block, candidate, evidence, sense, words } = given;
  const { introduced } = candidate;
  if (introduced) {
    const weight =
      introduced.entity === sense.entity ? WEIGHTS.introduced : WEIGHTS.introducedOther;
    push(found, 'introduced', introduced.words, weight, null);
    return;
  }
  const before = block.introducedBefore(candidate);
  if (before) {
    const { introducedBefore, introducedOtherBefore } = WEIGHTS;
    const weight = before.entity === sense.entity ? introducedBefore : introducedOtherBefore;
    push(found, 'introduced', before.words, weight, null);
    return;
  }
  const said = evidence.introduces(words, sense.entity);
  if (said === 'this') {
    push(found, 'introduced', '', WEIGHTS.introducedElsewhere, null);
  } else if (said === 'other') {
    push(found, 'introduced', '', WEIGHTS.introducedOtherElsewhere, null);
  }
}

/** Names around a candidate: the last one before it, the first one behind it. */
interface Around {
  readonly before: Named<number> | undefined;
  readonly after: Named<number> | undefined;
}

function around(list: readonly Named<number>[], { start, end }: Candidate): Around {
  return {
    before: list.filter((named) => named.end <= start).at(-1),
    after: list.find((named) => named.start >= end),
  };
}

/** The nearest place before a mention that bears the name decides; else the nearest after it. */
export function collectNames(given: Hypothesis, found: Piece[]): void {
  const { block, candidate, sense } = given;
  const anchors = block.anchors(sense.entity);
  // A full name says more than another name that is nearer.
  const { text } = block.scan;
  const isFull = ({ start, end }: Named<number>) =>
    shortens(given.words, text.slice(start, end)) &&
    (end <= candidate.start || start >= candidate.end);
  const named = othersThan(given, anchors, ({ start, end }) => text.slice(start, end));
  const own = around(named.some(isFull) ? named.filter(isFull) : named, candidate);
  // The last word is what another bearer shares: "House" also in "Speaker of the House".
  const other = around(block.bearers(candidate.lastWord), candidate);
  const isOwnLast =
    !other.before ||
    (own.before !== undefined && own.before.start > other.before.start) ||
    isMentionedAside(given, other.before);
  if (own.before && isOwnLast) {
    pushOwn(given, found, own.before, 1);
  } else if (other.before) {
    pushOther(given, found, other.before, 1);
    const later = own.before ?? own.after;
    if (later) pushOwn(given, found, later, WEIGHTS.namedAfterOther);
  } else {
    if (own.after) pushOwn(given, found, own.after, WEIGHTS.namedLater);
    if (other.after) pushOther(given, found, other.after, WEIGHTS.namedLater);
    if (!own.after) collectFarNames(given, other.after !== undefined, found);
  }
}

/**
 * Of a name that is a cue of its own entity as well one of the two counts: the name where it is the full
 * one or says of a capital that its country is meant, else the cue, which says more.
 */
export function countsAsName(given: Hypothesis, { start, end }: Span): boolean {
  const name = given.block.scan.text.slice(start, end);
  return given.sense.metonym || weightsOf(given, name) === WEIGHTS.fullName;
}

/** "… with her husband, Paul Pelosi": of a family the one whose sentence it is stays the one who is spoken of. */
const ASIDE =
  /[ \u00a0](?:his|her)[ \u00a0](?:[a-z]+[ \u00a0])?(?:husband|wife|son|daughter|brother|sister|mother|father|uncle|aunt|niece|nephew|cousin),?[ \u00a0]$/;
const ASIDE_WINDOW = 32;

/** True for a relative who is named in passing, in a sentence before that of the candidate. */
function isMentionedAside({ block, candidate }: Hypothesis, { start }: Named<number>): boolean {
  if (block.distance(candidate.start, start) === SAME_SENTENCE) return false;
  return ASIDE.test(block.scan.text.slice(Math.max(0, start - ASIDE_WINDOW), start));
}

/** Another place that names the entity. */
function pushOwn(given: Hypothesis, found: Piece[], named: Named<number>, share: number): void {
  const { block, candidate, sense } = given;
  const { start, end } = named;
  const isCue = block.cues(sense.entity).some((cue) => cue.own && cue.start === start);
  if (isCue && !countsAsName(given, named)) return;
  const name = block.scan.text.slice(start, end);
  pushSame(given, found, name, block.distance(candidate.start, start), share);
}

/** Somebody else of the same name. */
function pushOther(given: Hypothesis, found: Piece[], bearer: Named<number>, share: number): void {
  const { block, candidate } = given;
  const distance = block.distance(candidate.start, bearer.start);
  const name = block.scan.text.slice(bearer.start, bearer.end);
  // Named just before, it settles what follows as a full name does, whatever stands around.
  const isAntecedent = share === 1 && isNear(given, bearer);
  const weight = isAntecedent ? WEIGHTS.antecedent : WEIGHTS.otherBearer[distance] * share;
  const isJustBefore = isAntecedent && distance <= NEXT_SENTENCE;
  push(found, 'decoy', name, weight * otherShare(given), isJustBefore ? null : distance);
}

/** "HMS Glasgow was broken up in Glasgow": a place is where things are, and a ship of its name is not. */
function isBackAtPlace({ block, candidate }: Hypothesis): boolean {
  const { text } = block.scan;
  const last = block.bearers(candidate.lastWord).findLast(({ end }) => end <= candidate.start);
  if (!last || !SHIPS.has(wordBefore(text, last.start)?.word.toLowerCase() ?? '')) return false;
  return AT.has(wordBefore(text, candidate.start)?.word ?? '');
}
const AT = wordSet('in at to from near into for en de à em nach bei');

/** What another bearer says counts less where several words are shared, or the words say who is meant. */
function otherShare(given: Hypothesis): number {
  const { block, evidence, candidate, sense, words } = given;
  const { text } = block.scan;
  // "Jill Biden, who taught through the Biden presidency"
  const isSaid =
    evidence.gazetteer.types[sense.entity] === 'person' &&
    saysWho({ before: wordBefore(text, candidate.start), after: wordAfter(text, candidate.end) });
  if (isSaid) return WEIGHTS.saysWhoShare;
  if (isBackAtPlace(given)) return 0;
  return /\s/.test(words) ? WEIGHTS.repetition : 1;
}

/**
 * True where no sentence without the word lies between another bearer and a candidate: "Doug Ford won.
 * Ford said … He left, and Ford …"
 */
function isNear({ block, candidate }: Hypothesis, bearer: Named<number>): boolean {
  let from = bearer.start;
  for (const { start, lastWord } of block.scan.candidates) {
    if (start >= candidate.start) break;
    if (start <= from || lastWord !== candidate.lastWord) continue;
    if (block.distance(from, start) > NEXT_SENTENCE) return false;
    from = start;
  }
  return block.distance(from, candidate.start) <= NEXT_SENTENCE;
}

/**
 * The names of the entity that say something of the words: what is doubted though it has one meaning (`doubts.ts`) is
 * named by the same words elsewhere, and confirmed by none of them.
 */
function othersThan<Name>(
  { sense, words }: Hypothesis,
  names: readonly Name[],
  textOf: (name: Name) => string,
): readonly Name[] {
  if (sense.ambiguous) return names;
  const stem = stemOf(words);
  return names.filter((name) => stemOf(textOf(name)) !== stem);
}

function collectFarNames(given: Hypothesis, hasOther: boolean, found: Piece[]): void {
  const { evidence, candidate, sense, words } = given;
  const names = othersThan(given, evidence.anchors(sense.entity) ?? [], (name) => name);
  // Where the page gives the letters two meanings, its names do not say which of them is meant.
  const isContested = isAbbreviated(sense) && evidence.introduces(words, sense.entity) === 'both';
  if (names.length > 0 && !isContested) {
    // That the page names it somewhere makes no name of a word that begins a sentence.
    const share = sense.isWord && isMuteWord(given) ? WEIGHTS.muteShare : 1;
    pushSame(given, found, tellingName(given, names), ELSEWHERE, share);
  }
  if (!hasOther && evidence.hasBearer(candidate.lastWord)) {
    push(found, 'decoy', '', WEIGHTS.otherBearer[ELSEWHERE] * otherShare(given), ELSEWHERE);
  }
}

/** What a name of the entity says of the words, by its distance. */
function weightsOf({ evidence, sense, words }: Hypothesis, name: string): ByDistance {
  // The state of Michigan is said so where its name alone would mean another thing.
  if (evidence.gazetteer.types[sense.entity] !== 'place' && shortens(words, name)) {
    return WEIGHTS.fullName;
  }
  return isHeadOf(words, name) ? WEIGHTS.headOfName : WEIGHTS.otherName;
}

/** The name of the entity that says most of the words, whatever the order in which the page was met. */
function tellingName(given: Hypothesis, names: readonly string[]): string {
  let telling = '';
  let most = 0;
  for (const name of names) {
    const weight = weightsOf(given, name)[ELSEWHERE];
    if (weight < most || (weight === most && name > telling)) continue;
    telling = name;
    most = weight;
  }
  return telling;
}

function pushSame(
  given: Hypothesis,
  found: Piece[],
  name: string,
  distance: Distance,
  share: number,
): void {
  const weights = weightsOf(given, name);
  const weight = weights[distance] * share * (given.sense.metonym ? WEIGHTS.metonymShare : 1);
  push(found, 'same-entity', name, weight, weights === WEIGHTS.fullName ? null : distance);
}
