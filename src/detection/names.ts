/**
 * Does a match sit inside a longer name that no pack knows? Of what a dictionary without context marks wrongly,
 * a good part does. Looks at the words beside a match and says what they make of it.
 */
import { otherFullName } from './full-names.ts';
import { isFunctionWord } from './language.ts';
import { headOfName, wordWithin } from './name-heads.ts';
import {
  bearersOfPlace,
  houseOf,
  isAuthor,
  namesake,
  numberedName,
  tailOfName,
  workOf,
} from './name-tails.ts';
import {
  CHAMBER_WORDS,
  COMPANY_ROLES,
  GIVEN_NAMES,
  LEARNED_TITLES,
  NOT_NAMES,
  PLACE_BODIES,
  TITLES,
} from './name-words.ts';
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { isOfOtherCountry } from './other-countries.ts';
import { otherKindBehind } from './other-kinds.ts';
import { besidePlace, leavesPlace, nameBehindAbbreviation } from './place-names.ts';
import { bare, isCapitalised, isPossessive, wordAfter } from './words.ts';

const NONE = NOTHING_BESIDE;

/** "House Bill 4089": a state's. Those of Congress are an H.R. or an S. */
const STATE_BILL =
  /^[ \u00a0](?:Joint[ \u00a0]|Concurrent[ \u00a0])?(?:Bills?|File)[ \u00a0](?:No\.?[ \u00a0])?\d/;
const BILL_WINDOW = 28;
/** "The trio US, UK and Australia" is no band. */
const LONGEST_SHORT = 4;

/** House Orrin, the House Vane: a family or a building, unless a part of a parliament follows. */
function nameOfHouse(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  if (!/^(?:House|HOUSE)$/.test(text.slice(start, end))) return NONE;
  const [bill] = STATE_BILL.exec(text.slice(end, end + BILL_WINDOW)) ?? [];
  if (bill) return { kind: 'longer-name', word: bill.trim(), from: start, to: end };
  if (context.titled()) return NONE;
  const next = wordAfter(text, end);
  if (next?.joint !== 'space' || !isCapitalised(next.word)) return NONE;
  const known = bare(next.word);
  if (CHAMBER_WORDS.has(known) || PLACE_BODIES.has(known) || leavesPlace(known)) return NONE;
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
  if (context.singleWord && context.type !== 'person' && isAuthor(text, start, end)) {
    return { kind: 'longer-name', word: 'author', from: start, to: end, isBearer: true };
  }
  const longer = longerName(text, start, end, context);
  if (longer.kind !== 'none') return longer;
  if (context.type === 'place') {
    const bearers = bearersOfPlace(text, start, end, context);
    return bearers.kind === 'none' ? besidePlace(text, start, end, context) : bearers;
  }
  const house = nameOfHouse(text, start, end, context);
  if (house.kind !== 'none') return house;
  const country = isOfOtherCountry(text, start, end, context);
  if (country) return { kind: 'other-bearer', word: country };
  if (!context.singleWord) {
    return context.isPolitician ? otherFullName(text, start, end, context) : NONE;
  }
  if (context.type !== 'person' && context.type !== 'organization') return NONE;
  const [town] = FROM_TOWN.exec(text.slice(end, end + FROM_TOWN_WINDOW)) ?? [];
  if (town) return { kind: 'other-bearer', word: town.trim() };
  const before = nameBefore(text, start, context);
  if (context.type !== 'person' || before.kind === 'other-bearer') return before;
  // "Dr Xi Lan": a title does not settle whose surname it is.
  const behind = surnameBehind(text, end, context);
  return behind.kind === 'none' ? before : behind;
}

/** "Carrie (Bruce) Ford": a maiden name or what somebody is called by. */
const IN_BRACKETS = /[A-Z][a-z]+ \([A-Z][a-z]+\) $/;
const BRACKETS_WINDOW = 40;

function nameInBrackets(text: string, start: number, end: number): Neighbourhood {
  if (!text.startsWith(') ', start - ') '.length)) return NONE;
  const [word] = IN_BRACKETS.exec(text.slice(Math.max(0, start - BRACKETS_WINDOW), start)) ?? [];
  if (!word) return NONE;
  return { kind: 'longer-name', word, from: start - word.length, to: end, isBearer: true };
}

