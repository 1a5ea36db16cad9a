/** A small valid pack for tests: two kinds, a related pair, a chart, an alias in another script. */
import type { Pack } from '../../src/packs/schema.ts';

/** What an entity may leave empty. */
export const BLANK = {
  inArticle: [],
  facts: [],
  since: [],
  metrics: [],
  cues: [],
  antiCues: [],
  related: [],
};

export const PACK: Pack = {
  format: 1,
  id: 'test-pack',
  title: 'Test pack',
  description: 'Things for tests.',
  language: 'en',
  version: '1',
  asOf: '2026-01',
  licence: 'CC0',
  article: { title: 'An article', publisher: 'A paper', published: '2023-06-19' },
  sources: {
    one: {
      title: 'First source',
      publisher: 'An office',
      url: 'https://one.example/a',
      published: '2022',
      tier: 'primary',
    },
    two: {
      title: 'Second [source]',
      publisher: 'A paper',
      url: 'https://two.example/b_(c)',
      published: null,
      tier: 'press',
    },
  },
  series: {
    share: {
      title: 'Share of the work, 2022',
      unit: '%',
      chart: 'bars',
      points: [
        { label: 'Here', value: 60, year: 2022, source: 'one', entity: 'the-works' },
        { label: 'Elsewhere', value: 40, year: 2022, source: 'one' },
      ],
    },
  },
  entities: [
    {
      ...BLANK,
      id: 'work-act',
      type: 'law',
      name: 'Work Act',
      fullName: 'Act on Works of 2022',
      wikidata: 'Q1',
      summary: 'A law about works.',
      facts: [{ text: 'It was signed.', date: '2022-08-16', source: 'one' }],
      since: [{ text: 'It was cut short.', date: '2025-07', source: 'two' }],
      aliases: [
        { text: 'Work Act', lang: 'en' },
        { text: '工作法', lang: 'zh-Hans' },
      ],
      related: ['the-works'],
    },
    {
      ...BLANK,
      id: 'the-works',
      type: 'organization',
      name: 'The Works',
      summary: 'A maker of things, named in the Act.',
      facts: [{ text: 'Founded by two people.', date: '2013–2017', source: 'two' }],
      metrics: [{ label: 'of all things', value: 60, unit: '%', year: 2022, source: 'one' }],
      charts: ['share'],
      aliases: [{ text: 'The Works', lang: 'en' }],
    },
    {
      ...BLANK,
      id: 'zoe-e',
      type: 'person',
      name: 'Zoë É',
      summary: 'Somebody.',
      aliases: [{ text: 'Zoë É', lang: 'fr' }],
    },
  ],
};
