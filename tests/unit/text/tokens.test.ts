import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  charBefore,
  foldedText,
  foldInto,
  lengthAt,
  newFoldedToken,
  newToken,
  nextInPhrase,
  phraseTokens,
  readToken,
} from '../../../src/text/tokens.ts';

const tokensOf = (text: string): string[] | null =>
  phraseTokens(text)?.map(({ folded }) => folded) ?? null;

describe('tokens of a phrase', () => {
  it.each([
    ['COP26', ['cop', '26']],
    ['COP-26', ['cop', '26']],
    ['COP 26', ['cop', '26']],
    ['U.S.', ['u', '.', 's', '.']],
    ["Blinken's visit", ['blinken', "'", 's', 'visit']],
    ['Co., Ltd', ['co', '.', ',', 'ltd']],
    ['Loss & Damage', ['loss', '&', 'damage']],
    ['loss-and-damage', ['loss', 'and', 'damage']],
    ['中国', ['中', '国']],
    ['米国務省', ['米', '国', '務', '省']],
    ['《时代》周刊', ['《', '时', '代', '》', '周', '刊']],
    ['$100 billion', ['$', '100', 'billion']],
    ['Hong\u00a0Kong', ['hong', 'kong']],
  ])('reads %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it.each([
    ['nothing', ''],
    ['an em dash', 'a — b'],
    ['a hyphen with a space', 'pre- and'],
    ['two line breaks', 'a\n\nb'],
    ['brackets', 'Washington (actress)'],
    ['a comma with a space before it', 'Ford , Michigan'],
    ['a sentence end that is none of the phrase', 'China! No'],
  ])('is no phrase with %s', (_, text) => {
    expect(tokensOf(text)).toBeNull();
  });

  it('goes on across one line break and invisible characters', () => {
    expect(tokensOf('Hong\nKong')).toEqual(['hong', 'kong']);
    expect(tokensOf('Hong\u200b Kong')).toEqual(['hong', 'kong']);
  });
});

describe('reading', () => {
  it('reads every text to its end, token by token, without splitting a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const token = newToken();
        let at = 0;
        while (at < text.length) {
          if (readToken(text, at, token)) {
            expect(token.end).toBeGreaterThan(at);
            at = token.end;
          } else at += lengthAt(text, at);
          expect(charBefore(text, at) + lengthAt(text, charBefore(text, at))).toBe(at);
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  it('never goes on to where it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, n) => {
        const next = nextInPhrase(text, n % text.length);
        expect(next === -1 || (next >= n % text.length && next < text.length)).toBe(true);
      }),
    );
  });
});

describe('foldInto', () => {
  it('writes what foldedText says, of tokens of any length', () => {
    const units = fc.string({ unit: fc.constantFrom('a', 'B', 'ß', 'É', 'ガ', '\u00ad', '中') });
    const folded = newFoldedToken();
    fc.assert(
      fc.property(units, fc.constantFrom(1, 50), (some, times) => {
        const text = some.repeat(times);
        foldInto(text, 0, text.length, folded);
        const written = String.fromCharCode(...folded.units.subarray(0, folded.length));
        expect(written).toBe(foldedText(text, 0, text.length));
      }),
    );
  });
});
