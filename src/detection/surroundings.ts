/** What the words right beside a mention say of it: articles before persons, prepositions before places. */

import { wordSet } from './word-set.ts';
import { hasLetters, isAcronym, spaced, wordBefore } from './words.ts';

/** Articles and contractions that stand before words, not before persons. */
const ARTICLES = wordSet(
  'a an das des dem ein eine eines einem beim vom zum im el la le un une o os',
);

/** True for words alone between quotation marks. */
export function isQuoted(text: string, start: number, end: number): boolean {
  return /["“”„«‘']/.test(text.charAt(start - 1)) && /["“”»]/.test(text.charAt(end));
}

/** Characters looked at before a mention. */
const WINDOW = 40;

/** True when an article stands before text[start..]. */
export function hasArticleBefore(text: string, start: number): boolean {
  const last = wordBefore(text, start);
  return last?.joint === 'space' && ARTICLES.has(last.word.toLowerCase());
}

/** Before a surname these make it a place: into Kerry, west of Kerry, rural Kerry. */
const WHEREABOUTS = wordSet(
  'into across throughout around near outside inside west north south east rural mid',
);
/** The same before "of". */
const PARTS = wordSet(
  'west north south east part parts people rest coast hills mountains roads beaches town towns village villages',
);
const TRUST =
  /^(?:confidence|faith|trust|trusted|interest|interested|belief|believed?|believes|disappointed|hope|hopes|confident)$/i;

