/**
 * Does a match sit inside a longer name that no pack knows? "Of 834 wrong marks of a dictionary
 * without context, 194 sat inside a longer name" (docs/decisions/matching.md). Looks at the words
 * beside a match and says what they make of it.
 */
import type { EntityType } from '../packs/kinds.ts';
import {
  COMPANY_ROLES,
  COURTESY_TITLES,
  GIVEN_NAMES,
  LEARNED_TITLES,
  NAME_HEADS,
  NAME_HEADS_OF,
  NAME_TAILS,
  NOT_NAMES,
  OFFICES,
  PLACE_BODIES,
  PLACE_DESCRIPTIONS,
  PRODUCT_TAILS,
  SMALL_HEADS,
  TITLES,
  VENUES,
} from './name-words.ts';
import { otherKindBehind } from './other-kinds.ts';
import { REGION_BEGINNINGS, REGIONS } from './regions.ts';
import { type Beside, bare, isCapitalised, wordAfter, wordBefore } from './words.ts';

/** What stands beside a match. */
export type Neighbourhood =
  /** Nothing that matters. */
  | { readonly kind: 'none' }
  /** A title or role before it, which goes with a person or company. */
  | { readonly kind: 'title'; readonly word: string }
  /** The match is certainly part of another name: Glasgow University, Lake Michigan. */
  | {
      readonly kind: 'longer-name';
      readonly word: string;
      readonly from: number;
      readonly to: number;
    }
  /** A known given name before a surname: another bearer of it. */
  | { readonly kind: 'given-name'; readonly word: string }
  /** A capitalised word that is likely, not certainly, part of the name. */
  | { readonly kind: 'capitalised'; readonly word: string }
  /** The same, but the word has its capital from beginning the sentence. */
  | { readonly kind: 'opening'; readonly word: string };

/** What most matches have beside them. */
export const NOTHING_BESIDE: Neighbourhood = { kind: 'none' };
const NONE = NOTHING_BESIDE;

/** Between the name of a thing and that of its place. */
const OF = new Set(['of', 'de', 'do', 'da', 'du', 'des', 'von', 'di']);
const ARTICLES = new Set(['the', 'la', 'el', 'l’', "l'"]);
/** Ford & Sons is no carmaker. */
const FAMILY_FIRM =
  /^[ \u00a0]+(?:&|and)[ \u00a0]+(?:Sons?|Daughters?|Brothers|Bros|Partners|Associates)(?![\p{L}])/u;
/** Characters looked at behind a match for those. */
const WINDOW = 20;
/** A name's last word is looked for among this many capitalised words behind a match. */
const TAIL_WORDS = 3;

