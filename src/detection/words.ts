/** Words beside a place in a text, read by hand: this runs for every name on a page. */
import { KEPT_MARK, LETTER, SKIP } from '../text/fold.ts';
import { classAt } from '../text/tokens.ts';

/** A word beside a place, and what stands between the two. */
export interface Beside {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly joint: 'space' | 'hyphen' | 'dot';
}

/** Longer runs are no words. */
const LONGEST_WORD = 40;

const isSpace = (char: string): boolean => char === ' ' || char === '\u00a0';

function jointOf(char: string): Beside['joint'] | null {
  if (isSpace(char)) return 'space';
  if (char === '-') return 'hyphen';
  return char === '·' || char === '・' ? 'dot' : null;
}

/** Letters, accents, and the marks of O’Neill, J. and hyphenless names. */
function isNameUnit(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === "'" || char === '’' || char === '.') return true;
  const cls = classAt(text, at);
  return cls === LETTER || cls === KEPT_MARK || cls === SKIP;
}

/** The word that ends right before `at`, one joint away; null where there is none. */
export function wordBefore(text: string, at: number): Beside | null {
  const joint = jointOf(text.charAt(at - 1));
  if (joint === null) return null;
  let to = at - 1;
  if (joint === 'space') while (to > 0 && isSpace(text.charAt(to - 1))) to--;
  let from = to;
  while (from > 0 && to - from < LONGEST_WORD && isNameUnit(text, from - 1)) from--;
  return from === to ? null : { word: text.slice(from, to), from, to, joint };
}

/** The word that begins right behind `at`, one joint away; without a stop at its end. */
export function wordAfter(text: string, at: number): Beside | null {
  const joint = jointOf(text.charAt(at));
  if (joint === null) return null;
  let from = at + 1;
  if (joint === 'space') while (isSpace(text.charAt(from))) from++;
  let to = from;
  while (
    to < text.length &&
    to - from < LONGEST_WORD &&
    text.charAt(to) !== '.' &&
    isNameUnit(text, to)
  )
    to++;
  return from === to ? null : { word: text.slice(from, to), from, to, joint };
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * True for plain ASCII. What is asked of nothing else needs no expression with `\p{...}`, each of which
 * takes a millisecond to be made ready, in every page.
 */
export const isAscii = (text: string): boolean => !BEYOND_ASCII.test(text);

/** True for a word of nothing but letters and their accents. */
export const isAllLetters = (word: string): boolean =>
  isAscii(word) ? /^[A-Za-z]+$/.test(word) : /^[\p{L}\p{M}]+$/u.test(word);

/** Up to here what has a small letter of its own is a capital, without exception. */
const LAST_LATIN = 0x17f;
/** Dashes, quotation marks and apostrophes. */
const FIRST_PUNCTUATION = 0x2010;
const LAST_PUNCTUATION = 0x206f;

/** True when a word begins with a capital. */
export function isCapitalised(word: string): boolean {
  const unit = word.charCodeAt(0);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  if (unit <= LAST_LATIN) return word.charAt(0) !== word.charAt(0).toLowerCase();
  if (unit >= FIRST_PUNCTUATION && unit <= LAST_PUNCTUATION) return false;
  // Of no word at all there is no unit.
  return word !== '' && /^\p{Lu}/u.test(word);
}

/** True where any letter stands. */
export const hasLetters = (text: string): boolean =>
  /[A-Za-z]/.test(text) || (!isAscii(text) && /\p{L}/u.test(text));

/** A word without the ’s of a possessive. */
export const stripped = (word: string): string => word.replace(/['’]s?$/u, '');

/** A word as word lists have it: small, without possessive or stop. */
export const bare = (word: string): string => word.replace(/['’]s$|[.'’]+$/u, '').toLowerCase();

/** True for a word that ends as possessives do: China’s, Representatives’. */
export const isPossessive = (word: string): boolean => /['’]s?$/u.test(word);

/** True for what is abbreviated, and so has a name of its own: "Ukraine NATO talks", "Solar Panels USA". */
export const isAcronym = (word: string): boolean =>
  isCapitalised(word) && isCapitalised(word.slice(1));

/** The words on either side of a place. */
export interface Sides {
  readonly before: Beside | null;
  readonly after: Beside | null;
}

/** A word beside a place that only space parts from it; '' for none. */
export const spaced = (beside: Beside | null): string =>
  beside?.joint === 'space' ? beside.word : '';
