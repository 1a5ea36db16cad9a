/**
 * What a sentence's grammar says of a candidate, weakly and whatever it is about: names of bodies stand
 * before auxiliaries and behind "the", places behind prepositions, persons and bodies before what they
 * do. And whether the page names anything of the pack at all. What abbreviations have of their own is in
 * judge-abbreviations.ts.
 */
import { PRIOR_RARE, PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import { isNamedLikeTopic } from './doubts.ts';
import { actsBehind, speaks } from './governments.ts';
import type { Hypothesis } from './hypothesis.ts';
import { collectAbbreviation, isSmallNoun } from './judge-abbreviations.ts';
import { collectHoldings } from './judge-holdings.ts';
import { beginsLine, lineAround } from './lines.ts';
import { isMuteWord } from './mute-words.ts';
import { type Piece, push } from './pieces.ts';
import { isAbbreviated } from './senses.ts';
import { SILENT_PAGE, TELLING_ENTITIES, WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { isAscii, type Sides, spaced, wordAfter, wordBefore } from './words.ts';

const AUXILIARIES = wordSet(
  'has have had will would can could may might must should is are was were does did',
);
/** And the verbs of those who come and go, which stand as prepositions do: "reached Peking". */
const PLACE_PREPOSITIONS = wordSet(
  'in at from to of near around toward towards outside inside across throughout reached reaching visited visiting toured crossed entered entering en de em à aus nach bei até',
);
/** The same behind a name in Japanese: ミシガンで. */
const PARTICLES = /[でにのへ]/;
const KNOWN_ELSEWHERE = /(?:^|[ \u00a0])(?:la |[dn]?a |l['’])$/i;
/** "Glasgow’s parks", "Biden, who", "Glasgow in February". */
const BESIDE_KNOWN = /^(?:['’]s|, who | in \w+(?:ber|uary|mer)\b)/;
/** "sailed for America": before "for" these are about where somebody goes. */
const GOING = wordSet(
  'left leave leaves leaving sail sails sailed sailing bound head heads headed heading depart departs departed departing embarked',
);
/** What has, will and was, beside bodies; surnames do so whoever bears them. */
const SUBJECTS = wordSet('topic law place');
/** Behind a place's name these say that it stands alone and describes nothing. */
const NO_NOUN = wordSet(
  'of in on at to from for with by and or but as which who came went is was has had will would did does every again',
);
/** A line longer than this is no headline. */
const LONGEST_HEADLINE = 120;

export function collectGrammar(given: Hypothesis, found: Piece[]): void {
  const { text } = given.block.scan;
  const { start, end } = given.candidate;
  const sides = { before: wordBefore(text, start), after: wordAfter(text, end) };
  collectStanding(given, sides, found);
  collectDoing(given, sides, found);
  collectHoldings(given, sides, found);
  if (isAbbreviated(given.sense)) collectAbbreviation(given, sides, found);
  if (isNamedLikeTopic(given)) push(found, 'context', 'a name of its own', WEIGHTS.ownName, null);
  collectSilence(given, found);
}

/** Articles and prepositions before it. */
function collectStanding(
  { block, candidate, evidence, sense, words }: Hypothesis,
  { before, after }: Sides,
  found: Piece[],
): void {
  const { text } = block.scan;
  const type = evidence.gazetteer.types[sense.entity];
  const isCity = type === 'place' && !sense.metonym;
  const word = spaced(before).toLowerCase();
  if (word === 'the' && type !== 'person') {
    push(found, 'context', 'one that is known', WEIGHTS.definite, null);
    const stands = after === null || (after.joint === 'space' && NO_NOUN.has(after.word));
    // "the Republic of China"
    const isOneWord = !/\s/.test(words);
    if (isCity && stands && isOneWord && !isAbbreviated(sense)) {
      push(found, 'context', 'an article before a place', WEIGHTS.articleBeforePlace, null);
    }
  }
  // “de la UE”, “a UE”, “l’UE”
  const { start, end } = candidate;
  const isElsewhere = sense.language !== 'en' && isAbbreviated(sense);
  if (isElsewhere && KNOWN_ELSEWHERE.test(text.slice(Math.max(0, start - 4), start))) {
    push(found, 'context', 'one that is known', WEIGHTS.definite, null);
  }
  const isBound = word === 'for' && before && GOING.has(wordBefore(text, before.from)?.word ?? '');
  // "Fish pie, Glasgow style"
  if (isCity && after?.word === 'style' && /^[,;\n)]?$/.test(text.charAt(after.to))) {
    push(found, 'context', 'a manner', WEIGHTS.manner, null);
  }
  // "América" in English
  if (sense.language === 'en' && !isAscii(words) && /\p{L}\p{M}/u.test(words.normalize('NFD'))) {
    push(found, 'language', 'an accent', WEIGHTS.foreignAccent, null);
  }
  // "people from all over Michigan"
  const isAllOver = word === 'over' && before && wordBefore(text, before.from)?.word === 'all';
  const isAt =
    isAllOver ||
    PLACE_PREPOSITIONS.has(word) ||
    (!isAscii(words) && PARTICLES.test(text.charAt(end)));
  if (isCity && (isBound || isAt)) {
    const weight = isAscii(words) ? WEIGHTS.placed : WEIGHTS.placedByParticle;
    push(found, 'context', 'where a place stands', weight, null);
  }
}

/** What persons and bodies do and have. */
function collectDoing(given: Hypothesis, { after }: Sides, found: Piece[]): void {
  const { block, evidence, candidate, sense } = given;
  const { text } = block.scan;
  const { start, end } = candidate;
  const type = evidence.gazetteer.types[sense.entity];
  const isBody = type === 'organization' || sense.metonym;
  const isUsualPerson = type === 'person' && sense.prior === PRIOR_USUAL;
  const isSubject = isBody || isUsualPerson || SUBJECTS.has(type ?? '');
  if (isSubject && AUXILIARIES.has(spaced(after))) {
    push(found, 'context', 'as a subject', WEIGHTS.asSubject, null);
  }
  if ((type !== 'person' && type !== 'organization') || sense.metonym) return;
  const act = speaks(text, start, end) ? 'decides' : actsBehind(text, start, end);
  if (!act) return;
  const inHeadline =
    act === 'may' || candidate.shouted || (sense.isWord && isMuteWord(given))
      ? WEIGHTS.mayActInHeadline
      : WEIGHTS.actsInHeadline;
  push(found, 'context', 'acts', isHeadline(text, start) ? inHeadline : WEIGHTS.acts, null);
}

/** True for what begins a short line without a stop. */
function isHeadline(text: string, start: number): boolean {
  const { from, to } = lineAround(text, start);
  if (from !== start || to - from > LONGEST_HEADLINE) return false;
  return !/[.!?:;…。][”"’']?\s*$/.test(text.slice(from, to));
}

function collectSilence({ block, candidate, evidence, sense }: Hypothesis, found: Piece[]): void {
  const isSilent = !evidence.hasAnchors && evidence.gazetteer.entities.length >= TELLING_ENTITIES;
  if (!isSilent || !sense.ambiguous || sense.prior === PRIOR_RARE) return;
  const isUsual = sense.prior === PRIOR_USUAL;
  const weight = isUsual ? WEIGHTS.silentPageUsual : WEIGHTS.silentPage;
  push(found, 'context', SILENT_PAGE, weight, null);
  if (!isUsual) return;
  const { text } = block.scan;
  const { start, end } = candidate;
  // "Michigan needs rain", "the Biden plan"; a list has names alone on their lines.
  const isBeforeNoun = isSmallNoun(spaced(wordAfter(text, end)));
  const isHead = beginsLine(text, start)
    ? isBeforeNoun ||
      /^ ?[:–—]/.test(text.slice(end, end + 2)) ||
      (isHeadline(text, start) && /[ ,]/.test(text.charAt(end)))
    : isBeforeNoun && /[Tt]he |[Aa]n? /.test(text.slice(Math.max(0, start - 4), start));
  if (isHead || BESIDE_KNOWN.test(text.slice(end, end + 14))) {
    push(found, 'context', 'as a subject', WEIGHTS.goesOn, null);
  }
}
