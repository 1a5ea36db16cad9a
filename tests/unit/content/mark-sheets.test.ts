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
