/**
 * The one pass over a text: finds every form (alias, decoy, cue) that stands at word boundaries.
 *
 * The loop hashes each word as it reads it and asks a bitset whether any form begins with such a word;
 * almost none does. Only then the trie is walked, word by word, each compared by its characters. The
 * cost of a text without candidates does not depend on how many forms there are. Design and figures:
 * docs/decisions/matching.md.
 */
import { filterBit, NO_SECOND, secondFilterBit } from '../packs/gazetteer-data.ts';
import {
  CLASS_SHIFT,
  classOf,
  DIGIT,
  HYPHEN,
  KATAKANA,
  KEPT_MARK,
  LETTER,
  MARK,
  OTHER,
  plainLetters,
  SIGN,
  SKIP,
  SPACE,
  unitTable,
} from '../text/fold.ts';
import {
  compareFolded,
  entryAt,
  foldInto,
  HASH_START,
  hashUnit,
  lengthAt,
  newFoldedToken,
  newToken,
  nextInPhrase,
  readToken,
} from '../text/tokens.ts';
import { endsAtBoundary, graphemeEnd, startsAtBoundary } from './boundary.ts';
import { type Gazetteer, NO_FORM, rootSlot } from './gazetteer.ts';

/** Numbers a hit takes in the list of hits: start, end, form. */
export const HIT_SIZE = 3;

/** Reused by every walk: matching is synchronous and never nests. */
const token = newToken();
const folded = newFoldedToken();

/** Index of the word at text[start, end) among the gazetteer's; -1 where it is none of them. */
export function findWord(gazetteer: Gazetteer, text: string, start: number, end: number): number {
  const { words, wordStarts } = gazetteer;
  foldInto(text, start, end, folded);
  let low = 0;
  let high = wordStarts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareFolded(
      folded,
      words,
      wordStarts[middle] ?? 0,
      wordStarts[middle + 1] ?? 0,
    );
    if (order === 0) return middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}

/**
 * Among nodes [from, to), which are siblings in the order of their words, the one that is reached by
 * the word in `folded`; -1 for none.
 */
function findNode(gazetteer: Gazetteer, from: number, to: number): number {
  const { nodeWords, words, wordStarts } = gazetteer;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const word = nodeWords[middle] ?? 0;
    const order = compareFolded(folded, words, wordStarts[word] ?? 0, wordStarts[word + 1] ?? 0);
    if (order === 0) return middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}

/** The root that is reached by the word at text[start, end), whose hash is given; -1 for none. */
function findRoot(
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  hash: number,
): number {
  const { rootTable, nodeWords, words, wordStarts } = gazetteer;
  const mask = rootTable.length - 1;
  let slot = rootSlot(hash, mask);
  let root = (rootTable[slot] ?? 0) - 1;
  if (root !== -1) foldInto(text, start, end, folded);
  while (root !== -1) {
    const word = nodeWords[root] ?? 0;
    const order = compareFolded(folded, words, wordStarts[word] ?? 0, wordStarts[word + 1] ?? 0);
    if (order === 0) return root;
    slot = (slot + 1) & mask;
    root = (rootTable[slot] ?? 0) - 1;
  }
  return -1;
}

/** Walks the trie from the word at text[start, firstEnd); pushes every form that ends at a boundary. */
function walk(
  gazetteer: Gazetteer,
  text: string,
  start: number,
  firstEnd: number,
  firstClass: number,
  hash: number,
  hits: number[],
): void {
  const { childStarts, formOfNode } = gazetteer;
  let node = findRoot(gazetteer, text, start, firstEnd, hash);
  let end = firstEnd;
  let cls = firstClass;
  let checkedStart = false;
  while (node !== -1) {
    const form = formOfNode[node] ?? NO_FORM;
    if (form !== NO_FORM) {
      if (!checkedStart && !startsAtBoundary(text, start)) return;
      checkedStart = true;
      if (endsAtBoundary(text, end, cls)) hits.push(start, graphemeEnd(text, end), form);
    }
    const from = childStarts[node] ?? 0;
    const to = childStarts[node + 1] ?? 0;
    if (from === to) return;
    const at = nextInPhrase(text, end);
    if (at === -1 || !readToken(text, at, token)) return;
    end = token.end;
    cls = token.cls;
    foldInto(text, at, end, folded);
    node = findNode(gazetteer, from, to);
  }
}

