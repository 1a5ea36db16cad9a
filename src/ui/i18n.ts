/**
 * Gloss's own words, by key, in the language of the browser's UI where there is a translation.
 * Keys are checked by the compiler against the English messages, which are the reference.
 */
import { browser } from '../browser.ts';

export type MessageKey = keyof typeof import('../../public/_locales/en/messages.json');

/** Keys `x` for which both `x_one` and `x_other` exist. */
type PluralKey = {
  [K in MessageKey]: K extends `${infer Stem}_other`
    ? `${Stem}_one` extends MessageKey
      ? Stem
      : never
    : never;
}[MessageKey];

/** The message of a key; substitutions fill its placeholders in order. */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

interface Counting {
  readonly locale: string;
  readonly rules: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
}

/** Made once: making the two takes 0.2 to 2 ms, and a list has a count on every line. */
let counting: Counting | null = null;

function countingIn(locale: string): Counting {
  if (counting?.locale !== locale) {
    const rules = new Intl.PluralRules(locale);
    counting = { locale, rules, numbers: new Intl.NumberFormat(locale) };
  }
  return counting;
}

/**
 * The message for a count. The count, written in the UI's language, is the first substitution.
 * A language with more than two plural forms adds `_few`, `_many` ... to its messages.
 */
export function tn(stem: PluralKey, count: number, ...rest: readonly (string | number)[]): string {
  const { rules, numbers } = countingIn(uiLocale());
  const form = rules.select(count);
  const substitutions = [numbers.format(count), ...rest.map(String)];
  return (
    browser.i18n.getMessage(`${stem}_${form}`, substitutions) ||
    browser.i18n.getMessage(`${stem}_other`, substitutions)
  );
}

/** What the messages are written in first, and what is left where a browser names no language. */
const REFERENCE_LOCALE = 'en';

/**
 * The language that the messages are in, for dates and numbers and for `lang`: a browser in a
 * language without translation gets English words, and then English dates beside them. Where the
 * browser is in a regional form of that language (en-GB), the regional form. Never empty: `Intl`
 * would throw, and a page whose messages cannot be had would stay blank.
 */
export function uiLocale(): string {
  const own = t('ui_locale');
  const wanted = browser.i18n.getUILanguage().replaceAll('_', '-');
  if (own === '') return wanted || REFERENCE_LOCALE;
  return wanted === own || wanted.startsWith(`${own}-`) ? wanted : own;
}

/** Writing direction of the browser's UI, which Gloss's own surfaces follow. */
export function uiDirection(): 'ltr' | 'rtl' {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