/** What makes a longer name of any kind of match: a namesake, a tail, a head, a number, a vessel. */
function longerName(text: string, start: number, end: number, context: NameContext): Neighbourhood {
  const { type, abbreviation } = context;
  if (context.townLike || (type === 'place' && context.singleWord)) {
    const other = namesake(text, start, end, context);
    if (other.kind !== 'none') return other;
  }
  const tail = tailOfName(text, start, end, context);
  if (tail.kind !== 'none') return tail;
  const isSurname = type === 'person' || type === 'organization';
  const full = isSurname && !abbreviation ? nameInBrackets(text, start, end) : NONE;
  if (full.kind !== 'none') return full;
  const work = type !== 'person' && end - start > LONGEST_SHORT ? workOf(text, start, end) : NONE;
  if (work.kind !== 'none') return work;
  const keeper = houseOf(text, start, end);
  if (keeper.kind !== 'none') return keeper;
  // "New EVs" are no other thing.
  const head = type === 'topic' ? NONE : headOfName(text, start, end, context);
  if (head.kind !== 'none') return head;
  if (abbreviation && (type === 'place' || type === 'organization')) {
    const numbered = numberedName(text, start, end);
    if (numbered.kind !== 'none') return numbered;
    const named =
      type === 'organization' ? nameBehindAbbreviation(text, start, end, context) : NONE;
    if (named.kind !== 'none') return named;
  }
  // "In Taiwan, a dog …" is still the island, "Taiwan, a dog" is not.
  const isSubject =
    type !== 'place' ||
    context.opensSentence(start) ||
    text.startsWith('The ', start - 'The '.length);
  const kind = isSubject ? otherKindBehind(text, end) : null;
  return kind ? { kind: 'longer-name', word: kind, from: start, to: end } : NONE;
}

/** The J. of J. Kerry, and the names that registers shorten. */
const isInitial = (word: string): boolean => /^(?:.|Wm|Jos|Thos|Jas|Chas)\.$/.test(word);

/** A title, a given name or another capitalised word before a name. */
function nameBefore(text: string, start: number, context: NameContext): Neighbourhood {
  const last = wordWithin(text, start, context);
  if (!last || last.joint === 'hyphen') return NONE;
  const { word, from } = last;
  const known = bare(word);
  // Not the elder, who may be the known one.
  if (known === 'younger') return { kind: 'other-bearer', word };
  if (COMPANY_ROLES.has(known)) return { kind: 'title', word };
  if (context.type === 'person' && LEARNED_TITLES.has(known)) return { kind: 'opening', word };
  if (TITLES.has(known)) {
    // Mr Ford, President Ford: no company.
    const isPerson = context.type === 'person' || !isCapitalised(word);
    return { kind: isPerson ? 'title' : 'other-bearer', word };
  }
  if (!isCapitalised(word) || NOT_NAMES.has(known) || isFunctionWord(known)) return NONE;
  // Also "J. Kerry", "Francis X. Kerry", and the dots of foreign names in Chinese and Japanese.
  const isGiven = GIVEN_NAMES.has(known) || last.joint === 'dot' || isInitial(word);
  if (isGiven) return { kind: 'other-bearer', word };
  const isOther =
    !isPossessive(word) &&
    last.joint === 'space' &&
    !context.capitalsMute() &&
    !/ly$/.test(word) &&
    !context.isKnownName(from, last.to);
  if (!isOther) return NONE;
  return { kind: context.opensSentence(from) ? 'opening' : 'capitalised', word };
}

/** "Ford of Lowestoft, 19 and in her third season": somebody, by where they are from. */
const FROM_TOWN = /^[ \u00a0]of[ \u00a0][A-Z][a-z]+(?:[ \u00a0][A-Z][a-z]+)?,[ \u00a0]\d\d(?!\d)/;
const FROM_TOWN_WINDOW = 48;

/** A capitalised word behind a person's name: Kerry Washington. */
function surnameBehind(text: string, end: number, context: NameContext): Neighbourhood {
  const next = wordAfter(text, end);
  if (!next || !isCapitalised(next.word)) return NONE;
  const known = bare(next.word);
  if (NOT_NAMES.has(known) || isFunctionWord(known) || TITLES.has(known)) return NONE;
  if (context.capitalsMute()) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  // "Biden-Thomas", and "the Biden-Harris ticket"
  return { kind: next.joint === 'hyphen' ? 'opening' : 'capitalised', word: next.word };
}
