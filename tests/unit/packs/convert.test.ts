/** Glossaries of other formats become packs, and packs become such glossaries. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv, parseCsv } from '../../../src/packs/csv.ts';
import { draftPack, slug } from '../../../src/packs/draft.ts';
import { type Drafted, packFromCsv, packToCsv } from '../../../src/packs/from-csv.ts';
import { packFromJsonLd, packToJsonLd } from '../../../src/packs/jsonld.ts';
import type { Pack } from '../../../src/packs/schema.ts';
import { validatePack } from '../../../src/packs/validate.ts';
import { oddValue, pathsOf, replaced, SEED } from '../../support/fuzz.ts';
import { PACK } from '../../support/pack.ts';

const HEADER = {
  id: 'trees',
  title: 'Trees',
  description: 'Trees of the city.',
  language: 'en',
  version: '1',
  asOf: '2026-01',
  licence: 'CC0-1.0',
};

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);

function valid(drafted: ReturnType<typeof packFromCsv>): Pack {
  if (drafted.problems) throw new Error(JSON.stringify(drafted.problems));
  const { pack, problems } = validatePack(drafted.pack);
  if (problems) throw new Error(JSON.stringify(problems));
  return pack;
}

const SI = JSON.parse(
  readFileSync(new URL('../../../docs/examples/si-units.json', import.meta.url), 'utf8'),
) as Pack;

describe('comma-separated values', () => {
  it('are read with quotes, breaks, a mark at the start and other separators', () => {
    expect(fieldsOf('\ufeffa,b\r\n"x, ""y""","1\n2"\r\n\r\n,\r\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\n2'],
    ]);
    expect(fieldsOf('a;b\n1;2,5')).toEqual([
      ['a', 'b'],
      ['1', '2,5'],
    ]);
  });
  it('come back as they were written', () => {
    const field = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
    const rows = fc.array(fc.tuple(fc.constant('x'), field, field), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const text = formatCsv([['a', 'b', 'c'], ...table]);
        expect(fieldsOf(text).slice(1)).toEqual(table);
      }),
    );
  });
  it('are no formulas to a spreadsheet', () => {
    expect(formatCsv([['=HYPERLINK("x")']])).toBe(`"'=HYPERLINK(""x"")"\r\n`);
  });
});

describe('a table of terms', () => {
  const table = [
    'Name,Aliases,Summary,Source,Type',
    'Market Lime,Lime | Old Lime,The oldest tree.,https://example.org/trees,place',
    'Zoë’s Oak,,A young tree.,https://example.org/trees,',
    '橡树,,Another.,,',
  ].join('\n');

  it('becomes a valid pack', () => {
    const pack = valid(packFromCsv(table, HEADER));
    expect(pack.entities).toMatchObject([
      { id: 'market-lime', type: 'place', name: 'Market Lime', source: 'example-org' },
      { id: 'zoe-s-oak', type: 'topic', source: 'example-org' },
      { id: 'term-1', name: '橡树' },
    ]);
    expect(pack.entities[0]?.aliases.map(({ text }) => text)).toEqual([
      'Market Lime',
      'Lime',
      'Old Lime',
    ]);
    expect(pack.sources).toEqual({
      'example-org': {
        title: '[Page at example.org]',
        publisher: 'example.org',
        url: 'https://example.org/trees',
        published: null,
        tier: 'reference',
      },
    });
  });
  it('without its columns is refused by their names', () => {
    expect(packFromCsv('word,meaning\na,b', HEADER).problems).toEqual([
      { path: 'column name', message: 'is missing' },
      { path: 'column summary', message: 'is missing' },
    ]);
  });
  it('is checked like any pack', () => {
    const { pack } = packFromCsv('name,summary,source\nA,B,javascript:alert(1)', HEADER);
    expect(validatePack(pack).problems?.map(({ path }) => path)).toContain('sources.source-1.url');
  });
  it('keeps what it can say of a pack', () => {
    const again = valid(packFromCsv(packToCsv(SI), { ...HEADER, asOf: SI.asOf }));
    const brief = ({ entities }: Pack) =>
      entities.map(({ name, summary, type, wikidata, aliases }) => ({
        name,
        summary,
        type,
        wikidata,
        aliases: [...new Set(aliases.map(({ text }) => text))].sort(),
      }));
    expect(brief(again)).toEqual(brief(SI));
  });
});

describe('a DefinedTermSet', () => {
  it('keeps what schema.org has words for', () => {
    const again = valid(packFromJsonLd(packToJsonLd(SI), HEADER));
    const kept = (pack: Pack) => ({
      id: pack.id,
      title: pack.title,
      description: pack.description,
      language: pack.language,
      version: pack.version,
      asOf: pack.asOf,
      licence: pack.licence,
      entities: pack.entities.map(({ id, type, name, summary, wikidata, aliases, facts }, i) => ({
        id,
        type,
        name,
        summary,
        wikidata,
        aliases: aliases.map(({ text, lang }) => `${lang} ${text}`).sort(),
        // Numbers come after the facts.
        facts: facts.slice(0, SI.entities[i]?.facts.length).map(({ text, date, source }) => ({
          text,
          date,
          url: pack.sources[source]?.url,
        })),
      })),
    });
    expect(kept(again)).toEqual(kept(SI));
    expect(
      Object.values(again.sources)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(
      Object.values(SI.sources)
        .map(({ title }) => title)
        .sort(),
    );
  });
  it('is valid with its article, other scripts and full names', () => {
    const homepage = 'https://example.org/works';
    const again = valid(packFromJsonLd(packToJsonLd({ ...PACK, homepage }), HEADER));
    expect(again.entities[0]?.aliases).toContainEqual({ text: '工作法', lang: 'zh-Hans' });
    expect(again).toMatchObject({ homepage, article: PACK.article });
  });
  it('says what single numbers say, with their year and source', () => {
    const again = valid(packFromJsonLd(packToJsonLd(PACK), HEADER));
    expect(again.entities[1]?.facts.map(({ text, date }) => [date, text])).toEqual([
      ['2013–2017', 'Founded by two people.'],
      ['2022', 'of all things: 60 %'],
    ]);
  });
  it('leaves out an article and a homepage that no pack could name', () => {
    const document = {
      '@type': 'DefinedTermSet',
      name: 'Works',
      url: 'http://example.org/',
      isBasedOn: { '@type': 'NewsArticle', headline: 'Of works', datePublished: 'once' },
      hasDefinedTerm: [{ name: 'Work', description: 'What is done.' }],
    };
    const pack = valid(packFromJsonLd(document, HEADER));
    expect([pack.article, pack.homepage]).toEqual([undefined, undefined]);
  });
  it('of others is read with prefixes, a graph, and terms beside it', () => {
    const document = {
      '@context': { schema: 'http://schema.org/' },
      '@graph': [
        {
          '@type': 'schema:DefinedTermSet',
          '@id': '#set',
          'schema:name': { '@value': 'Käfer', '@language': 'de' },
        },
        {
          '@type': ['schema:DefinedTerm'],
          'schema:name': 'Weevil',
          'schema:description': 'A beetle with a snout.',
          'schema:url': { '@id': 'https://example.org/weevil' },
          'schema:sameAs': ['https://example.com/', 'http://www.wikidata.org/entity/Q25'],
        },
      ],
    };
    const pack = valid(packFromJsonLd(document, HEADER));
    expect(pack).toMatchObject({ id: 'kafer', title: 'Käfer', language: 'en' });
    expect(pack.entities).toMatchObject([
      { name: 'Weevil', wikidata: 'Q25', source: 'example-org' },
    ]);
  });
  it('is missed where there is none', () => {
    expect(packFromJsonLd({ '@type': 'Person' }, HEADER).problems).toEqual([
      { path: '', message: 'has no DefinedTermSet' },
    ]);
  });
  it('of any JSON makes a draft or problems, never a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const set = { '@type': 'DefinedTermSet', name: value, hasDefinedTerm: value };
        for (const document of [value, set, { '@graph': [set, value] }]) {
          const drafted = packFromJsonLd(document, HEADER);
          if (drafted.pack) validatePack(drafted.pack);
        }
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});

describe('any file', () => {
  const answered = (drafted: Drafted) => {
    expect(Boolean(drafted.pack)).toBe(!drafted.problems);
    // What is made of it is checked before anybody sees it: that never throws either.
    if (drafted.pack) validatePack(drafted.pack);
    expect(Object.keys(Object.prototype)).toEqual([]);
  };
  const field = fc.oneof(
    fc.string(),
    fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '|', '=1+1', '\ufeff', '__proto__'),
  );
  const text = fc.array(field, { maxLength: 30 }).map((fields) => fields.join(''));

  it('of separated values makes a draft or problems, never a crash', () => {
    const columns = ['name', 'aliases', 'summary', 'source', 'type', 'fact', 'date', 'wikidata'];
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';', '\t'), (body, by) => {
        answered(packFromCsv(body, HEADER));
        answered(packFromCsv(`${columns.join(by)}\n${body}`, HEADER));
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('of schema.org terms that is damaged in any place does so too', () => {
    const document = packToJsonLd(PACK);
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(document)), oddValue, (path, by) => {
        answered(packFromJsonLd(replaced(document, path, by), HEADER));
      }),
      { numRuns: 1_000, seed: SEED },
    );
  });
});

describe('ids', () => {
  it.each([
    ['Électron libre', 'electron-libre'],
    ['  --A & B--  ', 'a-b'],
    ['橡树', ''],
  ])('of %j: %j', (text, id) => expect(slug(text)).toBe(id));
  it('are never those that reach prototypes, and differ', () => {
    const terms = ['constructor', 'Constructor', 'prototype'].map((name, i) => ({
      name: `${name}${'!'.repeat(i)}`,
      summary: 'x',
      aliases: [],
      facts: [],
    }));
    expect(draftPack(HEADER, terms).entities.map(({ id }) => id)).toEqual([
      'constructor-2',
      'constructor-3',
      'prototype-2',
    ]);
  });
});
