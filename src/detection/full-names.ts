/**
 * Full names of known politicians that are somebody else's: "Nancy Pelosi Ruiz", "the plumber John Kerry", "John
 * Kerry, 34, of Tralee". A pack does not doubt a full name; what stands right beside one may. Of others, whom somebody's
 * own pack may list, nothing is known here: a singer may well be the singer.
 */
import { isFunctionWord } from './language.ts';
import { GIVEN_NAMES, LEARNED_TITLES, NOT_NAMES, TITLES } from './name-words.ts';
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { PROFESSIONS } from './professions.ts';
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

/** The father or grandson of who is known. */
const GENERATIONS = wordSet('sr senior ii iii iv');
/** Capitalised behind a person's name, these are no surname: the credit of a picture, what the person leads. */
const NO_SURNAMES = wordSet(
  'file image images credit source getty via illustration administration presidency campaign cabinet white era',
);
/** "John Kerry, 34, of Tralee": how court reports tell apart those whom nobody knows. */
const RESIDENT = /^,[ \u00a0]\d\d,[ \u00a0](?:of|from)[ \u00a0](?:\p{Lu}|no[ \u00a0])/u;
/** Its beginning, which tells most of what else follows a name: asked first, since it is soon made ready. */
const AGED = /^,[ \u00a0]\d\d,/;
const RESIDENT_WINDOW = 16;
/** How many words may stand between an apposition's article and its noun. */
const MOST_ADJECTIVES = 2;
const DETERMINERS = wordSet('a an the our my his her their');

/** What makes the full name at text[start, end) another person's, or nothing. */
export function otherFullName(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  const next = wordAfter(text, end);
  if (next?.joint === 'space' && isCapitalised(next.word)) {
    const isOther =
      GENERATIONS.has(bare(next.word)) ||
      (isSurname(next, context) && !isAnothers(text, start, next.to));
    if (isOther) return otherPerson(next.word, start, next.to);
  }
  const role = professionBefore(text, start, end) ?? professionBehind(text, end);
  if (role) return otherPerson(role, start, end);
  const behind = text.slice(end, end + RESIDENT_WINDOW);
  if (AGED.test(behind) && RESIDENT.test(behind)) return otherPerson(behind.slice(1), start, end);
  const last = wordBefore(text, start);
  if (last?.joint !== 'space' || !isCapitalised(last.word)) return NOTHING_BESIDE;
  const known = bare(last.word);
  const isOther =
    LEARNED_TITLES.has(known) ||
    (GIVEN_NAMES.has(known) &&
      !NOT_NAMES.has(known) &&
      !isPossessive(last.word) &&
      !context.titled());
  return isOther ? otherPerson(last.word, last.from, end) : NOTHING_BESIDE;
}

const otherPerson = (word: string, from: number, to: number): Neighbourhood => ({
  kind: 'longer-name',
  word,
  from,
  to,
  isBearer: true,
});

/** A second surname: Nancy Pelosi Ruiz; not "Nancy Pelosi Tuesday", "John Kerry CNN", "Joe Biden Photo: AFP". */
function isSurname({ word, from, to }: Beside, context: NameContext): boolean {
  const known = bare(word);
  return (
    known.length > 2 &&
    !NOT_NAMES.has(known) &&
    !isFunctionWord(known) &&
    !TITLES.has(known) &&
    !NO_SURNAMES.has(known) &&
    !isAcronym(word) &&
    !context.capitalsMute() &&
    !context.isKnownName(from, to)
  );
}

/** Before a name these say that the next name is another's: "To Antony Blinken Wang was cool". */
const OPENINGS = wordSet(
  'For With To After Under Before Without Unlike When While As Because If Since By',
);

/** True where a word behind a name begins another one: "Xi Jinping Vladimir Putin". */
function isAnothers(text: string, start: number, end: number): boolean {
  const next = wordAfter(text, end);
  if (next?.joint === 'space' && isCapitalised(next.word)) return true;
  return OPENINGS.has(wordBefore(text, start)?.word ?? '');
}

/** "The plumber John Kerry"; "our new vet, John Kerry, starts" */
function professionBefore(text: string, start: number, end: number): string | null {
  if (text.startsWith(', ', start - 2)) {
    const noun = ASIDE.exec(text.slice(Math.max(0, start - ASIDE_WINDOW), start))?.[1] ?? '';
    const isWhole = end === text.length || /[,.;:!?)]/.test(text.charAt(end));
    return isWhole && PROFESSIONS.has(noun) ? noun : null;
  }
  const last = wordBefore(text, start);
  return last?.joint === 'space' && PROFESSIONS.has(last.word.toLowerCase()) ? last.word : null;
}
const ASIDE = /([a-z]+), $/;
const ASIDE_WINDOW = 20;

/** "John Kerry, a dermatologist from Leeds", "John Kerry, plumber" */
function professionBehind(text: string, end: number): string | null {
  if (text.charAt(end) !== ',') return null;
  let noun = wordAfter(text, end + 1);
  const isDescribed = noun !== null && DETERMINERS.has(noun.word.toLowerCase());
  if (isDescribed && noun) noun = wordAfter(text, noun.to);
  for (let words = 0; noun?.joint === 'space' && words <= MOST_ADJECTIVES; words++) {
    if (PROFESSIONS.has(noun.word)) return noun.word;
    if (!isDescribed) return null;
    noun = wordAfter(text, noun.to);
  }
  return null;
}
