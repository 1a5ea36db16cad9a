/** Which language a block is in, where its page does not say or says it wrongly. */

import { LETTER, SKIP } from '../text/fold.ts';
import { classAt } from '../text/tokens.ts';
import { wordSet } from './word-set.ts';
import { isCapitalised } from './words.ts';

/** The commonest function words, those that few of the other languages share. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was with as his on be at by this had not are but from or have an they which you were her she there their what has when said would',
  de: 'der die und das ist nicht ein eine den dem des mit sich auf für von im zu als auch bei nach aus wird wurde sind war noch nur aber oder über dass wie hat werden einen einer zum zur',
  fr: 'le les des est et une dans qui que pour du au sur pas avec par il sont plus ce cette ont été leur aux mais ou elle ses nous vous entre après qu n',
  es: 'el los las del que una por con para se su al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también hasta hay donde fue ha y es',
  pt: 'o os um uma que não por com para se da do das dos ao na no nas nos pelo pela mais mas foi são é também até há ser está isso seu sua já e em',
  it: 'il lo gli che di per una con non sono del della dei nel nella alla più anche come ma ha è si da questo le dal un dalla',
  nl: 'het een van en de dat niet zijn voor met op aan er maar om ook als bij door naar werd wordt hebben uit nog',
};

const LANGUAGES = Object.keys(STOP_WORDS);
let wordLanguages: Map<string, number> | null = null;

/** Word -> bits of the languages that use it; made when first needed. */
function languagesOf(word: string): number {
  if (!wordLanguages) {
    wordLanguages = new Map();
    for (const [i, lang] of LANGUAGES.entries()) {
      for (const each of (STOP_WORDS[lang] ?? '').split(' ')) {
        wordLanguages.set(each, (wordLanguages.get(each) ?? 0) | (1 << i));
      }
    }
  }
  return wordLanguages.get(word) ?? 0;
}

/** True for a small word of any of these languages, written small: no part of a name beside it. */
export const isFunctionWord = (word: string): boolean =>
  word.length <= LONGEST_STOP_WORD && languagesOf(word) !== 0;

const ROMANCE = wordSet('fr es pt it ca');

/** @param lang primary subtag; null where it cannot be told */
export const isRomanceLanguage = (lang: string | null): boolean =>
  lang !== null && ROMANCE.has(lang);

/** Enough of a text to know its language by. */
const MOST_WORDS = 120;
/** No function word of these languages is longer. */
const LONGEST_STOP_WORD = 6;
/** Function words that a guess needs, and how many more than the next language. */
const FEWEST_HITS = 2;
const LEAD = 1.34;
/** Shares of a text that a script needs: Han and kana are denser than letters. */
const HAN_SHARE = 0.25;
const HANGUL_SHARE = 0.25;
const CYRILLIC_SHARE = 0.5;
/** Of signs that are Han or kana, kana: headlines have least, and Chinese texts quote a word. */
const KANA_SHARE = 0.08;

/** Anything beyond Latin letters, general punctuation and currency signs. */
const OTHER_SCRIPT = /[\u0370-\u1dff\u2e80-\ud7ff\uf900-\uffef]/;

/** Blocks of Unicode by which a language is told: script, first and last unit. */
const SCRIPTS = [
  ['cyrillic', 0x0400, 0x052f],
  ['hangul', 0x1100, 0x11ff],
  ['kana', 0x3041, 0x30ff],
  ['hangul', 0x3130, 0x318f],
  ['kana', 0x31f0, 0x31ff],
  // With its rarer signs, which take two units: the first of them.
  ['han', 0x3400, 0x9fff],
  ['hangul', 0xac00, 0xd7a3],
  ['han', 0xd840, 0xd888],
  ['han', 0xf900, 0xfaff],
  ['kana', 0xff66, 0xff9f],
] as const;
const FIRST_OTHER = 0x0400;

/** What most of a text is written in decides; a word of another script is a quotation. */
function languageOfScript(text: string): string | null {
  if (!OTHER_SCRIPT.test(text)) return null;
  const units = { cyrillic: 0, hangul: 0, kana: 0, han: 0 };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < FIRST_OTHER) continue;
    for (const [script, first, last] of SCRIPTS) {
      if (unit >= first && unit <= last) units[script]++;
    }
  }
  const { cyrillic, hangul, kana, han } = units;
  if (kana + han > text.length * HAN_SHARE) {
    return kana > (kana + han) * KANA_SHARE ? 'ja' : 'zh';
  }
  if (hangul > text.length * HANGUL_SHARE) return 'ko';
  return cyrillic > text.length * CYRILLIC_SHARE ? 'ru' : null;
}

/**
 * Letters that of these languages one writes in its common words. In names they say nothing: Müller and São Paulo stand
 * in any language's text. Nor do they where a language's small words are missing: Swedish and Turkish have ö as well.
 */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  de: /[äöüß]/,
  fr: /[èùîœ]/,
  es: /ñ/,
  pt: /[ãõ]/,
};
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Adds words with its letters to each language that has enough function words. */
function withOwnLetters(text: string, hits: readonly number[]): number[] {
  const words = text.split(/[^\p{L}\p{M}]+/u, MOST_WORDS);
  const telling = words.filter((word) => BEYOND_ASCII.test(word) && !isCapitalised(word));
  return LANGUAGES.map((lang, k) => {
    const found = hits[k] ?? 0;
    const letters = OWN_LETTERS[lang];
    if (!letters || found < FEWEST_HITS) return found;
    return found + telling.filter((word) => letters.test(word)).length;
  });
}

/** Function words of each language in a text, in the order of LANGUAGES. */
function countStopWords(text: string): number[] {
  const hits = LANGUAGES.map(() => 0);
  let words = 0;
  let start = -1;
  for (let i = 0; i <= text.length && words < MOST_WORDS; i++) {
    const cls = classAt(text, i);
    if (cls === LETTER || cls === SKIP) {
      if (start === -1) start = i;
    } else if (start !== -1) {
      words++;
      if (i - start <= LONGEST_STOP_WORD) {
        const bits = languagesOf(text.slice(start, i).toLowerCase());
        for (let k = 0; bits >> k !== 0; k++) if ((bits >> k) & 1) hits[k] = (hits[k] ?? 0) + 1;
      }
      start = -1;
    }
  }
  return hits;
}

/** The language with enough hits more than the next one, or null. */
function leader(hits: readonly number[]): string | null {
  let first = 0;
  let second = 0;
  let best = -1;
  hits.forEach((count, i) => {
    if (count > first) [second, first, best] = [first, count, i];
    else if (count > second) second = count;
  });
  return first < FEWEST_HITS || first < second * LEAD ? null : (LANGUAGES[best] ?? null);
}

/**
 * Primary language subtag of a text, by script and function words, and by its letters where these leave it open.
 * @returns null where the text does not show it.
 */
function guessLanguage(text: string): string | null {
  const byScript = languageOfScript(text);
  if (byScript !== null) return byScript;
  const hits = countStopWords(text);
  return leader(hits) ?? (BEYOND_ASCII.test(text) ? leader(withOwnLetters(text, hits)) : null);
}

/** A guess that overrules what the page says has to come from at least this much text. */
const OVERRULING_LENGTH = 80;

/** Language of a block: what the page says, unless the text plainly is in another one. */
export function blockLanguage(text: string, declared: string | null): string | null {
  const said = declared ? (declared.toLowerCase().split('-')[0] ?? null) : null;
  if (said !== null && text.length < OVERRULING_LENGTH) return said;
  return guessLanguage(text) ?? said;
}
