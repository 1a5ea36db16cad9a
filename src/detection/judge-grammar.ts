/**
 * What a sentence's grammar says of a candidate, weakly and whatever it is about: names of bodies stand
 * before auxiliaries and behind "the", places behind prepositions, and an abbreviation before another
 * capitalised word is often half a name. And whether the page names anything of the pack at all.
 */
import { PRIOR_RARE, PRIOR_USUAL, SHAPE_BITS, SHAPE_CAPITALS } from '../packs/gazetteer-data.ts';
import { lineAround } from './capitals.ts';
import type { Case } from './judge.ts';
import { isFunctionWord } from './language.ts';
import { type Piece, push } from './pieces.ts';
import { actsBehind } from './surroundings.ts';
import { WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { isAscii, isCapitalised, wordAfter, wordBefore } from './words.ts';

const AUXILIARIES = wordSet(
  'has have had will would can could may might must should is are was were does did',
);
/** What bodies do and things do not. */
const BODY_ACTS = wordSet(
  'said says announced announces fined fines sued warned warns denies denied asked decided decides appointed voted votes postponed suspended banned',
);
/** Behind a place's name these say that it stands alone, and before nothing that it describes. */
const NO_NOUN = wordSet(
  'of in on at to from for with by and or but as which who came went is was has had will would did does every again',
);
const ACCENT = /\p{L}\p{M}/u;
const PLACE_PREPOSITIONS = wordSet('in at from to of near around');
/** What companies and papers have, right behind their name: "a Ford executive". */
const COMPANY_NOUNS = wordSet(
  'executive executives spokesman spokeswoman spokesperson dealer dealers dealership dealerships plant plants factory factories engineer engineers workers employees employee shares shareholders stock stocks truck trucks pickup pickups van vans sedan hatchback reporter reporters correspondent photographer columnist cover covers recall recalls assembly supplier suppliers subscribers journalist journalists',
);
/** "Time, 14 March 1969", "Time, March 14, 1969": an issue of a paper. */
const CITATION =
  /^[,(]?[ \u00a0]\(?(?:\d{1,2}[ \u00a0])?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?[ \u00a0](?:\d{1,2},[ \u00a0])?(?:1[89]|20)\d\d(?!\d)/u;
const CITATION_WINDOW = 28;
/** Entities from which on a pack's silence says something: of a small one most pages name nothing. */
const TELLING = 20;
const SHAPE_MASK = (1 << SHAPE_BITS) - 1;

export function collectGrammar(
  { block, evidence, candidate, sense, words }: Case,
  found: Piece[],
): void {
  const { text } = block.scan;
  const { start, end } = candidate;
  const type = evidence.gazetteer.types[sense.entity];
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  const isBody = type === 'organization' || sense.metonym;
  if (after?.joint === 'space' && AUXILIARIES.has(after.word) && (isBody || type === 'topic')) {
    push(found, 'context', 'as a subject', WEIGHTS.asSubject, null);
  }
  if (before?.joint === 'space') {
    const word = before.word.toLowerCase();
    if (word === 'the' && type !== 'person') {
      push(found, 'context', 'one that is known', WEIGHTS.definite, null);
    }
    if (type === 'place' && !sense.metonym && PLACE_PREPOSITIONS.has(word)) {
      push(found, 'context', 'where a place stands', WEIGHTS.placed, null);
    }
  }
  const isAbbreviation = (sense.shape & SHAPE_MASK) === SHAPE_CAPITALS;
  const isKnown = before?.joint === 'space' && before.word.toLowerCase() === 'the';
  if ((type === 'person' || type === 'organization') && !sense.metonym && actsBehind(text, end)) {
    push(
      found,
      'context',
      'acts',
      isHeadline(text, start) ? WEIGHTS.actsInHeadline : WEIGHTS.acts,
      null,
    );
  }
  if (type === 'topic' && isAbbreviation && isKnown && BODY_ACTS.has(after?.word ?? '')) {
    push(found, 'context', 'acts as a body', WEIGHTS.actsAsBody, null);
  }
  const isBare = after === null || (after.joint === 'space' && NO_NOUN.has(after.word));
  if (type === 'place' && isKnown && isBare && !isAbbreviation && !sense.metonym) {
    push(found, 'context', 'an article before a place', WEIGHTS.articleBeforePlace, null);
  }
  if (sense.language === 'en' && !isAscii(words) && ACCENT.test(words.normalize('NFD'))) {
    push(found, 'language', 'an accent', WEIGHTS.foreignAccent, null);
  }
  if (isAbbreviation && candidate.introduced === null && isSpelledOut(text, start, words)) {
    push(found, 'introduced', 'spelled out otherwise', WEIGHTS.spelledOtherwise, null);
  }
  if (isAbbreviation && isAmongCodes(text, start, end)) {
    push(found, 'context', 'among codes', WEIGHTS.amongCodes, null);
  }
  const isNear = after?.joint === 'space';
  if (type === 'organization' && isNear && COMPANY_NOUNS.has(after.word) && !isAbbreviation) {
    push(found, 'context', 'of a company', WEIGHTS.ofCompany, null);
  }
  if (
    isAbbreviation &&
    sense.prior === PRIOR_USUAL &&
    !candidate.shouted &&
    isNear &&
    isSmallNoun(after.word)
  ) {
    push(found, 'context', 'describes', WEIGHTS.describes, null);
  }
  if (type === 'organization' && CITATION.test(text.slice(end, end + CITATION_WINDOW))) {
    push(found, 'context', 'an issue', WEIGHTS.issue, null);
  }
  const isHalf = isAbbreviation && after?.joint === 'space' && isCapitalised(after.word);
  // US Senate, EU Commission: what nearly always means its entity stands before parts of it.
  if (isHalf && !candidate.shouted && sense.prior !== PRIOR_USUAL) {
    push(found, 'context', 'before another name', WEIGHTS.beforeName, null);
  }
  const isSilent = !evidence.hasAnchors && evidence.gazetteer.entities.length >= TELLING;
  if (isSilent && sense.prior !== PRIOR_RARE) {
    push(found, 'context', 'a page that names nothing else', WEIGHTS.silentPage, null);
  }
}

const SMALL_WORD = /^[a-z]{3,}$/;

/** True for a word that is likely a noun or an adjective: small, and none of those that end a phrase. */
const isSmallNoun = (word: string): boolean =>
  SMALL_WORD.test(word) && !NO_NOUN.has(word) && !AUXILIARIES.has(word) && !isFunctionWord(word);

/** Characters before an abbreviation in which its long form may stand. */
const SPELLED_WINDOW = 300;
const FEWEST_LETTERS = 3;

/** True where capitalised words before an abbreviation of three letters or more spell it: another's name. */
function isSpelledOut(text: string, start: number, words: string): boolean {
  const letters = words.replace(/[^A-Z]/g, '');
  if (letters.length < FEWEST_LETTERS || letters.length !== words.length) return false;
  const before = text.slice(Math.max(0, start - SPELLED_WINDOW), start);
  const pattern = [...letters]
    .map((letter) => `${letter}[a-z]+`)
    .join('[ \\u00a0-](?:(?:of|the|and|for)[ \\u00a0])?');
  return new RegExp(`(?<![\\p{L}-])${pattern}(?![\\p{L}])`, 'u').test(before);
}

/** Codes of airports, shares, teams: "BUF, ROC, SYR". */
const CODES_BEFORE = /(?:^|[^\p{L}])\p{Lu}{3},[ \u00a0]$/u;
const CODES_BEHIND = /^,[ \u00a0](?:and[ \u00a0])?\p{Lu}{3}(?!\p{L})/u;
const CODE_WINDOW = 10;

/** True for three capitals between others of their length. */
function isAmongCodes(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    CODES_BEFORE.test(text.slice(Math.max(0, start - CODE_WINDOW), start)) &&
    CODES_BEHIND.test(text.slice(end, end + CODE_WINDOW))
  );
}

/** A line longer than this is no headline. */
const LONGEST_HEADLINE = 120;

/** True for what begins a short line without a stop. */
function isHeadline(text: string, start: number): boolean {
  const { from, to } = lineAround(text, start);
  return (
    from === start &&
    to - from <= LONGEST_HEADLINE &&
    !/[.!?:;…。][”"’']?\s*$/.test(text.slice(from, to))
  );
}
