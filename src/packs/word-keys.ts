/**
 * Short keys by which a page asks what large packs know of its words, without sending its text and
 * without holding the packs: a word's hash, and the hash of a word with the one that follows it.
 *
 * A page goes through its words once more, with a filter of those that begin a phrase of any added
 * pack; only where a word passes are its keys noted (detection/reached-words.ts). See docs/decisions/added-packs.md.
 */
import { hashOf, phraseTokens, spread } from '../text/tokens.ts';
import { bytesOf } from './base64.ts';
import { buildFilter, firstRuns, NO_SECOND, placeOf } from './word-filter.ts';

/** In place of the second word's hash: the phrase has no second word. */
export const NO_TOKEN = 0;

/** Key of a phrase that begins with these two words, or is the first alone; an unsigned 32-bit number. */
export function phraseKey(first: number, second: number): number {
  const mixed = spread(first ^ spread(second));
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** What a phrase is found by: its key, and the runs that it may begin with; see `firstRuns`. */
export interface PhraseHash {
  readonly key: number;
  readonly firsts: readonly number[];
}

/** @returns null for what no text can contain; see `phraseTokens`. */
export function hashPhrase(text: string): PhraseHash | null {
  const tokens = phraseTokens(text) ?? [];
  const [first, second] = tokens;
  if (!first) return null;
  return { key: phraseKey(first.hash, second?.hash ?? NO_TOKEN), firsts: firstRuns(tokens) };
}

/** Hash of a text as it stands, an unsigned 32-bit number: for looking up ids. */
export function hashText(text: string): number {
  return hashOf(text) >>> 0;
}

/**
 * Numbers of the largest filter, 32 kB: what a page reads from storage before it knows whether it needs
 * anything. With more words than it is made for more pass, and the page asks for more in vain.
 */
const LARGEST_FILTER = 2 ** 13;

/** The filter of words that begin a phrase, from the keys of their runs; asked by `findWords`. */
export function buildWordFilter(firsts: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const places = new Set<number>();
  for (const list of firsts) for (const run of list) places.add(placeOf(run, NO_SECOND));
  return buildFilter(places, LARGEST_FILTER);
}

/** btoa takes one argument of limited length; this many bytes at a time go through. */
const CHUNK = 0x8000;

/** Numbers as base64, to travel in a message or stand in storage. */
export function toBase64(numbers: Uint32Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return btoa(binary);
}

/** The numbers of `toBase64`. @throws DOMException or SyntaxError for what is no base64. */
export function fromBase64(text: string): Uint32Array<ArrayBuffer> {
  const { buffer, length } = bytesOf(text);
  return new Uint32Array(buffer, 0, Math.floor(length / Uint32Array.BYTES_PER_ELEMENT));
}
