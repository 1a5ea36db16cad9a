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
  /** Capitals of its tokens, two bits each. */
  readonly shape: number;
  /** The alias in NFC where its accents have to be there. */
  readonly accented: string | null;
}

export interface Gazetteer {
  readonly entities: readonly string[];
  readonly types: readonly EntityType[];
  /** The arrays of the matcher's loop, of one type whatever they are stored as: engines then
   * compile each access for that type alone. */
  readonly filter: Uint32Array;
  readonly slots: Uint32Array;
  readonly parents: Uint32Array;
  readonly nodeWords: Uint32Array;
  readonly words: string;
  /** Where each word begins in `words`; one element more than words. */
  readonly wordStarts: Uint32Array;
  /** Nodes below this are forms: they end a phrase. */
  readonly forms: number;
  readonly longest: number;
  /** Indices of the entities related to each entity. */
  relatedTo(entity: number): Numbers;
  /** The senses of a form, made when first asked for and kept. */
  senses(form: number): readonly Sense[];
}

const wide = (array: Numbers): Uint32Array =>
  array instanceof Uint32Array ? array : Uint32Array.from(array);

/**
 * Makes a compiled gazetteer ready to match.
 * @throws Error when the data is of another format than this code.
 */
export function loadGazetteer(data: GazetteerData): Gazetteer {
  if (data.format !== GAZETTEER_FORMAT) {
    throw new Error(`gazetteer of format ${data.format}, expected ${GAZETTEER_FORMAT}`);
  }
  const arrays = unpackSections(data);
  const wordStarts = new Uint32Array(arrays.wordLengths.length + 1);
  for (let i = 0; i < arrays.wordLengths.length; i++) {
    wordStarts[i + 1] = (wordStarts[i] ?? 0) + (arrays.wordLengths[i] ?? 0);
  }
  const accented = new Map(data.accented);
  const unpackSense = (i: number): Sense => {
    const flags = arrays.senseFlags[i] ?? 0;
    return {
      kind: flags & FLAG_KIND,
      entity: arrays.senseEntities[i] ?? 0,
      caseMode: (flags >> FLAG_CASE_SHIFT) & 0b11,
      ambiguous: (flags & FLAG_AMBIGUOUS) !== 0,
      prior: (flags >> FLAG_PRIOR_SHIFT) & 0b11,
      preferred: (flags & FLAG_PREFERRED) !== 0,
      metonym: (flags & FLAG_METONYM) !== 0,
      bearer: (flags & FLAG_BEARER) !== 0,
      lang: data.langs[flags >> FLAG_LANG_SHIFT] ?? '',
      shape: arrays.shapes[arrays.senseShapes[i] ?? 0] ?? 0,
      accented: accented.get(i) ?? null,
    };
  };
  const unpacked = new Map<number, readonly Sense[]>();
  return {
    entities: data.entities,
    types: data.types,
    filter: wide(arrays.filter),
    slots: wide(arrays.slots),
    parents: wide(arrays.parents),
    nodeWords: wide(arrays.nodeWords),
    words: data.words,
    wordStarts,
    forms: data.forms,
    longest: data.longest,
    relatedTo: (entity) =>
      arrays.related.subarray(
        arrays.relatedStarts[entity] ?? 0,
        arrays.relatedStarts[entity + 1] ?? 0,
      ),
    senses(form) {
      let list = unpacked.get(form);
      if (!list) {
        const made: Sense[] = [];
        const end = arrays.senseStarts[form + 1] ?? 0;
        for (let i = arrays.senseStarts[form] ?? 0; i < end; i++) made.push(unpackSense(i));
        unpacked.set(form, made);
        list = made;
      }
      return list;
    },
  };
}
