/** A file of any of the formats, as the options take it in. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packToCsv } from '../../../src/packs/from-csv.ts';
import { packToJsonLd } from '../../../src/packs/jsonld.ts';
import { readGlossaryBytes } from '../../../src/packs/read-glossary.ts';
import type { Pack } from '../../../src/packs/schema.ts';
import { SEED } from '../../support/fuzz.ts';

const TEXT = readFileSync(new URL('../../../docs/examples/si-units.json', import.meta.url), 'utf8');
const SI = JSON.parse(TEXT) as Pack;
const read = (text: string, name: string) =>
  readGlossaryBytes(new TextEncoder().encode(text), name, '2026-11-27');
const problemsOf = (text: string, name: string) =>
  read(text, name).problems?.map(({ path, message }) => `${path}: ${message}`);

describe('a file', () => {
  it('that is a pack is kept as it is', () => {
    expect(read(TEXT, 'si.json')).toMatchObject({ text: TEXT, pack: { id: 'si-units' } });
  });

  it('that is a table becomes a pack named by it', () => {
    const { pack, text } = read(packToCsv(SI), 'City trees.csv');
    expect(pack).toMatchObject({ id: 'city-trees', title: 'City trees', asOf: '2026-11-27' });
    expect(pack?.entities).toHaveLength(SI.entities.length);
    expect(JSON.parse(text ?? '')).toEqual(pack);
  });

  it.each(['si.jsonld', 'si.json'])('that is JSON-LD becomes a pack (%s)', (name) => {
    const { pack } = read(JSON.stringify(packToJsonLd(SI)), name);
    expect(pack).toMatchObject({ id: 'si-units', title: SI.title });
  });
});

describe('what is wrong', () => {
  it('in a table is said by row and column, as a spreadsheet counts', () => {
    const table = [
      'name,summary,source,aliases,fact,date',
      'Lime,A tree.,https://example.org/a,,,',
      '',
      'Oak,,http://example.org/b,,,',
      'Lime,Another.,,,,',
      'Elm,A tree.,https://example.org/c,,Planted.,soon',
    ].join('\n');
    const problems = problemsOf(table, 'trees.csv') ?? [];
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual(
      expect.arrayContaining([
        'row 4, column summary',
        'row 4, column source',
        'row 5, column aliases',
        'row 6, column fact or date',
      ]),
    );
    expect(problems.join()).not.toContain('entities');
  });

  it('in a set of terms is said by term and property', () => {
    const set = {
      '@type': 'DefinedTermSet',
      name: 'Trees',
      hasDefinedTerm: [{ name: 'Lime', description: 'A tree.' }, { name: 'Oak' }],
    };
    expect(problemsOf(JSON.stringify(set), 'trees.jsonld')).toEqual([
      expect.stringMatching(/^term 2 \("Oak"\), description: /),
    ]);
    expect(problemsOf('{"@type":"Thing"}', 'x.json')).toEqual([': has no DefinedTermSet']);
  });

  it('in none of the formats is said, too', () => {
    expect(problemsOf('{', 'x.json')).toEqual([expect.stringMatching(/^: is no JSON/)]);
    expect(problemsOf('', 'x.csv')).toEqual([
      'column name: is missing',
      'column summary: is missing',
    ]);
    expect(problemsOf('{"@type":"DefinedTermSet","__proto__":{}}', 'x.jsonld')).toEqual([
      '__proto__: is a reserved key',
    ]);
  });

  it('never throws, whatever the file holds', () => {
    const names = fc.constantFrom('a.csv', 'a.jsonld', 'a.json', 'a');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .jsonValue()
        .map((value) =>
          JSON.stringify({ '@type': 'DefinedTermSet', name: 'x', hasDefinedTerm: value }),
        ),
      fc.array(fc.array(fc.string())).map((rows) => `name,summary\n${rows.join('\n')}`),
    );
    fc.assert(
      fc.property(texts, names, (text, name) => {
        const { pack, problems } = read(text, name);
        expect(pack !== undefined).toBe(problems === undefined);
      }),
      { seed: SEED },
    );
  });

  it('in a table of many pages of one host is found in time in proportion', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `T${i},A term.,https://example.org/${i}`);
    const { pack } = read(`name,summary,source\n${rows.join('\n')}`, 'x.csv');
    expect(Object.keys(pack?.sources ?? {})).toHaveLength(20_000);
  });
});
