/**
 * The rules by which a character gets its class, in Unicode properties. They are run when the table
 * in class-table.ts is written (`npm run classes`) and when it is tested, never in a browser: compiling
 * their expressions costs more than reading a page.
 */
import { classLetter, LENGTH_BASE } from './class-table.ts';
import {
  DIGIT,
  HYPHEN,
  isAccent,
  KATAKANA,
  KEPT_MARK,
  LETTER,
  MARK,
  markFold,
  OTHER,
  SIGN,
  SKIP,
  SPACE,
} from './fold.ts';

/** Hyphens, the figure and en dashes, the minus sign; not the em dash, which parts clauses. */
const HYPHENS = /^[-‐‑‒–−﹣－]$/u;
/** Soft hyphen, zero-width characters, bidi controls, word joiner, variation selectors. */
const INVISIBLE =
  /^(?:[\u00ad\u061c\u115f\u1160]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u206f]|[\ufe00-\ufe0f]|\ufeff|[\u{1f3fb}-\u{1f3ff}]|[\u{e0001}-\u{e007f}]|[\u{e0100}-\u{e01ef}])$/u;
/** Vowel signs that Unicode counts as letters, and Korean vowels and finals of decomposed syllables. */
const VOWELS = /^[\u0e33\u0eb3\u1161-\u11ff\ud7b0-\ud7fb]$/u;
/** Half-width voicing marks are letters to Unicode; they belong to the kana before them. */
const HALF_WIDTH_VOICING = /^[ﾞﾟ]$/;
/** Signs that Unicode joins to what follows them (GB9b): letters here, so that nothing starts after one. */
const PREPENDED = /^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]$/u;
/** Title brackets and the dollar sign are tokens of their own, since aliases begin with them. */
const SINGLE_SIGN = /^[《》〈〉『』「」$]$/u;
const KATAKANA_SIGN = /^[\p{Script=Katakana}ー]$/u;
const UNSPACED_SIGN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\uac00-\ud7a3々〆〇]$/u;
const SURROGATES = /^[\ud800-\udfff]$/u;

/** True where nothing but accents is left of a letter. */
function isOnlyAccents(char: string): boolean {
  for (const part of char.normalize('NFKD')) if (!isAccent(part.codePointAt(0) ?? 0)) return false;
  return true;
}

/** Class of a code point, by what this machine's Unicode says of it. */
export function classByRules(point: number): number {
  const char = String.fromCodePoint(point);
  if (SURROGATES.test(char)) return OTHER;
  if (markFold(char) !== undefined) return MARK;
  if (HYPHENS.test(char)) return HYPHEN;
  if (INVISIBLE.test(char)) return SKIP;
  if (/^\p{White_Space}$/u.test(char)) return SPACE;
  if (VOWELS.test(char)) return KEPT_MARK;
  if (/^\p{M}$/u.test(char)) return isAccent(point) ? SKIP : KEPT_MARK;
  if (HALF_WIDTH_VOICING.test(char)) return KEPT_MARK;
  const wide = char.normalize('NFKC');
  if (SINGLE_SIGN.test(wide)) return SIGN;
  if (KATAKANA_SIGN.test(wide)) return KATAKANA;
  if (UNSPACED_SIGN.test(wide)) return SIGN;
  if (/^\p{Nd}$/u.test(char) || /^[0-9]$/.test(char.normalize('NFKD'))) return DIGIT;
  if (char === '_' || PREPENDED.test(char)) return LETTER;
  return /^\p{L}$/u.test(char) && !isOnlyAccents(char) ? LETTER : OTHER;
}

const LAST_POINT = 0x10ffff;

/** The classes of all code points as runs, in the form that class-table.ts reads. */
export function classRuns(): string {
  let runs = '';
  let from = 0;
  let cls = classByRules(0);
  for (let point = 1; point <= LAST_POINT + 1; point++) {
    const next = point > LAST_POINT ? -1 : classByRules(point);
    if (next === cls) continue;
    const length = point - from;
    runs += classLetter(cls) + (length > 1 ? length.toString(LENGTH_BASE) : '');
    from = point;
    cls = next;
  }
  return runs;
}
