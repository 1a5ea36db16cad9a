/**
 * Reads a text token by token: a run of letters, a run of digits, one sign of a script without
 * spaces, or one mark (`. , ' / & ·`). Aliases and pages are read by the same code, so that a page's
 * words match exactly where their tokens do: COP26, COP-26 and COP 26 are all `cop` `26`.
 */
import {
  CLASS_SHIFT,
  classOf,
  DIGIT,
  expansionOf,
  HYPHEN,
  KATAKANA,
  KEPT_MARK,
  LAST_DIGIT_UNIT,
  LETTER,
  learnCodePoint,
  learnUnit,
  MARK,
  OTHER,
  SIGN,
  SKIP,
  SLOW_UNIT,
  SPACE,
  SURROGATE,
  UNIT_MASK,
  unitTable,
  WORD_END,
  wordUnits,
} from './fold.ts';

/** Hash of no units. */
export const HASH_START = 0;
/**
 * One step of the hash over folded units: turn and xor (Knuth, TAOCP 3, 6.4), the fewest operations
 * that tell words apart. The turn is by 5 bits, which a small Latin letter fills, so that words of up
 * to six of them all differ. The bits are not evenly spread; see `spread`.
 *
 * Here and in what else runs for each unit or word of a page, numbers stand where they are used:
 * bundlers make variables of a module's constants, and engines then read them again at each step.
 */
function hashUnit(hash: number, unit: number): number {
  return ((hash << 5) | (hash >>> 27)) ^ unit;
}

/**
 * A hash with its bits mixed, the upper ones best: Fibonacci hashing (Knuth, TAOCP 3, 6.4), by 2^32
 * over the golden ratio.
 */
export function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

/** One step of the hash where a unit may stand for several (ß for ss). */
export function hashFolded(hash: number, unit: number): number {
  const several = expansionOf(unit);
  if (several === '') return hashUnit(hash, unit);
  let result = hash;
  for (let i = 0; i < several.length; i++) result = hashUnit(result, several.charCodeAt(i));
  return result;
}

/** `hashUnit` over units that are already folded. */
export function hashOf(folded: string, start = HASH_START): number {
  let hash = start;
  for (let i = 0; i < folded.length; i++) hash = hashUnit(hash, folded.charCodeAt(i));
  return hash;
}

/** Entry of the character at `at`, with its length in units. */
export function entryAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const entry = unitTable[unit] || learnUnit(unit);
  if (classOf(entry) !== SURROGATE) return entry;
  const point = text.codePointAt(at) ?? unit;
  return point > UNIT_MASK ? learnCodePoint(point) : (OTHER << CLASS_SHIFT) | UNIT_MASK;
}

/** Class of the character at `at`; OTHER beyond either end of the text. */
export function classAt(text: string, at: number): number {
  const known = (unitTable[text.charCodeAt(at)] ?? 0) >>> CLASS_SHIFT;
  if (known !== 0 && known !== SURROGATE) return known;
  return at >= 0 && at < text.length ? classOf(entryAt(text, at)) : OTHER;
}

/** Length in code units of the character at `at`. */
export function lengthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

/** Start of the character that ends before `at`. */
export function charBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  if (at >= 2 && low >= 0xdc00 && low <= 0xdfff) {
    const high = text.charCodeAt(at - 2);
    if (high >= 0xd800 && high <= 0xdbff) return at - 2;
  }
  return at - 1;
}

/** First position from `at` on that is not of class SKIP. */
export function skipForward(text: string, at: number): number {
  let i = at;
  while (i < text.length && classAt(text, i) === SKIP) i += lengthAt(text, i);
  return i;
}

/** Start of the last character before `at` that is not of class SKIP; -1 where there is none. */
export function skipBackward(text: string, at: number): number {
  let i = at;
  while (i > 0) {
    i = charBefore(text, i);
    if (classAt(text, i) !== SKIP) return i;
  }
  return -1;
}

/** A token just read; one object is used for a whole text so that reading allocates nothing. */
export interface Token {
  start: number;
  /** Behind the token's last character; invisible characters after it are left out. */
  end: number;
  /** LETTER, DIGIT, SIGN, KATAKANA or MARK. */
  cls: number;
  /** Hash of its folded units. */
  hash: number;
}

export function newToken(): Token {
  return { start: 0, end: 0, cls: OTHER, hash: HASH_START };
}

/** True for classes whose characters join into one token. */
export const isWordClass = (cls: number): boolean => cls === LETTER || cls === DIGIT;

/** True for characters that are tokens of their own. */
export const isSign = (cls: number): boolean => cls === SIGN || cls === KATAKANA;

/**
 * Reads the token that starts at `at` (which is no SKIP) into `token`.
 * @returns false where no token starts: white space, hyphen or what ends a phrase.
 */
export function readToken(text: string, at: number, token: Token): boolean {
  const length = text.length;
  if (at >= length) return false;
  // Nearly always a run of plain letters or digits.
  const first = wordUnits[text.charCodeAt(at)] ?? SLOW_UNIT;
  if (first === WORD_END) return readMark(text, at, token);
  const isDigit = first <= LAST_DIGIT_UNIT;
  let unit = first;
  let hash = HASH_START;
  let i = at;
  while (unit !== WORD_END && unit !== SLOW_UNIT && unit <= LAST_DIGIT_UNIT === isDigit) {
    hash = hashUnit(hash, unit);
    i++;
    unit = i < length ? (wordUnits[text.charCodeAt(i)] ?? SLOW_UNIT) : WORD_END;
  }
  if (unit === SLOW_UNIT) return readCarefully(text, at, token);
  token.start = at;
  token.end = i;
  token.cls = isDigit ? DIGIT : LETTER;
  token.hash = hash;
  return true;
}

