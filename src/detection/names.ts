/**
 * Does a match sit inside a longer name that no pack knows? "Of 834 wrong marks of a dictionary
 * without context, 194 sat inside a longer name" (docs/decisions/matching.md). Looks at the words
 * beside a match and says what they make of it.
 */
import { isFunctionWord, isRomanceLanguage } from './language.ts';
import { bearersOfPlace, houseOf, namesake, numberedName, tailOfName } from './name-tails.ts';
import {
  CAPITAL_ARTICLES,
  CHAMBER_WORDS,
  COMPANY_ROLES,
  COURTESY_TITLES,
  GIVEN_NAMES,
  LEARNED_TITLES,
  NAME_HEADS,
  NAME_HEADS_OF,
  NOT_NAMES,
  OFFICES,
  PLACE_BODIES,
  PLACE_DESCRIPTIONS,
  ROMANCE_HEADS,
  SMALL_HEADS,
  STREETS,
  TITLES,
} from './name-words.ts';
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { isOfOtherCountry } from './other-countries.ts';
import { otherKindBehind } from './other-kinds.ts';
import { wordSet } from './word-set.ts';
import {
  type Beside,
  bare,
  isAcronym,
  isCapitalised,
  isPossessive,
  wordAfter,
  wordBefore,
} from './words.ts';

const NONE = NOTHING_BESIDE;

/** Between the name of a thing and that of its place. */
const OF = wordSet('of de do da du des von di');
const ARTICLES = wordSet("the la el l’ l'");

/** The word right before `start` in the same sentence. */
function wordWithin(text: string, start: number, context: NameContext): Beside | null {
  const last = wordBefore(text, start);
  return last?.word.endsWith('.') && context.opensSentence(start) ? null : last;
}

