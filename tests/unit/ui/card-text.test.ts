import { describe, expect, it } from 'vitest';
import { type CopyWords, copyText } from '../../../src/ui/card-text.ts';
import { CARDS, cardOf } from '../../fixtures/cards.ts';

const WORDS: CopyWords = {
  locale: 'en-GB',
  sinceThen: 'Since then',
  inArticle: 'In the article',
  pack: 'Pack: P.',
  since: (year) => `since ${year}`,
  article: (title, publisher, date) => `${title} (${publisher}, ${date})`,
};

describe('copyText', () => {
  it.each([...CARDS.keys()])('leaves out no statement of %s, and none without source', (id) => {
    const card = cardOf(id);
    for (const format of ['text', 'markdown'] as const) {
      const text = copyText(card, format, WORDS).replaceAll('\\', '');
      for (const fact of [...card.facts, ...card.since]) {
        const line = text.split('\n').find((each) => each.startsWith(`- ${fact.text}`));
        expect(line).toContain(fact.source.url);
        expect(line).toContain(fact.source.publisher);
      }
      for (const metric of card.metrics) expect(text).toContain(metric.source.url);
      for (const note of card.inArticle) expect(text).toContain(note.text);
      expect(text).toContain(card.summary);
    }
  });

  it('writes a fact with its date and source', () => {
    const card = cardOf('catl');
    const fact = card.since.find(({ date }) => date === '2025-01-07');
    expect(fact).toBeDefined();
    const cited = `(7 Jan 2025; ${fact?.source.publisher}, “${fact?.source.title}”, ${fact?.source.url})`;
    expect(copyText(card, 'text', WORDS)).toContain(cited);
  });

  it('escapes what Markdown would take for its own', () => {
    const base = cardOf('catl');
    const card = { ...base, name: 'A*B_C', fullName: null, summary: 'See [1] <b> #2.' };
    const lines = copyText(card, 'markdown', WORDS).split('\n');
    expect(lines[0]).toBe('## A\\*B\\_C');
    expect(lines[2]).toBe('See \\[1\\] \\<b\\> \\#2.');
    expect(copyText(card, 'text', WORDS)).toContain('See [1] <b> #2.');
  });

  it('keeps parentheses of an address inside the link', () => {
    const base = cardOf('catl');
    const [fact] = base.facts;
    if (!fact) throw new Error('the fixture has no fact');
    const source = { ...fact.source, url: 'https://a.example/b_(c)' };
    const card = { ...base, facts: [{ ...fact, source }] };
    expect(copyText(card, 'markdown', WORDS)).toContain('](<https://a.example/b_(c)>)');
  });
});
