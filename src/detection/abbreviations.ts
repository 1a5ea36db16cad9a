/** Abbreviations that the words around them give another meaning, without the brackets that introduced.ts reads. */

import type { Span } from './types.ts';
import { wordSet } from './word-set.ts';

/** Characters before an abbreviation in which its long form may stand. */
const SPELLED_WINDOW = 300;
const FEWEST_LETTERS = 3;
/** Small words that initials pass over. */
const PASSED = wordSet('of the and for');
/** A word of letters of the Latin alphabet, and what parts it from the one before. */
const WORD = /([^A-Za-z]*)([A-Za-z]+)/g;

/**
 * The capitalised words before an abbreviation of three letters or more that spell it, the last ones: where
 * they are no name of the entity, another's.
 */
export function spelledBefore(text: string, start: number, words: string): Span | null {
  if (words.length < FEWEST_LETTERS || !/^[A-Z]+$/.test(words)) return null;
  const from = Math.max(0, start - SPELLED_WINDOW);
  // The window's initials, with a gap for each word and mark that is no part of a name.
  let initials = '';
  const places: Span[] = [];
  const add = (initial: string, at: number, end: number) => {
    initials += initial;
    places.push({ start: at, end });
  };
  for (const match of text.slice(from, start).matchAll(WORD)) {
    const [whole, gap = '', word = ''] = match;
    const at = from + match.index + gap.length;
    if (!/^[ \u00a0-]?$/.test(gap)) add(' ', at, at);
    const isName = word.length > 1 && /^[A-Z][a-z]/.test(word);
    if (isName) add(word.charAt(0), at, from + match.index + whole.length);
    else if (!PASSED.has(word)) add(' ', at, at);
  }
  const first = initials.lastIndexOf(words);
  if (first === -1) return null;
  const last = places[first + words.length - 1];
  return { start: places[first]?.start ?? start, end: last?.end ?? start };
}

/** Codes of airports, shares, teams: "BUF, ROC, SYR". */
const CODES_BEFORE = /(?:^|[^\p{L}])\p{Lu}{3},[ \u00a0]$/u;
const CODES_BEHIND = /^,[ \u00a0](?:and[ \u00a0])?\p{Lu}{3}(?!\p{L})/u;
const CODE_WINDOW = 10;

/** True for three capitals between others of their length. */
export function isAmongCodes(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    text.charAt(end) === ',' &&
    text.charAt(start - 2) === ',' &&
    CODES_BEFORE.test(text.slice(Math.max(0, start - CODE_WINDOW), start)) &&
    CODES_BEHIND.test(text.slice(end, end + CODE_WINDOW))
  );
}

/** "CH4" */
const NUMBERED = /^(\p{Lu}{1,3})(\d)$/u;

/** True for one of a numbered series: CH1, CH2 and CH4 are channels, and no gas is among them. */
export function isInSeries(text: string, words: string): boolean {
  // Asked of nearly every name: what is soon asked comes first.
  if (!/\d$/.test(words)) return false;
  const [, letters, number] = NUMBERED.exec(words) ?? [];
  if (letters === undefined) return false;
  const others = new Set<string>();
  for (const [, digit = ''] of text.matchAll(
    new RegExp(`(?<![\\p{L}\\d])${letters}(\\d)(?!\\d)`, 'gu'),
  )) {
    if (digit !== number) others.add(digit);
  }
  return others.size >= OTHERS_OF_SERIES;
}
/** CH4 and C2H6 are gases; CH3 is part of many formulas. */
const OTHERS_OF_SERIES = 2;
