/**
 * Short keys by which a page asks what large packs know of its words, without sending its text and
 * without holding the packs: a word's hash, and the hash of a word with the one that follows it.
 *
 * A page goes through its text once more, with a bitset of the words that begin a phrase of any
 * added pack; only where a word passes are its keys noted. See docs/decisions/added-packs.md.
 */
import { WORD_END, wordUnits } from '../text/fold.ts';
import {
  hashOf,
  lengthAt,
  newToken,
  nextInPhrase,
  phraseTokens,
  readToken,
  spread,
} from '../text/tokens.ts';
import { bytesOf } from './base64.ts';

/** In place of the second word's hash: the phrase has no second word. */
const NO_SECOND = 0;
/** Bits of one number of the filter. */
const WORD_BITS = 32;

/** Key of a phrase that begins with these two words, or is the first alone; an unsigned 32-bit number. */
function phraseKey(first: number, second: number): number {
  const mixed = spread(first ^ spread(second));
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** What a phrase is found by: its key, and the hash of its first word. */
export interface PhraseHash {
  readonly key: number;
  readonly first: number;
}

/** @returns null for what no text can contain; see `phraseTokens`. */
export function hashPhrase(text: string): PhraseHash | null {
  const [first, second] = phraseTokens(text) ?? [];
  if (!first) return null;
  return { key: phraseKey(first.hash, second?.hash ?? NO_SECOND), first: first.hash >>> 0 };
}

/** Hash of a text as it stands, an unsigned 32-bit number: for looking up ids. */
export function hashText(text: string): number {
  return hashOf(text) >>> 0;
}

/** Filters are powers of two in size, so that a hash needs no division. */
const SMALLEST_FILTER_BITS = 64;
/** At 8 bits a word one word in eight passes that begins no phrase: it costs four bytes of a message. */
const BITS_PER_WORD = 8;
/**
 * The largest filter, 32 kB: what a page reads from storage before it knows whether it needs
 * anything. With more words than it is made for more pass, and the page asks for more in vain.
 */
const LARGEST_FILTER_BITS = 2 ** 18;

function bitOf(hash: number, mask: number): number {
  const mixed = spread(hash);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The bitset of words that begin a phrase, from the hashes of these words. */
export function buildWordFilter(firsts: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const words = firsts.reduce((sum, { length }) => sum + length, 0);
  let size = SMALLEST_FILTER_BITS;
  while (size < words * BITS_PER_WORD && size < LARGEST_FILTER_BITS) size *= 2;
  const filter = new Uint32Array(size / WORD_BITS);
  for (const list of firsts) {
    for (const hash of list) {
      const bit = bitOf(hash, size - 1);
      filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & (WORD_BITS - 1)));
    }
  }
  return filter;
}

const passes = (filter: Uint32Array, hash: number): boolean => {
  const bit = bitOf(hash, filter.length * WORD_BITS - 1);
  return (((filter[bit >>> 5] ?? 0) >>> (bit & (WORD_BITS - 1))) & 1) !== 0;
};

/** Reused by every text: collecting is synchronous and never nests. */
const token = newToken();

/**
 * Adds the keys of every word of a text that may begin a phrase.
 * @returns true where there was such a word, known before or not.
 */
export function collectKeys(text: string, filter: Uint32Array, keys: Set<number>): boolean {
  let any = false;
  let i = 0;
  while (i < text.length) {
    // What parts words begins none, whatever marks may be tokens.
    if (wordUnits[text.charCodeAt(i)] === WORD_END || !readToken(text, i, token)) {
      i += lengthAt(text, i);
      continue;
    }
    i = token.end;
    const { hash } = token;
    if (!passes(filter, hash)) continue;
    any = true;
    keys.add(phraseKey(hash, NO_SECOND));
    const next = nextInPhrase(text, i);
    if (next !== -1 && readToken(text, next, token)) keys.add(phraseKey(hash, token.hash));
  }
  return any;
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
