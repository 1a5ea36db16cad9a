/**
 * What each UTF-16 code unit means to matching: its class, and the unit that it counts as once case,
 * width, accents and ligatures no longer matter.
 *
 * The table starts empty and learns a unit when it is first met, since a page uses 100 to 2,000
 * different ones. Its class is looked up in class-table.ts, where a script has put what Unicode says of
 * it: asking the browser's regular expressions costs milliseconds before the first word is read. What
 * it folds to is asked of the browser. See docs/decisions/matching.md.
 */
import { tabledClass } from './class-table.ts';

/** Ends every phrase: sentence marks, symbols, emoji, brackets, em dashes. */
export const OTHER = 1;
/** Letters of scripts with spaces between words, and `_`. */
export const LETTER = 2;
export const DIGIT = 3;
/** Signs of scripts without spaces between words, each a token of its own: Han, hiragana, Thai ... */
export const SIGN = 4;
/** Katakana: signs too, but a word of katakana does not end in the middle of a run of them. */
export const KATAKANA = 5;
export const SPACE = 6;
/** Hyphens and the en dash, which join words when they touch both. */
export const HYPHEN = 7;
/** `. , ' / & ·`: part of a phrase only where the alias has it too. */
export const MARK = 8;
/** Not there at all: soft hyphen, zero-width and bidi controls, accents. */
export const SKIP = 9;
/** First half of a surrogate pair; look at the whole code point. */
export const SURROGATE = 10;
/** A mark that changes what it is attached to (kana voicing, vowel signs) and cannot be dropped. */
export const KEPT_MARK = 11;

/**
 * An entry is `class << CLASS_SHIFT | folded unit`; 0 is an entry not yet learnt. Read it with
 * `classOf` and `UNIT_MASK`.
 */
export const CLASS_SHIFT = 16;
export const UNIT_MASK = 0xffff;
/** Folded units from here on stand for several: an index into `expansions` (private use area). */
const FIRST_EXPANSION = 0xe000;
const LAST_EXPANSION = 0xf8ff;

const expansions: string[] = [];
const expansionIndex = new Map<string, number>();

/** Letters that NFKD leaves whole although readers treat them as spelling variants. */
const EXTRA_FOLDS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  // Turkish: dotless and dotted i count as one letter, so that neither capitalisation is missed.
  ı: 'i',
  ς: 'σ',
};

const MARK_FOLDS: Readonly<Record<string, string>> = {
  '.': '.',
  ',': ',',
  '/': '/',
  '&': '&',
  "'": "'",
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '′': "'",
  // Middle dots, and the double hyphen that Japanese also sets between the parts of a foreign name.
  '·': '·',
  '•': '·',
  '‧': '·',
  '∙': '·',
  '・': '·',
  '･': '·',
  '゠': '·',
};

/** The blocks of accents: what NFKD splits off a letter and readers leave out. First and last of each. */
const ACCENTS = [
  0x0300, 0x036f, 0x0591, 0x05bd, 0x05bf, 0x05bf, 0x05c1, 0x05c2, 0x05c4, 0x05c5, 0x064b, 0x065f,
  0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0xfe20, 0xfe2f,
] as const;

/** True for accents and for Arabic and Hebrew pointing. */
export function isAccent(point: number): boolean {
  if (point < ACCENTS[0]) return false;
  for (let i = 0; i < ACCENTS.length; i += 2) {
    if (point >= (ACCENTS[i] ?? 0) && point <= (ACCENTS[i + 1] ?? 0)) return true;
  }
  return false;
}

/** What a mark counts as; undefined for what is no mark. */
export const markFold = (char: string): string | undefined =>
  MARK_FOLDS[char] ?? MARK_FOLDS[char.normalize('NFKC')];

function withoutAccents(text: string): string {
  let bare = '';
  for (const char of text.normalize('NFKD')) if (!isAccent(char.codePointAt(0) ?? 0)) bare += char;
  return bare;
}

/** One character with its accents gone, in lower case, in plain width. */
function foldLetter(char: string): string {
  let folded = '';
  for (const part of withoutAccents(char).toLowerCase()) folded += EXTRA_FOLDS[part] ?? part;
  // Lower-casing can bring new accents: İ becomes i and a dot above.
  return withoutAccents(folded);
}

function unitFor(folded: string): number {
  const unit = folded.charCodeAt(0);
  if (folded.length === 1 && (unit < FIRST_EXPANSION || unit > LAST_EXPANSION)) return unit;
  let index = expansionIndex.get(folded);
  if (index === undefined) {
    index = expansions.length;
    // As many different ligatures as there is room for do not exist; what would not fit stays apart.
    if (FIRST_EXPANSION + index > LAST_EXPANSION) return unit;
    expansions.push(folded);
    expansionIndex.set(folded, index);
  }
  return FIRST_EXPANSION + index;
}

/** Class of an entry. */
export const classOf = (found: number): number => found >>> CLASS_SHIFT;

const FIRST_HANGUL = '\uac00';
const LAST_HANGUL = '\ud7a3';