const isPossessive = (word: string): boolean => /['’]s?$/u.test(word);

function tailOfName(text: string, start: number, end: number, type: EntityType): Neighbourhood {
  const [family] = FAMILY_FIRM.exec(text.slice(end, end + WINDOW)) ?? [];
  if (family) {
    return { kind: 'longer-name', word: family.trim(), from: start, to: end + family.length };
  }
  let at = end;
  for (let i = 0; i < TAIL_WORDS; i++) {
    const next = wordAfter(text, at);
    if (!next) return NONE;
    if (!isCapitalised(next.word)) {
      // "the Taiwan House restaurant"
      const isVenue = i > 0 && type === 'place' && next.joint === 'space' && VENUES.has(next.word);
      return isVenue ? { kind: 'longer-name', word: next.word, from: start, to: next.to } : NONE;
    }
    const tail = bare(next.word);
    if (NAME_TAILS.has(tail)) {
      if (PRODUCT_TAILS.has(tail) && type === 'organization') return NONE;
      return { kind: 'longer-name', word: next.word, from: start, to: next.to };
    }
    // A possessive ends a name: "Glasgow Council's University".
    if (isPossessive(next.word)) return NONE;
    at = next.to;
  }
  return NONE;
}

/** Pelosi's Bakery, Kerry's Bar: a house named after whoever keeps it. */
function houseOf(text: string, start: number, end: number): Neighbourhood {
  const possessive = /^['’]s/u.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const next = possessive > 0 ? wordAfter(text, end + possessive) : null;
  if (!next || !isCapitalised(next.word) || !VENUES.has(bare(next.word))) return NONE;
  return { kind: 'longer-name', word: next.word, from: start, to: next.to };
}

/** US 41, EU 42, HK 416; not "in the US 41 people", "EU 2030 targets", "US 10-year bonds". */
const NUMBER_BEHIND =
  /^[ \u00a0](?:size[ \u00a0])?\d{1,3}(?![\d%,.-]|[ \u00a0]?(?:per|percent|million|billion|trillion))/u;
const BEFORE_NUMBERS = new Set(['the', 'in', 'per']);

/** A road or a size: an abbreviation that a number follows. */
function numberedName(text: string, start: number, end: number): Neighbourhood {
  const [number] = NUMBER_BEHIND.exec(text.slice(end, end + WINDOW)) ?? [];
  if (!number || BEFORE_NUMBERS.has(wordBefore(text, start)?.word.toLowerCase() ?? '')) return NONE;
  return { kind: 'longer-name', word: number.trim(), from: start, to: end + number.length };
}

/** Glasgow, Montana: another place of that name. Its own region is no other: Detroit, Michigan. */
function namesake(text: string, start: number, end: number): Neighbourhood {
  if (text.charAt(end) !== ',') return NONE;
  const region = wordAfter(text, end + 1);
  if (region?.joint !== 'space') return NONE;
  const isRegion =
    REGIONS.has(region.word) ||
    (REGION_BEGINNINGS.has(region.word) && isCapitalised(wordAfter(text, region.to)?.word ?? ''));
  return isRegion ? { kind: 'longer-name', word: region.word, from: start, to: region.to } : NONE;
}

/** The word before "of", "of the" and the like, right before `start`. */
function headOf(text: string, start: number): Beside | null {
  const last = wordBefore(text, start);
  if (!last || isCapitalised(last.word)) return null;
  const of = ARTICLES.has(last.word) ? wordBefore(text, last.from) : last;
  return of && OF.has(of.word) ? wordBefore(text, of.from) : null;
}

function headOfName(text: string, start: number, end: number): Neighbourhood {
  const head = headOf(text, start);
  if (head && isCapitalised(head.word) && NAME_HEADS_OF.has(bare(head.word))) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  const last = wordBefore(text, start);
  if (!last) return NONE;
  const isHead = isCapitalised(last.word)
    ? NAME_HEADS.has(bare(last.word))
    : SMALL_HEADS.has(last.word);
  return isHead ? { kind: 'longer-name', word: last.word, from: last.from, to: end } : NONE;
}

/** "in China Apple sells less": after these a place is complete, and the next name is another's. */
const WITHIN = new Set(['in', 'across', 'throughout', 'within', 'inside']);
/** Tsarist Russia, Maoist China, Scottish Glasgow: adjectives leave a place what it is. */
const ADJECTIVE = /(?:ist|ern|ian|ean|ish|ial|ese)$/;

/** "Ukraine NATO talks", "Michigan GOP": what is abbreviated has a name of its own. */
const ACRONYM = /^\p{Lu}{2}/u;

/** A capitalised word that is no part of a place's name, though it stands right before or behind it. */
const leavesPlace = (word: string): boolean =>
  NOT_NAMES.has(word) || TITLES.has(word) || OFFICES.has(word) || ADJECTIVE.test(word);

/** Patrick Scotland, Inspector Glasgow: places are surnames too. Boy Scouts of America: and tails. */
function besidePlace(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  const head = headOf(text, start)?.word;
  // "Section 30D of the US code": a letter is no name, and abbreviations go with any of them.
  const isName = head && head.length > 1 && isCapitalised(head) && !context.abbreviation;
  if (isName && !OFFICES.has(bare(head)) && !context.capitalsMute()) {
    return { kind: 'capitalised', word: head };
  }
  const last = wordBefore(text, start);
  const known = last ? bare(last.word) : '';
  if (last && last.joint !== 'hyphen' && isCapitalised(last.word)) {
    const isNamed = GIVEN_NAMES.has(known) && !NOT_NAMES.has(known) && !isPossessive(last.word);
    if (isNamed || COURTESY_TITLES.has(known)) return { kind: 'given-name', word: last.word };
  }
  // "US firms", "EU law": abbreviations go with any name.
  if (context.abbreviation || context.capitalsMute()) return NONE;
  return nameAroundPlace(text, start, end, last, context);
}

/** Air China, China Evergrande: an unknown capitalised word makes one name of it and the place. */
function nameAroundPlace(
  text: string,
  start: number,
  end: number,
  last: Beside | null,
  context: NameContext,
): Neighbourhood {
  const before = last ? bare(last.word) : '';
  if (
    last?.joint === 'space' &&
    isCapitalised(last.word) &&
    !last.word.endsWith('.') &&
    !isPossessive(last.word) &&
    !PLACE_DESCRIPTIONS.has(before) &&
    !leavesPlace(before) &&
    !context.opensSentence(last.from) &&
    !context.isKnownName(last.from, last.to)
  ) {
    return { kind: 'longer-name', word: last.word, from: last.from, to: end };
  }
  const next = wordAfter(text, end);
  if (next?.joint !== 'space' || !isCapitalised(next.word) || WITHIN.has(before)) return NONE;
  const after = bare(next.word);
  if (PLACE_BODIES.has(after) || leavesPlace(after) || ACRONYM.test(next.word)) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  return { kind: 'longer-name', word: next.word, from: start, to: next.to };
}

/** What the matcher knows of the surroundings of a match. */
export interface NameContext {
  readonly type: EntityType;
  /** False for "Secretary Kerry", which brings its title along. */
  readonly singleWord: boolean;
  /** True for a town, and for a capital that stands for its government: others may bear its name. */
  readonly townLike: boolean;
  /** True for US, EU, MI. */
  readonly abbreviation: boolean;
  /** True where capitals say nothing: titles, shouted lines, German nouns. */
  readonly capitalsMute: () => boolean;
  /** True when the word before begins a sentence. */
  readonly opensSentence: (at: number) => boolean;
  /** True when text before `at` ends with, or behind it begins with, a match of the gazetteer. */
  readonly isKnownName: (start: number, end: number) => boolean;
}

/** Looks at the words beside text[start, end). */
export function neighbourhood(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  if (context.townLike) {
    const other = namesake(text, start, end);
    if (other.kind !== 'none') return other;
  }
  const tail = tailOfName(text, start, end, context.type);
  if (tail.kind !== 'none') return tail;
  const house = houseOf(text, start, end);
  if (house.kind !== 'none') return house;
  const head = headOfName(text, start, end);
  if (head.kind !== 'none') return head;
  if (context.abbreviation && (context.type === 'place' || context.type === 'organization')) {
    const numbered = numberedName(text, start, end);
    if (numbered.kind !== 'none') return numbered;
  }
  // "In Taiwan, a dog …" is still the island, "Taiwan, a dog" is not.
  const kind =
    context.type !== 'place' || context.opensSentence(start) ? otherKindBehind(text, end) : null;
  if (kind) return { kind: 'longer-name', word: kind, from: start, to: end };
  if (context.type === 'place') return besidePlace(text, start, end, context);
  if (!context.singleWord) return NONE;
  if (context.type !== 'person' && context.type !== 'organization') return NONE;
  const before = nameBefore(text, start, context);
  if (context.type !== 'person' || (before.kind !== 'none' && before.kind !== 'title'))
    return before;
  // "Dr Xi Lan": a title does not settle whose surname it is.
  const behind = surnameBehind(text, end, context);
  return behind.kind === 'none' ? before : behind;
}

/** A title, a given name or another capitalised word before a name. */
function nameBefore(text: string, start: number, context: NameContext): Neighbourhood {
  const last = wordBefore(text, start);
  if (!last || last.joint === 'hyphen') return NONE;
  const { word, from } = last;
  const known = bare(word);
  if (COMPANY_ROLES.has(known)) return { kind: 'title', word };
  if (context.type === 'person' && LEARNED_TITLES.has(known)) return { kind: 'opening', word };
  if (TITLES.has(known)) {
    // Mr Ford, President Ford: no company.
    const isPerson = context.type === 'person' || !isCapitalised(word);
    return { kind: isPerson ? 'title' : 'given-name', word };
  }
  if (!isCapitalised(word) || NOT_NAMES.has(known)) return NONE;
  // Also "J. Kerry", "Francis X. Kerry", and the dots of foreign names in Chinese and Japanese.
  const isGiven = GIVEN_NAMES.has(known) || last.joint === 'dot' || /^\p{Lu}\.$/u.test(word);
  if (isGiven) return { kind: 'given-name', word };
  const isOther =
    !isPossessive(word) &&
    last.joint === 'space' &&
    !context.capitalsMute() &&
    !/ly$/.test(word) &&
    !context.isKnownName(from, last.to);
  if (!isOther) return NONE;
  return { kind: context.opensSentence(from) ? 'opening' : 'capitalised', word };
}

/** A capitalised word behind a person's name: Kerry Washington. */
function surnameBehind(text: string, end: number, context: NameContext): Neighbourhood {
  const next = wordAfter(text, end);
  if (!next || next.joint === 'hyphen' || !isCapitalised(next.word)) return NONE;
  const known = bare(next.word);
  if (NOT_NAMES.has(known) || TITLES.has(known) || context.capitalsMute()) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  return { kind: 'capitalised', word: next.word };
}
