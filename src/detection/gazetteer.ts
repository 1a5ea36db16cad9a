/** The compiled gazetteer in memory: what the matcher and the decision look things up in. */
import {
  FLAG_AMBIGUOUS,
  FLAG_BEARER,
  FLAG_CASE_SHIFT,
  FLAG_KIND,
  FLAG_LANG_SHIFT,
  FLAG_METONYM,
  FLAG_PREFERRED,
  FLAG_PRIOR_SHIFT,
  GAZETTEER_FORMAT,
  type GazetteerData,
  type Numbers,
  unpackSections,
} from '../packs/gazetteer-data.ts';
import type { EntityType } from '../packs/kinds.ts';
import { shiftOf } from '../packs/word-filter.ts';
import { HASH_START, hashUnit, spread } from '../text/tokens.ts';

/** In `formOfNode`: no phrase ends at this node. */
export const NO_FORM = 0xffffffff;

/** One meaning of a form, unpacked; see gazetteer-data.ts for the values. */
export interface Sense {
  readonly kind: number;
  /** Index of the entity; NO_ENTITY for a decoy. */
  readonly entity: number;
  readonly caseMode: number;
  readonly ambiguous: boolean;
  readonly prior: number;
  readonly preferred: boolean;
  /** A place that stands for those who govern from it. */
  readonly metonym: boolean;
  /** A decoy whose bearer is also called by the bare name. */
  readonly bearer: boolean;
  /** Language tag of the alias; '' for cues. */
  readonly lang: string;
  /** The language without region or script: en, zh. */
  readonly language: string;
  /** Capitals of its tokens, two bits each. */
  readonly shape: number;
  /** The alias in NFC where its accents have to be there. */
  readonly accented: string | null;
}

export interface Gazetteer {
  readonly entities: readonly string[];
  readonly types: readonly EntityType[];
  /**
   * Tables of the matcher, each of one type whatever it is stored as: engines then compile its
   * accesses for that type alone. For their meaning see gazetteer-data.ts.
   */
  readonly filter: Uint32Array;
  readonly filterShift: number;
  readonly nodeWords: Uint32Array;
  /** Where each node's children begin; one element more than nodes. */
  readonly childStarts: Uint32Array;
  /** Number of nodes without a parent; they come first. */
  readonly roots: number;
  /** Form that ends at each node, and NO_FORM where none does. */
  readonly formOfNode: Uint32Array;
  /** Node that each form ends at. */
  readonly nodeOfForm: Uint32Array;
  readonly words: string;
  /** Where each word begins in `words`; one element more than words. */
  readonly wordStarts: Uint32Array;
  /** Root + 1 by the hash of its word; see `rootSlot`. */
  readonly rootTable: Uint32Array;
  /** Indices of the entities related to each entity. */
  relatedTo(entity: number): Numbers;
  /** The senses of a form, made when first asked for and kept. */
  senses(form: number): readonly Sense[];
}

const wide = (array: Numbers): Uint32Array =>
  array instanceof Uint32Array ? array : Uint32Array.from(array);

/** Sums of the numbers before each, from `first` on; one element more than `counts`. */
function startsOf(counts: Numbers, first = 0): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  let sum = first;
  starts[0] = first;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] ?? 0;
    starts[i + 1] = sum;
  }
  return starts;
}

/** The root table is at most half full: a search ends after one or two steps. */
const ROOM = 2;

