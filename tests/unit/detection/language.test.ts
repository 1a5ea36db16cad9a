import { describe, expect, it } from 'vitest';
import { blockLanguage } from '../../../src/detection/language.ts';

const ENGLISH =
  'is a word of management that the firm used for what it had asked of the people who were there';

describe('the language of a block', () => {
  it.each([
    ['日本政府は中国製の電気自動車について協議した。', 'ja'],
    ['日本政府 中国EV関税発動へ', 'ja'],
    ['テスラ、新型バッテリーを発表', 'ja'],
    ['中国政府在北京宣布了新的关税措施。', 'zh'],
    [
      '漫画《ワンピース》在中国各地的书店里卖得很好，出版社上周在北京的新闻发布会上说明，今年的销量已经超过去年，各省的读者都在排队购买，许多学校也开始收藏。',
      'zh',
    ],
    ['정부는 중국산 배터리에 대한 관세를 발표했다.', 'ko'],
    ['Правительство сообщило о новых пошлинах.', 'ru'],
    [`Kaizen (改善, カイゼン) ${ENGLISH}`, 'en'],
    [`Kimchi (김치) ${ENGLISH}`, 'en'],
    [`Glasnost (гласность) ${ENGLISH}`, 'en'],
  ])('is told by what most of it is written in: %s', (text, lang) => {
    expect(blockLanguage(text, null)).toBe(lang);
  });

  it.each([
    // "in" and "an" are English, too; Umlauts are not.
    ['Hongkongs Regierungschef kündigte an, die Mieten in den Markthallen einzufrieren.', 'de'],
    ['Der Kreml ließ am Abend mitteilen, ein Treffen sei nicht geplant.', 'de'],
    // Swedish and Turkish have such letters and none of the small words.
    ['Göteborgs hamn växer när båtar får köra på el från nätet.', null],
    ['Türkiye bu yıl köprüler için yeni bir ölçüt önerdi.', null],
    // A name's letters say nothing.
    ['Müller and Jäger spoke in Köln of the harbour and the ferries.', 'en'],
  ])('is told by its letters where its small words leave it open: %s', (text, lang) => {
    expect(blockLanguage(text, null)).toBe(lang);
  });

  it('is what the page says, unless enough text plainly is in another', () => {
    expect(blockLanguage(`Kaizen (カイゼン) ${ENGLISH}`, 'en-GB')).toBe('en');
    expect(blockLanguage(`Kaizen ${ENGLISH}`, 'de')).toBe('en');
    expect(blockLanguage('Das ist nicht auf dem Tisch', 'en')).toBe('en');
    expect(blockLanguage('日本政府は中国製の電気自動車について協議した。'.repeat(4), 'en')).toBe(
      'ja',
    );
  });
});
