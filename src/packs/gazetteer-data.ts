/**
 * The compiled gazetteer as data: what `compileGazetteer` writes and `loadGazetteer` reads. It is
 * plain JSON (numbers in one base64 text), so that it can stand in a module of the content script or
 * travel in a message.
 *
 * Aliases, decoys, cues and anti-cues are phrases of tokens, the paths of one automaton whose edges are
 * words. Its tables are packed to the bit and read where they lie, so that a page has nothing to unpack
 * and holds in memory no more than this. A filter says beforehand which words can begin a phrase at
 * all. Where a path ends stands the list of senses that its phrase, or form, has; equal lists are
 * stored once. How the tables were chosen: docs/decisions/matching.md.
 */
import { bytesOf } from './base64.ts';
import type { EntityType } from './kinds.ts';
import { elementsOf, type PackedNumbers } from './packed-numbers.ts';

export const GAZETTEER_FORMAT = 6;

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
/** Prose writes the alias small as well, so that a capital that has to stand there says nothing. */
export const FLAG_WORD = 1 << 11;
export const FLAG_LANG_SHIFT = 12;

/** Two bits a token, the first token lowest: which capitals it has. */
export const SHAPE_BITS = 2;
export const SHAPE_PLAIN = 0;
export const SHAPE_INITIAL = 1;
export const SHAPE_CAPITALS = 2;
export const SHAPE_MIXED = 3;
/** Tokens beyond this many are taken in any case. */
export const SHAPE_TOKENS = 16;

/** Tables of the base64 text, in this order. Entities are counted from 1 where 0 stands for none. */
export const TABLES = [
  /** Filter of the words that phrases begin with; see word-filter.ts. */
  'filter',
  /** Words as byte codes, and the codes that each pair code stands for; see compile-words.ts. */
  'codes',
  'pairs',
  'bucketStarts',
  'bucketWords',
  /** 1 for each word that begins phrases; see `rankOf`. */
  'roots',
  'rootsBefore',
  /**
   * Where each of these leads. A number below that of
   * senses is a list, by its first sense: the phrase ends and none goes on. Others, less the number of
   * senses, are the first edge of a state.
   */
  'rootTargets',
  /** Twice the word of each edge, and 1 more for a state's last. A word too many: a phrase ends here. */
  'edgeWords',
  /** 0 for each edge that leads to the edge right behind it, 1 for others; see `rankOf`. */
  'jumps',
  'jumpsBefore',
  /** Where these lead, as in `rootTargets`; the list of a phrase that ends. */
  'edgeTargets',
  /** Entity of each sense and 1, 0 for a decoy's. */
  'senseEntities',
  /** Of each sense: the indices of its flags and of its shape. */
  'senseFlags',
  'senseShapes',
  /** 1 for the last sense of a list. */
  'senseEnds',
  'flags',
  'shapes',
  'relatedStarts',
  'related',
] as const;
type TableName = (typeof TABLES)[number];
export type Tables = Readonly<Record<TableName, PackedNumbers>>;

export interface GazetteerData {
  readonly format: typeof GAZETTEER_FORMAT;
  /** Entity ids; an entity's index in this list is what senses name. Beyond its end cues are of fields. */
  readonly entities: readonly string[];
  readonly types: readonly EntityType[];
  /** Of each entity: the first year in its names; 0 for none. See first-years.ts. */
  readonly firstYears: readonly number[];
  /** Of each entity: the fields that it is at home in, one bit each; see fields.ts. */
  readonly homes: readonly number[];
  /** The same of the fields in which its ambiguous words mean something else. */
  readonly rivals: readonly number[];
  /** Languages that senses name by index; the first is '' (any). */
  readonly langs: readonly string[];
  /** Units that have a byte code; see compile-words.ts. */
  readonly units: string;
  /** Number of words. */
  readonly words: number;
  /** See `pathStart`. */
  readonly pathSeed: number;
  /** [sense, alias in NFC] of senses with FLAG_ACCENTS. */
  readonly accented: readonly (readonly [number, string])[];
  /** [numbers, bits a number] of each table. */
  readonly tables: readonly (readonly [number, number])[];
  readonly bytes: string;
}

/** Bytes of an element of the array that holds numbers. */
const ELEMENT_BYTES = 4;

/** btoa takes one argument of limited length; this many bytes at a time go through. */
const CHUNK = 0x8000;

/** Packs tables into one base64 text. Every machine that runs a browser is little-endian. */
export function writeTables(tables: Tables): Pick<GazetteerData, 'tables' | 'bytes'> {
  const all = TABLES.map((name) => tables[name]);
  const elements = new Uint32Array(all.reduce((sum, { bits }) => sum + bits.length, 0));
  let at = 0;
  for (const { bits } of all) {
    elements.set(bits, at);
    at += bits.length;
  }
  const bytes = new Uint8Array(elements.buffer);
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return {
    tables: all.map(({ length, width }) => [length, width] as const),
    bytes: btoa(binary),
  };
}

/** The tables that `writeTables` packed, as views of one buffer. */
export function readTables({ bytes, tables }: Pick<GazetteerData, 'tables' | 'bytes'>): Tables {
  const { buffer } = bytesOf(bytes);
  let at = 0;
  const read = TABLES.map((name, i): [TableName, PackedNumbers] => {
    const [length = 0, width = 1] = tables[i] ?? [];
    const bits = new Uint32Array(buffer, at, elementsOf(length, width));
    at += bits.length * ELEMENT_BYTES;
    return [name, { length, width, bits }];
  });
  return Object.fromEntries(read) as Record<TableName, PackedNumbers>;
}

/**
 * Forms that mean the same end in one state, so that a form's number comes of the path to it: two
 * hashes of its words, of 26 bits each. The compiler finds a seed with which no two forms of the
 * gazetteer have the same number; there are no other forms that could.
 */
const HALF = 2 ** 26;

export const pathStart = (seed: number): number => seed;

/** Number of a path with one word more. */
export function pathStep(path: number, word: number): number {
  const upper = Math.floor(path / HALF);
  const lower = path - upper * HALF;
  return (
    (Math.imul(upper ^ (word + 1), 0x9e3779b1) >>> 6) * HALF +
    (Math.imul(lower ^ (word + 1), 0x85ebca6b) >>> 6)
  );
}
