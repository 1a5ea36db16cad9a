/** What the words and marks right around a candidate say of it. */
import { CASE_ANY, PRIOR_RARE, PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import { isInCode } from './doubts.ts';
import { placeOrGovernment } from './governments.ts';
import type { Hypothesis } from './hypothesis.ts';
import { saysWho } from './judge-holdings.ts';
import { lineAround } from './lines.ts';
import { isMuteWord } from './mute-words.ts';
import { isNamedHere, isOwned } from './named-here.ts';
import { type Piece, push, SAME_SENTENCE } from './pieces.ts';
import { REGIONS } from './regions.ts';
import { isAbbreviated } from './senses.ts';
import {
  beginsClause,
  hasArticleBefore,
  isAddress,
  isEchoed,
  isOneOfMany,
  isQuoted,
  isRatio,
  isShoutedPronoun,
  whereabouts,
} from './surroundings.ts';
import { isTeam } from './teams.ts';
import { WEIGHTS } from './weights.ts';
import { hasLetters, isAllLetters, wordAfter, wordBefore } from './words.ts';

export function collectSurroundings(given: Hypothesis, found: Piece[]): void {
  collectNeighbour(given, found);
  collectCapitals(given, found);
  collectUse(given, found);
}

/** A title, a given name or another capitalised word beside it. */
function collectNeighbour({ candidate: { beside } }: Hypothesis, found: Piece[]): void {
  if (beside.kind === 'title') push(found, 'context', beside.word, WEIGHTS.title, null);
  else if (beside.kind === 'other-bearer') {
    push(found, 'neighbour', beside.word, WEIGHTS.besideOther, null);
  } else if (beside.kind === 'capitalised') {
    push(found, 'neighbour', beside.word, WEIGHTS.capitalised, null);
  } else if (beside.kind === 'opening') {
    push(found, 'neighbour', beside.word, WEIGHTS.opening, null);
  }
}

/** Capitals that say less than they do elsewhere, and names that stand alone. */
function collectCapitals(given: Hypothesis, found: Piece[]): void {
  const { block, candidate, sense, words } = given;
  const { text, role } = block.scan;
  const { start, end, shouted } = candidate;
  const isWord = isAllLetters(words);
  if (shouted && isWord && sense.caseMode !== CASE_ANY) {
    const isAbbreviation = isAbbreviated(sense);
    const weight = isAbbreviation ? WEIGHTS.shoutedAbbreviation : WEIGHTS.shoutedName;
    // No word is written glasgow.
    if (isAbbreviation || sense.isWord || sense.prior !== PRIOR_USUAL) {
      push(found, 'context', 'capitals throughout', weight, null);
    }
  } else if (isMuteWord(given)) {
    push(found, 'context', 'begins a sentence', WEIGHTS.sentenceStart, null);
  }
  const { from, to } = lineAround(text, start);
  const rest = text.slice(from, start) + text.slice(end, to);
  if (role !== 'text' && role !== 'heading' && !hasLetters(rest)) {
    push(found, 'context', 'stands alone', WEIGHTS.alone, null);
  }
}

/** "Transformer may refer to: …": a page that parts the meanings of a word. */
const SEVERAL_MEANINGS =
  /^ (?:(?:may|can|could) (?:also )?(?:refer to|stand for|mean)|steht für|bezeichnet|puede referirse a|pode referir-se a|peut désigner)\b/;
const MEANING_WINDOW = 26;

/** How the words are used: as a name given here, a team, a place, one of many. */
function collectUse(given: Hypothesis, found: Piece[]): void {
  const { block, evidence, candidate, sense, words } = given;
  const { text } = block.scan;
  const { start, end } = candidate;
  const isWord = isAllLetters(words);
  const isAbbreviation = isAbbreviated(sense);
  const type = evidence.gazetteer.types[sense.entity];
  if (isWord && sense.prior === PRIOR_RARE && isEchoed(text, end, words)) {
    push(found, 'context', 'the same word, written small, beside it', WEIGHTS.echoed, null);
  }
  // Programmes and laws are called something, too.
  const isGiven = type === 'person' || type === 'organization' || type === 'place';
  if (isGiven && isNamedHere(text, start, end)) {
    push(found, 'context', 'a name given here', WEIGHTS.namedHere, null);
  }
  if (isWord && type !== 'topic' && isQuoted(text, start, end)) {
    push(found, 'context', 'in quotation marks', WEIGHTS.quoted, null);
  }
  if (SEVERAL_MEANINGS.test(text.slice(end, end + MEANING_WINDOW))) {
    push(found, 'context', 'a word with several meanings', WEIGHTS.explainedAsWord, null);
  }
  // The team of a country is the country's: "US beats Brazil".
  if ((type === 'place' || sense.metonym) && !isAbbreviation && isTeam(text, start, end)) {
    push(found, 'context', 'as a team', WEIGHTS.asTeam, null);
  }
  if (isAbbreviation) collectUseOfAbbreviation(given, found);
  if (type === 'person') collectUseOfSurname(given, found);
  if (sense.metonym) collectUseOfCapital(given, found);
  const isShort = sense.prior === PRIOR_RARE || isAbbreviation || words.endsWith('.');
  if (type === 'place' && (isShort || REGIONS.has(words)) && isAddress(text, start, end)) {
    push(
      found,
      'context',
      'after a town',
      isShort ? WEIGHTS.afterTown : WEIGHTS.stateAfterTown,
      null,
    );
  }
}

/** EV/EBITDA; "US TO REVIEW SITE"; "my IRA". */
function collectUseOfAbbreviation(given: Hypothesis, found: Piece[]): void {
  const { block, evidence, candidate, sense } = given;
  const { text } = block.scan;
  const { start, end, shouted } = candidate;
  const type = evidence.gazetteer.types[sense.entity];
  if (type !== 'place' && type !== 'organization' && isRatio(text, start, end)) {
    push(found, 'context', 'part of a ratio', WEIGHTS.ratio, null);
  } else if (isInCode(given)) {
    push(found, 'context', 'part of a number', WEIGHTS.inCode, null);
  }
  if (type === 'place' && isShoutedPronoun(text, start, end)) {
    push(found, 'context', 'a pronoun', WEIGHTS.pronoun, null);
  }
  if (shouted && beginsClause(text, start, end)) {
    push(found, 'context', 'begins a clause', WEIGHTS.shoutedSubject, null);
  }
  if (
    (type === 'law' || type === 'organization') &&
    // An issue of TIME is one of many.
    !sense.isWord &&
    isOneOfMany(text, start, end, sense.language)
  ) {
    push(found, 'context', 'one of many', WEIGHTS.oneOfMany, null);
  }
}

/** "das Blinken"; "our Kerry"; "into Kerry". */
function collectUseOfSurname({ block, candidate, words }: Hypothesis, found: Piece[]): void {
  const { text } = block.scan;
  const { start, end } = candidate;
  // "a Kerry", and not "a Kerry aide", "a Biden-era rule".
  const sides = { before: wordBefore(text, start), after: wordAfter(text, end) };
  if (hasArticleBefore(text, start) && !saysWho(sides)) {
    push(found, 'context', 'article', WEIGHTS.article, null);
  }
  if (isOwned(text, start, end)) {
    push(found, 'context', 'somebody’s own', WEIGHTS.owned, null);
  }
  const where = isAllLetters(words) ? whereabouts(text, start, end) : null;
  if (where === 'plain') push(found, 'context', 'as a place', WEIGHTS.whereabouts, null);
  else if (where) push(found, 'context', 'as a place', WEIGHTS.maybeWhereabouts, null);
}

/** Moscow the city, or Moscow that says something. */
function collectUseOfCapital({ block, candidate }: Hypothesis, found: Piece[]): void {
  const role = placeOrGovernment(block.scan.text, candidate.start, candidate.end);
  if (role === 'place') push(found, 'context', 'as a place', WEIGHTS.asPlace, SAME_SENTENCE);
  else if (role === 'dateline') push(found, 'context', 'a dateline', WEIGHTS.asDateline, null);
  else if (role === 'maybe-government') {
    push(found, 'context', 'acts', WEIGHTS.maybeGovernment, SAME_SENTENCE);
  } else if (role) push(found, 'context', 'acts', WEIGHTS.asGovernment, SAME_SENTENCE);
}