/** Position behind the word that goes on at `at`: what follows its first run begins no form. */
function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const cls = classOf(entryAt(text, i));
    if (cls !== LETTER && cls !== DIGIT && cls !== SKIP && cls !== KEPT_MARK) break;
    i += lengthAt(text, i);
  }
  return i;
}

/**
 * Finds all forms in a text, overlapping ones too, in the order in which they start.
 * Appends [start, end, form] of each to `hits`; allocates nothing where there is none.
 */
export function findForms(text: string, gazetteer: Gazetteer, hits: number[]): void {
  const { filter } = gazetteer;
  const mask = filter.length * 32 - 1;
  const length = text.length;
  // A word that begins forms of several words, of which the next word tells whether one is here.
  let waiting = -1;
  let waitingEnd = 0;
  let waitingHash = 0;
  let i = 0;
  while (i < length) {
    // The fast way: a run of plain letters, which is nearly all of a page.
    const start = i;
    let hash = HASH_START;
    let letter = plainLetters[text.charCodeAt(i)] ?? 0;
    while (letter !== 0) {
      hash = hashUnit(hash, letter);
      i++;
      if (i >= length) break;
      letter = plainLetters[text.charCodeAt(i)] ?? 0;
    }
    const isPlain = i >= length || isPlainEnd(unitTable[text.charCodeAt(i)] ?? 0);
    if (waiting !== -1) {
      if (!isPlain || isSet(filter, secondFilterBit(waitingHash, hash, mask))) {
        walk(gazetteer, text, waiting, waitingEnd, LETTER, waitingHash, hits);
      }
      waiting = -1;
    }
    if (!isPlain) {
      i = slowWord(text, start, gazetteer, mask, hits);
      continue;
    }
    if (i > start && isSet(filter, filterBit(hash, mask))) {
      const isWhole = isSet(filter, secondFilterBit(hash, NO_SECOND, mask));
      if (!isWhole && isBeforePlainWord(text, i)) {
        waiting = start;
        waitingEnd = i;
        waitingHash = hash;
      } else walk(gazetteer, text, start, i, LETTER, hash, hits);
    }
    // What ended the word, if there was one, begins none.
    i++;
  }
}

const isSet = (filter: Uint32Array, bit: number): boolean =>
  (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0;

const PLAIN_SPACE = 0x20;

/** True when one plain space and a plain letter follow: then the loop's next turn reads a word. */
function isBeforePlainWord(text: string, end: number): boolean {
  return (
    end + 1 < text.length &&
    text.charCodeAt(end) === PLAIN_SPACE &&
    plainLetters[text.charCodeAt(end + 1)] !== 0
  );
}

/** True for what ends a word of letters and begins none: space, hyphen, mark, symbol. */
function isPlainEnd(entry: number): boolean {
  return ((1 << (entry >>> CLASS_SHIFT)) & PLAIN_ENDS) !== 0;
}

const PLAIN_ENDS = (1 << OTHER) | (1 << SPACE) | (1 << HYPHEN) | (1 << MARK);

/**
 * The careful way, for everything else: digits, signs, ligatures, accents in two units, surrogates,
 * and units met for the first time. Reads what stands at `at`, and returns where to go on.
 */
function slowWord(
  text: string,
  at: number,
  gazetteer: Gazetteer,
  mask: number,
  hits: number[],
): number {
  const cls = classOf(entryAt(text, at));
  const isWord = cls === LETTER || cls === DIGIT;
  if (!isWord && cls !== SIGN && cls !== KATAKANA) return at + lengthAt(text, at);
  readToken(text, at, token);
  const { end, hash } = token;
  if (isSet(gazetteer.filter, filterBit(hash, mask))) {
    walk(gazetteer, text, at, end, cls, hash, hits);
  }
  return isWord ? wordEnd(text, end) : end;
}
