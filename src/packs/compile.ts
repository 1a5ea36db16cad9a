/**
 * Packs -> gazetteer: every alias with its variants, every decoy, cue and anti-cue, in one index.
 * Runs when the bundled pack is built and, for packs that users add, in the background.
 */
import { type PhraseToken, phraseTokens } from '../text/tokens.ts';
import { type Fields, fieldWords, homesOf, rivalsOf } from './compile-fields.ts';
import { AutomatonBuilder } from './compile-index.ts';
import { shapeOf } from './compile-shape.ts';
import { cueVariants, decoyVariants, variantsOf } from './compile-variants.ts';
import { firstYearOf } from './first-years.ts';
import {
  CASE_ANY,
  CASE_EXACT,
  CASE_PROPER,
  FLAG_ACCENTS,
  FLAG_AMBIGUOUS,
  FLAG_BEARER,
  FLAG_CASE_SHIFT,
  FLAG_LANG_SHIFT,
  FLAG_METONYM,
  FLAG_PREFERRED,
  FLAG_PRIOR_SHIFT,
  FLAG_WORD,
  GAZETTEER_FORMAT,
  type GazetteerData,
  KIND_ALIAS,
  KIND_ANTI_CUE,
  KIND_CUE,
  KIND_DECOY,
  PRIOR_EVEN,
  PRIOR_RARE,
  PRIOR_USUAL,
  writeTables,
} from './gazetteer-data.ts';
import type { EntityType } from './kinds.ts';
import { packBytes, packNumbers } from './packed-numbers.ts';
import type { Alias, Pack } from './schema.ts';

/** Index of a decoy's entity. */
const NO_ENTITY = -1;

/** One sense of a phrase, before it is packed. */
interface Sense {
  entity: number;
  flags: number;
  shape: number;
  /** The alias in NFC where its accents count. */
  accented: string | null;
}

const PRIORS = { rare: PRIOR_RARE, even: PRIOR_EVEN, usual: PRIOR_USUAL } as const;
const CASES = { any: CASE_ANY, proper: CASE_PROPER, exact: CASE_EXACT } as const;

/** The case policy that an alias has where it names none; see `AliasSchema.case`. */
export function caseOf({
  text,
  case: named,
}: Pick<Alias, 'text'> & { case?: Alias['case'] }): number {
  if (named) return CASES[named];
  return text === text.toLowerCase() ? CASE_ANY : CASE_PROPER;
}

class Compiler {
  readonly automaton = new AutomatonBuilder();
  readonly senses: Sense[][] = [];
  readonly langs: string[] = [''];
  readonly #seen = new Set<string>();

  lang(tag: string): number {
    const known = this.langs.indexOf(tag);
    return known !== -1 ? known : this.langs.push(tag) - 1;
  }

