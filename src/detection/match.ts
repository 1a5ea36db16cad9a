/**
 * The one pass over a text: finds every form (alias, decoy, cue) that stands at word boundaries.
 *
 * A text is read a chunk at a time: each word is hashed as it is read, then filters are asked whether
 * any form begins with such a word, and with the next one behind it; almost none does. Only then the
 * trie is walked, word by word, each compared by its characters. The cost of a text without candidates
 * does not depend on how many forms there are. Design and figures: docs/decisions/matching.md.
 */
import { holds, NO_SECOND, placeOf, runKey } from '../packs/word-filter.ts';
import {
  classOf,
  expansionOf,
  KATAKANA,
  KEPT_MARK,
  SIGN,
  SKIP,
  SLOW_UNIT,
  UNIT_MASK,
  wordUnits,
} from '../text/fold.ts';
import {
  classAt,
  compareFolded,
  entryAt,
  foldInto,
  HASH_START,
  hashFolded,
  isWordClass,
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

/** Walks the trie from the token that begins at `start`; pushes every form that ends at a boundary. */
function walk(gazetteer: Gazetteer, text: string, start: number, hits: number[]): void {
  const { childStarts, formOfNode } = gazetteer;
  if (!readToken(text, start, token)) return;
  let { end, cls } = token;
  let node = findRoot(gazetteer, text, start, end, token.hash);
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

/**
 * Runs are read so many units at a time that where one ends, counted from the first, fits into the
 * byte that its key leaves; see `runKey`.
 */
const CHUNK = 0xff;

/** Key and end of each run of a chunk; one more than units, for a run that the text's end ends. */
const runs = new Int32Array(CHUNK + 1);

/**
 * Finds all forms in a text, overlapping ones too, in the order in which they start.
 * Appends [start, end, form] of each to `hits`; allocates nothing where there is none.
 */
export function findForms(text: string, gazetteer: Gazetteer, hits: number[]): void {
  const length = text.length;
  let from = 0;
  while (from < length) {
    const to = Math.min(length, from + CHUNK);
    let count = readRuns(text, from, to);
    if (count === HAS_SLOW) count = readCarefully(text, from, to);
    if (to === length) {
      // Nothing follows the last run.
      runs[count] = NO_SECOND;
      walkFromRuns(text, from, count, gazetteer, hits);
      return;
    }
    if (count > 1) {
      walkFromRuns(text, from, count - 1, gazetteer, hits);
      // The last run is read again, with what follows it.
      from += (runs[count - 2] ?? 0) & 0xff;
      continue;
    }
    const start = runStart(text, from);
    if (count === 1 || start === from) {
      // Too long to be read together with what follows it.
      if (start < length) walk(gazetteer, text, start, hits);
      from = runEnd(text, start);
    } else from = start;
  }
}

/** Instead of the number of runs: some unit of the chunk has to be looked at by itself. */
const HAS_SLOW = -1;

/**
 * The one loop that looks at each unit of a page. It has no branch, since where a word ends cannot be
 * foretold, and a wrong guess costs the processor as much as reading four units: key and end are
 * written at each unit, and what is counted up where a word ends is where they are written to.
 * @returns how many runs ended; one that the chunk cuts off is left out.
 */
function readRuns(text: string, from: number, to: number): number {
  const units = wordUnits;
  const read = runs;
  let count = 0;
  let hash = HASH_START;
  let seen = 0;
  let outside = -1;
  for (let i = from; i < to; i++) {
    const unit = units[text.charCodeAt(i)] ?? 0;
    // All bits set between words, none inside.
    const between = (unit - 1) >> 31;
    // `runKey` and `hashUnit`, written out.
    read[count] = (Math.imul(hash, 0x9e3779b1) & ~0xff) | (i - from);
    count -= between & ~outside;
    hash = (((hash << 5) | (hash >>> 27)) ^ unit) & ~between;
    outside = between;
    seen |= unit;
  }
  if ((seen & SLOW_UNIT) !== 0) return HAS_SLOW;
  if (to === text.length && outside === 0) read[count++] = runKey(hash) | (to - from);
  return count;
}

/**
 * Walks from each of the first runs of a chunk that the filter lets through; the one behind them says
 * what follows the last.
 */
function walkFromRuns(
  text: string,
  from: number,
  count: number,
  gazetteer: Gazetteer,
  hits: number[],
): void {
  const { filter, filterShift } = gazetteer;
  const read = runs;
  for (let i = 0; i < count; i++) {
    const run = read[i] ?? 0;
    const followed = holds(filter, filterShift, placeOf(run, read[i + 1] ?? 0));
    const alone = holds(filter, filterShift, placeOf(run, NO_SECOND));
    if (((followed | alone) & 1) === 0) continue;
    const before = i === 0 ? from : from + ((read[i - 1] ?? 0) & 0xff);
    walk(gazetteer, text, runStart(text, before), hits);
  }
}

const isSign = (cls: number): boolean => cls === SIGN || cls === KATAKANA;

/** Where the first run from `at` on begins; the text's length where there is none. */
function runStart(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const cls = classAt(text, i);
    if (isWordClass(cls) || isSign(cls)) return i;
    i += lengthAt(text, i);
  }
  return i;
}

/** Hash of the run that `runEnd` was asked for last: it is not an object, since this runs for each sign. */
let runHash = HASH_START;

/** End of the run that begins at `at`; its hash is left in `runHash`. */
function runEnd(text: string, at: number): number {
  let i = at;
  runHash = HASH_START;
  while (i < text.length) {
    const entry = entryAt(text, i);
    const cls = classOf(entry);
    if (isSign(cls) && i === at) {
      runHash = firstUnitOf(entry);
      return i + lengthAt(text, i);
    }
    if (isWordClass(cls) || cls === KEPT_MARK) runHash = hashFolded(runHash, entry & UNIT_MASK);
    else if (cls !== SKIP) break;
    i += lengthAt(text, i);
  }
  return i;
}

/** The first unit that an entry stands for. */
function firstUnitOf(entry: number): number {
  const unit = entry & UNIT_MASK;
  const several = expansionOf(unit);
  return several === '' ? unit : several.charCodeAt(0);
}

/**
 * What `readRuns` does, the careful way: for chunks with anything in them that it cannot tell, as are
 * signs, ligatures, accents in two units, surrogates, and units met for the first time.
 */
function readCarefully(text: string, from: number, to: number): number {
  let count = 0;
  let i = runStart(text, from);
  while (i < to) {
    const end = runEnd(text, i);
    if (end - from > CHUNK) break;
    runs[count++] = runKey(runHash) | (end - from);
    i = runStart(text, end);
  }
  return count;
}