/** The word before "of", "of the" and the like, right before `start`. */
function headOf(text: string, start: number): Beside | null {
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

function headOfName(text: string, start: number, end: number, context: NameContext): Neighbourhood {
  const head = headOf(text, start);
  if (head && isCapitalised(head.word) && NAME_HEADS_OF.has(bare(head.word))) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  const last = wordWithin(text, start, context);
  if (!last) return NONE;
  const known = bare(last.word);
  const isRomance = isRomanceLanguage(context.lang);
  const isHead = isCapitalised(last.word)
    ? NAME_HEADS.has(known) ||
      (isRomance && ROMANCE_HEADS.has(known)) ||
      // "the café Le Pékin"
      (CAPITAL_ARTICLES.has(known) && isInside(text, last.from, context))
    : SMALL_HEADS.has(last.word) || (isRomance && ROMANCE_HEADS.has(last.word));
  if (head && STREETS.has(head.word.replace(ELIDED, ''))) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  return isHead ? { kind: 'longer-name', word: last.word, from: last.from, to: end } : NONE;
}

/** The article of “l’avenue”. */
const ELIDED = /^\p{L}{1,2}['’]/u;

/** House Orrin, the House Vane: a family or a building, unless a part of a parliament follows. */
function nameOfHouse(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  if (!/^(?:House|HOUSE)$/.test(text.slice(start, end)) || context.titled()) return NONE;
  const next = wordAfter(text, end);
  if (next?.joint !== 'space' || !isCapitalised(next.word)) return NONE;
  const known = bare(next.word);
  if (CHAMBER_WORDS.has(known) || PLACE_BODIES.has(known) || leavesPlace(known)) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  return { kind: 'longer-name', word: next.word, from: start, to: next.to };
}

/** "in China Apple sells less": after these a place is complete, and the next name is another's. */
const WITHIN = wordSet('in across throughout within inside');
/** Tsarist Russia, Maoist China, Scottish Glasgow: adjectives leave a place what it is. */
const ADJECTIVE = /(?:ist|ern|ian|ean|ish|ial|ese)$/;

/** A capitalised word that is no part of a place's name, though it stands right before or behind it. */
const leavesPlace = (word: string): boolean =>
  NOT_NAMES.has(word) ||
  isFunctionWord(word) ||
  TITLES.has(word) ||
  OFFICES.has(word) ||
  ADJECTIVE.test(word);

/** EU IV, US III: the fourth of a game, a course or a kind. */
const NUMERAL = /^(?:I{2,3}|I?V|VI{1,3}|IX|XI{0,3})$/;

/** U.S. Girls, US Lecce: an unknown capitalised word; "US Senate" and "EU Commission" are bodies of theirs. */
function nameBehindAbbreviation(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  const next = wordAfter(text, end);
  if (next?.joint !== 'space' || !isCapitalised(next.word) || context.capitalsMute()) return NONE;
  // "… in the U.S. Analysts say": only where the words begin their sentence do they not end one.
  const article = wordBefore(text, start);
  if (
    text.charAt(end - 1) === '.' &&
    !context.opensSentence(start) &&
    !(article?.word === 'The' && context.opensSentence(article.from))
  ) {
    return NONE;
  }
  const after = bare(next.word);
  const isName =
    NUMERAL.test(next.word) ||
    (next.word.length > 2 &&
      !PLACE_BODIES.has(after) &&
      !leavesPlace(after) &&
      !isAcronym(next.word) &&
      !BODY_ADJECTIVE.test(after) &&
      !context.isKnownName(next.from, next.to));
  return isName ? { kind: 'longer-name', word: next.word, from: start, to: next.to } : NONE;
}
/** What parts of a government are called: Geological Survey, Environmental Protection Agency. */
const BODY_ADJECTIVE = /(?:al|ic|ary)$/;

/** Patrick Scotland, Inspector Glasgow: places are surnames too. Boy Scouts of America: and tails. */
function besidePlace(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  const head = headOf(text, start);
  // "Section 30D of the US code": a letter is no name, and abbreviations go with any of them. What
  // begins a sentence ("Most of Michigan") has its capital from there.
  const isName = head && head.word.length > 1 && isCapitalised(head.word) && !context.abbreviation;
  if (
    isName &&
    !OFFICES.has(bare(head.word)) &&
    !leavesPlace(bare(head.word)) &&
    !context.opensSentence(head.from) &&
    !context.capitalsMute()
  ) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  const last = wordWithin(text, start, context);
  const known = last ? bare(last.word) : '';
  if (last && last.joint !== 'hyphen' && isCapitalised(last.word)) {
    const isNamed = GIVEN_NAMES.has(known) && !NOT_NAMES.has(known) && !isPossessive(last.word);
    if (isNamed || COURTESY_TITLES.has(known)) return { kind: 'given-name', word: last.word };
  }
  if (context.capitalsMute()) return NONE;
  if (context.abbreviation) return nameBehindAbbreviation(text, start, end, context);
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
  if (PLACE_BODIES.has(after) || leavesPlace(after) || isAcronym(next.word)) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  return { kind: 'longer-name', word: next.word, from: start, to: next.to };
}

/** Looks at the words beside text[start, end). */
export function neighbourhood(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  if (context.townLike || (context.type === 'place' && context.singleWord)) {
    const other = namesake(text, start, end, context);
    if (other.kind !== 'none') return other;
  }
  const tail = tailOfName(text, start, end, context);
  if (tail.kind !== 'none') return tail;
  const keeper = houseOf(text, start, end);
  if (keeper.kind !== 'none') return keeper;
  const head = headOfName(text, start, end, context);
  if (head.kind !== 'none') return head;
  if (context.abbreviation && (context.type === 'place' || context.type === 'organization')) {
    const numbered = numberedName(text, start, end);
    if (numbered.kind !== 'none') return numbered;
    if (context.type === 'organization') {
      const longer = nameBehindAbbreviation(text, start, end, context);
      if (longer.kind !== 'none') return longer;
    }
  }
  // "In Taiwan, a dog …" is still the island, "Taiwan, a dog" is not.
  const kind =
    context.type !== 'place' || context.opensSentence(start) ? otherKindBehind(text, end) : null;
  if (kind) return { kind: 'longer-name', word: kind, from: start, to: end };
  if (context.type === 'place') {
    const bearers = bearersOfPlace(text, start, end, context);
    return bearers.kind === 'none' ? besidePlace(text, start, end, context) : bearers;
  }
  const house = nameOfHouse(text, start, end, context);
  if (house.kind !== 'none') return house;
  const country = isOfOtherCountry(text, start, end, context);
  if (country) return { kind: 'given-name', word: country };
  if (!context.singleWord) return NONE;
  if (context.type !== 'person' && context.type !== 'organization') return NONE;
  const before = nameBefore(text, start, context);
  if (context.type !== 'person' || before.kind === 'given-name') return before;
  // "Dr Xi Lan": a title does not settle whose surname it is.
  const behind = surnameBehind(text, end, context);
  return behind.kind === 'none' ? before : behind;
}

/** A title, a given name or another capitalised word before a name. */
function nameBefore(text: string, start: number, context: NameContext): Neighbourhood {
  const last = wordWithin(text, start, context);
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
  if (!isCapitalised(word) || NOT_NAMES.has(known) || isFunctionWord(known)) return NONE;
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
  if (NOT_NAMES.has(known) || isFunctionWord(known) || TITLES.has(known)) return NONE;
  if (context.capitalsMute()) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  return { kind: 'capitalised', word: next.word };
}