/** How a surname stands among words of place: plainly, maybe ("in Kerry"), or not. */
export function whereabouts(text: string, start: number, end: number): 'plain' | 'maybe' | null {
  // "in Xi's absence"
  if (/^['’]/.test(text.charAt(end))) return null;
  const last = wordBefore(text, start);
  if (last?.joint !== 'space') return null;
  const word = last.word.toLowerCase();
  if (WHEREABOUTS.has(word)) return 'plain';
  if (word !== 'in' && word !== 'of') return null;
  const before = wordBefore(text, last.from)?.word.toLowerCase() ?? '';
  if (word === 'of') return PARTS.has(before) ? 'plain' : null;
  return TRUST.test(before) ? null : 'maybe';
}

/** A law has one name: "my IRA", "an IRA", "three IRAs" are accounts. */
const OWNED_BEFORE = wordSet(
  'a an my your his her our their whose each two three four several old new own',
);
/** The same elsewhere: "les UE", "cada UE". */
const OWNED_BEFORE_ELSEWHERE = wordSet(
  'les des ces deux trois chaque un une cette mes ses nos las los cada una dos tres um uma duas três eine einer einen einem eines zwei drei jede jeder jeden jedem jedes',
);

/**
 * True when text[start..] is one of several things of its kind, or somebody's.
 * @param language of the alias: Portuguese “a UE” is the Union.
 */
export function isOneOfMany(text: string, start: number, end: number, language: string): boolean {
  const last = spaced(wordBefore(text, start)).toLowerCase();
  if (language === 'en') return OWNED_BEFORE.has(last);
  if (OWNED_BEFORE_ELSEWHERE.has(last)) return true;
  const before = text.slice(Math.max(0, start - WINDOW), start);
  // "la décision de l'UE de taxer": there the "de" belongs to what is decided.
  return (
    text.charAt(end + 1) === 'd' &&
    !OF_IT.test(before) &&
    OF_SOMETHING.test(text.slice(end, end + WINDOW))
  );
}
/** "L’UE de pharmacologie": one of several, told apart by what it is of. */
const OF_SOMETHING =
  /^[ \u00a0](?:de[ \u00a0]|d['’])(?!(?:la|las|los|el|les?|l['’])(?!\p{L})|l['’]|\p{L}+(?:er|ir|re|ar|or)(?!\p{L}))\p{Ll}/u;
const OF_IT = /(?:[ \u00a0](?:de|del|da|do)|de[ \u00a0]la|de[ \u00a0]l['’])[ \u00a0]?$/i;

/** Flint, MI · Marshall, Mich. · in Dearborn, Michigan */
const TOWN_BEFORE = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}.'’-]*,[ \u00a0]$/u;

const ADDRESS_END = /^[ \u00a0]*(?:[,.;:)—–]|\d{5}|$|(?:is|was|has|where)\b)/mu;
/** Behind whole names of states: "Oakland Hills, Michigan from 17 to 19 September". */
const GOES_ON = /^[ \u00a0](?:on|in|from|to|and|at|for|by|who|this|last)\b/;

/** True when text[start, end) stands where a state does in an address: town, comma, state, stop. */
export function isAddress(text: string, start: number, end: number): boolean {
  if (text.charAt(start - 2) !== ',') return false;
  if (!TOWN_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start))) return false;
  const behind = text.slice(end, end + WINDOW);
  // "Escanaba, Mich. Below"
  if (text.charAt(end - 1) === '.' && /^[ \u00a0]\p{Lu}/u.test(behind)) return true;
  return ADDRESS_END.test(behind) || (!isAcronym(text.slice(start, end)) && GOES_ON.test(behind));
}

/** Characters behind a name in which its own word, written small, plays on it: "Time after time". */
const ECHO_WINDOW = 16;

/** True where the words at text[start, end) follow once more in small letters. */
export function isEchoed(text: string, end: number, words: string): boolean {
  const behind = text.slice(end, end + ECHO_WINDOW + words.length);
  const small = words.toLowerCase();
  const at = behind.indexOf(small);
  return at > 0 && !hasLetters(behind.charAt(at - 1) + behind.charAt(at + small.length));
}

/** Exposure values, and what else has a sign: "+1 EV", "EV 2". */
const SIGNED_BEFORE = /(?<![\d\p{L}])[+−±–-]\d{1,2}(?:[.,⅓⅔½]\d?)?[ \u00a0]?$/u;

/** True for a figure or a code: EV-D68, EV/EBITDA, "EV to EBITDA", "EV against sales", "a COP of 3.5", "+1 EV". */
export function isRatio(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  if (FIGURE_BEFORE.test(before) && SIGNED_BEFORE.test(before)) return true;
  const behind = text.slice(end, end + WINDOW);
  return RATIO_BEGINS.test(behind) && RATIO_BEHIND.test(behind);
}
/** What these begin or end with: asked first, since it is soon asked. */
const FIGURE_BEFORE = /[\d.,⅓⅔½][ \u00a0]?$/;
const RATIO_BEGINS =
  /^(?:\/|-[A-Z]\d|[ \u00a0]\/|[ \u00a0]?=|[ \u00a0](?:\d|to|against|over|of|von|de))/;
const RATIO_BEHIND =
  /^(?:\/\p{L}|-[A-Z]\d|[ \u00a0](?:to|against|over|\/)[ \u00a0](?:EBIT|FCF|[Ee]arnings|[Ss]ales(?!\p{L}))|[ \u00a0]\d{1,2}(?![\d%.,]?\d|[ \u00a0%]?(?:per|million|billion|years?|models?|vehicles))|[ \u00a0](?:of|von|de)[ \u00a0]\d(?!\d{3})|[ \u00a0]?=[ \u00a0]?\d)/u;

/**
 * "They told US we would have a say": the pronoun, shouted, where somebody's pronoun is the subject and no noun follows
 * that it could describe. "He told US officials" is about the country.
 */
const PRONOUN_BEFORE =
  /\b(?:they|you|he|she|who|nobody|i|it|to|never)[ \u00a0](?:[a-z]+[ \u00a0]){0,2}(?:told|tells?|asked|lets?|gave|gives?|helped|left|made|wants?|needs?|promised|pays?|paid)[ \u00a0]$/;
const NO_NOUN_BEHIND =
  /^(?:[ \u00a0]?[,.;:!?)]|$|[ \u00a0](?:we|it|they|you|he|she|this|to|how|what|why|when|nothing|no|the|an?|all|in|at|for|if|and|but|so|too)\b)/;

/** True for the pronoun in capitals. */
export function isShoutedPronoun(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end) === 'US' &&
    NO_NOUN_BEHIND.test(text.slice(end, end + WINDOW)) &&
    PRONOUN_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start).toLowerCase())
  );
}

/** True for capitals at the start of a line or clause whose verb follows: "US TO REVIEW", "US SAYS". */
export function beginsClause(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\n;:.!?|–—])[ \u00a0]*$/u.test(text.slice(Math.max(0, start - WINDOW), start)) &&
    /^[ \u00a0]\p{Lu}{2}/u.test(text.slice(end, end + WINDOW))
  );
}
