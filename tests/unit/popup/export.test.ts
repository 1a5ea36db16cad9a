import { describe, expect, it } from 'vitest';
import type { PageQuotes, TabEntity } from '../../../src/messaging/messages.ts';
import { type EntityCard, toCard } from '../../../src/packs/card.ts';
import { asAnnotations } from '../../../src/popup/annotations.ts';
import { pageAsMarkdown } from '../../../src/popup/markdown.ts';
import { PACK } from '../../support/pack.ts';
import { problemsOfPage } from '../../support/web-annotation.ts';

const cards = new Map(PACK.entities.map((entity) => [entity.id, toCard(PACK, entity)]));

function found(id: string, count: number): { entity: TabEntity; card: EntityCard } {
  const card = cards.get(id);
  if (!card) throw new Error(`no ${id} in the test pack`);
  const { type, name, summary } = card;
  return { card, entity: { id, type, name, summary, count, frames: [{ frameId: 0, count }] } };
}

const words = {
  locale: 'en-GB',
  sinceThen: 'Since then',
  sources: 'Sources',
  kind: (card: EntityCard) => card.type,
  mentions: (count: number) => `${count} mentions`,
  since: (year: string) => `since ${year}`,
  pack: (title: string, asOf: string) => `${title}, ${asOf}`,
};

describe('a page as Markdown', () => {
  const text = pageAsMarkdown(
    { title: 'A [fine] page', url: 'https://news.example/a_(b)' },
    [found('work-act', 2), found('the-works', 1)],
    words,
  );

  it('is what a reader would write', () => {
    expect(text).toBe(`# [A \\[fine\\] page](<https://news.example/a_(b)>)

## Work Act

*law, 2 mentions.* A law about works.

- 16 Aug 2022: It was signed.[^1]

**Since then**

- Jul 2025: It was cut short.[^2]

## The Works

*organization, 1 mentions.* A maker of things, named in the Act.

- 2013–2017: Founded by two people.[^2]
- 2022: 60%, of all things[^1]

## Sources

[^1]: [An office: First source](<https://one.example/a>) (2022)
[^2]: [A paper: Second \\[source\\]](<https://two.example/b_(c)>)

*Test pack, Jan 2026*
`);
  });
});

describe('a page as Web Annotations', () => {
  const quotes: PageQuotes = {
    url: 'https://news.example/a',
    title: 'A page',
    language: 'en',
    published: null,
    mentions: [
      { entity: 'work-act', exact: 'Work Act', prefix: 'The ', suffix: ' is', start: 4, end: 12 },
      { entity: 'zoe-e', exact: 'Zoë É', prefix: '', suffix: '', start: 30, end: 35 },
      { entity: 'made-up', exact: 'x', prefix: '', suffix: '', start: 40, end: 41 },
    ],
  };
  let ids = 0;
  const page = asAnnotations(
    [quotes],
    (id) => cards.get(id),
    () => {
      ids += 1;
      return `urn:test:${ids}`;
    },
  );

  it('has every property that the model requires', () => {
    expect(problemsOfPage(page)).toEqual([]);
    expect(page.items).toHaveLength(2);
  });

  it('points at a mention by its words and by its place', () => {
    expect(page.items[0]?.target).toEqual({
      source: 'https://news.example/a',
      language: 'en',
      selector: [
        { type: 'TextQuoteSelector', exact: 'Work Act', prefix: 'The ', suffix: ' is' },
        { type: 'TextPositionSelector', start: 4, end: 12 },
      ],
    });
  });

  it.each([
    ['the context', { '@context': undefined }, '@context'],
    ['an id', { id: 'no iri' }, 'id'],
    ['its type', { type: 'Page' }, 'type'],
    ['a target', { items: [{ ...page.items[0], target: undefined }] }, 'items[0].target'],
    [
      'a source',
      { items: [{ ...page.items[0], target: { selector: [] } }] },
      'items[0].target[0].source',
    ],
    [
      'an end of its place',
      {
        items: [
          {
            ...page.items[0],
            target: { source: 'https://a.example/', selector: { type: 'TextPositionSelector' } },
          },
        ],
      },
      'items[0].target[0].selector[0].TextPositionSelector',
    ],
  ])('would be found out without %s', (_, change, problem) => {
    expect(problemsOfPage({ ...page, ...change })).toEqual([problem]);
  });

  it('says which entity a mention names, where that is known to others too', () => {
    expect(page.items[0]?.body).toEqual([
      {
        type: 'SpecificResource',
        source: 'http://www.wikidata.org/entity/Q1',
        purpose: 'identifying',
      },
      {
        type: 'TextualBody',
        purpose: 'describing',
        value: 'Work Act: A law about works.',
        format: 'text/plain',
        language: 'en',
      },
    ]);
    expect(page.items[1]?.body).toHaveLength(1);
  });

  it('survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
  });
});
