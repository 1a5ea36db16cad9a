/** What stands before a match and makes another name of it: Lake Michigan, Bank of China, rue de Kiev. */
import { isRomanceLanguage } from './language.ts';
import {
  CAPITAL_ARTICLES,
  NAME_HEADS,
  NAME_HEADS_OF,
  ROMANCE_HEADS,
  SHIPS,
  SMALL_HEADS,
  STREETS,
} from './name-words.ts';
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { wordSet } from './word-set.ts';
import { type Beside, bare, isCapitalised, wordBefore } from './words.ts';

const NONE = NOTHING_BESIDE;

/** Between the name of a thing and that of its place. */
const OF = wordSet('of de do da du des von di');
const ARTICLES = wordSet("the la el l’ l'");

/** The word right before `start` in the same sentence. */
export function wordWithin(text: string, start: number, context: NameContext): Beside | null {
  const last = wordBefore(text, start);
  return last?.word.endsWith('.') && context.opensSentence(start) ? null : last;
}

/** An elided "de" right before a name: “rue d’Ukraine”. */
const ELIDED_OF = /(?<![\p{L}\p{M}])d['’]$/u;

/** The word before "of", "of the" and the like, right before `start`. */
export function headOf(text: string, start: number): Beside | null {
  const sign = text.charAt(start - 1);
  if (sign === '’' || sign === "'") {
    const from = start - "d'".length;
    return ELIDED_OF.test(text.slice(Math.max(0, from - 1), start)) ? wordBefore(text, from) : null;
  }
  const last = wordBefore(text, start);
  if (!last || isCapitalised(last.word)) return null;
  const of = ARTICLES.has(last.word) ? wordBefore(text, last.from) : last;
  return of && OF.has(of.word) ? wordBefore(text, of.from) : null;
}

/** True for a word that has its capital from nothing but itself: no sentence, line or quotation begins. */
function isInside(text: string, at: number, context: NameContext): boolean {
  const earlier = wordBefore(text, at);
  return earlier?.joint === 'space' && !context.opensSentence(at) && !context.titled();
}

/** What names of places begin with, and sentences as well. */
const NEW = wordSet('new old');

/** The article of “l’avenue”. */
const ELIDED = /^\p{L}{1,2}['’]/u;
const withoutArticle = (word: string): string =>
  /^..?['’]/.test(word) ? word.replace(ELIDED, '') : word;

/** Viermastbark, Frachtschiff. */
const GERMAN_SHIPS = /(?:bark|schiff|dampfer|fähre|frachter)$/;

const isShip = (word: string): boolean => SHIPS.has(word) || GERMAN_SHIPS.test(word);

/** Die Viermastbark „Peking“, the barque "Peking". */
function quotedShip(text: string, start: number): Beside | null {
  if (!/[„“"«»‚‘]/.test(text.charAt(start - 1))) return null;
  const last = wordBefore(text, start - 1);
  return last && isShip(bare(last.word)) ? last : null;
}

/** Lake Michigan, the café Le Pékin, University of Glasgow, l’avenue de Russie. */
export function headOfName(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  const head = headOf(text, start);
  if (head && isCapitalised(head.word) && NAME_HEADS_OF.has(bare(head.word))) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  const ship = quotedShip(text, start);
  if (ship) {
    return { kind: 'longer-name', word: ship.word, from: ship.from, to: end, isBearer: true };
  }
  const last = wordWithin(text, start, context);
  if (!last) return NONE;
  const known = bare(last.word);
  const isRomance = isRomanceLanguage(context.lang);
  // "New EU rules", "New Michigan law takes effect": new ones, where a capital has to stand.
  const isNew =
    NEW.has(known) &&
    (context.abbreviation || context.titled() || context.opensSentence(last.from));
  if (isNew) return NONE;
  const isHead = isCapitalised(last.word)
    ? NAME_HEADS.has(known) ||
      (isRomance && ROMANCE_HEADS.has(known)) ||
      // "the café Le Pékin"
      (CAPITAL_ARTICLES.has(known) && isInside(text, last.from, context))
    : SMALL_HEADS.has(last.word) || (isRomance && ROMANCE_HEADS.has(last.word));
  if (head && STREETS.has(withoutArticle(head.word))) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  // "HMS Glasgow … Glasgow was sold": a ship goes by the bare word afterwards.
  const isBearer = isShip(known);
  if (!isHead && !isBearer) return NONE;
  return { kind: 'longer-name', word: last.word, from: last.from, to: end, isBearer };
}
