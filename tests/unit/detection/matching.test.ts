import { describe, expect, it } from 'vitest';
import { marked, tinyGazetteer } from './tiny.ts';

const gazetteer = tinyGazetteer(
  {
    catl: { aliases: ['CATL', { text: '宁德时代', lang: 'zh-Hans' }] },
    china: { aliases: ['China', { text: '中国', lang: 'zh-Hans' }, { text: 'Chine', lang: 'fr' }] },
    cop26: { aliases: [{ text: 'COP26', lang: 'en', case: 'exact' }] },
    ford: { aliases: ['Ford Motor Company', { text: 'フォード', lang: 'ja' }] },
    ira: { aliases: ['Inflation Reduction Act'] },
    methane: { aliases: ['methane'], type: 'topic' },
    nestle: { aliases: ['Nestlé'] },
    paris: { aliases: ['Paris Agreement', { text: 'accord de Paris', lang: 'fr' }] },
    plant: { aliases: ['Ford’s battery plant in Michigan'] },
    michigan: { aliases: ['Michigan'] },
    us: { aliases: ['U.S.', { text: 'US', case: 'exact' }, 'United States'] },
    xi: { aliases: ['Xi Jinping', { text: 'Xi', case: 'exact' }] },
  },
  ['Bank of China', { text: '中国地方', lang: 'ja' }],
);

describe('where a mention is found', () => {
  it.each([
    ['at the edges of a text', 'China', ['china:China']],
    [
      'beside punctuation',
      '(China), “China”; China…',
      ['china:China', 'china:China', 'china:China'],
    ],
    ['beside emoji', 'CATL😀 and 😀CATL', ['catl:CATL', 'catl:CATL']],
    ['without the possessive', 'China’s and China\u2019s', ['china:China', 'china:China']],
    ['behind a hyphen', 'US-China, China-based', ['us:US', 'china:China', 'china:China']],
    ['with an en dash', 'COP–26', ['cop26:COP–26']],
    ['with a non-breaking space', 'COP\u00a026', ['cop26:COP\u00a026']],
    [
      'with soft hyphens',
      'Infla\u00adtion Reduc\u00adtion Act',
      ['ira:Infla\u00adtion Reduc\u00adtion Act'],
    ],
    ['in full width', 'ＣＡＴＬ', ['catl:ＣＡＴＬ']],
    ['in fancy letters', '𝐂𝐡𝐢𝐧𝐚', ['china:𝐂𝐡𝐢𝐧𝐚']],
    ['without its accent', 'Nestle', ['nestle:Nestle']],
    ['with its accent apart', 'Nestle\u0301!', ['nestle:Nestle\u0301']],
    ['across one line break', 'Paris\nAgreement', ['paris:Paris\nAgreement']],
    ['with the stop of an abbreviation', 'in the U.S. Then', ['us:U.S.']],
    ['in a hashtag', '#COP26', ['cop26:COP26']],
    ['in a run of ideographs', '在宁德时代工作', ['catl:宁德时代']],
    ['between ideographs and letters', '和CATL签约', ['catl:CATL']],
    [
      'as the longest name',
      'Ford’s battery plant in Michigan',
      ['plant:Ford’s battery plant in Michigan'],
    ],
    ['at a name’s own end only', 'methane-rich, biomethane', ['methane:methane']],
  ])('%s', (_, text, expected) => {
    expect(marked(gazetteer, text)).toEqual(expected);
  });

  it('behind an elided article', () => {
    expect(marked(gazetteer, 'après l’accord de Paris, la Chine', { lang: 'fr' })).toEqual([
      'paris:accord de Paris',
      'china:Chine',
    ]);
  });
});

describe('where nothing is found', () => {
  it.each([
    ['inside a word', 'Chinatown, Indochina'],
    ['inside a word with a digit', 'CATL2 and COP267'],
    ['inside an identifier', 'china_data = China_X'],
    ['in an address', 'see www.China.org, info@China.com and https://China.cn/a'],
    ['as a handle', '@China'],
    ['as a currency', 'US$5 and US€'],
    ['inside longer initials', 'the U.S.S.R. and the A.U.S.'],
    ['across sentences', 'Paris. Agreement was reached'],
    ['across a dash', 'Paris — Agreement'],
    ['across paragraphs', 'Paris\n\nAgreement'],
    ['in another case', 'china, ira, us'],
    ['behind an apostrophe that elides nothing', 'O’China'],
    ['before a Chinese name’s apostrophe', 'Xi’an'],
    ['inside a decoy', 'the Bank of China'],
    ['inside a decoy without spaces', '中国地方では'],
    ['inside a longer run of katakana', 'スタンフォード大学'],
  ])('%s', (_, text) => {
    expect(marked(gazetteer, text, { lang: null })).toEqual([]);
  });
});

describe('capitals', () => {
  const cased = tinyGazetteer({
    blueoval: { aliases: ['BlueOval'] },
    chamber: { aliases: ['US House'] },
    grid: { aliases: ['power grid'], type: 'topic' },
    lfp: { aliases: [{ text: 'LiFePO4', case: 'exact' }] },
    state: { aliases: ['state of Michigan'] },
    time: { aliases: [{ text: 'TIME', case: 'exact' }] },
  });

  it.each([
    [
      'a proper name needs its capital',
      'Blueoval BLUEOVAL blueoval',
      ['blueoval:Blueoval', 'blueoval:BLUEOVAL'],
    ],
    ['small words of a name may be capitals', 'the State of Michigan', ['state:State of Michigan']],
    ['an abbreviation in a name stays one', 'us House, Us House, US House', ['chamber:US House']],
    [
      'a common noun takes any case',
      'Power Grid, POWER GRID',
      ['grid:Power Grid', 'grid:POWER GRID'],
    ],
    ['exact is exact', 'Time TIME time', ['time:TIME']],
    ['exact with mixed capitals', 'LiFePO₄ LIFEPO4 lifepo4', ['lfp:LiFePO₄']],
    ['a line in capitals says nothing', 'MAKERS PRAISE LIFEPO4 CELLS', ['lfp:LIFEPO4']],
  ])('%s', (_, text, expected) => {
    expect(marked(cased, text)).toEqual(expected);
  });

  it('lets an alias insist on its accents', () => {
    const insisting = tinyGazetteer({ x: { aliases: [{ text: 'Maté', accents: true }] } });
    expect(marked(insisting, 'Mate Maté Mate\u0301')).toEqual(['x:Maté', 'x:Mate\u0301']);
  });
});
