import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../src/detection/gazetteer.ts';
import { findForms, HIT_SIZE } from '../../../src/detection/match.ts';
import { codeTexts, endCodes, findWord } from '../../../src/detection/word-table.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { cueVariants, decoyVariants, variantsOf } from '../../../src/packs/compile-variants.ts';
import { compileWords, wordOrder } from '../../../src/packs/compile-words.ts';
import {
  CASE_ANY,
  CASE_PROPER,
  readTables,
  TABLES,
  type Tables,
  writeTables,
} from '../../../src/packs/gazetteer-data.ts';
import { numberAt, packNumbers } from '../../../src/packs/packed-numbers.ts';
import type { EntityType } from '../../../src/packs/schema.ts';
import { bucketShift } from '../../../src/packs/word-codes.ts';
import { hashOf } from '../../../src/text/tokens.ts';
import { smallEntity, smallPack } from './small-pack.ts';

const topic = (text: string, lang = 'en') => variantsOf(text, lang, 'topic', CASE_ANY);
const named = (text: string, type: EntityType = 'organization', lang = 'en') =>
  variantsOf(text, lang, type, CASE_PROPER);

describe('variants of an alias', () => {
  it.each([
    ['solar panel', 'solar panels'],
    ['electric car', 'electric cars'],
    ['developing country', 'developing countries'],
    ['greenhouse gases', 'greenhouse gas'],
    ['lithium-ion batteries', 'lithium-ion battery'],
    ['phase-out', 'phaseout'],
    ['decarbonise', 'decarbonize'],
    ['decarbonize', 'decarbonized'],
    ['forced labour', 'forced labor'],
    ['loss and damage', 'loss & damage'],
  ])('of a topic: %s, %s', (text, variant) => {
    expect(topic(text)).toContain(variant);
  });

  it.each([
    ['Ford Motor Company', 'Ford Motor Co.'],
    ['Ford Motor Co.', 'Ford Motor Company'],
    ['Contemporary Amperex Technology Co., Limited', 'Contemporary Amperex Technology Co. Ltd.'],
    ['US Department of State', 'U.S. Department of State'],
    ['U.S. State Department', 'US State Department'],
    ['U.S.-China climate deal', 'US-China climate deal'],
    ['Biden’s climate law', 'Biden climate law'],
    ['26th climate conference', 'twenty-sixth climate conference'],
  ])('of a name: %s, %s', (text, variant) => {
    expect(named(text)).toContain(variant);
  });

  it.each([
    ['fr', 'véhicule électrique', 'véhicules électriques'],
    ['fr', 'panneaux solaires', 'panneau solaire'],
    ['es', 'red eléctrica', 'redes eléctricas'],
    ['es', 'país en desarrollo', 'países en desarrollo'],
    ['pt', 'painéis solares', 'painel solar'],
    ['pt', 'transição energética', 'transições energéticas'],
    ['de', 'Elektroauto', 'Elektroautos'],
    ['de', 'Kohleausstieg', 'Kohleausstiegs'],
  ])('inflected in %s: %s, %s', (lang, text, variant) => {
    expect(topic(text, lang)).toContain(variant);
  });

  it('declines German names and writes umlauts in two letters', () => {
    expect(named('Pariser Abkommen', 'agreement', 'de')).toContain('Pariser Abkommens');
    expect(named('Europäische Union', 'organization', 'de')).toContain('Europäischen Union');
    expect(named('Übereinkommen von Paris', 'agreement', 'de')).toContain(
      'Uebereinkommens von Paris',
    );
  });

  it('writes Chinese session numbers in either numerals', () => {
    expect(named('第26届大会', 'event', 'zh-Hans')).toContain('第二十六届大会');
  });

  it('leaves a leading article out', () => {
    expect(named('the Ukraine', 'place')).toEqual(['Ukraine']);
  });

  it('makes no plural of a name: that is another thing', () => {
    expect(named('America', 'place')).toEqual(['America']);
    expect(named('Biden', 'person')).toEqual(['Biden']);
    expect(variantsOf('IRA', 'en', 'law', CASE_PROPER)).toEqual(['IRA']);
  });

  it('gives no form twice and stays within bounds', () => {
    const forms = named('U.S. Ford & Sons Company and Co., Ltd. of the 26th');
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms.length).toBeLessThanOrEqual(64);
  });

  it('lets cues count in singular and plural, and decoys in the ways names vary', () => {
    expect(cueVariants('tax credit')).toContain('tax credits');
    expect(decoyVariants('US Steel Company', 'en', CASE_PROPER)).toContain('U.S. Steel Co.');
  });
});

describe('tables', () => {
  it('come back as they went in, whatever their width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat({ max: 0xffffffff }), { maxLength: 40 }), {
          minLength: TABLES.length,
          maxLength: TABLES.length,
        }),
        fc.integer({ min: 0, max: 31 }),
        (lists, shift) => {
          const values = lists.map((list) => list.map((value) => value >>> shift));
          const tables = Object.fromEntries(
            TABLES.map((name, i) => [name, packNumbers(values[i] ?? [])]),
          ) as unknown as Tables;
          const data = JSON.parse(JSON.stringify(writeTables(tables)));
          const read = readTables(data);
          TABLES.forEach((name, i) => {
            expect(values[i]?.map((_, at) => numberAt(read[name], at))).toEqual(values[i]);
          });
        },
      ),
    );
  });
});

describe('words', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'é', 'カ', '\u3099', '中', '\ud842', '\udfb7', '7'),
    minLength: 1,
    maxLength: 12,
  });

  const unitsOf = (text: string) =>
    Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

  it('are found by their number, and no other is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.array(word), (words, others) => {
        const byOrder = (a: string, b: string) => wordOrder(a) - wordOrder(b);
        const all = words.toSorted(byOrder);
        const { units, pairs, ...compiled } = compileWords(all);
        const texts = codeTexts(units, pairs);
        const table = {
          ...compiled,
          texts,
          isEnd: endCodes(texts),
          bucketShift: bucketShift(compiled.bucketWords.length - 1),
        };
        const find = (text: string) =>
          findWord(table, { units: unitsOf(text), length: text.length }, hashOf(text));
        for (const each of [...words, ...others]) expect(find(each)).toBe(all.indexOf(each));
      }),
    );
  });
});

describe('compileGazetteer', () => {
  const find = (packs: Parameters<typeof compileGazetteer>[0], text: string): number => {
    const hits: number[] = [];
    findForms(text, loadGazetteer(compileGazetteer(packs)), hits);
    return hits.length / HIT_SIZE;
  };

  it('survives JSON, as a message or a module', () => {
    const data = compileGazetteer([smallPack()]);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  it('adds up the aliases of an entity that stands in two packs', () => {
    const other = smallPack({
      id: 'other',
      series: {},
      entities: [smallEntity('here', { aliases: [{ text: 'Hither', lang: 'en' }] })],
    });
    const data = compileGazetteer([smallPack(), other]);
    expect(data.entities).toEqual(['here', 'there']);
    expect(find([smallPack(), other], 'Hither and Alias of there')).toBe(2);
  });

  it('leaves out what no text can hold, and single signs', () => {
    const entity = smallEntity('x', {
      aliases: ['A (b)', '中', 'C — d'].map((text) => ({ text, lang: 'en' })),
    });
    expect(find([smallPack({ entities: [entity], series: {} })], 'A (b) 中 C — d')).toBe(0);
  });

  it('refuses data of another format', () => {
    const data = { ...compileGazetteer([smallPack()]), format: 1 };
    expect(() => loadGazetteer(data as never)).toThrow('format 1');
  });
});
