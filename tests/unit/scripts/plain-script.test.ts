// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates in code are what is tested
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { plainScript } from '../../../scripts/plain-script.ts';

const evaluated = (code: string): unknown => runInThisContext(code);

describe('the content script in its plain form', () => {
  it.each([
    '[`a`, `it\'s "so"`, `two\nlines`, `\\`\\${x}`, `\\u2028`].join()',
    '[`é 中 😀 `, "é 中 😀", \'é\', `${1}é${`中`}`].join()',
    '((été) => été.中)({ 中: 1 })',
    '/[é中]/.test(`中`) && /^[😀é]$/u.test(`😀`)',
    '/\\\\é/.test(`\\\\é`)',
    '((strings, x) => strings.raw.join(x))`a\\n${1}`',
    '((strings) => strings.raw[0])`a\\n`',
  ])('says the same, in ASCII: %s', (code) => {
    const plain = plainScript(code);
    expect(plain).toMatch(/^[\0-\x7f]*$/);
    expect(evaluated(plain)).toEqual(evaluated(code));
  });

  it('leaves templates only where something is put in, or a tag wants them', () => {
    expect(plainScript('a(`x`, `y${z}`, tag`w`)')).toBe('a("x", `y${z}`, tag`w`)');
  });

  it('does not guess what an escaped character means', () => {
    expect(() => plainScript('/\\é/')).toThrow(/escaped é/);
  });
});
