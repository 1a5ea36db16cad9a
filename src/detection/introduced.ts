/**
 * Abbreviations that a text explains itself: "Individual Retirement Account (IRA)", "IRA (Irish
 * Republican Army)", "an individual retirement account, or IRA". After Schwartz and Hearst, A simple
 * algorithm for identifying abbreviation definitions in biomedical text (2003), with initials only.
 */

import { isAscii } from './words.ts';

/** What a text says an abbreviation stands for; null where it does not say. */
export interface Introduction {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** True where only a colon, an equals sign or a dash says so: "PV: present value". */
  readonly glossed: boolean;
}

/** Words that initials may pass over: Convention on the Rights of the Child, CRC. */
const SMALL =
  /^(?:of|the|and|for|on|in|to|a|an|de|la|le|les|des|du|el|los|y|e|et|und|der|die|das|für|against|with)$/i;
/** Characters on either side in which the long form may stand. */
const WINDOW = 140;
/** Characters before a glossed abbreviation that tell whether it begins its line. */
const GLOSS_LEAD = 5;
/** More small words than this between initials, and it is no long form. */
const MOST_SMALL = 4;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'\u00ad]*/gu;
/** The same where there is nothing but ASCII and typographic apostrophes. */
const PLAIN_WORD = /[A-Za-z0-9][A-Za-z0-9’']*/g;
const BEYOND_PLAIN = /[^\0-\x7f’‘“”–—]/;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function words(text: string, offset: number): Word[] {
  return [...text.matchAll(BEYOND_PLAIN.test(text) ? WORD : PLAIN_WORD)].map((match) => ({
    text: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

/**
 * The last words of `list` whose initials spell `letters`; small words count or are passed over.
 * Runs from the right: the long form ends where the bracket begins.
 */
function spellsAtEnd(list: readonly Word[], letters: string): Word[] | null {
  const match = (w: number, l: number, passed: number): number => {
    if (l < 0) return w + 1;
    const word = list[w];
    if (!word) return -1;
    if (word.text.charAt(0).toLowerCase() === letters.charAt(l)) {
      const found = match(w - 1, l - 1, passed);
      if (found !== -1) return found;
    }
    return SMALL.test(word.text) && passed < MOST_SMALL ? match(w - 1, l, passed + 1) : -1;
  };
  const last = list.length - 1;
  // The long form's last word has to carry the last letter (a plural s of "IRAs" is left out).
  const from = match(last, letters.length - 1, 0);
  return from === -1 || from > last ? null : list.slice(from);
}

function spellsAtStart(list: readonly Word[], letters: string): Word[] | null {
  // Enough words for every letter and the small ones between.
  for (let to = letters.length; to <= Math.min(list.length, letters.length + MOST_SMALL); to++) {
    const found = spellsAtEnd(list.slice(0, to), letters);
    if (found && found[0] === list[0]) return found;
  }
  return null;
}

function introduction(found: readonly Word[] | null, glossed = false): Introduction | null {
  const first = found?.[0];
  const last = found?.at(-1);
  if (!found || !first || !last) return null;
  return {
    words: found.map(({ text }) => text).join(' '),
    start: first.start,
    end: last.end,
    glossed,
  };
}

/** The letters of an abbreviation, in small ones. The s of a plural is none: extracellular vesicles (EVs). */
function lettersOf(words: string): string {
  const isPlain = isAscii(words);
  return words
    .replace(isPlain ? /(?<=[A-Z])s$/ : /(?<=\p{Lu})s$/u, '')
    .replace(isPlain ? /[^A-Za-z]/g : /[^\p{L}]/gu, '')
    .toLowerCase();
}

/**
 * Looks for the long form of the abbreviation at text[start, end): before it where it stands in
 * brackets or behind ", or", and in brackets, behind ", or" or as in a glossary ("PV: present value") after it.
 */
export function introductionOf(text: string, start: number, end: number): Introduction | null {
  const letters = lettersOf(text.slice(start, end));
  if (letters.length < 2) return null;
  const leftFrom = Math.max(0, start - WINDOW);
  const left = text.slice(leftFrom, start);
  const opened =
    /\s*[([（]\s*(?:the\s+)?["“'‘]?$/i.exec(left) ??
    /,?\s+(?:or|also known as|known as|called|abbreviated|short)\s+(?:an?\s+|the\s+)?["“'‘]?$/i.exec(
      left,
    );
  if (opened) {
    const found = introduction(spellsAtEnd(words(left.slice(0, opened.index), leftFrom), letters));
    if (found) return found;
  }
  const right = text.slice(end, end + WINDOW);
  const opening =
    /^["”'’]?\s*[([（]\s*(?:the\s+|an?\s+)?/i.exec(right) ??
    /^["”'’]?,?\s+(?:or|short for|stands for|stood for|standing for|meaning|means|meant|i\.e\.,?)\s+(?:the\s+|an?\s+)?/i.exec(
      right,
    );
  if (opening) {
    const at = opening[0].length;
    return introduction(spellsAtStart(words(right.slice(at), end + at), letters));
  }
  return asideOf(text, end, letters) ?? glossOf(text, start, end, letters);
}

/** "Two EVs, expansion valves, for the fridge"; “a UE, isto é, a unidade escolar, entrou”. */
const ASIDE = /^, (?:isto é, )?(?:[a-z]{1,3} )?(?=([^,.;()]{5,60})[,.;)])/;

/** What follows between commas, where every one of its words has its letter: "the EU, ever unanimous in this, said" has not. */
function asideOf(text: string, end: number, letters: string): Introduction | null {
  const [lead, aside] = ASIDE.exec(text.slice(end, end + WINDOW)) ?? [];
  if (lead === undefined || aside === undefined) return null;
  const from = end + lead.length;
  const list = words(aside, from);
  const found = spellsAtStart(list, letters);
  // "ever slower", "using an old law": adverbs and verbs explain nothing.
  const isNoun = !list.some(({ text: word }) => NO_NOUN.test(word));
  return isNoun && found?.length === list.length ? introduction(found) : null;
}
const NO_NOUN = /(?:ly|ing|er)$/;

/** Letters from which on words that begin with them are no chance; "US: UN says" has two. */
const LEAST_GLOSSED = 3;

/** "PV: present value" at the head of a line or cell: the long form as a glossary has it. */
function glossOf(text: string, start: number, end: number, letters: string): Introduction | null {
  if (
    !/(?:^|[\n|\t])[ \u00a0"“'‘•*-]{0,4}$/.test(text.slice(Math.max(0, start - GLOSS_LEAD), start))
  ) {
    return null;
  }
  const right = text.slice(end, end + WINDOW);
  const mark = /^["”'’]?\s*[:=–—]\s*(?:the\s+|an?\s+)?/i.exec(right);
  if (!mark) return null;
  const at = mark[0].length;
  const found = spellsAtStart(words(right.slice(at), end + at), letters);
  // Of two letters, what fills the line: "PV: present value (chapter 2)".
  const last = found?.at(-1)?.end ?? end;
  const isWhole = /^[ \u00a0]?(?:$|[\n;,.(|\t])/u.test(text.slice(last, last + 2));
  if (!isWhole && letters.length < LEAST_GLOSSED) return null;
  return introduction(found, true);
}
