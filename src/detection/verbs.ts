/** Verbs of those who decide and speak, in any form, and which words of a headline are verbs. */
import { ANYBODY_ACTS, GOVERNMENT_ACTS, VERB_ENDING } from './government-words.ts';
import { type WordSet, wordSet } from './word-set.ts';
import { isAcronym } from './words.ts';

/** “d’accorder à Kiev”, “s’oppose” */
export const ELIDED = /^[dlnqs]['’]/;

/** What a verb says of its subject: that it decides or speaks, or only that it may. */
export type Act = 'decides' | 'may' | null;

/** True for a form of a verb of a list. */
function isVerbOf(list: WordSet, word: string): boolean {
  if (list.has(word)) return true;
  if (!VERB_ENDING.test(word)) return false;
  // "accepte" is "accept-" with an e, and not "accep-" with a te.
  return (
    list.has(word.replace(VERB_ENDING, '-')) ||
    (word.endsWith('te') && list.has(`${word.slice(0, -1)}-`))
  );
}

/** What a word says of the name before it. */
export function actOf(word: string): Act {
  // "XI TELLS SENATORS"; “Moscou s’oppose”
  const verb = isAcronym(word) ? word.toLowerCase() : word.replace(ELIDED, '');
  return isVerbOf(ANYBODY_ACTS, verb) ? 'may' : isVerbOf(GOVERNMENT_ACTS, verb) ? 'decides' : null;
}

/** What headlines say, beside what governments do: "REUTERS PHOTOGRAPHER WINS PRIZE", "Japan and EU Sign Deal". */
const HEADLINE_VERBS = wordSet(`
  wins takes hits hit gets loses opens closes makes backs finds gives goes joins leaves plays rises falls sets shows starts
  stops tells turns wants warns is are was were to needs sign agree agrees meet meets hold holds seek seeks face faces clash reach
  reaches eyes weighs tests vows grows slows keeps
`);

/**
 * True for a word that in a line of capitals is a verb, more likely than a part of a name: no bare stem, which is a noun as
 * well (plan, view).
 */
export function isHeadlineVerb(word: string): boolean {
  const small = word.toLowerCase();
  return HEADLINE_VERBS.has(small) || (/(?:s|ed)$/.test(small) && actOf(small) !== null);
}
