/**
 * Those who decide and speak: is a capital its government or the city, and does a person or a body act?
 * The words are in government-words.ts.
 */
import { isTitled } from './capitals.ts';
import { isDateline } from './dateline.ts';
import {
  ACTS_AFTER_AUXILIARIES,
  AUXILIARIES,
  BARE_ENDING,
  BEFORE_ACTS,
  BETWEEN_GOVERNMENTS,
  DONE_ENDING,
  DONE_TO_GOVERNMENTS,
  GOVERNMENT_ACTS,
  GOVERNMENT_OWNS,
  HAN_ACTS,
  JOINED_TO_GOVERNMENTS,
  LESSER_POLICIES,
  POLICIES,
  TO_GOVERNMENTS,
} from './government-words.ts';
import { isFunctionWord } from './language.ts';
import { beginsLine, lineAround } from './lines.ts';
import { type Act, actOf, ELIDED } from './verbs.ts';
import { wordSet } from './word-set.ts';
import { type Beside, bare, isCapitalised, spaced, wordAfter, wordBefore } from './words.ts';

/** What puts a city on the map rather than into politics. */
const PLACE_BEFORE = wordSet(
  'in into at near outside around inside across through central downtown greater reach reached reaching visit visited visiting en capital à dans bei nahe nach em centro',
);
/** The same in two words, the first of them a verb or a noun of going. */
const GOING =
  'flew|fly|flying|flight|flights|train|trains|bus|drove|drive|driving|rode|walked|hitchhiked|cycled|moved|moving|back|heading|headed|returned|returning|travelled|traveled|travelling|traveling|travels|trip|trips|road|way|miles|kilometres|kilometers|km|journey|commute|ticket|tickets';
/** ... or a part of a city or of what lies around it: "northeast of", "the outskirts of". */
const PARTS =
  '(?:north|south)-?(?:east|west)|north|south|east|west|centre|center|outskirts|suburbs?|streets|edge|skyline|airports?|mayor|residents|districts?|boroughs?|neighbou?rhoods?';
const PLACE_BEFORE_TWO = new RegExp(
  `^(?:(?:${GOING})(?:to|from)|(?:${PARTS})of|(?:cerca|centro)de)$`,
);
/** What of a city stands behind its name: "a Moscow suburb". */
const PLACE_BEHIND = wordSet(
  `suburb suburbs street streets airport airports hotel hotels apartment flat metro subway underground region
  mayor mayoral residents resident native correspondent bureau hospital theatre theater museum
  zoo gates walls square summer winter tournament tournaments conservatory circus restaurant restaurants gallery festival
  concert concerts premiere exhibition`,
);
/** "Moscow-based" */
const PLACE_JOINED = wordSet('based born bound educated bred');
/** The same in Chinese and Japanese: 位于台北, モスクワで. */
const HAN_PLACE_BEFORE = /(?:位[于於]|[在抵赴]|前往|[飞飛][往到]|[从從到])$/;
/** Where somebody did what follows: 外长在莫斯科表示. */
const HAN_WHERE = /[在赴]$/;
const HAN_PLACE_BEHIND =
  /^(?:で|から|市|郊外|在住|の街|(?:一半|[的の])?(?:居民|市民|住[户戶民]|街[头頭]|地[铁鐵]|机场|機場|空港)|に(?:住|到着|滞在|向か))/;
/** "Foggy Bottom, a low-lying quarter of the city" */
const IS_PLACE =
  /^,[ \u00a0](?:an?|the)[ \u00a0](?:\p{Ll}[\p{Ll}-]*[ \u00a0]){0,2}(?:city|town|quarter|neighbou?rhood|district|suburb|metropolis)(?:[,.;:)]|[ \u00a0](?:of|in|on|near|by|beside|where|that|which|with|known|founded)(?!\p{L}))/u;
/** Auxiliaries and adverbs that may stand between a name and its verb. */
const MOST_BEFORE_ACTS = 3;
const PREPOSITIONS = wordSet(
  'on with to for from against in of de by between zwischen entre à avec contre con contra com mit gegen für',
);
/** Characters looked at on either side of a mention. */
const WINDOW = 40;

/** Between two that do or suffer the same: "Moscow and Kyiv exchanged prisoners". */
const JOINERS = wordSet('and und y et e');

/** The other one of two behind a name, or null. */
function partnerBehind(text: string, end: number): Beside | null {
  const joiner = wordAfter(text, end);
  const partner = JOINERS.has(spaced(joiner)) && joiner ? wordAfter(text, joiner.to) : null;
  return isCapitalised(spaced(partner)) ? partner : null;
}

/** ... and before it. */
function partnerBefore(text: string, start: number): Beside | null {
  const joiner = wordBefore(text, start);
  const partner = JOINERS.has(spaced(joiner)) && joiner ? wordBefore(text, joiner.from) : null;
  return isCapitalised(spaced(partner)) ? partner : null;
}

/** "Nobody in Brussels wants that": those who decide there, and not whoever lives there. */
const THOSE_IN =
  /(?:obody|o one|veryone|nyone|fficials|iplomats|eaders|oliticians|olicymakers|ureaucrats|egulators|ecision-makers|inisters|trategists|lanners) in $/;
