/**
 * Which parts of a pack a page's words can reach: the phrases of all aliases and decoys by their
 * keys (word-keys.ts), as sorted numbers that lie in storage as they are and are searched without
 * being unpacked. Compiled once, when a pack is added.
 */
import { caseOf } from './compile.ts';
import { cueVariants, decoyVariants, variantsOf } from './compile-variants.ts';
import type { Decoy, Entity, Pack } from './schema.ts';
import { hashPhrase, hashText, type PhraseHash } from './word-keys.ts';

/** Numbers that are looked up: which items have a key. */
interface KeyTable {
  /** In ascending order, one for each item that has the key. */
  readonly keys: Uint32Array<ArrayBuffer>;
  /** The item of each key. */
  readonly items: Uint32Array<ArrayBuffer>;
}

/** Entities come first, then decoys: item `entities.length + j` is decoy `j`. */
export interface ReachIndex {
  /** Items by the keys of their phrases. */
  readonly phrases: KeyTable;
  /** Entities by the hash of their id. */
  readonly ids: KeyTable;
  /** Keys of the runs that begin a phrase or a cue (`PhraseHash.firsts`), ascending, each once. */
  readonly firsts: Uint32Array<ArrayBuffer>;
}

/**
 * More items than a pack can have. A key and an item are joined into one number that a double holds
 * exactly, since numbers are sorted many times faster than objects.
 */
const ITEM_SPAN = 2 ** 21;

const pairOf = (key: number, item: number): number => key * ITEM_SPAN + item;

function tableOf(pairs: readonly number[]): KeyTable {
  const sorted = Float64Array.from(pairs).sort();
  return {
    keys: Uint32Array.from(sorted, (pair) => Math.floor(pair / ITEM_SPAN)),
    items: Uint32Array.from(sorted, (pair) => pair % ITEM_SPAN),
  };
}

/** Hashes of texts that are all written with the capitals of one. */
const hashesOf = (texts: readonly string[], caseMode: number): PhraseHash[] =>
  texts.flatMap((text) => hashPhrase(text, caseMode) ?? []);

function phrasesOfEntity({ aliases, type }: Entity): PhraseHash[] {
  return aliases.flatMap((alias) => {
    const caseMode = caseOf(alias);
    return hashesOf(variantsOf(alias.text, alias.lang, type, caseMode), caseMode);
  });
}

function phrasesOfDecoy(decoy: Decoy): PhraseHash[] {
  const caseMode = caseOf(decoy);
  return hashesOf(decoyVariants(decoy.text, decoy.lang, caseMode), caseMode);
}

/** A cue that stands in another block than the alias has to be seen as well. */
function cuesOf(entity: Entity): PhraseHash[] {
  if (!entity.aliases.some(({ ambiguous }) => ambiguous)) return [];
  return [...entity.cues, ...entity.antiCues]
    .flatMap(cueVariants)
    .flatMap((text) => hashPhrase(text, caseOf({ text })) ?? []);
}

/** How many items are compiled between two reports of progress. */
const REPORT_EVERY = 1_000;

/**
 * Compiles the index of a valid pack. Takes a few seconds for 100,000 aliases.
 * @param progress is told the share that is done, 0 to 1, now and then.
 */
export function buildReach(pack: Pack, progress: (share: number) => void = () => {}): ReachIndex {
  const { entities, decoys = [] } = pack;
  const count = entities.length + decoys.length;
  const pairs: number[] = [];
  const firsts = new Set<number>();
  for (let item = 0; item < count; item++) {
    const entity = entities[item];
    const decoy = decoys[item - entities.length];
    const phrases = entity ? phrasesOfEntity(entity) : decoy ? phrasesOfDecoy(decoy) : [];
    const keys = new Set<number>();
    for (const { key, firsts: runs } of phrases) {
      keys.add(key);
      for (const run of runs) firsts.add(run);
    }
    for (const cue of entity ? cuesOf(entity) : []) for (const run of cue.firsts) firsts.add(run);
    for (const key of keys) pairs.push(pairOf(key, item));
    if (item % REPORT_EVERY === 0) progress(item / count);
  }
  const index = {
    phrases: tableOf(pairs),
    ids: tableOf(entities.map(({ id }, item) => pairOf(hashText(id), item))),
    firsts: Uint32Array.from(firsts).sort(),
  };
  progress(1);
  return index;
}

function lookUp({ keys, items }: KeyTable, asked: Iterable<number>): number[] {
  const found = new Set<number>();
  for (const key of asked) {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    for (; keys[low] === key; low++) found.add(items[low] ?? 0);
  }
  return [...found].sort((a, b) => a - b);
}

/** Items that any of these keys of phrases reach, ascending, each once. */
export function reachedItems({ phrases }: ReachIndex, keys: Iterable<number>): number[] {
  return lookUp(phrases, keys);
}

/** Items that may have one of these ids: hashes clash, so the ids have to be compared. */
export function itemsWithIds({ ids }: ReachIndex, wanted: readonly string[]): number[] {
  return lookUp(ids, wanted.map(hashText));
}