function readMark(text: string, at: number, token: Token): boolean {
  const entry = entryAt(text, at);
  if (classOf(entry) !== MARK) return false;
  token.start = at;
  token.end = at + 1;
  token.cls = MARK;
  token.hash = hashFolded(HASH_START, entry & UNIT_MASK);
  return true;
}

function readCarefully(text: string, at: number, token: Token): boolean {
  let entry = entryAt(text, at);
  const cls = classOf(entry);
  if (!isWordClass(cls) && !isSign(cls) && cls !== MARK) return false;
  let i = at + lengthAt(text, at);
  let hash = hashFolded(HASH_START, entry & UNIT_MASK);
  let end = i;
  while (cls !== MARK && i < text.length) {
    entry = entryAt(text, i);
    const next = classOf(entry);
    if (next !== SKIP) {
      if (next !== KEPT_MARK && (next !== cls || !isWordClass(cls))) break;
      hash = hashFolded(hash, entry & UNIT_MASK);
      end = i + lengthAt(text, i);
    }
    i += lengthAt(text, i);
  }
  token.start = at;
  token.end = end;
  token.cls = cls;
  token.hash = hash;
  return true;
}

const PLAIN_SPACE = 0x20;
/**
 * A longer gap is layout, not a space between two words. A line break in a page's source is one space and
 * the indentation of the next line some tens.
 */
const MAX_SPACES = 64;

/**
 * Position of the token that continues a phrase after `at`, across at most one hyphen that touches
 * both words, or white space with at most one line break.
 * @returns -1 where the phrase ends.
 */
export function nextInPhrase(text: string, at: number): number {
  // Nearly always one plain space and a letter.
  if (text.charCodeAt(at) === PLAIN_SPACE && at + 1 < text.length) {
    const next = unitTable[text.charCodeAt(at + 1)] ?? 0;
    if (next >>> CLASS_SHIFT === LETTER) return at + 1;
  }
  let i = skipForward(text, at);
  let cls = classAt(text, i);
  if (cls === HYPHEN) {
    i = skipForward(text, i + 1);
    cls = classAt(text, i);
    return isWordClass(cls) || isSign(cls) ? i : -1;
  }
  if (cls !== SPACE) return i < text.length ? i : -1;
  let spaces = 0;
  let breaks = 0;
  while (cls === SPACE) {
    if (text.charCodeAt(i) === 0x0a) breaks++;
    if (++spaces > MAX_SPACES || breaks > 1) return -1;
    i = skipForward(text, i + 1);
    cls = classAt(text, i);
  }
  // Of the marks only & stands between spaces: "Smith & Co", but not "Ford , Michigan".
  if (cls === MARK) return text[i] === '&' || text[i] === '＆' ? i : -1;
  return isWordClass(cls) || isSign(cls) ? i : -1;
}

/** Folded units of text[start, end): what tokens are compared by. */
export function foldedText(text: string, start: number, end: number): string {
  let folded = '';
  for (let i = start; i < end; i += lengthAt(text, i)) {
    const entry = entryAt(text, i);
    if (classOf(entry) === SKIP) continue;
    const unit = entry & UNIT_MASK;
    folded += expansionOf(unit) || String.fromCharCode(unit);
  }
  return folded;
}

/** Folded units of one token, to be compared with words. */
export interface FoldedToken {
  units: Uint16Array;
  length: number;
}

/** Longer tokens than this are no words; the buffer grows for them all the same. */
const USUAL_TOKEN = 64;

export function newFoldedToken(): FoldedToken {
  return { units: new Uint16Array(USUAL_TOKEN), length: 0 };
}

/** Writes the folded units of text[start, end) into `folded`. */
export function foldInto(text: string, start: number, end: number, folded: FoldedToken): void {
  folded.length = 0;
  for (let i = start; i < end; ) {
    const unit = wordUnits[text.charCodeAt(i)] ?? SLOW_UNIT;
    if (unit !== WORD_END && unit !== SLOW_UNIT) {
      append(folded, unit);
      i++;
      continue;
    }
    const careful = entryAt(text, i);
    if (classOf(careful) !== SKIP) {
      const several = expansionOf(careful & UNIT_MASK);
      if (several === '') append(folded, careful & UNIT_MASK);
      else for (let k = 0; k < several.length; k++) append(folded, several.charCodeAt(k));
    }
    i += lengthAt(text, i);
  }
}

function append(folded: FoldedToken, unit: number): void {
  if (folded.length === folded.units.length) {
    const longer = new Uint16Array(folded.length * 2);
    longer.set(folded.units);
    folded.units = longer;
  }
  folded.units[folded.length++] = unit;
}

/** One token of a phrase, as compiled: its folded units and where it stands in the phrase. */
export interface PhraseToken {
  readonly folded: string;
  readonly cls: number;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/**
 * The tokens of an alias, cue or decoy.
 * @returns null where the text is no phrase: empty, beginning with a mark, or with something in it that
 * ends phrases.
 */
export function phraseTokens(text: string): PhraseToken[] | null {
  const tokens: PhraseToken[] = [];
  const token = newToken();
  let at = skipForward(text, 0);
  while (at !== -1 && at < text.length) {
    if (!readToken(text, at, token)) return null;
    const { start, end, cls, hash } = token;
    if (tokens.length === 0 && cls === MARK) return null;
    tokens.push({ folded: foldedText(text, start, end), cls, start, end, hash });
    if (skipForward(text, end) >= text.length) return tokens;
    at = nextInPhrase(text, end);
  }
  return null;
}
