/**
 * Capitalised words beside the name of a place, or beside an abbreviation, that make one name of the two:
 * Air China, Patrick Scotland, US Lecce.
 */
import { isFunctionWord } from './language.ts';
import { headOf, wordWithin } from './name-heads.ts';
import {
  COURTESY_TITLES,
  GIVEN_NAMES,
  KIN,
  NOT_NAMES,
  OFFICES,
  PLACE_BODIES,
  PLACE_DESCRIPTIONS,
  TITLES,
} from './name-words.ts';
import { type NameContext, type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
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

/** "in China Apple sells less": after these a place is complete, and the next name is another's. */
const WITHIN = wordSet('in across throughout within inside');
/** Tsarist Russia, Maoist China, Scottish Glasgow: adjectives leave a place what it is. */
const ADJECTIVE = /(?:ist|ern|ian|ean|ish|ial|ese)$/;

/** A capitalised word that is no part of a place's name, though it stands right before or behind it. */
export const leavesPlace = (word: string): boolean =>
  NOT_NAMES.has(word) ||
  isFunctionWord(word) ||
  TITLES.has(word) ||
  OFFICES.has(word) ||
  ADJECTIVE.test(word);

/** "Produce of China", "The Future of Taiwan": said of it, and no name. */
const NO_HEADS = wordSet(
  'produce product products future rise fall decline return role economy size cost price',
);

/** EU IV, US III: the fourth of a game, a course or a kind. */
const NUMERAL = /^(?:I{2,3}|I?V|VI{1,3}|IX|XI{0,3})$/;

/** U.S. Girls, US Lecce: an unknown capitalised word; "US Senate" and "EU Commission" are bodies of theirs. */
export function nameBehindAbbreviation(
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
/**
 * "U.S. Department of Agriculture", "U.S. Fish and Wildlife Service": bodies with names of their own. How many words those
 * have is left to BODY_WINDOW: as a number here it made V8 take 3 ms to compile this.
 */
const BODY_BEHIND =
  /^[ \u00a0](?:(?:Department|Court|Bureau|Office|Centers?|Chamber)[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?[A-Z]|(?:[A-Z][A-Za-z-]+,?[ \u00a0](?:(?:and|of)[ \u00a0])?)+(?:Agency|Administration|Service|Survey|Commission|Bureau|Enforcement|Corps|Guard|Command|Authority|Board|Court|Institutes?)\b)/;
const BODY_WINDOW = 64;

/** The rest of a body's name that begins with its country, or null. */
function bodyBehind(text: string, end: number): string | null {
  if (!isCapitalised(text.charAt(end + 1))) return null;
  return BODY_BEHIND.exec(text.slice(end, end + BODY_WINDOW))?.[0] ?? null;
}
/** What parts of a government are called: Geological Survey, Environmental Protection Agency. */
const BODY_ADJECTIVE = /(?:al|ic|ary)$/;

/** "The Secretary of State for Scotland": an office that another country has for the place. */
const OFFICE_BEFORE = /(?:Secretary(?: of State)?|Minister) for $/;
const OFFICE_WINDOW = 32;

/** "Senator Levin of Michigan", "Vladimir V. Putin of Russia": who comes from a place makes no name with it. */
function isSomebody(text: string, head: Beside, context: NameContext): boolean {
  const first = wordWithin(text, head.from, context);
  if (first?.joint !== 'space' || !isCapitalised(first.word) || isPossessive(first.word))
    return false;
  const word = bare(first.word);
  return (
    INITIAL.test(first.word) ||
    GIVEN_NAMES.has(word) ||
    TITLES.has(word) ||
    COURTESY_TITLES.has(word) ||
    OFFICES.has(word)
  );
}
const INITIAL = /^\p{Lu}\.$/u;

/** Patrick Scotland, Inspector Glasgow: places are surnames too. Boy Scouts of America: and tails. */
export function besidePlace(
  text: string,
  start: number,
  end: number,
  context: NameContext,
): Neighbourhood {
  const body = bodyBehind(text, end);
  if (body && !context.capitalsMute()) {
    return { kind: 'longer-name', word: body.trim(), from: start, to: end + body.length };
  }
  const office = text.startsWith('for ', start - 'for '.length)
    ? OFFICE_BEFORE.exec(text.slice(Math.max(0, start - OFFICE_WINDOW), start))
    : null;
  if (office) {
    return { kind: 'longer-name', word: office[0].trim(), from: start - office[0].length, to: end };
  }
  const head = headOf(text, start);
  // "Section 30D of the US code": a letter is no name, and abbreviations go with any of them. What
  // begins a sentence ("Most of Michigan") has its capital from there.
  const isName = head && head.word.length > 1 && isCapitalised(head.word) && !context.abbreviation;
  if (
    isName &&
    !OFFICES.has(bare(head.word)) &&
    !leavesPlace(bare(head.word)) &&
    !context.opensSentence(head.from) &&
    !context.capitalsMute() &&
    !NO_HEADS.has(bare(head.word)) &&
    // "the Joint Glasgow Declaration of China and the US": a name of its own, and whose it is.
    !context.isKnownName(head.from, head.to) &&
    !isSomebody(text, head, context)
  ) {
    return { kind: 'longer-name', word: head.word, from: head.from, to: end };
  }
  const last = wordWithin(text, start, context);
  const known = last ? bare(last.word) : '';
  if (last && last.joint !== 'hyphen' && isCapitalised(last.word)) {
    const isNamed = GIVEN_NAMES.has(known) && !NOT_NAMES.has(known) && !isPossessive(last.word);
    if (isNamed || COURTESY_TITLES.has(known)) return { kind: 'other-bearer', word: last.word };
  }
  if (last?.joint === 'space' && KIN.has(last.word))
    return { kind: 'other-bearer', word: last.word };
  const before = text.slice(Math.max(0, start - KINDRED_WINDOW), start);
  if (NICKNAME.test(before) && /^[»”"“’]/.test(text.charAt(end)))
    return { kind: 'other-bearer', word: before.slice(-'«la '.length).trim() };
  const kindred = KINDRED.test(before) ? AMONG_KINDRED.exec(before)?.[0] : null;
  if (kindred) return { kind: 'other-bearer', word: kindred.trim() };
  if (context.capitalsMute()) return NONE;
  if (context.abbreviation) {
    // "Conference USA"; but "Microsoft US customers".
    return text.startsWith('USA', start) && isNamedBefore(last, context)
      ? { kind: 'longer-name', word: last?.word ?? '', from: last?.from ?? start, to: end }
      : nameBehindAbbreviation(text, start, end, context);
  }
  return nameAroundPlace(text, start, end, last, context);
}

/** “llaman «la China» a la dueña”: with its article in quotation marks it is what somebody is called. */
const NICKNAME = /[«“"„](?:la|el|le|o|a|der|die|das)[ \u00a0]$/;

/** "two daughters, China and Georgia": what those are called who are spoken of. */
const AMONG_KINDRED =
  /(?:daughters|sons|sisters|brothers|children|twins|nieces|nephews|kids|puppies|kittens|calves|foals),[ \u00a0](?:[A-Z][a-z]+(?:, | and |, and ))*$/;
/** What it has in it, asked for first. */
const KINDRED = /[a-z]s, /;
const KINDRED_WINDOW = 48;

/** Air China, Conference USA: an unknown capitalised word right before, which makes one name of the two. */
function isNamedBefore(last: Beside | null, context: NameContext): boolean {
  const word = last ? bare(last.word) : '';
  return (
    last?.joint === 'space' &&
    isCapitalised(last.word) &&
    !last.word.endsWith('.') &&
    !isPossessive(last.word) &&
    !PLACE_DESCRIPTIONS.has(word) &&
    !leavesPlace(word) &&
    !context.opensSentence(last.from) &&
    !context.isKnownName(last.from, last.to)
  );
}

/** Air China, China Evergrande: an unknown capitalised word makes one name of it and the place. */
function nameAroundPlace(
  text: string,
  start: number,
  end: number,
  last: Beside | null,
  context: NameContext,
): Neighbourhood {
  if (last && isNamedBefore(last, context)) {
    return { kind: 'longer-name', word: last.word, from: last.from, to: end };
  }
  const before = last ? bare(last.word) : '';
  const next = wordAfter(text, end);
  if (next?.joint !== 'space' || !isCapitalised(next.word) || WITHIN.has(before)) return NONE;
  const after = bare(next.word);
  if (PLACE_BODIES.has(after) || leavesPlace(after) || isAcronym(next.word)) return NONE;
  if (context.isKnownName(next.from, next.to)) return NONE;
  return { kind: 'longer-name', word: next.word, from: start, to: next.to };
}
