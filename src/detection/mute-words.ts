/** Ordinary words whose capital says nothing where they stand: "House prices rise", "Time called on". */
import { wordShape } from '../packs/compile-shape.ts';
import { PRIOR_RARE, SHAPE_INITIAL } from '../packs/gazetteer-data.ts';
import type { Hypothesis } from './hypothesis.ts';
import { beginsSentence } from './sentences.ts';
import { isAllLetters, isCapitalised, spaced, wordAfter } from './words.ts';

/** True for a word that begins a sentence, and that prose writes small as well or that is rarely a name. */
export function isMuteWord({ block, candidate, sense, words }: Hypothesis): boolean {
  if (sense.prior !== PRIOR_RARE && !sense.isWord) return false;
  if (!isAllLetters(words) || wordShape(words, 0, words.length) !== SHAPE_INITIAL) return false;
  const { text, sentences } = block.scan;
  if (!beginsSentence(text, sentences, candidate.start)) return false;
  // "House Republicans"
  return sense.prior === PRIOR_RARE || !isCapitalised(spaced(wordAfter(text, candidate.end)));
}
