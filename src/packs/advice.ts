/**
 * What a valid pack may say and its writer has hardly meant: names that no text can contain, fields whose names are
 * nearly those of the format, common words that would be marked wherever they stand, and cues that are the
 * entity's own names.
 */
import { phraseTokens } from '../text/tokens.ts';
import { foldedWords } from './clashes.ts';
import { isWrittenSmall, matchesInMillion } from './common-words.ts';
import { caseOf } from './compile.ts';
import { cueVariants, decoyVariants, variantsOf } from './compile-variants.ts';
import { type MisspeltField, misspeltFields } from './misspelt-fields.ts';
import { type Problem, shown } from './problems.ts';
import type { Alias, Decoy, Entity, Pack } from './schema.ts';

/** One remark, with its place in the pack. */
export type Remark = { readonly path: string } & (
  | ({ readonly kind: 'field' } & Omit<MisspeltField, 'path'>)
  | { readonly kind: 'unfindable'; readonly text: string }
  | { readonly kind: 'common'; readonly text: string; readonly inMillion: number }
  /** A cue, the alias of the same entity that it is a form of, and whether that has to be confirmed itself. */
  | {
      readonly kind: 'own-name';
      readonly text: string;
      readonly alias: string;
      /** Name of the entity. */
      readonly entity: string;
      readonly ambiguous: boolean;
    }
);

const formsOf = ({ type }: Entity, alias: Alias): string[] =>
  variantsOf(alias.text, alias.lang, type, caseOf(alias));

/** @param forms made only where the text as it is written cannot be found */
const isFound = (text: string, forms: () => readonly string[]): boolean =>
  phraseTokens(text) !== null || forms().some((form) => phraseTokens(form));

function remarksOnAlias(alias: Alias, entity: Entity, path: string): Remark[] {
  const { text } = alias;
  if (!isFound(text, () => formsOf(entity, alias))) return [{ path, kind: 'unfindable', text }];
  const inMillion = matchesInMillion(alias);
  // Who says how often the words mean this has thought of the others.
  if (inMillion === 0 || alias.prior !== undefined || !isWrittenSmall(text)) return [];
  return [{ path, kind: 'common', text, inMillion }];
}

function remarksOnDecoy(decoy: Decoy, index: number): Remark[] {
  const { text, lang } = decoy;
  if (isFound(text, () => decoyVariants(text, lang, caseOf(decoy)))) return [];
  return [{ path: `decoys[${index}].text`, kind: 'unfindable', text }];
}

/** The aliases of an entity by each of their forms; of several that share one, the ambiguous one. */
function aliasesByForm(entity: Entity): Map<string, Alias> {
  const aliases = new Map<string, Alias>();
  for (const alias of entity.aliases) {
    for (const form of formsOf(entity, alias).map(foldedWords)) {
      if (alias.ambiguous || !aliases.has(form)) aliases.set(form, alias);
    }
  }
  return aliases;
}

/**
 * Cues that are aliases of their own entity, or forms of them. Where the page has such words, it names the entity:
 * matching counts them once, as one or the other. And an ambiguous alias would confirm itself.
 */
function ownNames(entity: Entity, path: string): Remark[] {
  if (entity.cues.length === 0) return [];
  const aliases = aliasesByForm(entity);
  return entity.cues.flatMap((text, i): Remark[] => {
    const named = cueVariants(text).flatMap((form) => aliases.get(foldedWords(form)) ?? []);
    const alias = named.find((each) => each.ambiguous) ?? named[0];
    if (!alias) return [];
    const ambiguous = alias.ambiguous === true;
    return [
      {
        path: `${path}.cues[${i}]`,
        kind: 'own-name',
        text,
        alias: alias.text,
        entity: entity.name,
        ambiguous,
      },
    ];
  });
}

/** Remarks on a valid pack, by their places; none of them keeps it from being added. */
export function adviceOn(pack: Pack): Remark[] {
  return [
    ...misspeltFields(pack).map((field): Remark => ({ ...field, kind: 'field' })),
    ...pack.entities.flatMap((entity, e) => {
      const path = `entities[${e}]`;
      return [
        ...entity.aliases.flatMap((alias, i) =>
          remarksOnAlias(alias, entity, `${path}.aliases[${i}].text`),
        ),
        ...ownNames(entity, path),
      ];
    }),
    ...(pack.decoys ?? []).flatMap(remarksOnDecoy),
  ];
}

/** A remark in the words of the command line. */
export function remarkInEnglish(remark: Remark): Problem {
  const { path } = remark;
  switch (remark.kind) {
    case 'field':
      return { path, message: `is no field; ${shown(remark.meant)} is one` };
    case 'unfindable': {
      const why = 'brackets, quotation marks, colons and the like end a name';
      return { path, message: `${shown(remark.text)} is never found: ${why}` };
    }
    case 'common': {
      const often = `about ${remark.inMillion} in a million of English prose`;
      const message = `${shown(remark.text)} is a common word, ${often}: mark it ambiguous`;
      return { path, message };
    }
    case 'own-name':
      return { path, message: ownNameInEnglish(remark) };
  }
}

function ownNameInEnglish({
  text,
  alias,
  ambiguous,
}: Extract<Remark, { kind: 'own-name' }>): string {
  const which = `${ambiguous ? 'an ambiguous' : 'an'} alias of this entity`;
  const what = text === alias ? `is ${which}` : `is a form of ${shown(alias)}, ${which}`;
  const why = ambiguous
    ? 'it would confirm itself where it stands twice'
    : 'where it stands the entity is named anyway';
  return `${shown(text)} ${what}: ${why}; take it out of the cues`;
}