/** What a character of a class counts as. */
function foldOf(char: string, cls: number): string {
  switch (cls) {
    case MARK:
      return markFold(char) ?? char;
    case HYPHEN:
      return '-';
    case SPACE:
      return ' ';
    case LETTER:
    case DIGIT:
      return foldLetter(char);
    case KEPT_MARK:
      return char === 'ﾞ' ? '\u3099' : char === 'ﾟ' ? '\u309a' : char;
    case SIGN:
    case KATAKANA: {
      const wide = char.normalize('NFKC');
      // Hangul stays whole: it has tens of thousands of syllables, and no width to fold.
      if (wide >= FIRST_HANGUL && wide <= LAST_HANGUL) return wide;
      // Decomposed, so that ｶﾞ, カ with a voicing mark and ガ are one thing, and カ another.
      return wide.normalize('NFD');
    }
    default:
      return char;
  }
}

/** What European languages are written with besides letters and digits of ASCII. */
const USUAL: readonly (readonly [number, string])[] = [
  [SPACE, ' \n\t\r\u00a0'],
  [HYPHEN, '-–'],
  [MARK, ".,/&'’‘·"],
  [OTHER, ';:!?"()[]“”„«»—…%€£+=@#*<>|{}\ufffc'],
];

/** Class of a code point: for what most pages are made of without a look at the table, which takes reading. */
function classFor(point: number): number {
  if (point >= 0xc0 && point <= 0x17f) return point === 0xd7 || point === 0xf7 ? OTHER : LETTER;
  const char = String.fromCodePoint(point);
  for (const [cls, chars] of USUAL) if (chars.includes(char)) return cls;
  return tabledClass(point);
}

/** Entry of a code point. */
function classify(point: number): number {
  const cls = classFor(point);
  return (cls << CLASS_SHIFT) | unitFor(foldOf(String.fromCodePoint(point), cls));
}

/** In `wordUnits`: ends a word and begins none. */
export const WORD_END = 0;
/** In `wordUnits`: the one loop that reads pages cannot tell; see `findForms`. */
export const SLOW_UNIT = 0x8000;
const WORD_ENDS = (1 << OTHER) | (1 << SPACE) | (1 << HYPHEN) | (1 << MARK);

const UNITS = 0x10000;
const table = new Uint32Array(UNITS);
const words = new Uint16Array(UNITS).fill(SLOW_UNIT);
const astral = new Map<number, number>();

/**
 * The table itself, for what reads many units: entry of a code unit, or 0 where `learnUnit` has to be
 * asked. Never write to it.
 */
export const unitTable: Readonly<Uint32Array> = table;

/**
 * What the one loop that reads pages looks each unit up in: the folded unit of letters and digits,
 * WORD_END for what parts words, SLOW_UNIT for all else, and for what is not yet learnt.
 */
export const wordUnits: Readonly<Uint16Array> = words;

/** Of the word units only digits are not above this, so that one comparison tells them from letters. */
export const LAST_DIGIT_UNIT = 0x39;

function wordUnitOf(learnt: number): number {
  const cls = classOf(learnt);
  const unit = learnt & UNIT_MASK;
  if (((1 << cls) & WORD_ENDS) !== 0) return WORD_END;
  const isPlain =
    (cls === LETTER && unit < SLOW_UNIT) || (cls === DIGIT && unit <= LAST_DIGIT_UNIT);
  return isPlain ? unit : SLOW_UNIT;
}

/** Entry of a code unit; a high surrogate's class is SURROGATE, see `learnCodePoint`. */
export function learnUnit(unit: number): number {
  const known = table[unit] ?? 0;
  if (known !== 0) return known;
  let learnt: number;
  if (unit >= 0xd800 && unit <= 0xdbff) learnt = SURROGATE << CLASS_SHIFT;
  else if (unit >= 0xdc00 && unit <= 0xdfff) learnt = OTHER << CLASS_SHIFT;
  // Most Han by far: it folds to itself.
  else if (unit >= 0x4e00 && unit <= 0x9fff) learnt = (SIGN << CLASS_SHIFT) | unit;
  else learnt = classify(unit);
  table[unit] = learnt;
  words[unit] = wordUnitOf(learnt);
  return learnt;
}

/** Letters and digits of ASCII are known from the start: a page needs them all at once. */
for (let unit = 0x30; unit <= 0x7a; unit++) {
  const small = unit | 0x20;
  const isLetter = small >= 0x61 && small <= 0x7a;
  if (!isLetter && unit > LAST_DIGIT_UNIT) continue;
  table[unit] = isLetter ? (LETTER << CLASS_SHIFT) | small : (DIGIT << CLASS_SHIFT) | unit;
  words[unit] = isLetter ? small : unit;
}

/** Entry of a code point above U+FFFF: fancy letters of social media, rare ideographs, emoji. */
export function learnCodePoint(point: number): number {
  let known = astral.get(point);
  if (known === undefined) {
    known = classify(point);
    astral.set(point, known);
  }
  return known;
}

/** The units that a folded unit stands for, or '' where it stands for itself. */
export function expansionOf(unit: number): string {
  return unit >= FIRST_EXPANSION && unit <= LAST_EXPANSION
    ? (expansions[unit - FIRST_EXPANSION] ?? '')
    : '';
}