const THOSE_WINDOW = 24;

/** True behind "in", "downtown", "flew to the". */
function isPlaceBefore(text: string, start: number): boolean {
  let last = wordBefore(text, start);
  if (last && spaced(last).toLowerCase() === 'the') last = wordBefore(text, last.from);
  return PLACE_BEFORE.has(spaced(last).toLowerCase()) || isReached(text, last);
}

/** True where the word before a name is the second of "flew to", "train from". */
function isReached(text: string, last: Beside | null): boolean {
  const word = spaced(last).toLowerCase();
  if (!last || !TO_OR_FROM.has(word)) return false;
  return PLACE_BEFORE_TWO.test(spaced(wordBefore(text, last.from)).toLowerCase() + word);
}
const TO_OR_FROM = wordSet('to from of de');

/** True where a name stands before a part of a city, or is joined to what is said of places. */
function isPlaceBehind(text: string, end: number): boolean {
  const next = wordAfter(text, end);
  if (next?.joint === 'hyphen') return PLACE_JOINED.has(next.word);
  return next?.joint === 'space' && PLACE_BEHIND.has(next.word);
}

/** True for what would or did happen: "ask", "accuser". */
const actsHelped = (word: string): boolean =>
  ACTS_AFTER_AUXILIARIES.has(word) || GOVERNMENT_ACTS.has(word.replace(BARE_ENDING, '-'));

/** Whether a verb or a possession behind a name is one of governments. */
function governsBehind(text: string, start: number, end: number): Act {
  if (/^['’]/.test(text.charAt(end))) {
    const possessive = /^['’]s?/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    const first = wordAfter(text, end + possessive);
    if (!first) return null;
    if (GOVERNMENT_OWNS.has(bare(first.word))) return 'decides';
    const second = wordAfter(text, first.to);
    return second !== null && GOVERNMENT_OWNS.has(bare(second.word)) ? 'decides' : null;
  }
  const partner = partnerBehind(text, end);
  const both = partner ? actOf(wordAfter(text, partner.to)?.word ?? '') : null;
  if (
    both === 'decides' ||
    isAskedAbout(text, start, end) ||
    wantsInGerman(text, partner?.to ?? end)
  )
    return 'decides';
  const act = actsBehind(text, start, end);
  return act === 'decides' ? act : (setsBehind(text, end) ?? act ?? both);
}

/** "Brüssel will die Preise deckeln": wants, where English has what is to come. */
function wantsInGerman(text: string, end: number): boolean {
  const verb = wordAfter(text, end);
  if (!verb || (verb.word !== 'will' && verb.word !== 'wollen')) return false;
  return GERMAN_OBJECTS.has(spaced(wordAfter(text, verb.to)));
}
const GERMAN_OBJECTS = wordSet(
  'die den das dem ein eine einen kein keine keinen sich nicht mehr bis ab auch künftig mit von zu zum zur im bei',
);

/** "Just", "would", "flatly". */
const isBeforeActs = (word: string): boolean =>
  BEFORE_ACTS.has(word) || AUXILIARIES.has(word) || /[a-z]{3}(?:ly|mente)$/.test(word);

/** Whether a verb, any of them, has an object that governments have: "set quotas", "gave firms a deadline". */
function setsBehind(text: string, end: number): Act {
  let next = wordAfter(text, end);
  while (next && isBeforeActs(next.word)) next = wordAfter(text, next.to);
  // "hat den Vorschlag abgelehnt": behind an auxiliary the verb may come last.
  const isHelped = next !== null && next.from > end + 1;
  if (next?.joint !== 'space' || isCapitalised(next.word)) return null;
  if (!isHelped && isFunctionWord(next.word)) return null;
  const [object = ''] = text.slice(next.to, next.to + OBJECT_WINDOW).split(/[.,;:!?\n]/, 1);
  let found: Act = null;
  for (const each of object.split(/[ \u00a0]/)) {
    const word = each.toLowerCase().replace(ELIDED, '');
    // "set itself a target", as cities do
    if (OWN.has(word)) break;
    if (POLICIES.test(word)) return 'decides';
    if (!LESSER_POLICIES.test(word)) continue;
    if (found) return 'decides';
    found = 'may';
  }
  return found;
}
/** Characters of a clause in which the object of its verb is looked for. */
const OBJECT_WINDOW = 80;
const OWN = wordSet('itself its sich seine seinen se ses son sa su sus seu sua who which that');

/** Whether a verb of those who decide and speak follows: "said", "has since agreed", "would ask". */
export function actsBehind(text: string, start: number, end: number): Act {
  const [apposition] =
    (text.charAt(end) === ',' && APPOSITION.exec(text.slice(end, end + ASIDE))) || [];
  let next = wordAfter(text, end + (apposition?.length ?? 0));
  let isHelped = false;
  let last = '';
  for (let i = 0; next?.joint === 'space' && i <= MOST_BEFORE_ACTS; i++) {
    if (isHelped && actsHelped(next.word)) return 'decides';
    const act = actOf(next.word);
    // “Moscou y voit”: what is spoken of is judged.
    if (act) return isMemory(text, next) ? null : CLITICS.has(last) ? 'decides' : act;
    if (!isBeforeActs(next.word)) return null;
    // "Moscow to host", "has yet to name"; but "flew to Moscow to see".
    if (next.word === 'to' && last !== 'yet' && !opensClause(text, start)) return null;
    // "a convoqué"; but "is a challenge".
    if (next.word === 'a' && !PARTICIPLE.test(wordAfter(text, next.to)?.word ?? '')) return null;
    last = next.word;
    isHelped ||= AUXILIARIES.has(next.word) || next.word === 'not';
    next = wordAfter(text, next.to);
  }
  return null;
}

const CLITICS = wordSet('y lui leur');

/** "Ford recalls how his father left": what persons do, and companies do not. */
const MEMORIES = wordSet('how that when being his her what why seeing hearing growing sitting');
const isMemory = (text: string, verb: Beside): boolean =>
  verb.word.startsWith('recall') && MEMORIES.has(wordAfter(text, verb.to)?.word ?? '');

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
    (actsHelped(verb.word) || SAYING.has(verb.word) || actOf(verb.word) !== null)
  );
}
/** In German the verb ends the clause: "soll Brüssel ruhig Zölle erheben"; only who acts must or may. */
const OBLIGATIONS = wordSet('soll sollte muss müsste darf dürfte');
const SAYING = wordSet('saying thinking claiming planning offering threatening refusing blaming');

