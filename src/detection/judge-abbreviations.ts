/**
 * What speaks for and against abbreviations, which share their letters with more things than any list
 * has: other names that they spell, codes among codes, figures, and the company of small words.
 */
import { PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import { isAmongCodes, isInSeries, spelledBefore } from './abbreviations.ts';
import type { Hypothesis } from './hypothesis.ts';
import { isFunctionWord } from './language.ts';
import { type Piece, push } from './pieces.ts';
import { isAbbreviated } from './senses.ts';
import { actOf } from './verbs.ts';
import { WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { isPossessive, type Sides, spaced, wordBefore } from './words.ts';

/** Words that are no nouns, though no language is told by them. */
const NO_NOUN = wordSet(
  'came went did does every again will would could can may might must should',
);
const ONE_OF_A_KIND = wordSet('a an my your our new used this');
const SMALL_WORD = /^[a-z]{3,}$/;

/** True for a word that is likely a noun or an adjective: small, and none of those that end a phrase. */
export const isSmallNoun = (word: string): boolean =>
  SMALL_WORD.test(word) && !NO_NOUN.has(word) && !isFunctionWord(word);

/** "Georgia Healthcare Group … GHG will pay a dividend": its letters stand before it for another name. */
export function isSpelledOtherwise({ block, candidate, sense, words }: Hypothesis): boolean {
  if (!isAbbreviated(sense) || candidate.introduced) return false;
  const spelled = spelledBefore(block.scan.text, candidate.start, words);
  if (!spelled) return false;
  const own = block.candidates.overlapping(spelled);
  return !own.some(({ senses }) => senses.some(({ entity }) => entity === sense.entity));
}

/** Only for senses whose alias is an abbreviation. */
export function collectAbbreviation(
  given: Hypothesis,
  { before, after }: Sides,
  found: Piece[],
): void {
  const { block, evidence, candidate, sense, words } = given;
  const { text } = block.scan;
  const { start, end, shouted } = candidate;
  const type = evidence.gazetteer.types[sense.entity];
  if (isSpelledOtherwise(given)) {
    push(found, 'introduced', 'spelled out otherwise', WEIGHTS.spelledOtherwise, null);
  }
  if (isAmongCodes(text, start, end) || isInSeries(text, words)) {
    push(found, 'context', 'among codes', WEIGHTS.amongCodes, null);
  }
  const article = spaced(before).toLowerCase();
  const next = spaced(after);
  // "the EV announced": what does so has the name of a thing, and is a body of that name.
  if (type === 'topic' && article === 'the' && actOf(next) === 'decides') {
    push(found, 'context', 'acts as a body', WEIGHTS.actsAsBody, null);
  }
  // "an EV", "my EV", of which there are many; "an EV of 2" and "a third of an EV" are figures.
  const part = before ? wordBefore(text, before.from)?.word : null;
  if (
    type === 'topic' &&
    (ONE_OF_A_KIND.has(article) || isPossessive(article)) &&
    next !== 'of' &&
    part !== 'of'
  ) {
    push(found, 'context', 'one of a kind', WEIGHTS.oneThing, null);
  }
  if (!shouted && sense.prior === PRIOR_USUAL && isSmallNoun(next)) {
    push(found, 'context', 'describes', WEIGHTS.describes, null);
  }
}
