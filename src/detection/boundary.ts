/** Where a match may begin and end, so that it is a whole word and stands in prose. */
import { DIGIT, KATAKANA, KEPT_MARK, LETTER, MARK, SPACE } from '../text/fold.ts';
import {
  charBefore,
  classAt,
  foldedText,
  lengthAt,
  skipBackward,
  skipForward,
} from '../text/tokens.ts';
import { isAscii } from './words.ts';

/**
 * Words that French, Italian and Catalan elide before a vowel: what follows their apostrophe is a
 * word of its own (l’accord, dell’Unione), unlike in O'Hara.
 */
const ELIDED =
  /(?:^|[^\p{L}])(?:l|d|qu|n|s|j|m|t|c|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|un|quest)$/iu;
/** What English and other languages put behind an apostrophe without making another word. */
const AFTER_APOSTROPHE = /^(?:s|ll|d|re|ve|er|ers|in|im)(?![\p{L}\p{N}])/iu;
/** The same where nothing but ASCII follows: a possessive stands on every page. */
const AFTER_APOSTROPHE_ASCII = /^(?:s|ll|d|re|ve|er|ers|in|im)(?![a-z0-9])/i;
/** The part of an address that makes a run of characters one. */
const ADDRESS =
  /:\/\/|^www\.|\.(?:com|org|net|gov|edu|int|info|io|co|eu|uk|de|fr|es|cn|jp|tw|hk|ru|pt|br|us|html?|php|pdf|jpe?g|png|json|js|css|ts|py|md|csv|tsv|txt|xml|docx?|xlsx?|pptx?|zip|gif|svg|webp|mp[34]|epub)(?:$|[/?#:,.;)"'\]])/i;
/** The same of names at hosts and of settings, which may be in any script; nearly all are in ASCII. */
const AT_OR_SET = /@[\p{L}\p{N}]|[\p{Ll}_]=\p{L}/iu;
const AT_OR_SET_ASCII = /@[a-z0-9]|[a-z_]=[a-z]/i;
/** One of these every address has: asked first, since it is soon asked. */
const IN_ADDRESS = /:\/\/|@|\.[a-z]|[a-z_]=/i;
/** What programs call things by: zones (America/Lima), languages and character sets (en-US, US-ASCII). */
const IDENTIFIER =
  /\b(?:(?:Africa|America|Asia|Europe)\/(?!A[fms]|Eu|Russia|China|U)[A-Z][a-z]|(?:en|es|fr|zh|EN|ZH)-(?:US|HK|TW|EU)\b|US-ASCII)/;
/** Characters that hold an address together. */
const ADDRESS_JOINT = /[.@/:?#=&_%~+\\-]/;
const LAST_ASCII = '\x7f';
/** Before and behind most words, and a boundary for all of them. */
const PLAIN_SPACE = 0x20;
/** A longer run of characters without a space is no address worth looking at. */
const LONGEST_ADDRESS = 300;

/** The run of characters without white space around a position. */
function chunkAround(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST_ADDRESS && classAt(text, from - 1) !== SPACE) from--;
  while (to < text.length && to - end < LONGEST_ADDRESS && classAt(text, to) !== SPACE) to++;
  return text.slice(from, to);
}

function isInAddress(text: string, start: number, end: number): boolean {
  const chunk = chunkAround(text, start, end);
  if (IDENTIFIER.test(chunk)) return true;
  if (!IN_ADDRESS.test(chunk)) return false;
  return ADDRESS.test(chunk) || (isAscii(chunk) ? AT_OR_SET_ASCII : AT_OR_SET).test(chunk);
}

/** Dashes, quotation marks and dots of ordinary prose. */
const FIRST_TYPOGRAPHIC = 0x2010;
const LAST_TYPOGRAPHIC = 0x2027;
const isTypographic = (unit: number): boolean =>
  unit >= FIRST_TYPOGRAPHIC && unit <= LAST_TYPOGRAPHIC;

/** $, €, and the signs of other currencies. */
function isCurrency(char: string): boolean {
  if (char <= LAST_ASCII) return char === '$';
  return !isTypographic(char.charCodeAt(0)) && /\p{Sc}/u.test(char);
}

/** True when the character at `at` is a letter with no letter on either side. */
function isSingleLetter(text: string, at: number): boolean {
  return (
    classAt(text, at) === LETTER &&
    classAt(text, at - 1) !== LETTER &&
    classAt(text, at + 1) !== LETTER
  );
}

const isWordLike = (cls: number): boolean => cls === LETTER || cls === DIGIT;

/** True when a match may begin at `start`, which is the beginning of a token. */
export function startsAtBoundary(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) === PLAIN_SPACE) return true;
  const last = skipBackward(text, start);
  if (last === -1) return true;
  const cls = classAt(text, last);
  const own = classAt(text, start);
  if (own === KATAKANA) return cls !== KATAKANA && cls !== KEPT_MARK;
  if (own === LETTER || own === DIGIT) {
    if (cls === LETTER || cls === DIGIT || cls === KEPT_MARK) return false;
    const char = text.charAt(last);
    if (char === '@' || char === '\\') return false;
    if (foldedText(text, last, last + 1) === "'") {
      const earlier = skipBackward(text, last);
      return (
        earlier === -1 ||
        classAt(text, earlier) !== LETTER ||
        ELIDED.test(text.slice(Math.max(0, last - 'lorsqu'.length - 1), last))
      );
    }
    // The U.S. of S.U.S.: initials that go on to the left.
    if (char === '.' && isSingleLetter(text, start) && classAt(text, last - 1) === LETTER)
      return false;
    if (ADDRESS_JOINT.test(char) && isInAddress(text, start, start)) return false;
  }
  return true;
}

