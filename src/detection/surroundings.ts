/** What the words right beside a mention say of it: articles before persons, prepositions before places. */
import { KEPT_MARK, LETTER, SKIP, SPACE } from '../text/fold.ts';
import { classAt } from '../text/tokens.ts';

/** Articles and contractions that stand before words, not before persons. */
const ARTICLE_BEFORE =
  /(?:^|[^\p{L}])(?:an?|das|des|dem|ein|eine|eines|einem|beim|vom|zum|im|el|la|le|un|une|o|os)[ \u00a0]$/iu;
/** What puts a city on the map rather than into politics. */
const PLACE_BEFORE =
  /(?:^|[^\p{L}])(?:in|at|near|outside|around|inside|across|through|central|downtown|greater|visit(?:ed|ing)?|live[sd]? in|flew to|train to|en|cerca de|centro de|capital|à|dans|bei|nahe|nach|em|centro)[ \u00a0]+(?:the[ \u00a0]+)?$/iu;
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Beginnings of what governments have, right behind their name's possessive or one word on. */
const GOVERNMENTS_OWN = [
  'ambassador',
  'envoy',
  'government',
  'invasion',
  'army',
  'troops',
  'foreign',
  'ministry',
  'minister',
  'demand',
  'claim',
  'offer',
  'plan',
  'position',
  'reply',
  'response',
  'decision',
  'sanctions',
  'proposal',
  'ban',
  'war',
  'forces',
  'policy',
  'allies',
  'refusal',
  'rule',
  'law',
  'regulator',
  'officials',
];
/** What governments do, right behind their name. Words, not an expression of them: those cost a page
 * 20 ms to compile. */
const GOVERNMENTS_DO = set(`
  said says say accused accuses wants wanted called calls announced announces warned warns asked
  asks demanded demands insisted insists denied denies rejected rejects refused refuses agreed
  agrees proposed proposes imposed imposes banned bans sent sends signed signs condemned condemns
  criticised criticized claims claimed considers pledged promised threatened threatens responded
  replied ordered approved launched seized invaded attacked complains complained told plans urged
  urges opposes hopes broke cut suspended retaliated drew set put wrote backs backed dijo anunció
  acusó quiere exige pidió rechazó advirtió veut accuse refuse demande will fordert kündigte warf
  lehnt verlangt erklärte disse anunciou acusou quer pediu rejeitou
`);
/** The same in two words. */
const GOVERNMENTS_DO_IN_TWO = new Set(['a annoncé', 'a dit']);
/** What may stand before that. */
const ADVERBS = set('also now has had have would will itself');

/** The word of letters that begins at `at` in a text in small letters. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && isLetter(text, end)) end++;
  return text.slice(at, end);
}

const isLetter = (text: string, at: number): boolean => {
  const cls = classAt(text, at);
  return cls === LETTER || cls === KEPT_MARK || cls === SKIP;
};

/** Position behind white space; -1 where none stands at `at`. */
function pastSpace(text: string, at: number): number {
  let i = at;
  while (classAt(text, i) === SPACE) i++;
  return i === at ? -1 : i;
}

/** True when a government does or has what stands in `right`, the text behind its name. */
function governs(right: string): boolean {
  const text = right.toLowerCase();
  if (text.startsWith("'") || text.startsWith('’')) {
    const first = pastSpace(text, text.charAt(1) === 's' ? 2 : 1);
    if (first === -1) return false;
    const second = pastSpace(text, first + wordAt(text, first).length);
    return GOVERNMENTS_OWN.some(
      (own) => text.startsWith(own, first) || (second !== -1 && text.startsWith(own, second)),
    );
  }
  const start = pastSpace(text, 0);
  if (start === -1) return false;
  const first = wordAt(text, start);
  if (GOVERNMENTS_DO.has(first)) return true;
  const next = pastSpace(text, start + first.length);
  if (next === -1) return false;
  const second = wordAt(text, next);
  return (
    (ADVERBS.has(first) && GOVERNMENTS_DO.has(second)) ||
    GOVERNMENTS_DO_IN_TWO.has(`${first} ${second}`)
  );
}

/** Two governments named together. */
const BETWEEN_BEFORE =
  /(?:between|with|from|by|against|to|zwischen|entre)[ \u00a0]+(?:\p{Lu}[\p{L}.]+[ \u00a0]+(?:and|und|y|et|e)[ \u00a0]+)?$/u;
const PAIR_AFTER = /^[ \u00a0]+(?:and|und|y|et|e)[ \u00a0]+(?:\p{Lu})/u;
/** Characters looked at before a mention. */
const WINDOW = 40;

/** True when an article stands before text[start..]. */
export function hasArticleBefore(text: string, start: number): boolean {
  return ARTICLE_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start));
}

/** What a capital's surroundings make of it: the city, the government, or nothing. */
export function placeOrGovernment(
  text: string,
  start: number,
  end: number,
): 'place' | 'government' | 'pair' | null {
  const left = text.slice(Math.max(0, start - WINDOW), start);
  const right = text.slice(end, end + WINDOW);
  if (governs(right)) return 'government';
  if (PLACE_BEFORE.test(left)) return 'place';
  if (BETWEEN_BEFORE.test(left) && (PAIR_AFTER.test(right) || / (?:and|und|y|et|e) $/.test(left))) {
    return 'pair';
  }
  return null;
}

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
