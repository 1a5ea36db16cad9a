/** What the words right beside a mention say of it: articles before persons, prepositions before places. */

import { isDateline } from './dateline.ts';
import {
  ACTS_AFTER_AUXILIARIES,
  AUXILIARIES,
  BEFORE_ACTS,
  BETWEEN_GOVERNMENTS,
  DONE_TO_GOVERNMENTS,
  GOVERNMENT_ACTS,
  GOVERNMENT_OWNS,
  HAN_ACTS,
} from './government-words.ts';
import { beginsLine, lineAround } from './lines.ts';
import { wordSet } from './word-set.ts';
import { bare, wordAfter, wordBefore } from './words.ts';

/** Articles and contractions that stand before words, not before persons. */
const ARTICLES = wordSet(
  'a an das des dem ein eine eines einem beim vom zum im el la le un une o os',
);
/** What puts a city on the map rather than into politics. */
const PLACE_BEFORE =
  /(?:^|[^\p{L}])(?:in|at|near|outside|around|inside|across|through|central|downtown|greater|visit(?:ed|ing)?|live[sd]? in|flew to|train to|en|cerca de|centro de|capital|à|dans|bei|nahe|nach|em|centro)[ \u00a0]+(?:the[ \u00a0]+)?$/iu;
/** Auxiliaries and adverbs that may stand between a name and its verb. */
const MOST_BEFORE_ACTS = 3;
const PREPOSITIONS = wordSet('on with to for from against in of by');
/** True for words alone between quotation marks. */
export function isQuoted(text: string, start: number, end: number): boolean {
  return /["“”„«‘']/.test(text.charAt(start - 1)) && /["“”»]/.test(text.charAt(end));
}

/** Two governments named together. */
const BETWEEN_BEFORE =
  /(?:between|with|from|by|against|to|zwischen|entre)[ \u00a0]+(?:\p{Lu}[\p{L}.]+[ \u00a0]+(?:and|und|y|et|e)[ \u00a0]+)?$/u;
const PAIR_AFTER = /^[ \u00a0]+(?:and|und|y|et|e)[ \u00a0]+(?:\p{Lu})/u;
/** Characters looked at before a mention. */
const WINDOW = 40;
/** "Foggy Bottom, a low-lying quarter of the city" */
const IS_PLACE =
  /^,[ \u00a0](?:an?|the)[ \u00a0](?:\p{Ll}[\p{Ll}-]*[ \u00a0]){0,2}(?:city|town|quarter|neighbou?rhood|district|suburb|metropolis)(?!\p{L})/u;

/** True when an article stands before text[start..]. */
export function hasArticleBefore(text: string, start: number): boolean {
  const last = wordBefore(text, start);
  return last?.joint === 'space' && ARTICLES.has(last.word.toLowerCase());
}

