/** How often English words stand in ordinary prose (counted by scripts/common-words.ts). */
import counts from './common-words.json' with { type: 'json' };
import type { Alias } from './schema.ts';

/** In a million words: with a small first letter, and with a capital one. */
type Counts = readonly [small: number, capital: number];
const COUNTS = counts as unknown as Readonly<Record<string, Counts>>;

/**
 * How often an alias would match in a million words of English prose for being a common word; 0 for
 * what is none. An ambiguous alias is not counted: the words around it have to confirm it.
 */
export function matchesInMillion(alias: Alias): number {
  const { text, lang, ambiguous } = alias;
  const word = text.toLowerCase();
  if (ambiguous || lang.split('-')[0] !== 'en' || !Object.hasOwn(COUNTS, word)) return 0;
  const [small, capital] = COUNTS[word] ?? [0, 0];
  const style = alias.case ?? (text === word ? 'any' : 'proper');
  if (style === 'any') return small + capital;
  if (text === word) return small;
  // IT and WHO stand in prose as It and Who, which they do not match.
  return text.slice(1) === word.slice(1) ? capital : 0;
}

/** True for what prose writes small as well: no name in the first place, as Russia is. */
export function isWrittenSmall(text: string): boolean {
  const word = text.toLowerCase();
  return Object.hasOwn(COUNTS, word) && (COUNTS[word]?.[0] ?? 0) > 0;
}
