/**
 * Who wins where packs name different things by the same words: the pack that stands first. What the
 * others say by those words is left out before anything is compiled, so that a page never has to
 * choose. Pure.
 */
import { phraseTokens } from '../text/tokens.ts';
import type { Alias, Decoy, Pack } from './schema.ts';

/** The parts of a pack that text is matched against. */
type MatchablePack = Pick<Pack, 'entities' | 'decoys'>;

/** Words as pages compare them: folded, with a space between tokens. */
export const foldedWords = (text: string): string =>
  phraseTokens(text)
    ?.map(({ folded }) => folded)
    .join(' ') ?? text;

/** The same with their language: aliases of one do not hide those of another. */
export const wordsOf = ({ text, lang }: Pick<Alias, 'text' | 'lang'>): string =>
  `${lang.split('-')[0]} ${foldedWords(text)}`;

/** A name, and the entity that it names. */
export interface NamedAlias {
  readonly text: string;
  readonly lang: string;
  readonly entity: string;
}

/** All names of a pack. */
export const namesIn = ({ entities }: Pick<Pack, 'entities'>): NamedAlias[] =>
  entities.flatMap(({ name, aliases }) =>
    aliases.map(({ text, lang }) => ({ text, lang, entity: name })),
  );

/**
 * The packs without what earlier ones say by the same words.
 * @param packs in their order, the strongest first; each is free of clashes in itself.
 */
export function settleClashes<P extends MatchablePack>(packs: readonly P[]): P[] {
  const taken = new Set<string>();
  return packs.map((pack) => {
    const own = new Set<string>();
    const isFree = (item: Pick<Alias | Decoy, 'text' | 'lang'>): boolean => {
      const words = wordsOf(item);
      own.add(words);
      return !taken.has(words);
    };
    const entities = pack.entities.map((entity) => ({
      ...entity,
      aliases: entity.aliases.filter(isFree),
    }));
    const decoys = (pack.decoys ?? []).filter(isFree);
    for (const words of own) taken.add(words);
    return { ...pack, entities, decoys };
  });
}
