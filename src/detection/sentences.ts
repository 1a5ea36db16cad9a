/** Where sentences begin: how near a cue is to a mention is counted in sentences. */
import { DIGIT, LETTER, SPACE } from '../text/fold.ts';
import { classAt, isSign, isWordClass } from '../text/tokens.ts';
import { wordSet } from './word-set.ts';
import { isCapitalised } from './words.ts';

/** A full stop behind these ends no sentence. */
const ABBREVIATIONS = wordSet(
  'Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Lt Col Sgt Jr Sr Co Corp Inc Ltd vs cf No Nos Art Sec approx ca bzw Nr Abs Sra Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Wm Jos Thos Jas Chas Mich Calif Mass Wash Ala Fla Ga Pa Va Tex',
);
const LONGEST_ABBREVIATION = 6;
const BEFORE_ABBREVIATION = /[\s(“"']/;
const END = /[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[」』”）]*|\n+/g;
/** What can begin a sentence beside capitals, digits and letters without case. */
const OPENING = '"\'“‘«¿¡([–—-';
/** White space that may stand between a full stop and the next sentence, and more where it may not. */
const LONGEST_GAP = 3;
/** "in the U.S. The next": behind an abbreviation these small common words begin a sentence. */
const BEGINNERS = /^\s+(?:The|A|An|It|He|She|They|But|And|In|This|That|We|I|His|Her|Its|On|At)\s/;
const LONGEST_BEGINNER = 12;

/** True when the full stop at `at` is an abbreviation's. Read by hand: each sentence asks it. */
function isAbbreviation(text: string, at: number): boolean {
  // The last letter of U.S. and e.g.
  if (text.charAt(at - 2) === '.' && classAt(text, at - 1) === LETTER) return true;
  let from = at;
  while (from > 0 && at - from < LONGEST_ABBREVIATION && classAt(text, from - 1) === LETTER) from--;
  if (from === at || (from > 0 && !BEFORE_ABBREVIATION.test(text.charAt(from - 1)))) return false;
  const word = text.slice(from, at);
  return word.length === 1 ? isCapitalised(word) : ABBREVIATIONS.has(word);
}

/** True when a sentence can begin behind the white space at `at`: a small letter goes on. */
function canBegin(text: string, at: number): boolean {
  let i = at;
  while (i - at < LONGEST_GAP && classAt(text, i) === SPACE) i++;
  const cls = classAt(text, i);
  if (cls === LETTER) {
    const char = text.charAt(i);
    return char !== char.toLowerCase() || char === char.toUpperCase();
  }
  return cls === DIGIT || isSign(cls) || OPENING.includes(text.charAt(i));
}

/** Start offsets of the sentences of a text after the first, in order. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  END.lastIndex = 0;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const [mark] = match;
    const at = match.index + mark.length;
    if (at >= text.length) break;
    if (mark === '.' && isAbbreviation(text, match.index)) {
      if (!BEGINNERS.test(text.slice(at, at + LONGEST_BEGINNER))) continue;
    }
    if (!mark.includes('\n') && !canBegin(text, at)) continue;
    starts.push(at);
  }
  return starts;
}

/** Number of the sentence that `at` stands in, from 0. */
export function sentenceAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NUMBER = /^\d+$/;

/** True when nothing but quotes, brackets, list marks and space stands between the sentence's start and `at`. */
export function beginsSentence(text: string, starts: readonly number[], at: number): boolean {
  const start = starts[sentenceAt(starts, at) - 1] ?? 0;
  let i = start;
  while (i < at && !isWordClass(classAt(text, i)) && !isSign(classAt(text, i))) i++;
  let end = at;
  while (end > i && !isWordClass(classAt(text, end - 1)) && !isSign(classAt(text, end - 1))) end--;
  // "3. Glasgow", "2) Glasgow"
  const mark = end < at ? text.charAt(end) : '';
  return i >= end || ((mark === '.' || mark === ')') && NUMBER.test(text.slice(i, end)));
}
