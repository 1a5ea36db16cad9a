/**
 * The words of a gazetteer as bytes: byte pair encoding (Gage, A new algorithm for data compression,
 * 1994). A byte stands for a unit or for two other bytes, so that a word can be compared with a text
 * from its first byte on, without being unpacked; see detection/word-table.ts, which reads them.
 */
import { hashOf, spread } from '../text/tokens.ts';
import { type PackedNumbers, packNumbers } from './packed-numbers.ts';
import { bucketShift, bucketsFor, CODE_END, CODE_ESCAPE, FIRST_CODE } from './word-codes.ts';

const CODES = 0x100;
/** Rarer units are escaped: their codes are worth more as pairs. */
const MOST_UNITS = 64;
/** A pair met less often saves nothing. */
const FEWEST_PAIRS = 4;
/** Pairs are looked for in this many bytes of words at most: more would find the same ones. */
const SAMPLE = 60_000;

/** Order of words: by their hash, since a text's word is looked up by it. */
export const wordOrder = (word: string): number => spread(hashOf(word)) >>> 0;

export interface CompiledWords {
  /** The units that have a code, in the order of their codes. */
  readonly units: string;
  /** Left and right code of each pair. */
  readonly pairs: Uint8Array;
  readonly codes: Uint8Array;
  /** Of each bucket: where its words begin in `codes`, and the number of its first word. One more than buckets. */
  readonly bucketStarts: PackedNumbers;
  readonly bucketWords: PackedNumbers;
}

function count<T>(counts: Map<T, number>, thing: T): void {
  counts.set(thing, (counts.get(thing) ?? 0) + 1);
}

/** Codes of a word as units, before pairs, and its end. */
function unitCodes(word: string, units: ReadonlyMap<string, number>): number[] {
  const codes: number[] = [];
  for (let i = 0; i < word.length; i++) {
    const code = units.get(word.charAt(i));
    if (code !== undefined) codes.push(code);
    else codes.push(CODE_ESCAPE, word.charCodeAt(i) & 0xff, word.charCodeAt(i) >>> 8);
  }
  codes.push(CODE_END);
  return codes;
}

/** Puts a pair's code wherever the pair stands; what an escape holds is left alone. */
function replacePair(
  codes: readonly number[],
  left: number,
  right: number,
  code: number,
): number[] {
  const replaced: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const own = codes[i] ?? 0;
    if (own === CODE_ESCAPE) replaced.push(own, codes[++i] ?? 0, codes[++i] ?? 0);
    else if (own === left && codes[i + 1] === right) {
      replaced.push(code);
      i++;
    } else replaced.push(own);
  }
  return replaced;
}

/** The pair that stands most often in the words; null where none is worth a code. */
function bestPair(words: readonly (readonly number[])[]): [number, number] | null {
  const counts = new Map<number, number>();
  for (const codes of words) {
    for (let i = 0; i + 1 < codes.length; i++) {
      const left = codes[i] ?? 0;
      if (left === CODE_ESCAPE) i += 2;
      else if (codes[i + 1] !== CODE_ESCAPE) count(counts, left * CODES + (codes[i + 1] ?? 0));
    }
  }
  let best = -1;
  let most = FEWEST_PAIRS - 1;
  for (const [pair, times] of counts) {
    if (times > most) [best, most] = [pair, times];
  }
  return best === -1 ? null : [Math.floor(best / CODES), best % CODES];
}

/** The units that are worth a code, the most frequent first. */
function frequentUnits(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (let i = 0; i < word.length; i++) count(counts, word.charAt(i));
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_UNITS)
    .map(([unit]) => unit);
}

/** The pairs that get the codes which the units leave, as they are found in a sample of the words. */
function frequentPairs(
  words: readonly string[],
  codeOf: ReadonlyMap<string, number>,
): [number, number][] {
  const step = Math.max(1, Math.ceil(words.reduce((sum, { length }) => sum + length, 0) / SAMPLE));
  let sample: number[][] = [];
  for (let i = 0; i < words.length; i += step) sample.push(unitCodes(words[i] ?? '', codeOf));
  const pairs: [number, number][] = [];
  for (let code = FIRST_CODE + codeOf.size; code < CODES; code++) {
    const pair = bestPair(sample);
    if (!pair) break;
    sample = sample.map((codes) => replacePair(codes, pair[0], pair[1], code));
    pairs.push(pair);
  }
  return pairs;
}

/**
 * Encodes words.
 * @param words in the order of `wordOrder`.
 */
export function compileWords(words: readonly string[]): CompiledWords {
  const units = frequentUnits(words);
  const codeOf = new Map(units.map((unit, i) => [unit, FIRST_CODE + i]));
  const pairs = frequentPairs(words, codeOf);
  const encode = wordEncoder(codeOf, pairs);
  const bytes: number[] = [];
  const buckets = bucketsFor(words.length);
  const shift = bucketShift(buckets);
  const bucketStarts: number[] = [];
  const bucketWords: number[] = [];
  const openUpTo = (bucket: number, word: number): void => {
    while (bucketStarts.length <= bucket) {
      bucketStarts.push(bytes.length);
      bucketWords.push(word);
    }
  };
  words.forEach((word, i) => {
    openUpTo(wordOrder(word) >>> shift, i);
    bytes.push(...encode(word));
  });
  openUpTo(buckets, words.length);
  return {
    units: units.join(''),
    pairs: Uint8Array.from(pairs.flat()),
    codes: Uint8Array.from(bytes),
    bucketStarts: packNumbers(bucketStarts),
    bucketWords: packNumbers(bucketWords),
  };
}

/** Encodes words with pairs that are settled: the earliest pair first, as they were found. */
function wordEncoder(
  codeOf: ReadonlyMap<string, number>,
  pairs: readonly (readonly [number, number])[],
): (word: string) => number[] {
  const first = FIRST_CODE + codeOf.size;
  const rank = new Map(pairs.map(([left, right], i) => [left * CODES + right, i]));
  return (word) => {
    let codes = unitCodes(word, codeOf);
    for (;;) {
      let best = pairs.length;
      for (let i = 0; i + 1 < codes.length; i++) {
        const left = codes[i] ?? 0;
        if (left === CODE_ESCAPE) i += 2;
        else best = Math.min(best, rank.get(left * CODES + (codes[i + 1] ?? 0)) ?? best);
      }
      const pair = pairs[best];
      if (!pair) return codes;
      codes = replacePair(codes, pair[0], pair[1], first + best);
    }
  };
}
