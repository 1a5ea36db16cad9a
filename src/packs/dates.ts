/**
 * The dates of facts and sources: a day, a month, a year, a span of years (en dash) or an open span.
 * They are compared as days, without a clock or a time zone.
 */

/**
 * 2023-06-19, 2023-06, 2023, 2013–2017, 2021–. Groups: year, month, day, dash, last year. They have
 * no names because the pattern is published in the JSON Schema, for other regex dialects too.
 */
export const FACT_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(–)(\d{4})?)?$/;

/** First and last day that a date covers, as YYYY-MM-DD, so that plain string order is time order. */
export interface DaySpan {
  first: string;
  /** Null for an open span. */
  last: string | null;
}

/** Days of a month of the Gregorian calendar; `month` counts from 1. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The days that a date covers, or null where it is no date of the calendar (2023-02-30, 2023-13)
 * or a span that ends before it starts.
 */
export function parseFactDate(text: string): DaySpan | null {
  const [, year, month, day, dash, end] = FACT_DATE.exec(text) ?? [];
  if (year === undefined) return null;
  if (dash !== undefined) {
    if (end === undefined) return { first: `${year}-01-01`, last: null };
    return end < year ? null : { first: `${year}-01-01`, last: `${end}-12-31` };
  }
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const days = daysIn(Number(year), Number(month));
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` };
  if (Number(day) < 1 || Number(day) > days) return null;
  return { first: text, last: text };
}

/**
 * Whether a date lies after what `asOf` covers. A closed span counts by its end, an open one by its
 * start; within the period of `asOf` nothing is late, since it may be a month or a year itself.
 */
export function isAfter(date: DaySpan, asOf: DaySpan): boolean {
  if (asOf.last === null) return false;
  if (date.first > asOf.last) return true;
  // A year that is not over yet may still date a fact; a span that runs into a later year may not.
  return date.last !== null && date.last.slice(0, 4) > asOf.last.slice(0, 4);
}