/** True when a match may end at `end`, behind a token of class `cls`. */
export function endsAtBoundary(text: string, end: number, cls: number): boolean {
  if (text.charCodeAt(end) === PLAIN_SPACE) return true;
  const next = skipForward(text, end);
  if (next >= text.length) return true;
  const following = classAt(text, next);
  if (cls === KATAKANA) return following !== KATAKANA && following !== KEPT_MARK;
  if (cls === MARK) return following !== LETTER && following !== DIGIT && following !== KEPT_MARK;
  if (cls !== LETTER && cls !== DIGIT) return following !== KEPT_MARK;
  if (following === LETTER || following === DIGIT || following === KEPT_MARK) return false;
  const char = text.charAt(next);
  // "COP 28.000", "$7,500": the number goes on.
  if (cls === DIGIT && (char === '.' || char === ',') && classAt(text, next + 1) === DIGIT)
    return false;
  // US$, HK$: a currency, not the country.
  if (isCurrency(char)) return false;
  if (foldedText(text, next, next + 1) === "'") {
    const rest = skipForward(text, next + 1);
    if (classAt(text, rest) !== LETTER) return true;
    const ending = text.slice(rest, rest + 'ers'.length + 1);
    return (isAscii(ending) ? AFTER_APOSTROPHE_ASCII : AFTER_APOSTROPHE).test(ending);
  }
  // The U.S of U.S.S.R.: initials that go on to the right.
  if (
    char === '.' &&
    isSingleLetter(text, charBefore(text, end)) &&
    isSingleLetter(text, next + 1)
  ) {
    return false;
  }
  return !(
    ADDRESS_JOINT.test(char) &&
    isWordLike(classAt(text, next + 1)) &&
    isInAddress(text, end, end)
  );
}

/** Marks that belong to the character before them although matching does not see them. */
const EXTENDS = /^(?:\p{Grapheme_Extend}|\u200d|\p{Emoji_Modifier})$/u;

/**
 * `end` moved behind accents, joiners and selectors that belong to the last character, so that no
 * grapheme is split (Unicode Standard Annex 29, GB9).
 */
export function graphemeEnd(text: string, end: number): number {
  let i = end;
  while (i < text.length) {
    const length = lengthAt(text, i);
    const unit = text.charCodeAt(i);
    // Nothing below U+0300 extends, nor what stands around words in prose.
    if (unit < 0x300 || isTypographic(unit)) return i;
    if (!EXTENDS.test(text.slice(i, i + length))) return i;
    i += length;
  }
  return i;
}
