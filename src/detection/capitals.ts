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
import { newToken, nextInPhrase, readToken } from '../text/tokens.ts';
import type { Sense } from './gazetteer.ts';

const SHAPE_MASK = (1 << SHAPE_BITS) - 1;
/** Words of capitals around a match that make it part of a shouted run: two, one of them no short
 * abbreviation; "CATL, BYD, LG" is no shouting. */
const SHOUTED_WORDS = 2;
const SHOUTED_WORD_LENGTH = 4;
/** How far a run is followed on either side. */
const WORDS_AROUND = 8;
/** Share of a title's longer words that begin with a capital. */
const TITLE_SHARE = 0.7;
const TITLE_WORDS = 4;
/** Words this short (of, the, and) stay small in titles. */
const SMALL_WORD = 3;
/** A line longer than this is no headline. */
const LONGEST_TITLE = 160;

/** The line of `text` that `at` stands in. */
export function lineAround(text: string, at: number): { from: number; to: number } {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return { from, to: to === -1 ? text.length : to };
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\u00ad]*/gu;
const HAS_LOWER = /\p{Ll}/u;
const HAS_UPPER = /\p{Lu}/u;

/**
 * True when text[start, end) stands in a run of capitals, where its own capitals say nothing: a
 * headline in capitals, a shouted sentence inside a paragraph.
 */
export function isShouted(text: string, start: number, end: number): boolean {
  const { from, to } = lineAround(text, start);
  let words = 0;
  let long = 0;
  const count = (word: string) => {
    if (HAS_LOWER.test(word)) return false;
    const letters = word.replace(/[^\p{L}]/gu, '').length;
    if (letters >= 2) words++;
    if (letters >= SHOUTED_WORD_LENGTH) long++;
    return true;
  };
  const left = text.slice(from, start).match(WORDS) ?? [];
  for (const word of left.slice(-WORDS_AROUND).reverse()) if (!count(word)) break;
  const right = text.slice(end, to).match(WORDS) ?? [];
  for (const word of right.slice(0, WORDS_AROUND)) if (!count(word)) break;
  return words >= SHOUTED_WORDS && long > 0;
}

/** True when a line is set like a title, nearly Every Word With a Capital. */
export function isTitled(text: string, at: number): boolean {
  const { from, to } = lineAround(text, at);
  if (to - from > LONGEST_TITLE) return false;
  const words = (text.slice(from, to).match(WORDS) ?? []).filter(
    (word) => word.length > SMALL_WORD,
  );
  if (words.length < TITLE_WORDS) return false;
  return (
    words.filter((word) => HAS_UPPER.test(word.charAt(0))).length >= words.length * TITLE_SHARE
  );
}

/** True when the line has words written small, so that capitals in it tell something. */
export function hasSmallWords(text: string, at: number): boolean {
  const { from, to } = lineAround(text, at);
  return /(?:^|\s)\p{Ll}{2}/u.test(text.slice(from, to));
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
    if (!wordFits(shape & SHAPE_MASK, found, exact)) {
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
