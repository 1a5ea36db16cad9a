/**
 * A text as it is looked at for names: without soft hyphens and what else nobody sees, with letters and
 * their accents in one unit, with one kind of space, one at a time, and of hyphen. (The source of many pages is
 * wrapped and indented, and shows one space for all that.) The matcher passes over all that by
 * itself; word lists and patterns do not, and would take "for\u00addert" for no verb and
 * "Pat\u00adrick" for no given name.
 */
import { isAccent, SKIP } from '../text/fold.ts';
import { classAt } from '../text/tokens.ts';
import { graphemeEnd } from './boundary.ts';
import type { Span } from './types.ts';

/** Several spaces; controls that nobody sees; accents apart from their letters; narrow and wide spaces; other hyphens. */
const UNCLEAN =
  / {2}|[\u00ad\u061c\u2000-\u2011\u202a-\u202f\u205f-\u2064\ufeff]|[\u0300-\u036f\ufe0e\ufe0f]/;
/** Below it only spaces in a row are unclean: nearly all units of nearly all texts. */
const FIRST_UNCLEAN = 0xad;
const SPACES = /[\u2000-\u200a\u202f\u205f]/;
const HYPHENS = /[\u2010\u2011]/;

/** A cleaned text, and where its units stand in the text as it was. */
export class CleanText {
  readonly text: string;
  readonly #original: string;
  /** For each unit: where it begins and ends. */
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(original: string) {
    this.#original = original;
    const units: string[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (let i = 0; i < original.length; i++) {
      let unit = original.charAt(i);
      const code = unit.charCodeAt(0);
      if (code >= FIRST_UNCLEAN) {
        if (isAccent(code)) {
          const composed = ((units.at(-1) ?? '') + unit).normalize('NFC');
          if (composed.length === 1) {
            units[units.length - 1] = composed;
            ends[ends.length - 1] = i + 1;
            continue;
          }
        } else if (classAt(original, i) === SKIP) continue;
        if (SPACES.test(unit)) unit = ' ';
        else if (HYPHENS.test(unit)) unit = '-';
      }
      if (unit === ' ' && units.at(-1) === ' ') continue;
      units.push(unit);
      starts.push(i);
      ends.push(i + 1);
    }
    this.text = units.join('');
    this.#starts = starts;
    this.#ends = ends;
  }

  /** Where a span of the cleaned text stands in the original; it parts no grapheme. */
  placeOf({ start, end }: Span): Span {
    return {
      start: this.#starts[start] ?? this.#original.length,
      end: graphemeEnd(this.#original, this.#ends[end - 1] ?? 0),
    };
  }
}

/** @returns null for a text that is clean, as nearly all are */
export const cleanText = (text: string): CleanText | null =>
  UNCLEAN.test(text) ? new CleanText(text) : null;
