/** Laws, agreements and events of an earlier year that share a name: the Paris Agreement of 1954. */
import { type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';

/** "of 1954", "of October 1954", "(1954)"; of what happened once, "in 1941" and ", 1919" as well. */
const OF_YEAR = /^ (?:of (?:\p{Lu}\p{Ll}+ )?|\()(1\d{3}|20\d\d)(?![\d-])/u;
const IN_YEAR = /^(?: in (?:\p{Lu}\p{Ll}+ )?|, )(1\d{3}|20\d\d)(?![\d-])/u;
/** "the 1941 invasion of Ukraine"; not "in 1941 invasion …" */
const YEAR_BEFORE = /(?:^|\b(?:[Tt]he|[Aa]|its|their) )(1\d{3}|20\d\d) $/;
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
  const before = text.slice(Math.max(0, start - WINDOW_BEFORE), start);
  if (!DIGIT.test(behind) && !DIGIT.test(before)) return NOTHING_BESIDE;
  const [, year] =
    OF_YEAR.exec(behind) ??
    (type === 'event' ? IN_YEAR.exec(behind) : null) ??
    YEAR_BEFORE.exec(before) ??
    [];
  return year && Number(year) < firstYear
    ? { kind: 'other-bearer', word: year, isYear: true }
    : NOTHING_BESIDE;
}