  /** Adds one phrase with one meaning; the first of several equal ones stands. */
  add(text: string, entity: number, flags: number, accents = false): void {
    const tokens = phraseTokens(text);
    // One sign of a script without spaces is too little to be a name by itself.
    if (!tokens || tokens.length === 0 || isSingleSign(tokens)) return;
    const form = this.automaton.add(tokens);
    const shape = shapeOf(text, tokens);
    const key = `${form} ${entity} ${flags} ${shape}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.senses[form] ??= [];
    this.senses[form].push({
      entity,
      flags: accents ? flags | FLAG_ACCENTS : flags,
      shape,
      accented: accents ? text.normalize('NFC') : null,
    });
  }
}

function isSingleSign(tokens: readonly PhraseToken[]): boolean {
  const [only] = tokens;
  return tokens.length === 1 && only !== undefined && /^[^\p{ASCII}]$/u.test(only.folded);
}

function addAliases(
  compiler: Compiler,
  packs: readonly Pack[],
  ids: ReadonlyMap<string, number>,
  isWord: (text: string) => boolean,
) {
  for (const pack of packs) {
    for (const entity of pack.entities) {
      const index = ids.get(entity.id) ?? NO_ENTITY;
      const listed = new Set(entity.aliases.map(({ text, lang }) => `${lang} ${text}`));
      for (const alias of entity.aliases) {
        const flags =
          KIND_ALIAS |
          (caseOf(alias) << FLAG_CASE_SHIFT) |
          (alias.ambiguous ? FLAG_AMBIGUOUS : 0) |
          (PRIORS[alias.prior ?? (alias.ambiguous ? 'even' : 'usual')] << FLAG_PRIOR_SHIFT) |
          (alias.preferred ? FLAG_PREFERRED : 0) |
          (alias.metonym ? FLAG_METONYM : 0) |
          (alias.ambiguous && alias.lang === 'en' && isWord(alias.text) ? FLAG_WORD : 0) |
          (compiler.lang(alias.lang) << FLAG_LANG_SHIFT);
        for (const text of variantsOf(alias.text, alias.lang, entity.type, caseOf(alias))) {
          // "hydrocarbons", listed by itself, is not what "hydrocarbon" says of its plural.
          const isOther = text !== alias.text && listed.has(`${alias.lang} ${text}`);
          if (!isOther) compiler.add(text, index, flags, alias.accents === true);
        }
      }
      for (const [list, kind] of [
        [entity.cues, KIND_CUE],
        [entity.antiCues, KIND_ANTI_CUE],
      ] as const) {
        for (const cue of list) {
          for (const text of cueVariants(cue)) {
            compiler.add(text, index, kind | (caseOf({ text }) << FLAG_CASE_SHIFT));
          }
        }
      }
    }
    for (const decoy of pack.decoys ?? []) {
      const flags =
        KIND_DECOY |
        (caseOf(decoy) << FLAG_CASE_SHIFT) |
        (decoy.bearer ? FLAG_BEARER : 0) |
        (compiler.lang(decoy.lang) << FLAG_LANG_SHIFT);
      for (const text of decoyVariants(decoy.text, decoy.lang, caseOf(decoy))) {
        compiler.add(text, NO_ENTITY, flags);
      }
    }
  }
}

/** Words of fields are cues of entities that come behind those of the packs. */
function addFields(compiler: Compiler, words: readonly (readonly string[])[], first: number): void {
  words.forEach((list, field) => {
    for (const word of list) {
      compiler.add(word, first + field, KIND_CUE | (caseOf({ text: word }) << FLAG_CASE_SHIFT));
    }
  });
}

/** Lists of senses, equal ones once: the plural of an alias means what its singular does. */
class ListTable {
  readonly senses: Sense[] = [];
  /** 1 for the last sense of a list. */
  readonly ends: number[] = [];
  readonly #known = new Map<string, number>();

  /** Index of a list's first sense. */
  add(list: readonly Sense[]): number {
    const key = JSON.stringify(list);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.senses.length;
      this.#known.set(key, index);
      this.senses.push(...list);
      list.forEach((_, i) => {
        this.ends.push(i === list.length - 1 ? 1 : 0);
      });
    }
    return index;
  }
}

/** Different values, and the index of each value among them. */
function indexed(values: readonly number[]): { different: number[]; indices: number[] } {
  const different = [...new Set(values)];
  const index = new Map(different.map((value, i) => [value, i]));
  return { different, indices: values.map((value) => index.get(value) ?? 0) };
}

/** Lists one after the other, with where each begins: `starts` has one element more than lists. */
function flatten(lists: readonly (readonly number[])[]): { starts: number[]; flat: number[] } {
  const starts = [0];
  const flat: number[] = [];
  for (const list of lists) {
    flat.push(...list);
    starts.push(flat.length);
  }
  return { starts, flat };
}

/** The entities of packs, each id once: its number, and what its packs say of it together. */
interface Listed {
  readonly ids: ReadonlyMap<string, number>;
  readonly types: readonly EntityType[];
  readonly firstYears: readonly number[];
  /** Ids of the related ones, of which some may be of no pack. */
  readonly related: readonly ReadonlySet<string>[];
}

function listEntities(packs: readonly Pack[]): Listed {
  const ids = new Map<string, number>();
  const types: EntityType[] = [];
  const firstYears: number[] = [];
  const related: Set<string>[] = [];
  for (const entity of packs.flatMap((pack) => pack.entities)) {
    let index = ids.get(entity.id);
    if (index === undefined) {
      index = ids.size;
      ids.set(entity.id, index);
      types.push(entity.type);
      firstYears.push(firstYearOf(entity));
      related.push(new Set());
    }
    for (const id of entity.related) related[index]?.add(id);
  }
  return { ids, types, firstYears, related };
}

/** Of each entity the fields that it is at home in, and those that have its words for something else. */
function fieldsOfEntities(
  packs: readonly Pack[],
  ids: ReadonlyMap<string, number>,
  words: readonly (readonly string[])[],
): Pick<GazetteerData, 'homes' | 'rivals'> {
  const homes = new Array<number>(ids.size).fill(0);
  const rivals = new Array<number>(ids.size).fill(0);
  for (const entity of packs.flatMap((pack) => pack.entities)) {
    const index = ids.get(entity.id) ?? NO_ENTITY;
    homes[index] = (homes[index] ?? 0) | homesOf(entity, words);
    rivals[index] = (rivals[index] ?? 0) | rivalsOf(entity, words);
  }
  return { homes, rivals };
}

/** The senses of all lists, in their order, as tables. */
function senseTables({ senses, ends }: ListTable) {
  const flags = indexed(senses.map((sense) => sense.flags));
  const shapes = indexed(senses.map(({ shape }) => shape));
  return {
    senseEntities: packNumbers(senses.map(({ entity }) => entity + 1)),
    senseFlags: packNumbers(flags.indices),
    senseShapes: packNumbers(shapes.indices),
    senseEnds: packNumbers(ends),
    flags: packNumbers(flags.different),
    shapes: packNumbers(shapes.different),
  };
}

/** Which entities are related to each, as tables. */
function relatedTables({ ids, related }: Listed) {
  const neighbours = flatten(related.map((list) => [...list].flatMap((id) => ids.get(id) ?? [])));
  return {
    relatedStarts: packNumbers(neighbours.starts),
    related: packNumbers(neighbours.flat),
  };
}

/**
 * Compiles packs (validated ones) into one gazetteer. Where two packs have an entity of the same id,
 * their aliases add up. Phrases that no text can contain (brackets, one sign) are left out.
 * Time and size grow with the number of aliases; what a page pays later does not.
 * @param fields by which texts are told apart where an alias is ambiguous; see fields.ts.
 * @param isWord true for English words that prose writes small as well; see common-words.ts.
 */
export function compileGazetteer(
  packs: readonly Pack[],
  fields: Fields = {},
  isWord: (text: string) => boolean = () => false,
): GazetteerData {
  const listed = listEntities(packs);
  const { ids, types, firstYears } = listed;
  const words = fieldWords(fields);
  const compiler = new Compiler();
  addAliases(compiler, packs, ids, isWord);
  addFields(compiler, words, ids.size);

  const lists = new ListTable();
  const listOf = compiler.senses.map((senses) => lists.add(senses));
  const { senses } = lists;
  const {
    words: texts,
    wordCount,
    pathSeed,
    filter,
    ...automaton
  } = compiler.automaton.build((phrase) => listOf[phrase] ?? 0, senses.length);
  return {
    format: GAZETTEER_FORMAT,
    entities: [...ids.keys()],
    types,
    firstYears,
    langs: compiler.langs,
    ...fieldsOfEntities(packs, ids, words),
    units: texts.units,
    words: wordCount,
    pathSeed,
    accented: senses.flatMap(({ accented }, i) =>
      accented === null ? [] : [[i, accented] as const],
    ),
    ...writeTables({
      ...automaton,
      filter: { length: filter.length, width: 32, bits: filter },
      codes: packBytes(texts.codes),
      pairs: packBytes(texts.pairs),
      bucketStarts: texts.bucketStarts,
      bucketWords: texts.bucketWords,
      ...senseTables(lists),
      ...relatedTables(listed),
    }),
  };
}
