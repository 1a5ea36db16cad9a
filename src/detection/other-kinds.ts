/**
 * Names that something of quite another kind bears: "Paris Agreement, a four-year-old filly", "Methane
 * Princess", "National Grid". No list of other bearers could hold them; the words beside say it.
 */
import { isFunctionWord } from './language.ts';
import { workAround } from './name-tails.ts';
import { NAME_TAILS, NOT_NAMES, VENUES } from './name-words.ts';
import { wordSet } from './word-set.ts';
import {
  bare,
  isAcronym,
  isCapitalised,
  isPossessive,
  spaced,
  wordAfter,
  wordBefore,
} from './words.ts';

/** Animals, vessels, houses and works, which bear any name. */
const OTHER_KINDS = wordSet(
  'filly colt mare gelding stallion racehorse horse pony greyhound beagle terrier spaniel labrador collie poodle hamster tortoise rabbit heifer cow bull ewe ram donkey mule dog cat puppy kitten parrot goat yacht tanker ferry trawler tug barge schooner steamer liner freighter battleship dreadnought frigate cruiser submarine pub restaurant cafe café takeaway nightclub band song album novel sitcom musical thriller film game perfume cocktail',
);
/** What begins an apposition, and how many words may stand before its noun. */
const DETERMINERS = wordSet('a an the our my his her their');
const MOST_ADJECTIVES = 3;
/** What goes on behind such a noun; "a dog food" is another thing. */
const BEHIND_NOUN = wordSet(
  'out by that which from in of at on for about with owned trained bred called starring before never',
);
const STOPS = ',.;:)!?';

/** "Power Grid is a board game": what a thing is may be said with a verb, too. */
const COPULA = /^(?:,|[ \u00a0](?:is|was)(?= an? ))/;
const COPULA_WINDOW = 8;

/** The noun of an apposition that makes something else of a name ("X, an old tanker, …"), or null. */
export function otherKindBehind(text: string, end: number): string | null {
  const [joint] = COPULA.exec(text.slice(end, end + COPULA_WINDOW)) ?? [];
  if (!joint) return null;
  const determiner = wordAfter(text, end + joint.length);
  if (determiner === null || !DETERMINERS.has(determiner.word.toLowerCase())) return null;
  let noun = wordAfter(text, determiner.to);
  // "a nimble four-year-old filly": what hyphens join is one word.
  for (let words = 0; noun !== null; noun = wordAfter(text, noun.to)) {
    if (noun.joint === 'space') words++;
    if (words > MOST_ADJECTIVES + 1) return null;
    const word = noun.word.toLowerCase();
    if (!OTHER_KINDS.has(word)) continue;
    const stop = text.charAt(noun.to);
    if (stop !== '' && STOPS.includes(stop)) return word;
    const next = wordAfter(text, noun.to);
    if (next?.joint === 'space' && BEHIND_NOUN.has(next.word)) return word;
  }
  return null;
}

/**
 * The capitalised word that makes a name of a topic ("Methane Princess", "National Grid"), or null. A
 * topic is written small, so one with capitals beside another capitalised word is part of a name.
 * Only for text where capitals tell something.
 * @param isKnownName true when a match of the gazetteer covers the stretch.
 */
export function nameAroundTopic(
  text: string,
  start: number,
  end: number,
  isKnownName: (start: number, end: number) => boolean,
): { word: string; from: number; to: number } | null {
  const words = text.slice(start, end).split(/[\s-]+/);
  const office = officeBefore(text, start);
  if (office) return { word: office, from: start, to: end };
  if (!words.every(isCapitalised)) return null;
  const kind = otherKindBehind(text, end) ?? workAround(text, start, end);
  if (kind) return { word: kind, from: start, to: end };
  const last = wordBefore(text, start);
  // "a band called Fossil Fuels"
  if (last && GIVEN.has(spaced(last))) return { word: last.word, from: start, to: end };
  const next = wordAfter(text, end);
  const isNamed = next && (joins(next.word) || (words.length > 1 && VENUES.has(next.word)));
  if (next?.joint === 'space' && isNamed && !isKnownName(next.from, next.to)) {
    return { word: next.word, from: start, to: next.to };
  }
  if (last?.joint !== 'space' || !joins(last.word) || isPossessive(last.word)) return null;
  return isKnownName(last.from, last.to) ? null : { word: last.word, from: last.from, to: end };
}

/** "Ministère de la Transition écologique", "the Institute for Trade and Clean Energy": what an office is for. */
const OFFICE =
  /(?:[Mm]inist|[Dd]epartment|[Ii]nstitut)\p{L}* (?:of|for|de|da|para) (?:[A-Z]\w+ |and |la |l’)*$/u;
const OFFICE_WINDOW = 64;

const officeBefore = (text: string, start: number): string | undefined =>
  OFFICE.exec(text.slice(Math.max(0, start - OFFICE_WINDOW), start))?.[0];

/** What says that a name follows. */
const GIVEN = wordSet('called named titled entitled nicknamed dubbed');

const joins = (word: string): boolean =>
  isCapitalised(word) &&
  !/\.$/.test(word) &&
  // "Green Energy FC"
  (!isAcronym(word) || NAME_TAILS.has(bare(word))) &&
  !NOT_NAMES.has(bare(word)) &&
  !isFunctionWord(bare(word));

/** What goes on behind "rose" where it is a verb. */
const RISEN =
  /^[ \u00a0](?:(?:by|to|from|after|since|last|this|sharply|slightly|steadily|more|less|faster|again|an?|nearly|almost|about|in[ \u00a0](?:the[ \u00a0](?:first|second|third|fourth|last|year)|January|February|March|April|May|June|July|August|September|October|November|December))\b|(?:in[ \u00a0])?[$€£]?\d)/;
const RISEN_WINDOW = 16;

/** "The price of goods from China rose by a tenth", which is no China rose. */
export function isClause(text: string, start: number, end: number): boolean {
  if (!text.slice(start, end).endsWith('rose') || !RISEN.test(text.slice(end, end + RISEN_WINDOW)))
    return false;
  const before = spaced(wordBefore(text, start)).toLowerCase();
  return !DETERMINERS.has(before);
}
