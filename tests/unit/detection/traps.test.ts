/**
 * Pages on which the rest of the page and single words of grammar spoke louder than the sentence, written
 * before the rules were: what is marked stands in double brackets. Strict marks nothing else; balanced
 * marks just that, but for what a page says that it still gets wrong.
 */
import { describe, expect, it } from 'vitest';
import { marksOf, readMarks } from './marked-pages.ts';

/** A page's blocks, and what balanced marks against a careful reader. */
interface Page {
  readonly blocks: readonly string[];
  readonly wrong?: string;
}
const page = (...blocks: string[]): Page => ({ blocks });
/** A page on which balanced still marks `wrong`, where it does not know better; strict does. */
const pageBut = (wrong: string, ...blocks: string[]): Page => ({ blocks, wrong });

const PAGES: Readonly<Record<string, readonly Page[]>> = {
  'a capital as a city, beside the name of its country': [
    page('Taipei has less sun than the rest of [[Taiwan]].'),
    page('Taipei offers newcomers cheap rents.', '[[Taiwan]] keeps a register of tenants.'),
    page(
      'Rain is expected in Taipei all week, the weather bureau of [[Taiwan]] said. Taipei was wetter only in 1998.',
    ),
    page('Taipei has eleven night markets worth the fare, and the rest of [[Taiwan]] has forty.'),
    page('Brussels is the [[EU]]’s rainiest capital.'),
    page('Brussels put new benches along the canal. The [[EU]] paid for a third of them.'),
    page('Brussels calls itself the home of the chip. The [[European Union]]’s interns agree.'),
    page('Moscow draws skaters from all over [[Russia]] each winter.'),
    page('Moscow raised its metro fare to 70 roubles, the most in [[Russia]].'),
    page('Kyiv has more chestnut trees than any city of [[Ukraine]].'),
  ],
  'a capital as a government': [
    page(
      '[[Brussels]] proposed a tariff on Monday. The [[European Union]] would pay for inspectors.',
    ),
    page('[[Russia]] lost the vote. [[Moscow]] said it would appeal.'),
    page('[[Taiwan]] called in the envoy. [[Taipei]] said the ships had to stop.'),
  ],
  'a house, on pages about the House': [
    pageBut(
      '0:0 House',
      'House of the future opens in Leeds',
      'The [[U.S. House]] passed a tax bill on Thursday. [[President Joe Biden]] said he would sign it, and the Senate will take it up next week. Lawmakers in Congress had argued over the bill for a year.',
      'Robots fold the washing, and the walls change colour with the mood of whoever is at home.',
    ),
    page(
      '[[Joe Biden]] thanked the [[US House of Representatives]] for the vote on the [[Inflation Reduction Act]].',
      'House prices rise in Ohio for a third month',
    ),
    page(
      'The [[U.S. House of Representatives]] met on Friday. The [[House]] passed the bill, 220 to 207.',
    ),
    page('The [[U.S. House]] sits until Thursday.', 'House for sale near the lake, quiet lane.'),
  ],
  'time, and the magazine': [
    page('Time called on Hull nightspot after 40 years'),
    pageBut(
      '0:0 Time',
      'Time says nothing to those who wait',
      '[[Time magazine]] put a farmer on its cover.',
    ),
    page('[[Time magazine]] put a farmer on its cover.', 'Time heals all wounds.'),
  ],
  'the county, and John Kerry': [
    page('Kerry hopes for new pier by 2030'),
    page(
      'Kerry plans a cycle way from Tralee to Fenit. County engineers will draw the maps.',
      '[[John Kerry]], the former [[climate envoy]], opened a school in Boston.',
    ),
    page('Fishermen in Kerry have waited. Kerry hopes for the money by May, its manager said.'),
    page(
      '[[John Kerry]] flew to [[Beijing]]. [[Kerry]] met ministers and said talks had been warm.',
    ),
  ],
  'names that nearly always mean somebody, beside each other': [
    pageBut('0:15 Biden', 'The [[US]] swimmer Biden won the 200 metres.', '[[China]] took bronze.'),
    page('[[President Biden]] signed the bill. [[Biden]] said it would help farmers.'),
  ],
  'an abbreviation with two long forms': [
    page(
      'The [[Inflation Reduction Act]] ([[IRA]]) pays for batteries.',
      'The International Reading Association (IRA) met.',
      'The IRA chose a chair.',
    ),
    page('The International Reading Association (IRA) met. In May the IRA chose a chair.'),
    page(
      'The International Reading Association (IRA) met.',
      'The [[Inflation Reduction Act]] ([[IRA]]) pays for batteries. The [[IRA]] is a law.',
    ),
    page(
      'An individual retirement account (IRA) grows free of tax.',
      'An IRA may hold funds and bonds.',
      'The [[Inflation Reduction Act]] ([[IRA]]) is another matter. The [[IRA]] pays for solar roofs.',
    ),
    page(
      'The [[Inflation Reduction Act]] ([[IRA]]) became law in August 2022.',
      'Under the [[IRA]] a buyer of a new car gets a credit.',
    ),
    page(
      'The cells give off extracellular vesicles (EVs).',
      'An EV carries proteins from cell to cell, and its surface tells where it came from.',
    ),
  ],
  'words behind a colon or a dash that happen to fit': [
    page('[[US]]: UN says talks resume', 'The [[US]] and [[China]] agreed to meet.'),
    page('The [[US]] — under scrutiny — agreed to open the books.', '[[China]] asked the [[US]].'),
    page('[[US]] – until Sunday – keeps its ships in port.', 'Sailors of the [[US]] wait.'),
    page('EV: enterprise value', 'Divide EV by earnings and you have a ratio.'),
  ],
  'a word of a longer name': [
    page(
      '[[Grid infrastructure]] is old.',
      'The [[power grid]] is older.',
      'The [[grid]] would fail.',
    ),
    page(
      'The [[power grid]] is older.',
      '[[Grid infrastructure]] is old.',
      'The [[grid]] would fail.',
    ),
  ],
  'a ford, a singer, and the company': [
    page('Ford plans to leave the band after the tour', '[[China]] hosts the last concert.'),
    page('Ford the stream where it is shallow. [[Ford Motor Company]] sells a pump for that.'),
    page(
      'Ford offers free pony rides on Sunday',
      'Members of the parish council of Ford, near Berwick, will serve tea. [[China]] sent a choir.',
    ),
    page('[[Ford Motor]] cut its forecast. [[Ford]] said the strike would cost a billion dollars.'),
  ],
};

describe.each(Object.entries(PAGES))('%s', (_, pages) => {
  it.each(pages)('$blocks', (each) => {
    const { texts, expected } = readMarks(each.blocks);
    const balanced = marksOf(texts, 'balanced').filter((mark) => mark !== each.wrong);
    expect(balanced).toEqual(expected);
    expect(marksOf(texts, 'strict').filter((mark) => !expected.includes(mark))).toEqual([]);
  });
});
