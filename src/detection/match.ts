/**
 * The one pass over a text: finds every form (alias, decoy, cue) that stands at word boundaries.
 *
 * The loop hashes each word as it reads it and asks a bitset whether any form begins with such a word;
 * almost none does. Only then the trie is walked, word by word, each compared by its characters. The
 * cost of a text without candidates does not depend on how many forms there are. Design and figures:
 * docs/decisions/matching.md.
 */
import { childSlot, filterBit } from '../packs/gazetteer-data.ts';
import {
  CLASS_SHIFT,
  DIGIT,
  KATAKANA,
  KEPT_MARK,
  LETTER,
  learnUnit,
  SIGN,
  SKIP,
  SURROGATE,
  UNIT_MASK,
  unitTable,
} from '../text/fold.ts';
import {
  entryAt,
  foldsTo,
  HASH_START,
  hashFolded,
  hashUnit,
  lengthAt,
  newToken,
  nextInPhrase,
  readToken,
} from '../text/tokens.ts';
import { endsAtBoundary, graphemeEnd, startsAtBoundary } from './boundary.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Numbers a hit takes in the list of hits: start, end, form. */
export const HIT_SIZE = 3;
/** Folded units from here on may stand for several; below, hashing is one multiplication. */
const FIRST_PRIVATE_USE = 0xe000;

/** Reused by every walk: matching is synchronous and never nests. */
const token = newToken();

/** Child of `parent` (0 the root, n for node n - 1) by the token just read; -1 where there is none. */
function childOf(gazetteer: Gazetteer, text: string, parent: number): number {
  const { slots, parents, nodeWords, words, wordStarts } = gazetteer;
  const mask = slots.length - 1;
  let slot = childSlot(parent, token.hash, mask);
  for (;;) {
    const node = (slots[slot] ?? 0) - 1;
    if (node < 0) return -1;
    if (parents[node] === parent) {
      const word = nodeWords[node] ?? 0;
      const from = wordStarts[word] ?? 0;
      if (foldsTo(text, token.start, token.end, words.slice(from, wordStarts[word + 1])))
        return node;
    }
    slot = (slot + 1) & mask;
  }
}

/** Walks the trie from the word that starts at `start`; pushes every form that ends at a boundary. */
function walk(gazetteer: Gazetteer, text: string, start: number, hits: number[]): void {
  let at = start;
  let parent = 0;
  let checkedStart = false;
  while (at !== -1 && readToken(text, at, token)) {
    const node = childOf(gazetteer, text, parent);
    if (node === -1) return;
    const { end, cls } = token;
    if (node < gazetteer.forms) {
      if (!checkedStart && !startsAtBoundary(text, start)) return;
      checkedStart = true;
      if (endsAtBoundary(text, end, cls)) hits.push(start, graphemeEnd(text, end), node);
    }
    parent = node + 1;
    at = nextInPhrase(text, end);
  }
}

/**
 * Finds all forms in a text, overlapping ones too, in the order in which they start.
 * Appends [start, end, form] of each to `hits`; allocates nothing where there is none.
 */
export function findForms(text: string, gazetteer: Gazetteer, hits: number[]): void {
  const { filter } = gazetteer;
  const mask = filter.length * 32 - 1;
  const length = text.length;
  let i = 0;
  while (i < length) {
    const unit = text.charCodeAt(i);
    let entry = unitTable[unit] || learnUnit(unit);
    let cls = entry >>> CLASS_SHIFT;
    if (cls === SURROGATE) {
      entry = entryAt(text, i);
      cls = entry >>> CLASS_SHIFT;
    }
    if (cls === LETTER || cls === DIGIT) {
      // The first run of a word: letters, or digits. What follows it directly begins no form.
      const start = i;
      const first = cls;
      let hash = HASH_START;
      do {
        if (cls === first || cls === KEPT_MARK) {
          const folded = entry & UNIT_MASK;
          hash = folded < FIRST_PRIVATE_USE ? hashUnit(hash, folded) : hashFolded(hash, folded);
        }
        i += lengthAt(text, i);
        if (i >= length) break;
        const next = text.charCodeAt(i);
        entry = unitTable[next] || learnUnit(next);
        cls = entry >>> CLASS_SHIFT;
        if (cls === SURROGATE) {
          entry = entryAt(text, i);
          cls = entry >>> CLASS_SHIFT;
        }
      } while (cls === first || cls === SKIP || cls === KEPT_MARK);
      const bit = filterBit(hash, mask);
      if (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) walk(gazetteer, text, start, hits);
      while (i < length && (cls === LETTER || cls === DIGIT || cls === SKIP || cls === KEPT_MARK)) {
        i += lengthAt(text, i);
        if (i < length) cls = entryAt(text, i) >>> CLASS_SHIFT;
      }
    } else if (cls === SIGN || cls === KATAKANA) {
      // The sign's own hash; one with a voicing mark after it is found by the walk's exact reading.
      const bit = signBit(text, i, entry, mask);
      if (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) walk(gazetteer, text, i, hits);
      i += lengthAt(text, i);
    } else {
      i += lengthAt(text, i);
    }
  }
}

function signBit(text: string, at: number, entry: number, mask: number): number {
  let hash = hashFolded(HASH_START, entry & UNIT_MASK);
  let i = at + lengthAt(text, at);
  while (i < text.length) {
    const next = entryAt(text, i);
    const cls = next >>> CLASS_SHIFT;
    if (cls === KEPT_MARK) hash = hashFolded(hash, next & UNIT_MASK);
    else if (cls !== SKIP) break;
    i += lengthAt(text, i);
  }
  return filterBit(hash, mask);
}
