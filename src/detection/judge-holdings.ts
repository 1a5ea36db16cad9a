/**
 * What known bodies, persons and places have: a company its dealers, its workers and its price, a paper its
 * issues, a president an administration, a state its laws. The words right beside a name say it, whatever
 * the page is about.
 */
import type { Hypothesis } from './hypothesis.ts';
import { PRODUCT_TAILS } from './name-words.ts';
import { type Piece, push } from './pieces.ts';
import { isAbbreviated } from './senses.ts';
import { WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { type Beside, isCapitalised, type Sides, spaced } from './words.ts';

/** What companies and papers have, right behind their name: "a Ford executive". */
const COMPANY_NOUNS = wordSet(
  `executive executives spokesman spokeswoman spokesperson dealer dealers dealership dealerships plant plants
  factory factories site engineer engineers workers employees employee shares shareholders stock stocks truck
  trucks pickup pickups van vans sedan hatchback reporter reporters correspondent photographer columnist cover
  recall assembly line supplier suppliers subscribers journalist journalists`,
);
/** What an office has, right behind the name of who holds it: "the Biden presidency". */
const OFFICE_NOUNS = wordSet(
  `presidency administration administrations cabinet campaign era years aide aides adviser advisers advisor advisors
  staffer staffers nominee nominees appointee appointees pardon pardons reelection re-election team doctrine`,
);
/** Behind the name of one of a family these part that one from the others: "Pelosi herself". */
const SELVES = wordSet('himself herself');
/** What states have, right behind their name: "Michigan law". */
const STATE_NOUNS = wordSet('law laws lawmakers legislators voters regulators officials');
/** Chambers by the one word that they are called by: who serves in one is employed by none. */
const CHAMBERS = wordSet('House Senate Assembly Commons Lords');
/** What a chamber has and does, right behind its name. */
const CHAMBER_NOUNS = wordSet(
  `committee committees panel panels subcommittee subcommittees leaders leadership hearing hearings lawmakers
  seat seats race races majority minority conservatives progressives rose reconvened convened recessed impeached
  censured overrode pass passes passed approve approves approved vote votes voted reject rejects rejected adopts adopted
  version versions members lawmaker chamber whip whips`,
);
/** "Time, 14 March 1969", "Time, March 14, 1969": an issue of a paper. */
const CITATION =
  /^[,(]?[ \u00a0]\(?(?:\d{1,2}[ \u00a0])?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?[ \u00a0](?:\d{1,2},[ \u00a0])?(?:1[89]|20)\d\d(?!\d)/u;
/** "Ford 11.87 −0.05": what a share costs, and by how much that changed. */
const PRICE = /^[ \u00a0\t|]{1,3}[$€£]?\d[\d,]*\.\d\d[ \u00a0\t|]{1,3}[+−–-]\d/;
const WINDOW = 28;
const PREPOSITIONS = wordSet('by from at for to of in with');
const YEAR = /\d\d\d\d/;

/** What is for or against somebody known: "anti-Biden", "post-Biden", "Biden-era". */
const STANCES = wordSet('anti pro post pre era appointed nominated backed led');

/** True where the words right beside a person's name say which of a family is meant. */
export function saysWho({ before, after }: Sides): boolean {
  const next = after?.word ?? '';
  if (after?.joint === 'hyphen' && STANCES.has(next)) return true;
  if (before?.joint === 'hyphen' && STANCES.has(before.word.toLowerCase())) return true;
  return after?.joint === 'space' && (OFFICE_NOUNS.has(next) || SELVES.has(next));
}

/** Collects what the words right beside a name say that its bearer has. */
export function collectHoldings(given: Hypothesis, { before, after }: Sides, found: Piece[]): void {
  const { block, evidence, candidate, sense, words } = given;
  const { text } = block.scan;
  const type = evidence.gazetteer.types[sense.entity];
  const next = spaced(after);
  if (type === 'person' && saysWho({ before, after })) {
    push(found, 'context', 'says who', WEIGHTS.saysWho, null);
  } else if (type === 'place' && !sense.metonym && STATE_NOUNS.has(next)) {
    push(found, 'context', 'of a state', WEIGHTS.ofState, null);
  }
  if (type !== 'organization' || sense.metonym) return;
  if (CHAMBERS.has(words)) {
    if (CHAMBER_NOUNS.has(next) || servedIn(text, candidate.start))
      push(found, 'context', 'of a chamber', WEIGHTS.ofChamber, null);
    return;
  }
  collectBusiness(text, candidate.start, candidate.end, before, found);
  const isProduct = isCapitalised(next) && PRODUCT_TAILS.has(next.toLowerCase());
  if (isProduct || (COMPANY_NOUNS.has(next) && !isAbbreviated(sense))) {
    push(found, 'context', 'of a company', WEIGHTS.ofCompany, null);
  }
}

/** Those who work for a company or paper, its shares, its issues. */
function collectBusiness(
  text: string,
  start: number,
  end: number,
  before: Beside | null,
  found: Piece[],
): void {
  const employed = employmentBefore(text, start, before);
  if (employed) push(found, 'context', 'an employer', employed, null);
  const left = text.slice(Math.max(0, start - WINDOW), start);
  if (SOLD_MAKE.test(left)) push(found, 'context', 'for sale', WEIGHTS.ofCompany, null);
  else if (OWNED_MAKE.test(left)) push(found, 'context', 'somebody’s', WEIGHTS.make, null);
  const behind = text.slice(end, end + WINDOW);
  if (MODEL.test(behind)) push(found, 'context', 'a model', WEIGHTS.ofCompany, null);
  if (PRICE.test(behind)) push(found, 'context', 'a price', WEIGHTS.price, null);
  // "Photo by Ford, March 2019" is no issue.
  const isSource = before === null || !PREPOSITIONS.has(before.word);
  if (isSource && YEAR.test(behind) && CITATION.test(behind)) {
    push(found, 'context', 'an issue', WEIGHTS.issue, null);
  }
}

/** "Six terms in the House", "elected to the House". */
const SERVED =
  /\b(?:serv(?:ed?|es|ing)|terms?|seats?|elected|election|members?|years|career|page|colleagues|floor|control|majority|races?|votes?|voted|passed|through|cleared)[ \u00a0](?:[a-z0-9-]+[ \u00a0]){0,2}(?:in|to|of|by|from|for|through)?[ \u00a0]?the[ \u00a0]$/;
/** Asked first, since it is soon asked. */
const THE = 'the ';
const servedIn = (text: string, start: number): boolean =>
  text.startsWith(THE, start - THE.length) &&
  SERVED.test(text.slice(Math.max(0, start - EMPLOYED_WINDOW), start));

/** "A used Ford", "a five-year-old Ford": what a company made, for sale. */
const SOLD_MAKE = /(?:[Uu]sed|[Ss]econd-?[Hh]and|-owned|-year-old)[ \u00a0]$/;
/** "My Ford", "his old Ford", "a 2014 Ford", "a new TIME", "another Ford", "une vieille Ford": what a company made. */
const OWNED_MAKE =
  /\b(?:(?:my|our|your|his|her|their)[ \u00a0](?:[a-z]+[ \u00a0]){0,2}|(?:an?|the)[ \u00a0](?:[a-z]+[ \u00a0-]){0,2}(?:old|new|rusty|battered|latest)[ \u00a0]|another[ \u00a0]|(?:une?|una|uma?|einen?|einem)[ \u00a0](?:[a-zß-ÿ]+[ \u00a0])?|(?:19|20)\d\d[ \u00a0])$/;
/** "Ford 4000", "Ford 8N": a model by its number. */
const MODEL = /^[ \u00a0](?:[2-9]000|[289]N)\b/;

/** Work at, for or with somebody, in the words before: "worked on the line at Ford", "wrote for TIME". */
const EMPLOYED =
  /\b(?:work(?:s|ed|ing)?|jobs?|career|employed|employees|hired|retired|fired|laid off|line|shifts?|apprentice(?:ship)?|engineers?|designe?(?:rs?|d|s)|mechanic|years|boss|manager|union|wrote|writ(?:es?|ing|ten)|reported|freelanced|[Ll]eased|[Rr]ented|[Oo]rdered|[Bb]ought),?[ \u00a0](?:[a-zß-ž0-9-]+[ \u00a0]){0,4}(?:at|for|by|from)[ \u00a0]$/;
/** "My uncle was at Ford." */
const THERE = /\b(?:was|were|is|been|started|stayed)[ \u00a0]at[ \u00a0]$/;
const EMPLOYED_WINDOW = 60;
const WORKED = wordSet('from at for by');

/** What it weighs that somebody works for who is named; 0 where nobody does. */
function employmentBefore(text: string, start: number, before: Beside | null): number {
  // Asked first, since it is soon asked: the pattern ends with one of them.
  const preposition = before?.word ?? '';
  if (!WORKED.has(preposition)) return 0;
  const words = text.slice(Math.max(0, start - EMPLOYED_WINDOW), start);
  // Somebody known is worked for, too, but not at.
  const isPlace = preposition === 'at' || preposition === 'from';
  if (EMPLOYED.test(words)) return isPlace ? WEIGHTS.employedAt : WEIGHTS.employer;
  return THERE.test(words) ? WEIGHTS.employer : 0;
}
