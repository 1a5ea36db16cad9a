/** Dates, numbers and units as a reader writes them: pure, over Intl. */

/** The parts of a pack's date (see FactDate in packs/schema.ts). */
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(–)(\d{4})?)?$/;
/** U+2013, between two years. */
const EN_DASH = '–';
/** U+00A0, between a number and its unit, which must not part at a line's end. */
const NO_BREAK_SPACE = '\u00a0';
/** More digits than this are noise in a popover; the source has them. */
const MAX_FRACTION_DIGITS = 2;
/** Subscripts of formulas that packs write plainly (CO2, CO2e, CH4, N2O). */
const SUBSCRIPTS: Readonly<Record<string, string>> = { '2': '₂', '4': '₄' };
const FORMULA = /\b(?:CO(2)(?=e?\b)|CH(4)\b|N(2)O\b)/g;

/** Making a formatter costs a hundred times what using it does (0.1 to 1 ms): each is made once. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function once<F>(known: Map<string, F>, key: string, make: () => F): F {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function dateFormat(locale: string, withDay: boolean): Intl.DateTimeFormat {
  return once(
    dateFormats,
    `${locale} ${withDay ? 'day' : 'month'}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'short',
        ...(withDay ? { day: 'numeric' } : {}),
        // Packs have dates without a zone: UTC in, UTC out, so that no zone moves them by a day.
        timeZone: 'UTC',
      }),
  );
}

function numberFormat(locale: string, style: 'decimal' | 'percent'): Intl.NumberFormat {
  return once(
    numberFormats,
    `${locale} ${style}`,
    () => new Intl.NumberFormat(locale, { style, maximumFractionDigits: MAX_FRACTION_DIGITS }),
  );
}

/**
 * A date of a pack (YYYY, YYYY-MM, YYYY-MM-DD, YYYY–YYYY or YYYY–) in words: `19 Jun 2023`,
 * `Feb 2023`, `2013–2017`. An open span is given to `since` with its year. Other text comes back
 * as it is.
 */
export function formatDate(
  date: string,
  locale: string,
  since: (year: string) => string = (year) => `${year}${EN_DASH}`,
): string {
  const parts = DATE.exec(date);
  if (!parts) return date;
  const [, year = '', month, day, dash, end] = parts;
  if (dash) return end ? `${year}${EN_DASH}${end}` : since(year);
  if (!month) return year;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  return dateFormat(locale, day !== undefined).format(at);
}

/** A unit with its formulas set as such: `Gt CO2e` -> `Gt CO₂e`. */
export function formatUnit(unit: string): string {
  return unit.replace(FORMULA, (text, ...groups: (string | undefined)[]) => {
    const digit = groups.slice(0, 3).find((group) => group !== undefined) ?? '';
    return text.replace(digit, SUBSCRIPTS[digit] ?? digit);
  });
}

/** A number in the reader's way of writing; `1700` -> `1,700`. */
export function formatNumber(value: number, locale: string): string {
  return numberFormat(locale, 'decimal').format(value);
}

/** True for `%` and `% of world capacity`: the number then carries the sign itself. */
function isPercent(unit: string): boolean {
  return unit === '%' || unit.startsWith('% ');
}

/** What a unit says beyond the sign that the number carries: `% of GDP` -> `of GDP`, `%` -> ``. */
export function unitAfterValue(unit: string): string {
  return isPercent(unit) ? unit.slice(1).trim() : formatUnit(unit);
}

/** A number with what must stand right at it: `36.8%`, and `15.5` for every other unit. */
export function formatValue(value: number, unit: string, locale: string): string {
  if (!isPercent(unit)) return formatNumber(value, locale);
  return numberFormat(locale, 'percent').format(value / 100);
}

/** A share of a whole (0 to 1) in whole per cent: `0.426` -> `43%`. */
export function formatShare(share: number, locale: string): string {
  return formatValue(Math.round(100 * share), '%', locale);
}

/** A number with its whole unit: `36.8%`, `15.5 Gt CO₂e`, `87% of world energy`. */
export function formatQuantity(value: number, unit: string, locale: string): string {
  return [formatValue(value, unit, locale), unitAfterValue(unit)]
    .filter(Boolean)
    .join(NO_BREAK_SPACE);
}
