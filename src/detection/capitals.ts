/** What the capitals of a text say: does a match have those of its alias, is a line shouted or titled. */
import { wordShape } from '../packs/compile-shape.ts';
import {
  CASE_ANY,
  CASE_EXACT,
  SHAPE_BITS,
  SHAPE_CAPITALS,
  SHAPE_INITIAL,
  SHAPE_MIXED,
  SHAPE_PLAIN,
  SHAPE_TOKENS,
} from '../packs/gazetteer-data.ts';
import { DIGIT, KEPT_MARK, LETTER, SKIP, SPACE } from '../text/fold.ts';
import { classAt, isSign, newToken, nextInPhrase, readToken } from '../text/tokens.ts';
import type { Sense } from './gazetteer.ts';
import { isFunctionWord } from './language.ts';
import { lineAround } from './lines.ts';
import type { BlockRole } from './types.ts';
import { isHeadlineVerb } from './verbs.ts';
import { isCapitalised } from './words.ts';

const SHAPE_MASK = (1 << SHAPE_BITS) - 1;
/** Words of capitals around a match that make it part of a shouted run: two, one of them no short
 * abbreviation; "CATL, BYD, LG" is no shouting. */
const SHOUTED_WORDS = 2;
const SHOUTED_WORD_LENGTH = 4;
const BUTTON_WORD_LENGTH = 3;
/** How far a run is followed on either side. */
const WORDS_AROUND = 8;
/** Share of a title's longer words that begin with a capital. */
const TITLE_SHARE = 0.7;
const TITLE_WORDS = 4;
/** Words this short (of, the, and) stay small in titles. */
const SMALL_WORD = 3;
/** A line longer than this is no headline. */
const LONGEST_TITLE = 160;

const isLetter = (cls: number): boolean => cls === LETTER || isSign(cls);

/** True for what words are made of: letters, digits, accents, and marks inside as in U.S. and O’Neill. */
function isInWord(text: string, at: number): boolean {
  const cls = classAt(text, at);
  if (isLetter(cls) || cls === DIGIT || cls === KEPT_MARK || cls === SKIP) return true;
  const char = text.charAt(at);
  return char === '.' || char === "'" || char === '’';
}

const isSmall = (char: string): boolean =>
  char !== char.toUpperCase() && char === char.toLowerCase();

/** Capital letters of a word, none in scripts that have no capitals; -1 when one of its letters is small. */
function lettersOfShouted(text: string, from: number, to: number): number {
  let letters = 0;
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (isSmall(char)) return -1;
    if (char !== char.toLowerCase()) letters++;
  }
  return letters;
}

/**
 * True when text[start, end) stands in a run of capitals, where its own capitals say nothing: a
 * headline in capitals, a shouted sentence inside a paragraph. Read by hand: any abbreviation asks it.
 */
export function isShouted(text: string, start: number, end: number): boolean {
  const { from, to } = lineAround(text, start);
  let words = 0;
  let long = 0;
  const count = (letters: number): boolean => {
    if (letters >= 2) words++;
    if (letters >= SHOUTED_WORD_LENGTH) long++;
    return letters !== -1;
  };
  let left = start;
  for (let read = 0; read < WORDS_AROUND; read++) {
    while (left > from && !isInWord(text, left - 1)) left--;
    const wordEnd = left;
    while (left > from && isInWord(text, left - 1)) left--;
    if (left === wordEnd || !count(lettersOfShouted(text, left, wordEnd))) break;
  }
  let right = end;
  for (let read = 0; read < WORDS_AROUND; read++) {
    while (right < to && !isInWord(text, right)) right++;
    const wordStart = right;
    while (right < to && isInWord(text, right)) right++;
    if (right === wordStart || !count(lettersOfShouted(text, wordStart, right))) break;
  }
  if (words >= SHOUTED_WORDS) return long > 0;
  return isButtonsLast(text, { from, to }, start, end);
}

/** "JOIN US!": the second of a button's two words; not in "THE US", "US NEWS" or "BREAKING US data". */
function isButtonsLast(
  text: string,
  line: { readonly from: number; readonly to: number },
  start: number,
  end: number,
): boolean {
  const first = text.slice(line.from, start).trim();
  return (
    !first.includes(' ') &&
    lettersOfShouted(text, line.from, start) >= BUTTON_WORD_LENGTH &&
    lettersOfShouted(text, end, line.to) === 0 &&
    !isFunctionWord(first.toLowerCase())
  );
}

