/**
 * Short keys by which a page asks what large packs know of its words, without sending its text and
 * without holding the packs: a word's hash, and the hash of a word with the one that follows it.
 *
 * As a page's words are read, a filter is asked for those that begin a phrase of any added
 * pack; only where a word passes are its keys noted (detection/reached-words.ts). See docs/decisions/added-packs.md.
 */
import { hashOf, phraseTokens, spread } from '../text/tokens.ts';
import { bytesOf } from './base64.ts';
import { wordShape } from './compile-shape.ts';
import { CASE_ANY, SHAPE_PLAIN } from './gazetteer-data.ts';
import { buildFilter, firstRuns, NO_SECOND, placeOf, shiftOf } from './word-filter.ts';

/** In place of the second word's hash: the phrase has no second word. */
export const NO_TOKEN = 0;

/** Key of a phrase that begins with these two words, or is the first alone; an unsigned 32-bit number. */
export function phraseKey(first: number, second: number): number {
  const mixed = spread(first ^ spread(second));
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * Added to a first run's key, whose lowest bits say nothing: the phrase is not meant where the run is
 * written small, as a town called Of.
 */
const NEEDS_CAPITAL = 1;

/** What a phrase is found by: its key, and the runs that it may begin with; see `firstRuns`. */
export interface PhraseHash {
  readonly key: number;
  readonly firsts: readonly number[];
}

/**
 * @param caseMode as in gazetteer-data.ts
 * @returns null for what no text can contain; see `phraseTokens`.
 */
export function hashPhrase(text: string, caseMode: number): PhraseHash | null {
  const tokens = phraseTokens(text) ?? [];
  const [first, second] = tokens;
  if (!first) return null;
  // As `capitalsFit` asks: only a word that is written small fits one that is small in the page.
  const isSmall = caseMode === CASE_ANY || wordShape(text, first.start, first.end) === SHAPE_PLAIN;
  const firsts = firstRuns(tokens).map((run) => (isSmall ? run : run + NEEDS_CAPITAL));
  return { key: phraseKey(first.hash, second?.hash ?? NO_TOKEN), firsts };
}

/** Hash of a text as it stands, an unsigned 32-bit number: for looking up ids. */
export function hashText(text: string): number {
  return hashOf(text) >>> 0;
}

/**
 * Numbers of the largest of the two filters, 32 kB: what a page reads from storage before it knows whether it
 * needs anything. With more words than it is made for more pass, and the page asks for more in vain.
 */
const LARGEST_FILTER = 2 ** 13;

/**
 * Words that begin a phrase: two filters, so that words written small, which are most of a page, are
 * asked of few names.
 */
export interface WordFilter {
  /** Words that may be written small. */
  readonly small: Uint32Array;
  readonly smallShift: number;
  /** Words that begin a phrase only where they have some capital. */
  readonly capital: Uint32Array;
  readonly capitalShift: number;
}

/** The filter, from the keys of first runs (`PhraseHash.firsts`), as it lies in storage. */
export function buildWordFilter(firsts: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const small = new Set<number>();
  const capital = new Set<number>();
  for (const list of firsts) {
    for (const run of list) {
      (run & NEEDS_CAPITAL ? capital : small).add(placeOf(run, NO_SECOND));
    }
  }
  const ofSmall = buildFilter(small, LARGEST_FILTER);
  return Uint32Array.from([ofSmall.length, ...ofSmall, ...buildFilter(capital, LARGEST_FILTER)]);
}

/** The filter of `buildWordFilter`. */
export function readWordFilter(numbers: Uint32Array): WordFilter {
  const length = numbers[0] ?? 0;
  const small = numbers.subarray(1, 1 + length);
  const capital = numbers.subarray(1 + length);
  return { small, smallShift: shiftOf(small), capital, capitalShift: shiftOf(capital) };
}

/** btoa takes one argument of limited length; this many bytes at a time go through. */
const CHUNK = 0x8000;

/** Numbers as base64, to travel in a message or stand in storage. */
export function toBase64(numbers: Uint32Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    // Spread out, each byte would pass through an iterator: most of what a page's question costs.
    binary += String.fromCharCode.apply(null, bytes.subarray(i, i + CHUNK) as never);
  }
  return btoa(binary);
}

/** The numbers of `toBase64`. @throws DOMException or SyntaxError for what is no base64. */
export function fromBase64(text: string): Uint32Array<ArrayBuffer> {
  const { buffer, length } = bytesOf(text);
  return new Uint32Array(buffer, 0, Math.floor(length / Uint32Array.BYTES_PER_ELEMENT));
}
