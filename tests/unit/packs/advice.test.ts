import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectBlocks, loadGazetteer } from '../../../src/detection/detect.ts';
import { adviceOn, remarkInEnglish } from '../../../src/packs/advice.ts';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import type { Pack } from '../../../src/packs/schema.ts';
import { formatProblem } from '../../../src/packs/validate.ts';
import { sketchPack } from '../../support/shelved.ts';

const adviceFor = (pack: Pack): string[] =>
  adviceOn(pack).map((remark) => formatProblem(remarkInEnglish(remark)));
const withAlias = (alias: Partial<Pack['entities'][number]['aliases'][number]>) =>
  adviceFor(sketchPack('trees', [{ id: 'lime', aliases: ['Market Lime', alias] }]));

describe('advice on a pack', () => {
  it('is none on the bundled one, but for names that are cues as well', () => {
    const remarks = adviceOn(loadBundledPack());
    expect(remarks.filter(({ kind }) => kind !== 'own-name')).toEqual([]);
  });

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

  const withCues = (
    cues: string[],
    ...aliases: Parameters<typeof sketchPack>[1][number]['aliases']
  ) => adviceFor(sketchPack('trees', [{ id: 'lime', aliases, cues }]));

  it.each([
    ['market lime', 'Market Lime'],
    ['the Market Lime', 'Market Lime'],
    ['Märket-Lime', 'Market Lime'],
  ])('names the cue %j, as the alias %j names the entity anyway', (cue, alias) => {
    expect(withCues(['tree', cue], 'Lime', alias)).toEqual([
      `entities[0].cues[1]: "${cue}" is a form of "${alias}", an alias of this entity: where it stands the entity is named anyway; take it out of the cues`,
    ]);
  });

  it('names a cue that is an inflection of an alias, and one that is written as it', () => {
    expect(withCues(['limes', 'lime wood'], 'lime', 'lime woods')).toEqual([
      expect.stringMatching(/^entities\[0\]\.cues\[0\]: "limes" is a form of "lime", an alias of/),
      expect.stringMatching(/^entities\[0\]\.cues\[1\]: "lime wood" is a form of "lime woods", /),
    ]);
    expect(withCues(['Lime'], 'Lime')).toEqual([
      expect.stringMatching(/^entities\[0\]\.cues\[0\]: "Lime" is an alias of this entity: /),
    ]);
  });

  it('says of a cue that is an ambiguous alias that it would confirm itself', () => {
    const lime = { text: 'Lime', ambiguous: true };
    expect(withCues(['Lime'], 'LIME', lime, 'Market Lime')).toEqual([
      'entities[0].cues[0]: "Lime" is an ambiguous alias of this entity: it would confirm itself where it stands twice; take it out of the cues',
    ]);
    // What the remark says, as a page shows it.
    const marks = (cues: string[]) => {
      const pack = sketchPack('trees', [{ id: 'lime', aliases: [lime], cues }]);
      const text = 'The Lime stood near Lime for years.';
      const gazetteer = loadGazetteer(compileGazetteer([pack]));
      return detectBlocks([{ text, lang: 'en', role: 'text' }], gazetteer, 'balanced')[0]?.length;
    };
    expect(marks([])).toBe(0);
    expect(marks(['Lime'])).toBe(2);
  });

  it('leaves cues alone that only share words with an alias, or are those of others', () => {
    expect(withCues(['lime tree', 'market', 'Limes of Kew', 'lime (tree)'], 'Market Lime')).toEqual(
      [],
    );
    const pack = sketchPack('trees', [
      { id: 'lime', aliases: ['Market Lime'], cues: ['Old Oak'] },
      { id: 'oak', aliases: ['Old Oak'] },
    ]);
    expect(adviceFor(pack)).toEqual([]);
    // A heading that is no alias names nothing, and may be a cue.
    expect(withCues(['lime'], 'Market Lime')).toEqual([]);
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
