/** Senses of an alias: which of them counts in a block, by its language, and of which kind it is. */
import { SHAPE_BITS, SHAPE_CAPITALS } from '../packs/gazetteer-data.ts';
import type { Sense } from './gazetteer.ts';
import { wordSet } from './word-set.ts';
import { isAscii } from './words.ts';

/** The first word's capitals. */
const FIRST_SHAPE = (1 << SHAPE_BITS) - 1;

export interface ChosenSense {
  readonly sense: Sense;
  /** False where the alias is of another language, in which its words may be ordinary ones. */
  readonly native: boolean;
  /** True where the page has to confirm what the words mean. */
  readonly doubtful: boolean;
}

/**
 * Languages of most pages, whose script is known without asking: the first question of `Intl.Locale` takes 6 to 10 ms. Serbian,
 * which by rule has another script than Latin, is often written in Latin all the same.
 */
const IN_LATIN = wordSet(
  'en de fr es pt it nl sv da no nb nn fi is pl cs sk hu ro hr sl sr sq lt lv et tr id ms vi ca gl eu ga cy af sw',
);
const IN_OTHERS = wordSet(
  'zh ja ko ru uk be bg mk el ar fa ur he hi bn ta te mr th ka hy km my ne',
);
const byLanguage = new Map<string, boolean>();

/**
 * True of languages in whose texts a name in Latin letters stands out, since none of their own words
 * looks like it: Arabic, Hebrew, Persian, Russian, Japanese, Korean, Hindi, Thai. Which script a
 * language is in is Unicode's: https://unicode.org/reports/tr35/#Likely_Subtags
 */
function isWrittenOtherwise(lang: string): boolean {
  if (IN_LATIN.has(lang)) return false;
  if (IN_OTHERS.has(lang)) return true;
  let known = byLanguage.get(lang);
  if (known === undefined) {
    known = !['Latn', undefined].includes(scriptOf(lang));
    byLanguage.set(lang, known);
  }
  return known;
}

function scriptOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script;
  } catch {
    // A page may say anything in its lang attribute.
    return undefined;
  }
}

/** True where no letter is of another alphabet. */
const isLatin = (words: string): boolean =>
  isAscii(words) || /^[\p{Script=Latin}\P{L}]*$/u.test(words);

/**
 * Chooses among the senses that one entity has for the words of a candidate: the one of the block's
 * language first, then the one that needs least deciding.
 * @param senses at least one, all of one entity.
 * @param lang primary subtag of the block's language; null where it cannot be told.
 */
export function chooseSense(
  senses: readonly Sense[],
  words: string,
  lang: string | null,
): ChosenSense {
  const [first] = senses;
  if (!first) throw new Error('a candidate has at least one sense');
  const native = (sense: Sense): ChosenSense => ({
    sense,
    native: true,
    doubtful: sense.ambiguous,
  });
  // Packs are written in English first; its sense is the careful one.
  if (lang === null) return native(senses.find((sense) => sense.language === 'en') ?? first);
  const own = senses.find((sense) => sense.language === lang);
  if (own) return native(own);
  const calm = senses.find((sense) => !sense.ambiguous) ?? first;
  if (isWrittenOtherwise(lang) || !isLatin(words)) return native(calm);
  // Several words together are no ordinary phrase of another language.
  const single = !/[\s-]/.test(words);
  return { sense: calm, native: false, doubtful: calm.ambiguous || single };
}

/** Senses by the entity that they mean. */
export function byEntity(
  senses: readonly Sense[],
): readonly (readonly [number, readonly Sense[]])[] {
  const entity = senses[0]?.entity;
  if (entity === undefined) return [];
  // Nearly always there is but one.
  if (senses.every((sense) => sense.entity === entity)) return [[entity, senses]];
  const groups = new Map<number, Sense[]>();
  for (const sense of senses) {
    const group = groups.get(sense.entity);
    if (group) group.push(sense);
    else groups.set(sense.entity, [sense]);
  }
  return [...groups];
}

/** True where the alias begins in capitals: US, EVs. */
export const isAbbreviated = ({ shape }: Sense): boolean =>
  (shape & FIRST_SHAPE) === SHAPE_CAPITALS;