/** Open addressing with linear probing (Knuth, TAOCP 3, 6.4): root + 1 by the hash of its word, or 0. */
function rootTableOf(
  roots: number,
  nodeWords: Uint32Array,
  words: string,
  wordStarts: Uint32Array,
): Uint32Array {
  let size = 1;
  while (size < roots * ROOM) size *= 2;
  const table = new Uint32Array(size);
  for (let root = 0; root < roots; root++) {
    const word = nodeWords[root] ?? 0;
    const end = wordStarts[word + 1] ?? 0;
    let hash = HASH_START;
    for (let i = wordStarts[word] ?? 0; i < end; i++) hash = hashUnit(hash, words.charCodeAt(i));
    let slot = rootSlot(hash, size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = root + 1;
  }
  return table;
}

/** The upper bits of a spread hash are the best ones. */
const ROOT_SHIFT = 12;

/** Where the search for a root begins; `mask` is the table's size less one. */
export function rootSlot(hash: number, mask: number): number {
  return (spread(hash) >>> ROOT_SHIFT) & mask;
}

/**
 * Makes a compiled gazetteer ready to match.
 * @throws Error when the data is of another format than this code.
 */
export function loadGazetteer(data: GazetteerData): Gazetteer {
  if (data.format !== GAZETTEER_FORMAT) {
    throw new Error(`gazetteer of format ${data.format}, expected ${GAZETTEER_FORMAT}`);
  }
  const arrays = unpackSections(data);
  const wordStarts = startsOf(arrays.wordLengths);
  const nodeWords = wide(arrays.nodeWords);
  const formOfNode = new Uint32Array(arrays.nodeWords.length).fill(NO_FORM);
  const nodeOfForm = new Uint32Array(arrays.formLists.length);
  let forms = 0;
  for (let node = 0; node < formOfNode.length; node++) {
    if (((arrays.ends[node >>> 5] ?? 0) >>> (node & 31)) & 1) {
      nodeOfForm[forms] = node;
      formOfNode[node] = forms++;
    }
  }
  const accented = new Map(data.accented);
  const unpackSense = (i: number): Sense => {
    const flags = arrays.senseFlags[i] ?? 0;
    const lang = data.langs[flags >> FLAG_LANG_SHIFT] ?? '';
    return {
      kind: flags & FLAG_KIND,
      entity: arrays.senseEntities[i] ?? 0,
      caseMode: (flags >> FLAG_CASE_SHIFT) & 0b11,
      ambiguous: (flags & FLAG_AMBIGUOUS) !== 0,
      prior: (flags >> FLAG_PRIOR_SHIFT) & 0b11,
      preferred: (flags & FLAG_PREFERRED) !== 0,
      metonym: (flags & FLAG_METONYM) !== 0,
      bearer: (flags & FLAG_BEARER) !== 0,
      lang,
      language: lang.split('-')[0] ?? '',
      shape: arrays.shapes[arrays.senseShapes[i] ?? 0] ?? 0,
      accented: accented.get(i) ?? null,
    };
  };
  const unpacked = new Map<number, readonly Sense[]>();
  const filter = wide(arrays.filter);
  return {
    entities: data.entities,
    types: data.types,
    filter,
    filterShift: shiftOf(filter),
    nodeWords,
    childStarts: startsOf(arrays.childCounts, data.roots),
    roots: data.roots,
    formOfNode,
    nodeOfForm,
    words: data.words,
    wordStarts,
    rootTable: rootTableOf(data.roots, nodeWords, data.words, wordStarts),
    relatedTo: (entity) =>
      arrays.related.subarray(
        arrays.relatedStarts[entity] ?? 0,
        arrays.relatedStarts[entity + 1] ?? 0,
      ),
    senses(form) {
      let list = unpacked.get(form);
      if (!list) {
        const made: Sense[] = [];
        const index = arrays.formLists[form] ?? 0;
        const end = arrays.listStarts[index + 1] ?? 0;
        for (let i = arrays.listStarts[index] ?? 0; i < end; i++) made.push(unpackSense(i));
        unpacked.set(form, made);
        list = made;
      }
      return list;
    },
  };
}

/** Index of a form's last word: the surname of a person, the noun of a phrase. */
export function lastWordOf({ nodeWords, nodeOfForm }: Gazetteer, form: number): number {
  return nodeWords[nodeOfForm[form] ?? 0] ?? 0;
}
