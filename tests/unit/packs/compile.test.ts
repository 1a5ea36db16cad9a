import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../src/detection/gazetteer.ts';
import { findForms } from '../../../src/detection/match.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { cueVariants, decoyVariants, variantsOf } from '../../../src/packs/compile-variants.ts';
import {
  CASE_ANY,
  CASE_PROPER,
  packSections,
  SECTIONS,
  unpackSections,
} from '../../../src/packs/gazetteer-data.ts';
import type { EntityType } from '../../../src/packs/schema.ts';
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

describe('sections', () => {
  it('come back as they went in, whatever their width', () => {
    const arrays = Object.fromEntries(
      SECTIONS.map((name, i) => [
        name,
        i % 3 === 0
          ? Uint8Array.of(1, 2, 255)
          : i % 3 === 1
            ? Uint16Array.of(1, 65_535)
            : Uint32Array.of(4_294_967_295),
      ]),
    ) as unknown as Parameters<typeof packSections>[0];
    const unpacked = unpackSections({
      ...compileGazetteer([smallPack()]),
      ...packSections(arrays),
    });
    expect(unpacked).toEqual(arrays);
  });
});

describe('compileGazetteer', () => {
  const find = (packs: Parameters<typeof compileGazetteer>[0], text: string): number => {
    const hits: number[] = [];
    findForms(text, loadGazetteer(compileGazetteer(packs)), hits);
    return hits.length / 3;
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
    const data = { ...compileGazetteer([smallPack()]), format: 2 };
    expect(() => loadGazetteer(data as never)).toThrow('format 2');
  });
});
