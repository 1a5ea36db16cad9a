/** Names in Chinese and Japanese, told apart by what stands right beside them. */
import { describe, expect, it } from 'vitest';
import { hanName } from '../../../src/detection/han-names.ts';

/** What the rules say of the first place where a name stands in a text. */
function rule(text: string, name: string, type: string, lang: string | null = 'zh') {
  const start = text.indexOf(name);
  if (start < 0) throw new Error(`no ${name} in ${text}`);
  const found = hanName(text, start, start + name.length, { type, lang } as never);
  return 'word' in found ? [found.kind, found.word] : found.kind;
}
const NOTHING = 'none';

describe('an institution of another country', () => {
  it.each([
    ['日本众议院解散。', '众议院', 'organization', '日本'],
    ['日本の衆議院は解散した。', '衆議院', 'organization', '日本の'],
    ['オーストラリア下院が可決した。', '下院', 'organization', 'オーストラリア'],
    ['菲律宾众议院议长辞职。', '众议院议长', 'organization', '菲律宾'],
    ['印度的国家安全法。', '国家安全法', 'law', '印度的'],
    ['德国联邦国家安全法。', '国家安全法', 'law', '德国联邦'],
  ])('is told by its country right before it: %s', (text, name, type, country) => {
    expect(rule(text, name, type)).toEqual(['other-bearer', country]);
  });

  it.each([
    ['众议院通过了法案。', '众议院'],
    ['美国众议院通过了法案。', '众议院'],
    ['他在日本时，众议院通过了法案。', '众议院'],
    ['日本方面说，众议院通过了法案。', '众议院'],
  ])(
    'is not seen in the country of the pack, nor where another one is further off: %s',
    (text, name) => {
      expect(rule(text, name, 'organization')).toBe(NOTHING);
    },
  );

  it('is a matter of institutions and laws alone', () => {
    expect(rule('日本福特汽车公司。', '福特汽车公司', 'organization')).toBe(NOTHING);
    expect(rule('日本众议院。', '众议院', 'topic')).toBe(NOTHING);
    expect(rule('日本议长。', '议长', 'person')).toBe(NOTHING);
  });
});

describe('a surname that is a firm’s too', () => {
  it.each([
    ['后卫福特进了球。', '后卫'],
    ['导演福特的西部片。', '导演'],
    ['俳優のフォードが来た。', '俳優の', 'フォード'],
    ['福特先生说。', '先生'],
    ['フォードさんは言った。', 'さん', 'フォード'],
  ])('is a person’s with a role or title beside it: %s', (text, word, name = '福特') => {
    expect(rule(text, name, 'organization')).toEqual(['other-bearer', word]);
  });

  it.each(['福特在密歇根建厂。', '后卫们说，福特在建厂。', '福特汽车的工人。'])(
    'is the firm’s without: %s',
    (text) => expect(rule(text, '福特', 'organization')).toBe(NOTHING),
  );

  it('loses nothing by a title where it is a person’s anyway, but by another’s role', () => {
    expect(rule('克里先生说。', '克里', 'person')).toBe(NOTHING);
    expect(rule('歌手克里的新歌。', '克里', 'person')).toEqual(['other-bearer', '歌手']);
  });

  it('is not looked at in other scripts', () => {
    expect(rule('后卫Ford进了球。', 'Ford', 'organization')).toBe(NOTHING);
  });
});

describe('a place', () => {
  it.each([
    ['北京烤鸭很有名。', '北京', '烤鸭'],
    ['台湾饭店开业。', '台湾', '饭店'],
    ['中国人民大学的教授。', '中国', '人民大学'],
    ['台湾ラーメンを食べた。', '台湾', 'ラーメン'],
  ])('is part of a longer name: %s', (text, name, tail) => {
    expect(rule(text, name, 'place')).toEqual(['longer-name', tail]);
  });

  it.each([
    '中国大学生就业难。',
    '北京银行业监管加强。',
    '北京的烤鸭。',
    '台湾派出代表。',
    '中国航空业复苏。',
  ])('is not where what follows is a word of its own: %s', (text) =>
    expect(rule(text, text.slice(0, 2), 'place')).toBe(NOTHING),
  );

  it('is not found across the words of a dictionary, where the language is known', () => {
    expect(rule('湖北京山县。', '北京', 'place')).toEqual(['longer-name', '湖']);
    expect(rule('他在北京。', '北京', 'place')).toBe(NOTHING);
    expect(rule('湖北京山县。', '北京', 'place', null)).toBe(NOTHING);
  });
});

describe('what goes on behind a place', () => {
  it.each([
    ['北京猫咖啡馆开业。', '北京', ['longer-name', '猫']],
    ['他说中国猫熊很受欢迎。', '中国', NOTHING],
    ['吃中国料理。', '中国', ['longer-name', '料理']],
    ['中国地方では雨。', '中国', ['longer-name', '地方']],
    ['中国地方政府债务上升。', '中国', NOTHING],
  ])('%s', (text, name, expected) => {
    expect(rule(text, name, 'place', null)).toEqual(expected);
  });
});
