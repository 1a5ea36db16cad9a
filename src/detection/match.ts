/**
 * The one pass over a text: finds every form (alias, decoy, cue) that stands at word boundaries.
 *
 * A text is read a chunk at a time: each word is hashed as it is read, then filters are asked whether
 * any form begins with such a word, and with the next one behind it; almost none does. Only then the
 * automaton is walked, word by word, each compared by its characters. The cost of a text without candidates
 * does not depend on how many forms there are. Design and figures: docs/decisions/matching.md.
 */
import { wordShape } from '../packs/compile-shape.ts';
import { pathStep, SHAPE_PLAIN } from '../packs/gazetteer-data.ts';
import { numberAt, rankOf } from '../packs/packed-numbers.ts';
import {
  holds,
  holdsEither,
  NO_SECOND,
  placeAlone,
  placeOfPair,
  runKey,
  shiftOf,
} from '../packs/word-filter.ts';
import type { WordFilter } from '../packs/word-keys.ts';
import {
  classOf,
  expansionOf,
  KEPT_MARK,
  SKIP,
  SLOW_UNIT,
  UNIT_MASK,
  wordUnits,
} from '../text/fold.ts';
import {
  classAt,
  entryAt,
  foldInto,
  HASH_START,
  hashFolded,
  isSign,
  isWordClass,
  lengthAt,
  newFoldedToken,
  newToken,
  nextInPhrase,
  readToken,
  type Token,
} from '../text/tokens.ts';
import { endsAtBoundary, graphemeEnd, startsAtBoundary } from './boundary.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findWord } from './word-table.ts';

/**
 * Numbers a hit takes in the list of hits: start, end, form, list of senses, last word. All are small:
 * with larger ones engines box them, and what is made of them.
 */
export const HIT_SIZE = 5;

/** Words that may begin a name of an added pack, for `findForms` to find beside its forms. */
export interface PassingWords {
  readonly filter: WordFilter;
  /** Where each begins that has passed, in the order in which they stand. */
  readonly starts: number[];
}

/** Instead of a gazetteer's filter where there is none: it lets nothing through. */
const NO_FILTER = new Uint32Array(2);

/** Reused by every walk: matching is synchronous and never nests. */
const token = newToken();
const folded = newFoldedToken();

/** Number of a token's word among the gazetteer's; -1 where it is none of them. */
export function wordOf({ words }: Gazetteer, text: string, { start, end, hash }: Token): number {
  foldInto(text, start, end, folded);
  return findWord(words, folded, hash);
}

/** Walks the automaton from the token that begins at `start`; pushes every form that ends at a boundary. */
function walk(gazetteer: Gazetteer, text: string, start: number, hits: number[]): void {
  const { words, wordCount, roots, rootsBefore, rootTargets, edgeWords, lists } = gazetteer;
  if (!readToken(text, start, token)) return;
  foldInto(text, start, token.end, folded);
  let word = findWord(words, folded, token.hash);
  const root = word === -1 ? -1 : rankOf(roots, rootsBefore, word);
  if (root === -1) return;
  let target = numberAt(rootTargets, root);
  let path = pathStep(gazetteer.firstPath, word);
  let checkedStart = false;
  for (;;) {
    const isLeaf = target < lists;
    let edge = target - lists;
    const isEnd = isLeaf || numberAt(edgeWords, edge) >>> 1 === wordCount;
    if (isEnd) {
      if (!checkedStart && !startsAtBoundary(text, start)) return;
      checkedStart = true;
      const list = isLeaf ? target : targetOf(gazetteer, edge++);
      const { end, cls } = token;
      if (endsAtBoundary(text, end, cls)) {
        hits.push(start, graphemeEnd(text, end), gazetteer.formOf(path), list, word);
      }
    }
    if (isLeaf) return;
    const at = nextInPhrase(text, token.end);
    if (at === -1 || !readToken(text, at, token)) return;
    word = wordOf(gazetteer, text, token);
    if (word === -1) return;
    edge = edgeBy(gazetteer, edge, word);
    if (edge === -1) return;
    target = targetOf(gazetteer, edge);
    path = pathStep(path, word);
  }
}

/** Where an edge leads. */
function targetOf({ edgeTargets, jumps, jumpsBefore, lists }: Gazetteer, edge: number): number {
  const jump = rankOf(jumps, jumpsBefore, edge);
  return jump === -1 ? lists + edge + 1 : numberAt(edgeTargets, jump);
}

/** Among a state's edges from `first` on, the one of a word; -1 for none. */
function edgeBy({ edgeWords }: Gazetteer, first: number, word: number): number {
  for (let edge = first; ; edge++) {
    const found = numberAt(edgeWords, edge);
    if (found >>> 1 === word) return edge;
    if (found >>> 1 > word || (found & 1) !== 0) return -1;
  }
}

/**
 * Runs are read so many units at a time that where one ends, counted from the first, fits into the
 * bits that its key leaves; see `runKey`. With chunks of 255 units a scan took a fifteenth more: each is a call,
 * and its last run is read twice.
 */
export const CHUNK = 0x3ff;

/** Key and end of each run of a chunk; one more than units, for a run that the text's end ends. */
const runs = new Int32Array(CHUNK + 1);

