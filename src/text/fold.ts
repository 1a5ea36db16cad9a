/**
 * What each UTF-16 code unit means to matching: its class, and the unit that it counts as once case,
 * width, accents and ligatures no longer matter.
 *
 * The table starts empty and learns a unit when it is first met (about 0.4 µs each), since a page uses
 * 100 to 2,000 different ones. Filling all 65,536 costs about 20 ms before the first text is read, and
 * a table made beforehand would have to be shipped and kept in step with Unicode; see
 * docs/decisions/matching.md.
 */

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

/** Hyphens, the figure and en dashes, the minus sign; not the em dash, which parts clauses. */
const HYPHENS = /^[-‐‑‒–−﹣－]$/u;
/** What NFKD splits off a letter and readers leave out: accents, Arabic and Hebrew pointing. */
const ACCENTS =
  /[\u0300-\u036f]|[\u0591-\u05bd]|\u05bf|\u05c1|\u05c2|\u05c4|\u05c5|[\u064b-\u065f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu;
/** Soft hyphen, zero-width characters, bidi controls, word joiner, variation selectors. */
const INVISIBLE =
  /^(?:[\u00ad\u061c\u115f\u1160]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u206f]|[\ufe00-\ufe0f]|\ufeff|[\u{1f3fb}-\u{1f3ff}]|[\u{e0001}-\u{e007f}]|[\u{e0100}-\u{e01ef}])$/u;
/** Signs that Unicode joins to what follows them (GB9b): letters here, so that nothing starts after one. */
const PREPENDED = /^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]$/u;
/** Title brackets and the dollar sign are tokens of their own, since aliases begin with them. */
const SINGLE_SIGN = /^[《》〈〉『』「」$]$/u;
const KATAKANA_SIGN = /^[\p{Script=Katakana}ー]$/u;
const UNSPACED_SIGN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\uac00-\ud7a3々〆〇]$/u;

/** One character with its accents gone, in lower case, in plain width. */
function foldLetter(char: string): string {
  let folded = '';
  for (const part of char.normalize('NFKD').replace(ACCENTS, '').toLowerCase()) {
    folded += EXTRA_FOLDS[part] ?? part;
  }
  // Lower-casing can bring new accents: İ becomes i and a dot above.
  return folded.normalize('NFKD').replace(ACCENTS, '');
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

/**
 * Set beside the class where the folded unit stands for several, so that the page's one loop sees in
 * one comparison whether a unit is a plain letter.
 */
const SEVERAL = 0x10;
const CLASS_MASK = 0xf;

/** Class of an entry. */
export const classOf = (found: number): number => (found >>> CLASS_SHIFT) & CLASS_MASK;

function entry(cls: number, folded: string): number {
  const unit = unitFor(folded);
  const several = unit >= FIRST_EXPANSION && unit <= LAST_EXPANSION ? SEVERAL : 0;
  return ((cls | several) << CLASS_SHIFT) | unit;
}

/** Class and folded unit of one character (a whole code point). */
function classify(char: string): number {
  const mark = MARK_FOLDS[char] ?? MARK_FOLDS[char.normalize('NFKC')];
  if (mark !== undefined) return entry(MARK, mark);
  if (HYPHENS.test(char)) return entry(HYPHEN, '-');
  if (INVISIBLE.test(char)) return entry(SKIP, char);
  if (/^\p{White_Space}$/u.test(char)) return entry(SPACE, ' ');
  // Vowel signs that Unicode counts as letters, and Korean vowels and finals of decomposed syllables.
  if (/^[\u0e33\u0eb3\u1161-\u11ff\ud7b0-\ud7fb]$/u.test(char)) return entry(KEPT_MARK, char);
  if (/^\p{M}$/u.test(char)) {
    return char.replace(ACCENTS, '') === '' ? entry(SKIP, char) : entry(KEPT_MARK, char);
  }
  // Half-width voicing marks are letters to Unicode; they belong to the kana before them.
  if (char === 'ﾞ') return entry(KEPT_MARK, '\u3099');
  if (char === 'ﾟ') return entry(KEPT_MARK, '\u309a');
  const wide = char.normalize('NFKC');
  if (SINGLE_SIGN.test(wide)) return entry(SIGN, wide);
  // Decomposed, so that ｶﾞ, カ with a voicing mark and ガ are one thing, and カ another.
  if (KATAKANA_SIGN.test(wide)) return entry(KATAKANA, wide.normalize('NFD'));
  if (UNSPACED_SIGN.test(wide)) {
    // Hangul stays whole: it has tens of thousands of syllables, and no width to fold.
    return entry(SIGN, /^[\uac00-\ud7a3]$/u.test(wide) ? wide : wide.normalize('NFD'));
  }
  const folded = foldLetter(char);
  if (/^[0-9]$/.test(folded)) return entry(DIGIT, folded);
  if (/^\p{Nd}$/u.test(char)) return entry(DIGIT, folded);
  if (char === '_' || PREPENDED.test(char)) return entry(LETTER, char);
  if (/^\p{L}$/u.test(char) && folded !== '') return entry(LETTER, folded);
  return entry(OTHER, char);
}

const table = new Uint32Array(0x10000);
const letters = new Uint16Array(0x10000);
const astral = new Map<number, number>();

/**
 * The table itself, for the one loop that reads every unit of a page: entry of a code unit, or 0
 * where `learnUnit` has to be asked. Never write to it.
 */
export const unitTable: Readonly<Uint32Array> = table;

/**
 * Folded unit of plain letters that are already learnt (of class LETTER, standing for one unit), 0 for
 * all else: the page's one loop reads nothing but this inside a word.
 */
export const plainLetters: Readonly<Uint16Array> = letters;

/** Entry of a code unit; a lone surrogate's class is SURROGATE, see `learnCodePoint`. */
export function learnUnit(unit: number): number {
  const known = table[unit] ?? 0;
  if (known !== 0) return known;
  let learnt: number;
  if (unit >= 0xd800 && unit <= 0xdbff) learnt = (SURROGATE << CLASS_SHIFT) | 0;
  else if (unit >= 0xdc00 && unit <= 0xdfff) learnt = OTHER << CLASS_SHIFT;
  // Most Han by far: it folds to itself, and asking Unicode a thousand times costs.
  else if (unit >= 0x4e00 && unit <= 0x9fff) learnt = (SIGN << CLASS_SHIFT) | unit;
  else learnt = classify(String.fromCharCode(unit));
  table[unit] = learnt;
  if (learnt >>> CLASS_SHIFT === LETTER) letters[unit] = learnt & UNIT_MASK;
  return learnt;
}

/** Entry of a code point above U+FFFF: fancy letters of social media, rare ideographs, emoji. */
export function learnCodePoint(point: number): number {
  let known = astral.get(point);
  if (known === undefined) {
    known = classify(String.fromCodePoint(point));
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