/**
 * True when a line is set like a title, nearly Every Word With a Capital; of a short one, which may be a name, every one,
 * and one a verb: "China Plans New Tax on Plastic". Read by hand: any place asks it.
 */
export function isTitled(text: string, at: number): boolean {
  const { from, to } = lineAround(text, at);
  if (to - from > LONGEST_TITLE) return false;
  let words = 0;
  let capitals = 0;
  let verbs = 0;
  for (let i = from; i < to; i++) {
    const cls = classAt(text, i);
    if (!isLetter(cls) && cls !== DIGIT) continue;
    const start = i;
    while (i < to && isInWord(text, i)) i++;
    const isCapital = isCapitalised(text.charAt(start));
    if (isCapital && start > from && words < TITLE_WORDS && isHeadlineVerb(text.slice(start, i)))
      verbs++;
    if (i - start <= SMALL_WORD) continue;
    words++;
    if (isCapital) capitals++;
  }
  if (words >= TITLE_WORDS) return capitals >= words * TITLE_SHARE;
  return verbs > 0 && capitals === words;
}

/** True where a line's own setting gives words their capitals: shouted, a heading, set like a title. */
export const isInTitle = (text: string, at: number, role: BlockRole, shouted: boolean): boolean =>
  shouted || role === 'heading' || isTitled(text, at);

/** True when the line has words written small, so that capitals in it tell something. */
export function hasSmallWords(text: string, at: number): boolean {
  const { from, to } = lineAround(text, at);
  for (let i = from; i + 1 < to; i++) {
    const begins = i === from || classAt(text, i - 1) === SPACE;
    if (begins && isSmall(text.charAt(i)) && isSmall(text.charAt(i + 1))) return true;
  }
  return false;
}

const ROMAN_NUMERAL = /^[IVXLCDM]+$/;

const token = newToken();

/** How the capitals of a text suit a sense. */
const FITS = 2;
/** Only if the text stands in a run of capitals, where its own say nothing. */
export const FITS_SHOUTED = 1;
export const UNFIT = 0;

/** True when one word's capitals are those that its alias demands. */
function wordFits(demanded: number, found: number, exact: boolean): boolean {
  if (exact) return demanded === found;
  // "CHINA" in ordinary prose is emphasis; "china" is porcelain.
  if (demanded === SHAPE_INITIAL || demanded === SHAPE_MIXED) return found !== SHAPE_PLAIN;
  return demanded === SHAPE_PLAIN || found === demanded;
}

/** Whether text[start, end) has the capitals that a sense demands. */
export function capitalsFit(sense: Sense, text: string, start: number, end: number): number {
  if (sense.caseMode === CASE_ANY) return FITS;
  const exact = sense.caseMode === CASE_EXACT;
  let at = start;
  let shape = sense.shape;
  let result = FITS;
  for (let i = 0; i < SHAPE_TOKENS && at !== -1 && at < end; i++) {
    if (!readToken(text, at, token)) break;
    const { end: tokenEnd, start: tokenStart } = token;
    const found = wordShape(text, tokenStart, tokenEnd);
    const demanded = shape & SHAPE_MASK;
    // "Cop26" is how the British write COP26.
    const isNumbered =
      demanded === SHAPE_CAPITALS &&
      found === SHAPE_INITIAL &&
      /\d/.test(text.charAt(tokenEnd - 1) + text.charAt(tokenEnd));
    if (!isNumbered && !wordFits(demanded, found, exact)) {
      if (found !== SHAPE_CAPITALS) return UNFIT;
      result = FITS_SHOUTED;
    } else if (
      found === SHAPE_CAPITALS &&
      (shape & SHAPE_MASK) === SHAPE_INITIAL &&
      ROMAN_NUMERAL.test(text.slice(tokenStart, tokenEnd))
    ) {
      // Louis XI is no Xi; a line of capitals may mean him.
      result = FITS_SHOUTED;
    }
    shape >>>= SHAPE_BITS;
    at = nextInPhrase(text, tokenEnd);
  }
  return result;
}
