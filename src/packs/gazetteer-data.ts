/**
 * The compiled gazetteer as data: what `compileGazetteer` writes and `loadGazetteer` reads. It is
 * plain JSON (numbers in one base64 text), so that it can stand in a module of the content script or
 * travel in a message.
 *
 * Aliases, decoys, cues and anti-cues are phrases of tokens in one trie. Its nodes stand breadth
 * first: the children of a node together, in the order of their words, so that their number is all
 * that has to be stored. Words stand in alphabetical order and are found by binary search. A bitset
 * says beforehand which words can begin a phrase at all. The nodes that end a phrase are the forms,
 * numbered in order; a form has a list of senses, and equal lists are stored once.
 */
import type { EntityType } from './kinds.ts';

export const GAZETTEER_FORMAT = 1;

/** What a phrase is to an entity. */
export const KIND_ALIAS = 0;
export const KIND_DECOY = 1;
export const KIND_CUE = 2;
export const KIND_ANTI_CUE = 3;

/** How capitals count; see `AliasSchema.case`. */
export const CASE_ANY = 0;
export const CASE_PROPER = 1;
export const CASE_EXACT = 2;

export const PRIOR_RARE = 0;
export const PRIOR_EVEN = 1;
export const PRIOR_USUAL = 2;

/** Layout of a sense's flags. */
export const FLAG_KIND = 0b11;
export const FLAG_CASE_SHIFT = 2;
export const FLAG_AMBIGUOUS = 1 << 4;
export const FLAG_PRIOR_SHIFT = 5;
export const FLAG_PREFERRED = 1 << 7;
/** The accents of the alias have to be there; its text is in `accented`. */
export const FLAG_ACCENTS = 1 << 8;
/** A place that stands for those who govern from it; see `AliasSchema.metonym`. */
export const FLAG_METONYM = 1 << 9;
/** Of a decoy: it bears the bare name too; see `DecoySchema.bearer`. */
export const FLAG_BEARER = 1 << 10;
export const FLAG_LANG_SHIFT = 11;

/** Two bits a token, the first token lowest: which capitals it has. */
export const SHAPE_BITS = 2;
export const SHAPE_PLAIN = 0;
export const SHAPE_INITIAL = 1;
export const SHAPE_CAPITALS = 2;
export const SHAPE_MIXED = 3;
/** Tokens beyond this many are taken in any case. */
export const SHAPE_TOKENS = 16;

/** Entity of a decoy. */
export const NO_ENTITY = 0xffff;

/** Sections of the base64 text, in this order; each element takes `width` bytes, little-endian. */
export const SECTIONS = [
  /** Filter of the words that phrases begin with; see word-filter.ts. */
  'filter',
  /** Number of each node's children; those of the first node stand behind the roots. */
  'childCounts',
  /** Word by which each node is reached. */
  'nodeWords',
  /** Bit of each node: does a phrase end here? */
  'ends',
  'wordLengths',
  /** List of senses of each form. */
  'formLists',
  /** Where each list begins among the senses; one element more than lists. */
  'listStarts',
  'senseEntities',
  'senseFlags',
  'senseShapes',
  'shapes',
  'relatedStarts',
  'related',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface GazetteerData {
  readonly format: typeof GAZETTEER_FORMAT;
  /** Entity ids; an entity's index in this list is what senses name. */
  readonly entities: readonly string[];
  readonly types: readonly EntityType[];
  /** Languages that senses name by index; the first is '' (any). */
  readonly langs: readonly string[];
  /** All different words of all phrases, folded, in the order of their UTF-16 units, without gaps. */
  readonly words: string;
  /** Number of nodes without a parent: the first words of phrases. */
  readonly roots: number;
  /** [sense, alias in NFC] of senses with FLAG_ACCENTS. */
  readonly accented: readonly (readonly [number, string])[];
  /** [elements, bytes an element] of each section. */
  readonly sections: readonly (readonly [number, number])[];
  readonly bytes: string;
}

/** Arrays of the index, as they stand in memory. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A section begins at a multiple of this, so that it can be viewed in place. */
const ALIGNMENT = 4;
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** btoa takes one argument of limited length; this many bytes at a time go through. */
const CHUNK = 0x8000;

/** Packs arrays into one base64 text. Every machine that runs a browser is little-endian. */
export function packSections(
  arrays: Readonly<Record<Section, Numbers>>,
): Pick<GazetteerData, 'sections' | 'bytes'> {
  const all = SECTIONS.map((name) => arrays[name]);
  const total = all.reduce((sum, array) => sum + aligned(array.byteLength), 0);
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const array of all) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  let binary = '';
  for (let i = 0; i < total; i += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return {
    sections: all.map((array) => [array.length, array.BYTES_PER_ELEMENT] as const),
    bytes: btoa(binary),
  };
}

function viewOf(buffer: ArrayBuffer, at: number, length: number, width: number): Numbers {
  if (width === 1) return new Uint8Array(buffer, at, length);
  if (width === 2) return new Uint16Array(buffer, at, length);
  return new Uint32Array(buffer, at, length);
}

/** The arrays that `packSections` packed, as views of one buffer. */
export function unpackSections(data: GazetteerData): Record<Section, Numbers> {
  const binary = atob(data.bytes);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  let at = 0;
  const next = (section: Section): Numbers => {
    const [length = 0, width = 1] = data.sections[SECTIONS.indexOf(section)] ?? [];
    const view = viewOf(bytes.buffer, at, length, width);
    at += aligned(length * width);
    return view;
  };
  // In the order of SECTIONS: each call moves on.
  return {
    filter: next('filter'),
    childCounts: next('childCounts'),
    nodeWords: next('nodeWords'),
    ends: next('ends'),
    wordLengths: next('wordLengths'),
    formLists: next('formLists'),
    listStarts: next('listStarts'),
    senseEntities: next('senseEntities'),
    senseFlags: next('senseFlags'),
    senseShapes: next('senseShapes'),
    shapes: next('shapes'),
    relatedStarts: next('relatedStarts'),
    related: next('related'),
  };
}
