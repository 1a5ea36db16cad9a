/** On which sites Gloss works, by the reader's list of match patterns. */
import { MatchPattern } from '@webext-core/match-patterns';
import type { Settings } from './schema.ts';

type SiteSettings = Pick<Settings, 'sitesMode' | 'sites'>;

/** What is wrong with a match pattern, in the library's words; null when nothing is. */
export function patternProblem(pattern: string): string | null {
  try {
    new MatchPattern(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Does the pattern match the address? A pattern or address that cannot be read matches nothing. */
export function matches(pattern: string, url: string): boolean {
  try {
    return new MatchPattern(pattern).includes(url);
  } catch {
    return false;
  }
}

/** Is Gloss on at this address, as far as the list of sites goes? */
export function isSiteOn({ sitesMode, sites }: SiteSettings, url: string): boolean {
  const listed = sites.some((pattern) => matches(pattern, url));
  return sitesMode === 'only-on' ? listed : !listed;
}

/**
 * The pattern for all pages of an address's host; for a local file, of that file alone. Null where
 * the address is of a kind that no pattern can name (browser pages, data addresses).
 */
export function sitePattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return `file://${pathname}`;
  return protocol === 'https:' || protocol === 'http:' ? `*://${hostname}/*` : null;
}

/**
 * The list of sites after this address's site has been switched on or off. Switching what already
 * is so changes nothing. Patterns in the way are taken out only where they stand for this very
 * site: a wider one (`*://*.example.com/*`) stays, and then `siteSwitched` cannot do it and
 * returns null, for the reader to decide in the options.
 */
export function siteSwitched(settings: SiteSettings, url: string, on: boolean): string[] | null {
  if (isSiteOn(settings, url) === on) return settings.sites;
  const own = sitePattern(url);
  if (!own) return null;
  const list = on === (settings.sitesMode === 'only-on');
  const sites = list
    ? [...settings.sites, own]
    : settings.sites.filter((pattern) => pattern !== own);
  return isSiteOn({ ...settings, sites }, url) === on ? sites : null;
}
