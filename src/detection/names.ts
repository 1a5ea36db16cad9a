/**
 * Does a match sit inside a longer name that no pack knows? "Of 834 wrong marks of a dictionary
 * without context, 194 sat inside a longer name" (docs/decisions/matching.md). Looks at the words
 * beside a match and says what they make of it.
 */
import type { EntityType } from '../packs/kinds.ts';
import {
  COURTESY_TITLES,
  GIVEN_NAMES,
  NAME_HEADS,
  NAME_HEADS_OF,
  NAME_TAILS,
  NOT_NAMES,
  OFFICES,
  PRODUCT_TAILS,
  SMALL_HEADS,
  TITLES,
} from './name-words.ts';

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
  | { readonly kind: 'capitalised'; readonly word: string };

const NONE: Neighbourhood = { kind: 'none' };

const WORD_BEFORE = /([\p{L}\p{M}'’.\u00ad]+)([ \u00a0]+|-|[·・])$/u;
const WORD_AFTER = /^(?:[ \u00a0]+|-|[·・])([\p{L}\p{M}'’]+)/u;
const OF_BEFORE =
  /([\p{L}\p{M}]+)[ \u00a0]+(?:of|de|do|da|du|des|von|di)(?:[ \u00a0]+(?:the|la|el|l['’]))?[ \u00a0]+$/u;
/** Ford & Sons is no carmaker. */
const FAMILY_FIRM =
  /^[ \u00a0]+(?:&|and)[ \u00a0]+(?:Sons?|Daughters?|Brothers|Bros|Partners|Associates)(?![\p{L}])/u;
/** Characters looked at on either side. */
const WINDOW = 60;
/** A name's last word is looked for among this many capitalised words behind a match. */
const TAIL_WORDS = 3;

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
const bare = (word: string): string => word.replace(/['’]s$|[.'’]+$/u, '').toLowerCase();

/** The capitalised words that follow text[.., end) directly, at most `TAIL_WORDS`. */
function wordsAfter(text: string, end: number): { word: string; to: number }[] {
  const words: { word: string; to: number }[] = [];
  let at = end;
  while (words.length < TAIL_WORDS) {
    const [whole, word] = WORD_AFTER.exec(text.slice(at, at + WINDOW)) ?? [];
    if (!whole || !word || !isCapitalised(word)) break;
    at += whole.length;
    words.push({ word, to: at });
    // A possessive ends a name: "China Daily's", "Glasgow's University".
    if (/['’]s?$/u.test(word)) break;
  }
  return words;
}

function tailOfName(text: string, start: number, end: number, type: EntityType): Neighbourhood {
  // The match's own possessive: "Scotland's Museum" is a museum of Scotland.
  if (/^['’]s?\b/u.test(text.slice(end, end + 2))) return NONE;
  const [family] = FAMILY_FIRM.exec(text.slice(end, end + WINDOW)) ?? [];
  if (family)
    return { kind: 'longer-name', word: family.trim(), from: start, to: end + family.length };
  for (const { word, to } of wordsAfter(text, end)) {
    const tail = bare(word);
    if (!NAME_TAILS.has(tail)) continue;
    if (PRODUCT_TAILS.has(tail) && type === 'organization') return NONE;
    return { kind: 'longer-name', word, from: start, to };
  }
  return NONE;
}

function headOfName(text: string, start: number, end: number): Neighbourhood {
  const left = text.slice(Math.max(0, start - WINDOW), start);
  const of = OF_BEFORE.exec(left);
  if (of?.[1] && isCapitalised(of[1]) && NAME_HEADS_OF.has(bare(of[1]))) {
    return { kind: 'longer-name', word: of[1], from: start - of[0].length, to: end };
  }
  const before = WORD_BEFORE.exec(left);
  if (
    before?.[1] &&
    (isCapitalised(before[1]) ? NAME_HEADS.has(bare(before[1])) : SMALL_HEADS.has(before[1]))
  ) {
    return { kind: 'longer-name', word: before[1], from: start - before[0].length, to: end };
  }
  return NONE;
}

/** Patrick Scotland, Inspector Glasgow: places are surnames too. Boy Scouts of America: and tails. */
function besidePlace(text: string, start: number, context: NameContext): Neighbourhood {
  const left = text.slice(Math.max(0, start - WINDOW), start);
  const head = OF_BEFORE.exec(left)?.[1];
  if (head && isCapitalised(head) && !OFFICES.has(bare(head)) && !context.capitalsMute) {
    return { kind: 'capitalised', word: head };
  }
  const before = WORD_BEFORE.exec(left);
  const word = before?.[1];
  if (!word || before[2] === '-' || !isCapitalised(word)) return NONE;
  const known = bare(word);
  const named = GIVEN_NAMES.has(known) && !/['’]s?$/u.test(word);
  return named || COURTESY_TITLES.has(known) ? { kind: 'given-name', word } : NONE;
}

/** What the matcher knows of the surroundings of a match. */
export interface NameContext {
  readonly type: EntityType;
  /** False for "Secretary Kerry", which brings its title along. */
  readonly singleWord: boolean;
  /** True where capitals say nothing: titles, shouted lines, German nouns. */
  readonly capitalsMute: boolean;
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
  const tail = tailOfName(text, start, end, context.type);
  if (tail.kind !== 'none') return tail;
  const head = headOfName(text, start, end);
  if (head.kind !== 'none') return head;
  if (!context.singleWord) return NONE;
  if (context.type === 'place') return besidePlace(text, start, context);
  if (context.type !== 'person' && context.type !== 'organization') return NONE;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - WINDOW), start));
  if (before?.[1] && before[2] !== '-') {
    const word = before[1];
    const from = start - before[0].length;
    const known = bare(word);
    if (TITLES.has(known)) return { kind: 'title', word };
    if (isCapitalised(word) && !NOT_NAMES.has(known)) {
      if (GIVEN_NAMES.has(known) || /[·・]/.test(before[2] ?? ''))
        return { kind: 'given-name', word };
      // "J. Kerry", "Francis X. Kerry"
      if (/^\p{Lu}\.$/u.test(word)) return { kind: 'given-name', word };
      if (
        !context.capitalsMute &&
        !context.opensSentence(from) &&
        !/['’]s?$/u.test(word) &&
        !context.isKnownName(from, from + word.length)
      ) {
        return { kind: 'capitalised', word };
      }
    }
  }
  if (context.type === 'person' && !context.capitalsMute) {
    const [next] = wordsAfter(text, end);
    if (next && !NOT_NAMES.has(bare(next.word)) && !TITLES.has(bare(next.word))) {
      const from = next.to - next.word.length;
      if (text[from - 1] !== '-' && !context.isKnownName(from, next.to)) {
        return { kind: 'capitalised', word: next.word };
      }
    }
  }
  return NONE;
}
