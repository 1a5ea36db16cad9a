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
  FLAG_WORD,
  GAZETTEER_FORMAT,
  type GazetteerData,
  pathStart,
  readTables,
  type Tables,
} from '../packs/gazetteer-data.ts';
import type { EntityType } from '../packs/kinds.ts';
import { bytesIn, numberAt, type PackedNumbers } from '../packs/packed-numbers.ts';
import { bucketShift } from '../packs/word-codes.ts';
import { shiftOf } from '../packs/word-filter.ts';
import { codeTexts, endCodes, type WordTable } from './word-table.ts';

/** One meaning of a form, unpacked; see gazetteer-data.ts for the values. */
export interface Sense {
  readonly kind: number;
  /** Index of the entity; -1 for a decoy. */
  readonly entity: number;
  readonly caseMode: number;
  readonly ambiguous: boolean;
  readonly prior: number;
  readonly preferred: boolean;
  /** A place that stands for those who govern from it. */
  readonly metonym: boolean;
  /** Prose writes it small as well. */
  readonly isWord: boolean;
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
  /** Of each entity: the first year in its names; 0 for none. */
  readonly firstYears: readonly number[];
  /** Of each entity: the fields that it is at home in, one bit each. */
  readonly homes: readonly number[];
  /** The same of the fields in which its ambiguous words mean something else. */
  readonly rivals: readonly number[];
  /** What the matcher reads; for its meaning see gazetteer-data.ts. */
  readonly filter: Uint32Array;
  readonly filterShift: number;
  readonly words: WordTable;
  readonly wordCount: number;
  readonly roots: PackedNumbers;
  readonly rootsBefore: PackedNumbers;
  readonly rootTargets: PackedNumbers;
  readonly edgeWords: PackedNumbers;
  readonly edgeTargets: PackedNumbers;
  readonly jumps: PackedNumbers;
  readonly jumpsBefore: PackedNumbers;
  /** Targets below are lists; others, less this, are edges. */
  readonly lists: number;
  readonly firstPath: number;
  /** Indices of the entities related to each entity. */
  relatedTo(entity: number): readonly number[];
  /**
   * What is related to those, and not to the entity itself: things of its subject, whether or not somebody listed
   * the two side by side. Places are related to too much to say that.
   */
  ofSubjectOf(entity: number): ReadonlySet<number>;
  /** A small number for a path, the same for the same path. */
  formOf(path: number): number;
  /** The senses of a list, made when first asked for and kept. */
  senses(list: number): readonly Sense[];
}

/** Reads the senses of lists and keeps them. */
function senseReader(
  tables: Tables,
  { langs, accented }: Pick<GazetteerData, 'langs' | 'accented'>,
): (list: number) => readonly Sense[] {
  const accents = new Map(accented);
  const read = (i: number): Sense => {
    const flags = numberAt(tables.flags, numberAt(tables.senseFlags, i));
    const lang = langs[flags >> FLAG_LANG_SHIFT] ?? '';
    return {
      kind: flags & FLAG_KIND,
      entity: numberAt(tables.senseEntities, i) - 1,
      caseMode: (flags >> FLAG_CASE_SHIFT) & 0b11,
      ambiguous: (flags & FLAG_AMBIGUOUS) !== 0,
      prior: (flags >> FLAG_PRIOR_SHIFT) & 0b11,
      preferred: (flags & FLAG_PREFERRED) !== 0,
      metonym: (flags & FLAG_METONYM) !== 0,
      isWord: (flags & FLAG_WORD) !== 0,
      bearer: (flags & FLAG_BEARER) !== 0,
      lang,
      language: lang.split('-')[0] ?? '',
      shape: numberAt(tables.shapes, numberAt(tables.senseShapes, i)),
      accented: accents.get(i) ?? null,
    };
  };
  const known = new Map<number, readonly Sense[]>();
  return (list) => {
    let senses = known.get(list);
    if (!senses) {
      const made: Sense[] = [];
      let i = list;
      do made.push(read(i));
      while (numberAt(tables.senseEnds, i++) === 0);
      senses = made;
      known.set(list, senses);
    }
    return senses;
  };
}

/** Reads which entities are related to one. */
function relatedReader({ related, relatedStarts }: Tables): Gazetteer['relatedTo'] {
  return (entity) => {
    const found: number[] = [];
    const end = numberAt(relatedStarts, entity + 1);
    for (let i = numberAt(relatedStarts, entity); i < end; i++) found.push(numberAt(related, i));
    return found;
  };
}

/** True where a field's bit is set: of an entity's `homes`, or its `rivals`. @param field its place in the list of fields */
export const hasField = (fields: number | undefined, field: number): boolean =>
  (((fields ?? 0) >>> field) & 1) === 1;

/** Finds, when first asked, what lies two steps from an entity by ways that lead through no place. */
function subjectReader(
  relatedTo: Gazetteer['relatedTo'],
  types: readonly EntityType[],
): Gazetteer['ofSubjectOf'] {
  const isPlace = (entity: number) => types[entity] === 'place';
  const known = new Map<number, ReadonlySet<number>>();
  return (entity) => {
    let found = known.get(entity);
    if (!found) {
      const related = new Set(relatedTo(entity));
      const steps = isPlace(entity) ? [] : [...related].filter((near) => !isPlace(near));
      const far = steps.flatMap((near) => relatedTo(near));
      found = new Set(far.filter((key) => key !== entity && !related.has(key) && !isPlace(key)));
      known.set(entity, found);
    }
    return found;
  };
}

/** Numbers paths in the order in which they are first asked for. */
function pathNumbers(): Gazetteer['formOf'] {
  const forms = new Map<number, number>();
  return (path) => {
    let form = forms.get(path);
    if (form === undefined) {
      form = forms.size;
      forms.set(path, form);
    }
    return form;
  };
}

function wordTable(data: GazetteerData, tables: Tables): WordTable {
  const texts = codeTexts(data.units, bytesIn(tables.pairs));
  return {
    codes: bytesIn(tables.codes),
    texts,
    isEnd: endCodes(texts),
    bucketStarts: tables.bucketStarts,
    bucketWords: tables.bucketWords,
    bucketShift: bucketShift(tables.bucketWords.length - 1),
  };
}

/**
 * Makes a compiled gazetteer ready to match.
 * @throws Error when the data is of another format than this code.
 */
export function loadGazetteer(data: GazetteerData): Gazetteer {
  if (data.format !== GAZETTEER_FORMAT) {
    throw new Error(`gazetteer of format ${data.format}, expected ${GAZETTEER_FORMAT}`);
  }
  const tables = readTables(data);
  const filter = tables.filter.bits;
  const relatedTo = relatedReader(tables);
  return {
    entities: data.entities,
    types: data.types,
    firstYears: data.firstYears,
    homes: data.homes,
    rivals: data.rivals,
    filter,
    filterShift: shiftOf(filter),
    words: wordTable(data, tables),
    wordCount: data.words,
    roots: tables.roots,
    rootsBefore: tables.rootsBefore,
    rootTargets: tables.rootTargets,
    edgeWords: tables.edgeWords,
    edgeTargets: tables.edgeTargets,
    jumps: tables.jumps,
    jumpsBefore: tables.jumpsBefore,
    lists: tables.senseEntities.length,
    firstPath: pathStart(data.pathSeed),
    relatedTo,
    ofSubjectOf: subjectReader(relatedTo, data.types),
    formOf: pathNumbers(),
    senses: senseReader(tables, data),
  };
}
