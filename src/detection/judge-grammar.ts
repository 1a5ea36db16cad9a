/**
 * What a sentence's grammar says of a candidate, weakly and whatever it is about: names of bodies stand
 * before auxiliaries and behind "the", places behind prepositions, persons and bodies before what they
 * do. And whether the page names anything of the pack at all. What abbreviations have of their own is in
 * judge-abbreviations.ts.
 */
import { PRIOR_RARE } from '../packs/gazetteer-data.ts';
import type { Case } from './case.ts';
import { actsBehind } from './governments.ts';
import { collectAbbreviation } from './judge-abbreviations.ts';
import { lineAround } from './lines.ts';
import { type Piece, push } from './pieces.ts';
import { isAbbreviated } from './senses.ts';
import { WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { type Beside, isAscii, type Sides, spaced, wordAfter, wordBefore } from './words.ts';

const AUXILIARIES = wordSet(
  'has have had will would can could may might must should is are was were does did',
);
/** And the verbs of those who come and go, which stand as prepositions do: "reached Peking". */
const PLACE_PREPOSITIONS = wordSet(
  'in at from to of near around toward towards outside inside across throughout reached reaching visited visiting entered entering',
);
/** Behind a place's name these say that it stands alone and describes nothing. */
const NO_NOUN = wordSet(
  'of in on at to from for with by and or but as which who came went is was has had will would did does every again',
);
const ACCENT = /\p{L}\p{M}/u;
/** What companies and papers have, right behind their name: "a Ford executive". */
const COMPANY_NOUNS = wordSet(
  `executive executives spokesman spokeswoman spokesperson dealer dealers dealership dealerships plant plants
  factory factories engineer engineers workers employees employee shares shareholders stock stocks truck
  trucks pickup pickups van vans sedan hatchback reporter reporters correspondent photographer columnist cover
  recall assembly supplier suppliers subscribers journalist journalists`,
);
/** "Time, 14 March 1969", "Time, March 14, 1969": an issue of a paper. */
const CITATION =
  /^[,(]?[ \u00a0]\(?(?:\d{1,2}[ \u00a0])?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?[ \u00a0](?:\d{1,2},[ \u00a0])?(?:1[89]|20)\d\d(?!\d)/u;
const CITATION_WINDOW = 28;
const PREPOSITIONS = wordSet('by from at for to of in with');
const YEAR = /\d\d\d\d/;
/** Entities from which on a pack's silence says something: of a small one most pages name nothing. */
const TELLING = 20;
/** A line longer than this is no headline. */
const LONGEST_HEADLINE = 120;

export function collectGrammar(given: Case, found: Piece[]): void {
  const { text } = given.block.scan;
  const { start, end } = given.candidate;
  const sides = { before: wordBefore(text, start), after: wordAfter(text, end) };
  collectStanding(given, sides, found);
  collectDoing(given, sides, found);
  if (isAbbreviated(given.sense)) collectAbbreviation(given, sides, found);
  collectSilence(given, found);
}

/** Articles and prepositions before it, and an accent that its language does not have. */
function collectStanding(
  { evidence, sense, words }: Case,
  { before, after }: Sides,
  found: Piece[],
): void {
  const type = evidence.gazetteer.types[sense.entity];
  const isCity = type === 'place' && !sense.metonym;
  const word = spaced(before).toLowerCase();
  if (word === 'the' && type !== 'person') {
    push(found, 'context', 'one that is known', WEIGHTS.definite, null);
    const stands = after === null || (after.joint === 'space' && NO_NOUN.has(after.word));
    // "the Republic of China"
    const isOneWord = !/\s/.test(words);
    if (isCity && stands && isOneWord && !isAbbreviated(sense)) {
      push(found, 'context', 'an article before a place', WEIGHTS.articleBeforePlace, null);
    }
  }
  if (isCity && PLACE_PREPOSITIONS.has(word)) {
    push(found, 'context', 'where a place stands', WEIGHTS.placed, null);
  }
  if (sense.language === 'en' && !isAscii(words) && ACCENT.test(words.normalize('NFD'))) {
    push(found, 'language', 'an accent', WEIGHTS.foreignAccent, null);
  }
}

/** What persons and bodies do and have. */
function collectDoing(
  { block, evidence, candidate, sense }: Case,
  { before, after }: Sides,
  found: Piece[],
): void {
  const { text } = block.scan;
  const { start, end } = candidate;
  const type = evidence.gazetteer.types[sense.entity];
  const isBody = type === 'organization' || sense.metonym;
  if (AUXILIARIES.has(spaced(after)) && (isBody || type === 'topic')) {
    push(found, 'context', 'as a subject', WEIGHTS.asSubject, null);
  }
  if (
    (type === 'person' || type === 'organization') &&
    !sense.metonym &&
    actsBehind(text, start, end)
  ) {
    const weight = isHeadline(text, start) ? WEIGHTS.actsInHeadline : WEIGHTS.acts;
    push(found, 'context', 'acts', weight, null);
  }
  if (type !== 'organization' || sense.metonym) return;
  if (isEmployer(text, start, before))
    push(found, 'context', 'an employer', WEIGHTS.employer, null);
  if (COMPANY_NOUNS.has(spaced(after)) && !isAbbreviated(sense)) {
    push(found, 'context', 'of a company', WEIGHTS.ofCompany, null);
  }
  const behind = text.slice(end, end + CITATION_WINDOW);
  // "Photo by Ford, March 2019" is no issue.
  const isSource = before === null || !PREPOSITIONS.has(before.word);
  if (isSource && YEAR.test(behind) && CITATION.test(behind)) {
    push(found, 'context', 'an issue', WEIGHTS.issue, null);
  }
}

/** Work at, for or with somebody, in the words before: "worked on the line at Ford". */
const EMPLOYED =
  /(?<!\p{L})(?:work(?:s|ed|ing)?|jobs?|career|employed|employees|hired|retired|fired|laid off|line|shifts?|apprentice(?:ship)?|engineers?|designers?|designed|mechanic|years|boss|manager|union)[ \u00a0](?:[\p{Ll}0-9-]+[ \u00a0]){0,4}(?:at|for|by|from)[ \u00a0]$/u;
const EMPLOYED_WINDOW = 60;
const WORKED = wordSet('from at for by');

/** True where somebody works for who is named. */
function isEmployer(text: string, start: number, before: Beside | null): boolean {
  // Asked first, since it is soon asked: the pattern ends with one of them.
  if (!WORKED.has(before?.word ?? '')) return false;
  return EMPLOYED.test(text.slice(Math.max(0, start - EMPLOYED_WINDOW), start));
}

/** True for what begins a short line without a stop. */
function isHeadline(text: string, start: number): boolean {
  const { from, to } = lineAround(text, start);
  if (from !== start || to - from > LONGEST_HEADLINE) return false;
  return !/[.!?:;…。][”"’']?\s*$/.test(text.slice(from, to));
}

function collectSilence({ evidence, sense }: Case, found: Piece[]): void {
  const isSilent = !evidence.hasAnchors && evidence.gazetteer.entities.length >= TELLING;
  if (isSilent && sense.ambiguous && sense.prior !== PRIOR_RARE) {
    push(found, 'context', 'a page that names nothing else', WEIGHTS.silentPage, null);
  }
}