/**
 * Finds all forms in a text, overlapping ones too, in the order in which they start.
 * Appends each to `hits`, HIT_SIZE numbers long; allocates nothing where there is none.
 * @param gazetteer null where only words are looked for
 * @param passing where the words go that added packs may know, found in the same pass
 */
export function findForms(
  text: string,
  gazetteer: Gazetteer | null,
  hits: number[],
  passing: PassingWords | null = null,
): void {
  const length = text.length;
  let from = 0;
  while (from < length) {
    const to = Math.min(length, from + CHUNK);
    let count = readRuns(text, from, to);
    if (count === HAS_SLOW) count = readCarefully(text, from, to);
    if (to === length) {
      // Nothing follows the last run.
      runs[count] = NO_SECOND;
      walkFromRuns(text, from, count, gazetteer, hits, passing);
      return;
    }
    if (count > 1) {
      walkFromRuns(text, from, count - 1, gazetteer, hits, passing);
      // The last run is read again, with what follows it.
      from += (runs[count - 2] ?? 0) & 0x3ff;
      continue;
    }
    const start = runStart(text, from);
    if (count === 1 || start === from) {
      // Too long to be read together with what follows it.
      if (gazetteer && start < length) walk(gazetteer, text, start, hits);
      from = runEnd(text, start);
      if (passing) noteLong(passing, text, start, from);
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
    read[count] = (Math.imul(hash, 0x9e3779b1) & ~0x3ff) | (i - from);
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
 * Walks from each of the first runs of a chunk that the gazetteer's filter lets through; the one behind them
 * says what follows the last.
 */
function walkFromRuns(
  text: string,
  from: number,
  count: number,
  gazetteer: Gazetteer | null,
  hits: number[],
  passing: PassingWords | null,
): void {
  if (passing) {
    walkAndNote(text, from, count, gazetteer, hits, passing);
    return;
  }
  if (!gazetteer) return;
  const { filter, filterShift } = gazetteer;
  const read = runs;
  let next = read[0] ?? 0;
  let nextAlone = placeAlone(next);
  for (let i = 0; i < count; i++) {
    const run = next;
    const alone = nextAlone;
    next = read[i + 1] ?? 0;
    nextAlone = placeAlone(next);
    const mayBegin = holdsEither(filter, filterShift, alone, placeOfPair(run, nextAlone));
    if ((mayBegin & 1) !== 0) walk(gazetteer, text, startOfRun(text, from, i), hits);
  }
}

/**
 * The same where words are noted that the filters of added packs let through: a loop of its own, since
 * asking at each word whether there are any costs the scan of pages without them a tenth.
 */
function walkAndNote(
  text: string,
  from: number,
  count: number,
  gazetteer: Gazetteer | null,
  hits: number[],
  passing: PassingWords,
): void {
  const filter = gazetteer?.filter ?? NO_FILTER;
  const shift = gazetteer?.filterShift ?? shiftOf(NO_FILTER);
  const { small, smallShift, capital, capitalShift } = passing.filter;
  const read = runs;
  let next = read[0] ?? 0;
  let nextAlone = placeAlone(next);
  let end = from;
  for (let i = 0; i < count; i++) {
    const run = next;
    const alone = nextAlone;
    next = read[i + 1] ?? 0;
    nextAlone = placeAlone(next);
    const behind = end;
    end = from + (run & 0x3ff);
    const mayBegin = holdsEither(filter, shift, alone, placeOfPair(run, nextAlone)) & 1;
    const ofSmall = holds(small, smallShift, alone) & 1;
    const ofCapital = holds(capital, capitalShift, alone) & 1;
    if ((mayBegin | ofSmall | ofCapital) === 0) continue;
    if ((mayBegin | ofSmall) === 0 && isSmallAscii(text, behind, end)) continue;
    const start = runStart(text, behind);
    if (gazetteer && mayBegin !== 0) walk(gazetteer, text, start, hits);
    if (ofSmall !== 0 || (ofCapital !== 0 && hasCapital(text, start, end))) {
      passing.starts.push(start);
    }
  }
}

/** Where the run of that index in a chunk begins. */
const startOfRun = (text: string, from: number, index: number): number =>
  runStart(text, index === 0 ? from : from + ((runs[index - 1] ?? 0) & 0x3ff));

/** Notes the run that `runEnd` has just read, as `walkAndNote` does. */
function noteLong(
  { filter, starts }: PassingWords,
  text: string,
  start: number,
  end: number,
): void {
  const alone = placeAlone(runKey(runHash));
  const ofSmall = holds(filter.small, filter.smallShift, alone) & 1;
  const ofCapital = holds(filter.capital, filter.capitalShift, alone) & 1;
  if (ofSmall !== 0 || (ofCapital !== 0 && hasCapital(text, start, end))) starts.push(start);
}

/** True for a run that may begin a name which is never written small. */
const hasCapital = (text: string, start: number, end: number): boolean =>
  wordShape(text, start, end) !== SHAPE_PLAIN;

/**
 * True for a run, the first from `from` on, that is surely without capitals: of ASCII letters, behind a
 * space. With large packs a fifth of all words pass the filter of capitals by chance, and where such a run
 * begins need not be found.
 */
function isSmallAscii(text: string, from: number, end: number): boolean {
  for (let i = end - 1; i >= from; i--) {
    const unit = text.charCodeAt(i);
    // a to z, and a space
    if (unit < 0x61 || unit > 0x7a) return unit === 0x20;
  }
  return true;
}

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
