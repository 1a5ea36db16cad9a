import { afterEach, describe, expect, it } from 'vitest';
import { fakeUi } from '../../fixtures/extension.ts';

const { uiLocale } = await import('../../../src/ui/i18n.ts');
const { browser } = await import('../../../src/browser.ts');

const { getMessage } = browser.i18n;
afterEach(() => {
  fakeUi.language = 'en-GB';
  browser.i18n.getMessage = getMessage;
});

describe('the language of the UI', () => {
  it.each([
    ['en-GB', 'en-GB'],
    ['en_AU', 'en-AU'],
    ['cy', 'en'],
  ])('of a browser in %s is %s', (language, locale) => {
    fakeUi.language = language;
    expect(uiLocale()).toBe(locale);
  });

  it.each([
    ['cy', 'cy'],
    ['pt_BR', 'pt-BR'],
    ['', 'en'],
  ])('without any messages is the browser’s (%s), or else English', (language, locale) => {
    fakeUi.language = language;
    browser.i18n.getMessage = () => '';
    expect(uiLocale()).toBe(locale);
    expect(new Intl.NumberFormat(uiLocale()).format(1)).not.toBe('');
  });
});