/** True where a verb or a possession behind a name is one of governments. */
function governsBehind(text: string, start: number, end: number): boolean {
  if (/^['’]/.test(text.charAt(end))) {
    const possessive = /^['’]s?/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    const first = wordAfter(text, end + possessive);
    if (!first) return false;
    if (GOVERNMENT_OWNS.has(bare(first.word))) return true;
    const second = wordAfter(text, first.to);
    return second !== null && GOVERNMENT_OWNS.has(bare(second.word));
  }
  return actsBehind(text, start, end) || isAskedAbout(text, start, end);
}

/** True where a verb of those who decide and speak follows: "said", "has since agreed", "would ask". */
export function actsBehind(text: string, start: number, end: number): boolean {
  const [apposition] =
    (text.charAt(end) === ',' && APPOSITION.exec(text.slice(end, end + ASIDE))) || [];
  let next = wordAfter(text, end + (apposition?.length ?? 0));
  let isHelped = false;
  let last = '';
  for (let i = 0; next?.joint === 'space' && i <= MOST_BEFORE_ACTS; i++) {
    if (GOVERNMENT_ACTS.has(next.word)) return true;
    if (isHelped && ACTS_AFTER_AUXILIARIES.has(next.word)) return true;
    if (!BEFORE_ACTS.has(next.word)) return false;
    // "Moscow to host", "has yet to name"; but "flew to Moscow to see".
    if (next.word === 'to' && last !== 'yet' && !opensClause(text, start)) return false;
    // "a convoqué"; but "is a challenge".
    if (next.word === 'a' && !PARTICIPLE.test(wordAfter(text, next.to)?.word ?? '')) return false;
    last = next.word;
    isHelped ||= AUXILIARIES.has(next.word) || next.word === 'not';
    next = wordAfter(text, next.to);
  }
  return false;
}

/** What ends as French participles do. */
const PARTICIPLE = /(?:é|ée|és|u|is|it|ert|int)$/;

const opensClause = (text: string, start: number): boolean =>
  start === 0 || /(?:\n|[.!?:;][ \u00a0])$/.test(text.slice(Math.max(0, start - 2), start));

/** "Ford, a licensee of the company's, declined": what is said aside, without a verb's clause of its own. */
const APPOSITION =
  /^,[ \u00a0](?:an?|the|whose|which|who|its|his|her|now|then|once|long)[ \u00a0][^,.;:!?\n]{2,80},(?=[ \u00a0])/u;
/** Characters in which it stands. */
const ASIDE = 110;

/** "What is Moscow saying?", "Did Brussels agree?" */
function isAskedAbout(text: string, start: number, end: number): boolean {
  const helper = wordBefore(text, start)?.word.toLowerCase() ?? '';
  if (OBLIGATIONS.has(helper)) return true;
  if (!AUXILIARIES.has(helper)) return false;
  const verb = wordAfter(text, end);
  return (
    verb?.joint === 'space' &&
    (ACTS_AFTER_AUXILIARIES.has(verb.word) ||
      SAYING.has(verb.word) ||
      GOVERNMENT_ACTS.has(verb.word))
  );
}
/** In German the verb ends the clause: "soll Brüssel ruhig Zölle erheben"; only who acts must or may. */
const OBLIGATIONS = wordSet('soll sollte muss müsste darf dürfte');
const SAYING = wordSet('saying thinking claiming planning offering threatening refusing blaming');

/** True where something is done to a government: "asked Brussels", "pressure on Moscow". */
function doneToGovernment(text: string, start: number): boolean {
  const last = wordBefore(text, start);
  if (!last) return false;
  if (DONE_TO_GOVERNMENTS.has(last.word)) return true;
  if (!PREPOSITIONS.has(last.word)) return false;
  const noun = wordBefore(text, last.from);
  return noun !== null && BETWEEN_GOVERNMENTS.has(bare(noun.word));
}

/** "Kyiv: talks “difficult but useful”": the line's first word is whose words it quotes. */
function speaks(text: string, start: number, end: number): boolean {
  if (text.charAt(end) !== ':' || !beginsLine(text, start)) return false;
  const { to } = lineAround(text, end);
  return /(?<!\p{L})["“„«‘']\p{L}/u.test(text.slice(end, to));
}

/** What a capital's surroundings make of it: the city, the government, or nothing. */
export function placeOrGovernment(
  text: string,
  start: number,
  end: number,
): 'place' | 'government' | 'pair' | null {
  const left = text.slice(Math.max(0, start - WINDOW), start);
  const right = text.slice(end, end + WINDOW);
  if (
    HAN_ACTS.test(right) ||
    speaks(text, start, end) ||
    governsBehind(text, start, end) ||
    doneToGovernment(text, start)
  )
    return 'government';
  if (PLACE_BEFORE.test(left) || IS_PLACE.test(right) || isDateline(text, start, end))
    return 'place';
  if (BETWEEN_BEFORE.test(left) && (PAIR_AFTER.test(right) || / (?:and|und|y|et|e) $/.test(left))) {
    return 'pair';
  }
  return null;
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
const OWNED_BEFORE =
  /(?:^|[^\p{L}])(?:an?|my|your|his|her|our|their|whose|each|two|three|four|several|old|new|own|’s|'s)[ \u00a0]$/iu;
/** The same elsewhere: "les UE", "cada UE". */
const OWNED_BEFORE_ELSEWHERE =
  /(?:^|[^\p{L}])(?:les|des|ces|deux|trois|chaque|une?|cette|mes|ses|nos|las|los|cada|una?|dos|tres|uma?|duas|três|eine[rnms]?|zwei|drei|jede[rnms]?)[ \u00a0]$/iu;

/**
 * True when text[start..] is one of several things of its kind, or somebody's.
 * @param language of the alias: Portuguese “a UE” is the Union.
 */
export function isOneOfMany(text: string, start: number, end: number, language: string): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  if (language === 'en') return OWNED_BEFORE.test(before);
  if (OWNED_BEFORE_ELSEWHERE.test(before)) return true;
  // "la décision de l'UE de taxer": there the "de" belongs to what is decided.
  return !OF_IT.test(before) && OF_SOMETHING.test(text.slice(end, end + WINDOW));
}
/** "L’UE de pharmacologie": one of several, told apart by what it is of. */
const OF_SOMETHING =
  /^[ \u00a0](?:de[ \u00a0]|d['’])(?!(?:la|las|los|el|les?|l['’])(?!\p{L})|l['’]|\p{L}+(?:er|ir|re|ar|or)(?!\p{L}))\p{Ll}/u;
const OF_IT = /(?:[ \u00a0](?:de|del|da|do)|de[ \u00a0]la|de[ \u00a0]l['’])[ \u00a0]?$/iu;

/** Flint, MI · Marshall, Mich. · in Dearborn, Michigan */
const TOWN_BEFORE = /\p{Lu}[\p{L}\p{M}.' -]*,[ \u00a0]$/u;

const ADDRESS_END = /^[ \u00a0]*(?:[,.;:)—–]|\d{5}|$)/mu;

/** True when text[start, end) stands where a state does in an address: town, comma, state, stop. */
export function isAddress(text: string, start: number, end: number): boolean {
  return (
    TOWN_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start)) &&
    ADDRESS_END.test(text.slice(end, end + WINDOW))
  );
}

/** Characters behind a name in which its own word, written small, plays on it: "Time after time". */
const ECHO_WINDOW = 16;

/** True where the words at text[start, end) follow once more in small letters. */
export function isEchoed(text: string, end: number, words: string): boolean {
  const behind = text.slice(end, end + ECHO_WINDOW + words.length);
  const small = words.toLowerCase();
  const at = behind.indexOf(small);
  return at > 0 && !/\p{L}/u.test(behind.charAt(at - 1) + behind.charAt(at + small.length));
}

/** Exposure values, and what else has a sign: "+1 EV", "EV 2". */
const SIGNED_BEFORE = /(?<![\d\p{L}])[+−±–-]\d{1,2}(?:[.,⅓⅔½]\d?)?[ \u00a0]?$/u;

/** True for a figure: EV/EBITDA, "EV to EBITDA", "EV against sales", "a COP of 3.5", "+1 EV". */
export function isRatio(text: string, start: number, end: number): boolean {
  if (SIGNED_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start))) return true;
  return /^(?:\/\p{L}|[ \u00a0](?:to|against|over)[ \u00a0](?:EBIT|sales(?!\p{L}))|[ \u00a0]\d{1,2}(?![\d%.,]?\d|[ \u00a0%]?(?:per|million|billion|years?|models?|vehicles))|[ \u00a0](?:of|von|de)[ \u00a0]\d(?!\d{3})|[ \u00a0]?=[ \u00a0]?\d)/u.test(
    text.slice(end, end + WINDOW),
  );
}

/** True for capitals at the start of a line or clause whose verb follows: "US TO REVIEW", "US SAYS". */
export function beginsClause(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\n;:.!?|–—])[ \u00a0]*$/u.test(text.slice(Math.max(0, start - WINDOW), start)) &&
    /^[ \u00a0]\p{Lu}{2}/u.test(text.slice(end, end + WINDOW))
  );
}