/** True where something is done to a government: "asked Brussels", "pressure on Moscow". */
function doneToGovernment(text: string, start: number): boolean {
  const last = wordBefore(text, partnerBefore(text, start)?.from ?? start);
  if (!last) return false;
  const done = last.word.toLowerCase();
  if (DONE_TO_GOVERNMENTS.has(done) || DONE_TO_GOVERNMENTS.has(done.replace(DONE_ENDING, '-')))
    return true;
  const isTo = last.word === 'a';
  // "Talks With Moscow"
  if (!isTo && !PREPOSITIONS.has(done)) return false;
  const noun = bare(wordBefore(text, last.from)?.word ?? '').toLowerCase();
  return (isTo ? TO_GOVERNMENTS : BETWEEN_GOVERNMENTS).has(noun.replace(ELIDED, ''));
}

/** "The embassy in Kyiv warned", "the road to Kyiv was blocked": what follows is said of what is there. */
function isWhere(text: string, start: number): boolean {
  const last = wordBefore(text, start);
  return WHERE.has(spaced(last)) || isReached(text, last);
}
const WHERE = wordSet('in into at near outside around inside');

/** "Moscow-backed", "pro-Kremlin" */
function isJoined(text: string, start: number, end: number): boolean {
  const sides = [wordBefore(text, start), wordAfter(text, end)];
  return sides.some(
    (side) => side?.joint === 'hyphen' && JOINED_TO_GOVERNMENTS.has(side.word.toLowerCase()),
  );
}

/** "Kyiv: talks “difficult but useful”", "Kerry: ‘We are late’": the line's first word is whose words it quotes. */
export function speaks(text: string, start: number, end: number): boolean {
  if (text.charAt(end) !== ':' || !beginsLine(text, start)) return false;
  const { to } = lineAround(text, end);
  return /(?<!\p{L})["“„«‘']\p{L}/u.test(text.slice(end, to));
}

/** The same in a title, whose verbs have capitals as well: "What Moscow Wants From Kyiv". */
function actInLine(text: string, start: number, end: number): Act {
  const act = governsBehind(text, start, end);
  if (act === 'decides' || !isTitled(text, start)) return act;
  const small = text.slice(0, end) + text.slice(end).toLowerCase();
  // Lower case can be longer (İ); offsets would not hold.
  return small.length === text.length ? (governsBehind(small, start, end) ?? act) : act;
}

/** What a capital's surroundings make of it: the city, the government, or nothing. */
export function placeOrGovernment(
  text: string,
  start: number,
  end: number,
): 'place' | 'dateline' | 'government' | 'maybe-government' | null {
  if (isDateline(text, start, end)) return 'dateline';
  const left = text.slice(Math.max(0, start - WINDOW), start);
  const right = text.slice(end, end + WINDOW);
  const act = isWhere(text, start) ? null : actInLine(text, start, end);
  if (
    act === 'decides' ||
    (HAN_ACTS.test(right) && !HAN_WHERE.test(left)) ||
    speaks(text, start, end) ||
    doneToGovernment(text, start) ||
    isJoined(text, start, end)
  )
    return 'government';
  if (THOSE_IN.test(text.slice(Math.max(0, start - THOSE_WINDOW), start)))
    return 'maybe-government';
  if (
    isPlaceBefore(text, start) ||
    isPlaceBehind(text, end) ||
    (right.startsWith(',') && IS_PLACE.test(right)) ||
    HAN_PLACE_BEFORE.test(left) ||
    HAN_PLACE_BEHIND.test(right)
  ) {
    return 'place';
  }
  return act ? 'maybe-government' : null;
}
