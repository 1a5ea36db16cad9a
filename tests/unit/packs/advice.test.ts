import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceOn } from '../../../src/packs/advice.ts';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import type { Pack } from '../../../src/packs/schema.ts';
import { formatProblem } from '../../../src/packs/validate.ts';
import { sketchPack } from '../../support/shelved.ts';

const adviceFor = (pack: Pack): string[] => adviceOn(pack).map(formatProblem);
const withAlias = (alias: Partial<Pack['entities'][number]['aliases'][number]>) =>
  adviceFor(sketchPack('trees', [{ id: 'lime', aliases: ['Market Lime', alias] }]));

describe('advice on a pack', () => {
  it('is none on the bundled one', () => expect(adviceFor(loadBundledPack())).toEqual([]));

  it.each(['the Lime (old)', '“Lime”', 'Lime: a tree', '!', '→'])(
    'names %j as never found',
    (text) => {
      expect(withAlias({ text })).toEqual([
        `entities[0].aliases[1].text: ${JSON.stringify(text)} is never found: brackets, quotation marks, colons and the like end a name`,
      ]);
      expect(adviceFor(sketchPack('trees', [], [text]))).toHaveLength(1);
    },
  );
  it.each(['Lime & Oak', "Lime's End", 'U.S. 12', 'COP-26', 'Ärger/Limes', '千克'])(
    'finds nothing in %j',
    (text) => expect(withAlias({ text })).toEqual([]),
  );

  it('names common words, unless they have to be confirmed', () => {
    expect(withAlias({ text: 'water' })).toEqual([
      expect.stringMatching(
        /"water" is a common word, about \d+ in a million .* mark it ambiguous$/,
      ),
    ]);
    expect(withAlias({ text: 'water', ambiguous: true })).toEqual([]);
    expect(withAlias({ text: 'China', prior: 'even' })).toEqual([]);
    expect(withAlias({ text: 'Russia' })).toEqual([]);
  });

  it('names fields that are nearly those of the format, and leaves an editor’s own alone', () => {
    const alias = { text: 'Lime', ambigous: true, colour: 'green', note: 'old' };
    expect(withAlias(alias)).toEqual([
      'entities[0].aliases[1].ambigous: is no field; "ambiguous" is one',
    ]);
    const pack = {
      ...sketchPack('trees', []),
      HomePage: 'https://x.org',
      series_: {},
      editors: [],
    };
    expect(adviceFor(pack)).toEqual([
      'HomePage: is no field; "homepage" is one',
      'series_: is no field; "series" is one',
    ]);
    const source = {
      title: 'T',
      publisher: 'P',
      url: 'https://x.org',
      published: null,
      tier: 'press',
    };
    const sources = { register: { ...source, Title: 'T' } } as Pack['sources'];
    // The field is there: what is nearly called so is something of the editor's.
    expect(adviceFor({ ...sketchPack('trees', []), sources })).toEqual([]);
  });

  it('comes for any names of fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 300 }), fc.jsonValue()), (more) => {
        adviceOn({ ...more, ...sketchPack('trees', []) } as Pack);
      }),
      { numRuns: 200 },
    );
  });
});
