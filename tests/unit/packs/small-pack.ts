/** The smallest pack that uses every part of the format, for tests to bend. */
import type { Entity, Pack } from '../../../src/packs/schema.ts';

export function smallEntity(id: string, changes: Partial<Entity> = {}): Entity {
  return {
    id,
    type: 'place',
    name: id,
    summary: `What ${id} is.`,
    inArticle: [],
    facts: [{ text: 'Something happened there.', date: '2020-02-29', source: 'atlas' }],
    since: [],
    metrics: [],
    aliases: [{ text: `Alias of ${id}`, lang: 'en' }],
    cues: [],
    antiCues: [],
    related: [],
    ...changes,
  };
}

export function smallPack(changes: Partial<Pack> = {}): Pack {
  return {
    format: 1,
    id: 'small',
    title: 'A small pack',
    description: 'Two places.',
    language: 'en',
    version: '1',
    asOf: '2024-06',
    licence: 'CC0-1.0',
    article: { title: 'On places', publisher: 'The Paper', published: '2023' },
    sources: {
      atlas: {
        title: 'An atlas',
        publisher: 'A publisher',
        url: 'https://example.org/atlas',
        published: '2023-05-01',
        tier: 'reference',
      },
    },
    series: {
      heights: {
        title: 'Heights, 2023',
        unit: 'm',
        chart: 'bars',
        points: [
          { label: 'Here', value: 3, year: 2023, source: 'atlas', entity: 'here' },
          { label: 'There', value: 4, year: 2023, source: 'atlas', entity: 'there' },
        ],
      },
    },
    entities: [
      smallEntity('here', {
        fullName: 'Here, in full',
        wikidata: 'Q42',
        inArticle: [{ text: 'It is named there.', paragraph: 2 }],
        since: [{ text: 'It has grown.', date: '2024', source: 'atlas' }],
        metrics: [{ label: 'Height', value: 3, unit: 'm', year: 2023, source: 'atlas' }],
        charts: ['heights'],
        related: ['there'],
      }),
      smallEntity('there', { related: ['here'] }),
    ],
    decoys: [{ text: 'Here and Now', lang: 'en', note: 'a radio programme' }],
    ...changes,
  };
}
