/** Laws, agreements and events of an earlier year that share a name: the Paris Agreement of 1954. */
import { type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';

/** "of 1954", "of October 1954", "de 1898", "(1954)"; of what happened once, "in 1941" and ", 1919" as well. */
const OF_YEAR = /^ (?:(?:of|von|vom|de|du|del) (?:\p{L}+ )?|\()(1\d{3}|20\d\d)(?![\d-])/u;
const IN_YEAR = /^(?: in (?:\p{Lu}\p{Ll}+ )?|, )(1\d{3}|20\d\d)(?![\d-])/u;
/** "the 1941 invasion of Ukraine"; not "in 1941 invasion …" */
const YEAR_BEFORE = /(?:^|\b(?:[Tt]he|[Aa]|its|their) |(?=\d{4}年))(1\d{3}|20\d\d)(?: |年[的の]?)$/;
/** "In 1920 the Polish war in Ukraine ended", "1918 führte das Reich Krieg": a sentence of another age. */
const AGE = /(?:^|[.!?\n]\s)(?:(?:In|Im Jahr|En|Em) )?(1\d{3}),? [^.!?;\d]*$/u;
const AGE_WINDOW = 96;
const WINDOW = 24;
const WINDOW_BEFORE = 12;
/** A year begins with one of these: asked first, since it is soon asked. */
const DIGIT = /[12]\d{3}/;

/**
 * The year right beside text[start, end) that is before what is known began, or nothing.
 * @param firstYear in its names; 0 for none
 */
export function ofOtherYear(
  text: string,
  start: number,
  end: number,
  type: string,
  firstYear: number,
): Neighbourhood {
  if (firstYear === 0) return NOTHING_BESIDE;
  const behind = text.slice(end, end + WINDOW);
  const from = Math.max(0, start - AGE_WINDOW);
  // What is cut off before is no beginning of a sentence.
  const before = (from > 0 ? ' ' : '') + text.slice(from, start);
  if (!DIGIT.test(behind) && !DIGIT.test(before)) return NOTHING_BESIDE;
  const [, year] =
    OF_YEAR.exec(behind) ??
    (type === 'event' ? IN_YEAR.exec(behind) : null) ??
    YEAR_BEFORE.exec(before.slice(-WINDOW_BEFORE)) ??
    AGE.exec(before) ??
    [];
  return year && Number(year) < firstYear
    ? { kind: 'other-bearer', word: year, isYear: true }
    : NOTHING_BESIDE;
}
