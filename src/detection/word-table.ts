/**
 * The words of a gazetteer, where they lie: in the order of their hashes, each word a string of byte
 * codes (see packs/compile-words.ts). A word is its number.
 */
import { numberAt, type PackedNumbers } from '../packs/packed-numbers.ts';
import { CODE_END, CODE_ESCAPE, END_UNIT } from '../packs/word-codes.ts';
import { type FoldedToken, spread } from '../text/tokens.ts';

export interface WordTable {
  readonly codes: Uint8Array;
  /** What each code stands for. */
  readonly texts: readonly string[];
  /** 1 for the codes that end a word. */
  readonly isEnd: Uint8Array;
  readonly bucketStarts: PackedNumbers;
  readonly bucketWords: PackedNumbers;
  readonly bucketShift: number;
}

/** What each code of a table stands for. */
export function codeTexts(units: string, pairs: Uint8Array): string[] {
  const texts = [END_UNIT, '', ...units.split('')];
  for (let i = 0; i < pairs.length; i += 2) {
    texts.push((texts[pairs[i] ?? 0] ?? '') + (texts[pairs[i + 1] ?? 0] ?? ''));
  }
  return texts;
}

/** Which of the codes end a word. */
export const endCodes = (texts: readonly string[]): Uint8Array =>
  Uint8Array.from(texts, (text) => (text.endsWith(END_UNIT) ? 1 : 0));

/** True when the word at `at` of the codes is the token. */
function isWord({ codes, texts }: WordTable, at: number, { units, length }: FoldedToken): boolean {
  let read = 0;
  for (let i = at; ; i++) {
    const code = codes[i] ?? CODE_END;
    if (code === CODE_ESCAPE) {
      const unit = (codes[i + 1] ?? 0) | ((codes[i + 2] ?? 0) << 8);
      i += 2;
      if (read >= length || units[read++] !== unit) return false;
      continue;
    }
    const text = texts[code] ?? END_UNIT;
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k);
      if (unit === 0) return read === length;
      if (read >= length || units[read++] !== unit) return false;
    }
  }
}

/** Where the word behind the one at `at` begins. */
function nextWord({ codes, isEnd }: WordTable, at: number): number {
  let i = at;
  for (let code = codes[i++] ?? CODE_END; isEnd[code] === 0; code = codes[i++] ?? CODE_END) {
    if (code === CODE_ESCAPE) i += 2;
  }
  return i;
}

/** Number of a word of the gazetteer, whose hash is given; -1 where it is none. */
export function findWord(table: WordTable, token: FoldedToken, hash: number): number {
  const { bucketStarts, bucketWords, bucketShift } = table;
  const bucket = spread(hash) >>> bucketShift;
  const end = numberAt(bucketWords, bucket + 1);
  let word = numberAt(bucketWords, bucket);
  if (word === end) return -1;
  for (let at = numberAt(bucketStarts, bucket); ; at = nextWord(table, at)) {
    if (isWord(table, at, token)) return word;
    if (++word === end) return -1;
  }
}
