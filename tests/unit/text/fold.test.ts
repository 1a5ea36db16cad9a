import { describe, expect, it } from 'vitest';
import {
  classOf,
  DIGIT,
  HYPHEN,
  KATAKANA,
  KEPT_MARK,
  LETTER,
  learnCodePoint,
  learnUnit,
  MARK,
  OTHER,
  SIGN,
  SKIP,
  SPACE,
} from '../../../src/text/fold.ts';
import { foldedText } from '../../../src/text/tokens.ts';

const fold = (text: string): string => foldedText(text, 0, text.length);

describe('folding', () => {
  it.each([
    ['case', 'China', 'china'],
    ['width', 'ＣＡＴＬ２６', 'catl26'],
    ['accents, composed', 'París', 'paris'],
    ['accents, apart', 'Pari\u0301s', 'paris'],
    ['ligatures', 'ﬁnance', 'finance'],
    ['sharp s', 'Straße', 'strasse'],
    ['capital sharp s', 'STRAẞE', 'strasse'],
    ['Turkish dotted capital', 'İstanbul', 'istanbul'],
    ['Turkish dotless small', 'ıstanbul', 'istanbul'],
    ['Nordic letters', 'Ørsted Æsir đ ł', 'orsted aesir d l'],
    ['Greek final sigma', 'κλίμας', 'κλιμασ'],
    ['subscript digits', 'CO₂ CH₄', 'co2 ch4'],
    ['soft hyphen and zero width', 'Infla\u00adtion\u200b Re\u200dduction', 'inflation reduction'],
    ['bidi marks', '\u200eTaiwan\u202c', 'taiwan'],
    ['quotes', 'China’s ‘x’', "china's 'x'"],
    ['dashes', 'COP‑26 COP–26 COP−26', 'cop-26 cop-26 cop-26'],
    ['mathematical letters', '𝐅𝐨𝐫𝐝 𝔉𝔬𝔯𝔡', 'ford ford'],
    ['half-width katakana', 'ﾌｫｰﾄﾞ', 'フォート\u3099'],
    ['voiced katakana, as its parts', 'フォード', 'フォート\u3099'],
    ['middle dots', 'ジョン･ケリー・゠', 'シ\u3099ョン·ケリー··'],
  ])('levels %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps apart what is another word', () => {
    expect(fold('バイ')).not.toBe(fold('ハイ'));
    expect(fold('グリーン')).not.toBe(fold('クリーン'));
    expect(fold('กา')).not.toBe(fold('กิ'));
  });

  it.each([
    ['a', LETTER],
    ['_', LETTER],
    ['я', LETTER],
    ['7', DIGIT],
    ['٣', DIGIT],
    ['中', SIGN],
    ['ひ', SIGN],
    ['中', SIGN],
    ['한', SIGN],
    ['カ', KATAKANA],
    ['ー', KATAKANA],
    ['\u3099', KEPT_MARK],
    ['\u0e34', KEPT_MARK],
    [' ', SPACE],
    ['\u00a0', SPACE],
    ['-', HYPHEN],
    ['–', HYPHEN],
    ['—', OTHER],
    ['.', MARK],
    ['．', MARK],
    ['’', MARK],
    ['\u00ad', SKIP],
    ['\u0301', SKIP],
    ['(', OTHER],
    ['€', OTHER],
    ['½', OTHER],
    ['™', OTHER],
  ])('knows the class of %j', (char, cls) => {
    expect(classOf(learnUnit(char.charCodeAt(0)))).toBe(cls);
  });

  it('takes emoji and lone surrogates for no word characters', () => {
    expect(classOf(learnCodePoint(0x1f600))).toBe(OTHER);
    expect(classOf(learnUnit(0xdc00))).toBe(OTHER);
    expect(fold('CATL😀')).toBe('catl😀'.slice(0, 4) + fold('😀'));
  });

  it('takes ideographs beyond the basic plane for signs', () => {
    expect(classOf(learnCodePoint(0x20bb7))).toBe(SIGN);
  });
});
