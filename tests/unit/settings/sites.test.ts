import { describe, expect, it } from 'vitest';
import {
  isSiteOn,
  patternProblem,
  sitePattern,
  siteSwitched,
} from '../../../src/settings/sites.ts';

const PAGE = 'https://news.example/a?b#c';
const except = (...sites: string[]) => ({ sitesMode: 'everywhere-except', sites }) as const;
const only = (...sites: string[]) => ({ sitesMode: 'only-on', sites }) as const;

describe('sites', () => {
  it('reads the list by its mode', () => {
    expect(isSiteOn(except(), PAGE)).toBe(true);
    expect(isSiteOn(except('*://news.example/*'), PAGE)).toBe(false);
    expect(isSiteOn(except('*://news.example/b/*'), PAGE)).toBe(true);
    expect(isSiteOn(only(), PAGE)).toBe(false);
    expect(isSiteOn(only('*://*.example/*'), PAGE)).toBe(true);
  });

  it('takes a pattern or address that cannot be read as no match', () => {
    expect(isSiteOn(except('news.example', '*://news.*/*'), PAGE)).toBe(true);
    expect(isSiteOn(except('<all_urls>'), 'not an address')).toBe(true);
  });

  it('names a whole host, and one local file', () => {
    expect(sitePattern(PAGE)).toBe('*://news.example/*');
    expect(sitePattern('http://localhost:8080/x')).toBe('*://localhost/*');
    expect(sitePattern('file:///home/a.html')).toBe('file:///home/a.html');
    expect(sitePattern('chrome://settings')).toBe(null);
    expect(sitePattern('')).toBe(null);
  });

  it.each([except(), only('*://news.example/*'), except('*://other.example/*')])(
    'switches a site off and on again: %j',
    (settings) => {
      const off = siteSwitched(settings, PAGE, false);
      if (!off) throw new Error('could not be switched off');
      expect(isSiteOn({ ...settings, sites: off }, PAGE)).toBe(false);
      expect(siteSwitched({ ...settings, sites: off }, PAGE, true)).toEqual(settings.sites);
    },
  );

  it('changes nothing when the site already is so', () => {
    const settings = except('*://other.example/*');
    expect(siteSwitched(settings, PAGE, true)).toBe(settings.sites);
  });

  it('leaves a wider pattern to the reader', () => {
    expect(siteSwitched(except('*://*.example/*'), PAGE, true)).toBe(null);
    expect(siteSwitched(only('<all_urls>'), PAGE, false)).toBe(null);
  });

  it('says what is wrong with a pattern', () => {
    expect(patternProblem('*://*.example.com/*')).toBe(null);
    expect(patternProblem('<all_urls>')).toBe(null);
    expect(patternProblem('example.com')).toMatch(/format/);
    expect(patternProblem('*://example.com:8080/*')).toMatch(/port/);
  });
});
