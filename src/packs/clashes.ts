/**
 * Who wins where packs name different things by the same words: the pack that stands first. What the
 * others say by those words is left out before anything is compiled, so that a page never has to
 * choose. Pure.
 */
import { phraseTokens } from '../text/tokens.ts';
import type { Alias, Decoy, Pack } from './schema.ts';

/** The parts of a pack that text is matched against. */
type MatchablePack = Pick<Pack, 'entities' | 'decoys'>;

/** Words as pages compare them; aliases of one language do not hide those of another. */
export function wordsOf({ text, lang }: Pick<Alias, 'text' | 'lang'>): string {
  const tokens = phraseTokens(text)?.map(({ folded }) => folded) ?? [text];
  return `${lang.split('-')[0]} ${tokens.join(' ')}`;
}

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
