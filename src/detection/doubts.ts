/** What makes a name that has one meaning doubtful where it stands, so that it is weighed like the others. */
import { wordShape } from '../packs/compile-shape.ts';
import { PRIOR_USUAL, SHAPE_CAPITALS, SHAPE_INITIAL } from '../packs/gazetteer-data.ts';
import { isInSeries } from './abbreviations.ts';
import { hasSmallWords, isInTitle } from './capitals.ts';
import { FIRST_HAN } from './han-names.ts';
import type { Hypothesis } from './hypothesis.ts';
import { isSpelledOtherwise } from './judge-abbreviations.ts';
import { lineAround } from './lines.ts';
import { SAME_SENTENCE } from './pieces.ts';
import { isAbbreviated } from './senses.ts';
import { beginsSentence } from './sentences.ts';
import { hasLetters, isAllLetters, isAscii, isCapitalised } from './words.ts';

/** True where a name with one meaning may mean something else after all. */
export function isDoubted(given: Hypothesis): boolean {
  return (
    isExplainedOtherwise(given) ||
    isMaybeWord(given) ||
    isOtherTopic(given) ||
    isTown(given) ||
    isSpelledOtherwise(given) ||
    isInSeries(given.block.scan.text, given.words) ||
    isNamedLikeTopic(given) ||
    isInCode(given)
  );
}

/** "The Evangelical Union (EU) … members of the EU" */
function isExplainedOtherwise({ block, candidate, evidence, sense, words }: Hypothesis): boolean {
  const introduced = candidate.introduced ?? block.introducedBefore(candidate);
  if (introduced) return introduced.entity !== sense.entity;
  const said = evidence.introduces(words, sense.entity);
  return said === 'other' || said === 'both';
}

/** "China, Maine, has a lake. China holds its fair in August." */
function isTown({ block, evidence, candidate, sense, words }: Hypothesis): boolean {
  const { lastWord, start } = candidate;
  const isPlace = evidence.gazetteer.types[sense.entity] === 'place';
  // The last words of names in kana are single signs, which many share.
  return isPlace && isAscii(words) && block.bearers(lastWord).some(({ end }) => end <= start);
}

/** Other fields have the same words for other things: an energy transition of electrons, a CATL of teachers. */
function isOtherTopic({ block, evidence, sense, words }: Hypothesis): boolean {
  const type = evidence.gazetteer.types[sense.entity];
  // 路透 is a leaked picture, too: in Han and kana no capital tells a name from a word.
  const isOpen = isAbbreviated(sense) || words.charCodeAt(0) >= FIRST_HAN;
  if (type !== 'topic' && (type !== 'organization' || !isOpen)) return false;
  const cues = block.cues(sense.entity);
  const against = new Set(cues.filter(({ anti }) => anti).map(({ form }) => form));
  // Nor does the rest of the page speak for it.
  return (
    against.size > 1 &&
    cues.every(({ anti }) => anti) &&
    evidence.cues(sense.entity, false).size === 0
  );
}

/**
 * True for a name that is an ordinary word, too, and whose capital says nothing where it stands, beside
 * a word that speaks against it: "CHINA SINK", "China smashing" at the head of a cell.
 */
function isMaybeWord({ block, candidate, sense, words }: Hypothesis): boolean {
  const { start, end, shouted } = candidate;
  const { text, sentences } = block.scan;
  if (sense.shape !== SHAPE_INITIAL || sense.prior === PRIOR_USUAL) return false;
  if (!isAllLetters(words) || /^['’]/.test(text.charAt(end))) return false;
  const isMute =
    shouted ||
    wordShape(words, 0, words.length) === SHAPE_CAPITALS ||
    beginsSentence(text, sentences, start) ||
    /[|\t] ?$/.test(text.slice(Math.max(0, start - 2), start));
  if (!isMute) return false;
  // One such word in its sentence, or several around it.
  const against = block.cues(sense.entity).filter((cue) => cue.anti);
  return (
    against.some((cue) => block.distance(start, cue.start) === SAME_SENTENCE) ||
    new Set(against.map(({ form }) => form)).size > 1
  );
}

/** Words this short (of, and) stay small in names. */
const SMALL_IN_NAMES = 3;

/**
 * "a six-player Power Grid on the big map", "Green Energy (spinach, kiwi)": what is written small elsewhere and has
 * capitals inside a sentence is the name of something.
 */
export function isNamedLikeTopic(given: Hypothesis): boolean {
  const { block, candidate, evidence, sense, words } = given;
  const { text, role, sentences, lang } = block.scan;
  const { start, end, shouted } = candidate;
  // Treaties and laws have capitals for who wants to give them some.
  if (evidence.gazetteer.types[sense.entity] !== 'topic') return false;
  if (sense.shape !== 0 || !isCapitalised(words) || lang === 'de') return false;
  const parts = words.split(/[ \u00a0-]/);
  const isName =
    parts.length > 1 && parts.every((part) => part.length <= SMALL_IN_NAMES || isCapitalised(part));
  if (!isName || OPENS.test(text.slice(Math.max(0, start - 2), start))) return false;
  // "21:00 Coal, oil and gas"
  if (!hasLetters(text.slice(lineAround(text, start).from, start))) return false;
  return (
    !/^ ?[(:]\p{Lu}+s?\)/u.test(text.slice(end, end + EXPLAINED)) &&
    !beginsSentence(text, sentences, start) &&
    hasSmallWords(text, start) &&
    !isInTitle(text, start, role, shouted)
  );
}
/** Where a capital says no more than at the beginning of a sentence. */
const OPENS = /[:;|•·–—(\n"“‘«„][ \u00a0]?$/;
/** Characters in which an abbreviation is explained: "Electric Vehicles (EVs)". */
const EXPLAINED = 10;

/** "Directive 2011/65/EU", "0.25 EU/mL": part of a number, or a unit. */
export function isInCode({ block, candidate, sense }: Hypothesis): boolean {
  if (!isAbbreviated(sense)) return false;
  const { text } = block.scan;
  const { start, end } = candidate;
  return (
    (text.charAt(start - 1) === '/' && /\d\/$/.test(text.slice(start - 2, start))) ||
    (text.charAt(end) === '/' && UNIT_BEHIND.test(text.slice(end, end + 4)))
  );
}
const UNIT_BEHIND = /^\/(?:[mµnk]?[Lgl])(?!\p{L})/u;
