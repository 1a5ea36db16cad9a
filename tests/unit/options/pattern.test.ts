import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/options/pattern.ts';
import { matches, patternProblem } from '../../../src/settings/sites.ts';

const read = (text: string) => {
  const typed = readTyped(text);
  return typed.kind === 'understood' ? [typed.pattern, typed.scope] : typed.kind;
};

describe('what is typed to name a site', () => {
  it.each([
    ['', 'empty'],
    ['example.com', ['*://*.example.com/*', 'host-and-below']],
    ['  Example.COM ', ['*://*.example.com/*', 'host-and-below']],
    ['localhost', ['*://*.localhost/*', 'host-and-below']],
    ['https://www.example.com/a/b?c', ['*://www.example.com/*', 'host']],
    ['http://localhost:8080/', ['*://localhost/*', 'host']],
    ['*://*.Example.com', ['*://*.example.com/*', 'host-and-below']],
    ['*://example.com/news/*', ['*://example.com/news/*', 'some-pages']],
    ['<all_urls>', ['<all_urls>', 'all']],
    ['*://*/*', ['*://*/*', 'all']],
    ['file:///home/*', ['file:///home/*', 'files']],
    ['münchen.example', ['*://*.xn--mnchen-3ya.example/*', 'host-and-below']],
    ['not a site', 'wrong'],
    ['*.example.com', ['*://*.example.com/*', 'host-and-below']],
  ])('%j is %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['*://example.com:8080/*', 'port'],
    ['example.com:8080', 'port'],
    ['localhost:3000/a', 'port'],
    ['javascript:alert(1)', 'scheme'],
    ['ftp://example.com/*', 'scheme'],
    ['chrome://settings', 'scheme'],
    ['*://www.*.com/*', 'wildcard'],
    ['*://*example.com/*', 'wildcard'],
    ['not a site', 'other'],
    ['https://', 'other'],
  ])('%j is wrong by its %s', (text, fault) => {
    expect(readTyped(text)).toEqual({ kind: 'wrong', fault });
  });

  it('is never taken as a pattern that cannot be used', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = readTyped(text);
        return typed.kind !== 'understood' || patternProblem(typed.pattern) === null;
      }),
    );
  });

  it('matches the site whose address is typed', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        // With a star it is a pattern, and means what patterns mean.
        fc.pre(!url.includes('*'));
        const typed = readTyped(url);
        return typed.kind === 'understood' && matches(typed.pattern, url);
      }),
    );
  });
});
