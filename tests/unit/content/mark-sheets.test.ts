import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colorRules } from '../../../src/content/mark-sheets.ts';

describe('colorRules', () => {
  it('has no rule where no colour was chosen', () => {
    expect(colorRules({})).toBe('');
  });

  it('colours every style and tone of a kind, and no other kind', () => {
    const rules = colorRules({ law: '#123456' });
    for (const name of ['law', 'dark-law', 'solid-law', 'solid-dark-law', 'background-dark-law']) {
      expect(rules).toContain(`::highlight(gloss-${name})`);
    }
    expect(rules).toContain('text-decoration-color:#123456');
    expect(rules).not.toContain('event');
  });
});

/** What of a style sheet stands outside of every at-rule that leaves paper out. */
function onPaper(css: string): string {
  const rules = css.replaceAll(/\/\*.*?\*\//gs, '').trim();
  return rules.replace(/^@media not print\s*\{(?:[^{}]|\{[^{}]*\})*\}$/, '');
}

describe('on paper', () => {
  it('has no mark, in the manifest’s rules and in chosen colours', () => {
    expect(onPaper(readFileSync('src/content.css', 'utf8'))).toBe('');
    expect(onPaper(colorRules({ law: '#123456', event: '#654321' }))).toBe('');
    expect(onPaper('::highlight(gloss-law){color:red}')).not.toBe('');
  });
});
