/** The years by which what happened once is told from its namesakes. */
import { describe, expect, it } from 'vitest';
import { firstYearOf } from '../../../src/packs/first-years.ts';
import { smallEntity } from './small-pack.ts';

describe('firstYearOf', () => {
  const law = smallEntity('act', {
    type: 'law',
    fullName: 'Clean Air Act of 1970',
    aliases: [
      { text: '1990 Clean Air Act', lang: 'en' },
      { text: 'Section 12345', lang: 'en' },
    ],
  });

  it('is the first one in the names', () => {
    expect(firstYearOf(law)).toBe(1970);
  });

  it('is none where no name has one, whatever the facts say', () => {
    expect(law.facts.length).toBeGreaterThan(0);
    expect(firstYearOf(smallEntity('act', { type: 'law' }))).toBe(0);
  });

  it('is none for what does not happen', () => {
    expect(firstYearOf({ ...law, type: 'place' })).toBe(0);
  });
});
