/**
 * What excerpts of the web showed, in our own sentences, written before the rules were run on them: what programs read,
 * firms and bands that bear a country's name, makes of cars, British spellings. Each line is a page of its own; what is
 * marked stands in double brackets, in balanced.
 */
import { describe, expect, it } from 'vitest';
import { marksOf, readMarks } from './marked-pages.ts';

const PAGES: Readonly<Record<string, readonly string[]>> = {
  'zones of time are addresses': [
    'Set the clock of the server to America/Chicago before you start it.',
    'The list goes from Europe/Athens and Europe/Zurich to Asia/Taipei.',
    '{"zone": "America/Argentina/Salta", "offset": -3}',
    'Europe/Moscow has no summer time.',
    'Flights to Canada/[[USA]] are cheaper in May.',
  ],
  'tags of languages and character sets are addresses': [
    'Choose en-US or en-GB for the dictionary.',
    'The folder zh-HK holds the texts for the island.',
    'Headers are limited to US-ASCII in this format.',
    'We ship EN-US and EN-UK versions.',
    'A [[EU]]-[[US]] deal and a non-[[US]] keyboard.',
    'Sales in the ex-[[US]] markets fell.',
  ],
  'what only lost a space is no address': [
    '[[Sen.Kerry]] flew to [[China]].The trip to [[Ukraine]].He said little.',
  ],
  'firms that have the name of a place': [
    'Copyright 2011 Northwind America, Inc. All rights reserved.',
    'Made by Torchlight (Beijing) Co., Ltd. for export.',
    'Acme Ukraine, LLC and Bolt Scotland Ltd filed accounts.',
    'The parts came from Kestrel (Hong Kong) Limited, a trader.',
    'He left [[China]], inc. tax, for less than a dollar.',
    'They make cars in [[America]], including small ones.',
  ],
  'bands, songs and films that say so': [
    'America (band). America was formed in London by three friends.',
    'I have loved the band America since I was thirteen. America played in our town once.',
    'The trio Russia gave a concert; Russia sang of rain.',
    'Taiwan the band is on tour again.',
    'House (TV series) ran for eight seasons.',
    'Time (song) was their last hit.',
    'The best-selling group America is back. America played for two hours.',
    'She sang with the folk group Taiwan for a year.',
    'It is the one group [[America]] will not talk to.',
    'A British band toured [[America]] in May.',
    'Every band in [[Russia]] knows that hall.',
    'The film was made in [[Ukraine]].',
  ],
  'sizes of shoes and clothes': [
    'EU 42.5 and EU 43.5 are sold out; US 9.5 is left.',
    'For a broad foot order one half more: size 38 EU or size 7.5 US.',
    'EU sizes run small, US women’s sizes run large.',
    'Find your US men’s shoe size or your EU ring size in the table.',
    'EU Shoe Sizing and US Shoe Sizing differ by the last.',
    'EU 39,5 entspricht UK 6.',
    'The sellers ship to the [[EU]] and the [[US]], whatever the size.',
    'The [[EU]] 42 years on is twice the size.',
    'An [[EU]] 2.5 per cent cap and [[US]] 10-year bonds.',
    'Some 38 [[EU]] officials and 50 [[US]] senators came.',
    'The army is half the size of 27 [[EU]] ones.',
  ],
  'numbered bills are those of a state': [
    'The committee took up House Bill 4089 and House Bill 12 on Tuesday.',
    'House Bill No. 7 would lower the fee for fishing licences.',
    'The [[U.S. House]] passed its spending bill; the [[House]] bill now goes to the Senate.',
  ],
  'parliaments that are no Congress': [
    'Mr. Speaker, I thank the hon. member, who told the House that the bridge in his riding is safe.',
    'The minister laid the report before the House, and the Opposition asked for a debate under Standing Order 52.',
    'The Leader of the House moved that the bill be now read a second time; Hansard has the speeches.',
    'I rise in the House to speak to the bill that my honourable friend has sponsored.',
    'The clerk read the bill a first time and the House referred it to second reading.',
    'Parliamentarians in the House and in the other place may swear or affirm, the MP for Hull said.',
    'The [[House]] passed the bill 220 to 210, and Democrats in the Senate said they would amend it.',
    'Mr. Speaker, said the Republican of Ohio, the [[House]] should not fund this [[war in Ukraine]].',
  ],
  'a maiden name in brackets': [
    'He was the son of Rose and Carrie (Bruce) Ford of Detroit, makers of cars.',
    'Ann (Miller) Kerry, 80, died on Monday.',
    'Robert (Bob) Biden ran the shop with his wife.',
    'A jury heard that the younger Biden had lied. [[President Biden]] said nothing.',
    'Born to the union of Rose (Bruce) Ford in Detroit, he worked for the [[Ford Motor Company]].',
    'Carmakers (among them [[Ford]] and Tesla) build electric pickups.',
  ],
  'who sells a car names its make': [
    'My nephew looked at a used [[Ford]] for weeks and found the price too high.',
    'The price tag on a second-hand [[Ford]] says little.',
    'She drives a 2014 [[Ford]] and he an old van.',
    'It was a shiny, five-year-old [[Ford]] Focus.',
    'The [[Ford]] F-150 sells best.',
    'A 1974 Ford speech on the economy was found; President Ford gave it twice.',
    'The used Ford book was signed by the novelist Richard Ford.',
  ],
  'the numbered summit as the British write it': [
    'At [[Cop26]] the hosts asked for more.',
    'What the [[Cop26 summit]] left undone',
    'The [[Cop26]] president spoke twice.',
    'The cop took 26 statements.',
    'Two bad cops, 26 years apart.',
  ],
  'the agreement of Paris with a small letter': [
    'The gap to the goals of the [[Paris agreement]] on climate is wide, and [[emissions]] grow.',
    '[[Biden]] rejoined the [[Paris agreement]] on his first day; [[Joe Biden]] had promised it.',
    'The club and its Paris agreement for the transfer of a striker fell through.',
  ],
  'an air force belongs to its country': [
    'He served in the [[U.S.]] Air Force for twenty years.',
    'The [[United States]] Air Force flew them home.',
    'The [[Taiwan]] Air Force trained there.',
    'We flew with Air China and with China Airlines.',
  ],
  'what a city has': [
    '[[Russia]] and Putin opened a Moscow tournament for the young.',
    '[[Russia]] jailed the owner of a Moscow restaurant, said Putin.',
    '[[Russia]], said Putin, will fight. A [[Moscow]] decree followed.',
  ],
  'players of a team': [
    'The Glasgow prop and the Glasgow full-back came on late.',
    'A Glasgow winger scored, the Michigan linebacker fell.',
    'A [[Michigan]] farmer won the prize of the [[state of Michigan]].',
  ],
};

/** The same in other languages. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['pt', '[[Bruxelas]] garante que a [[China]] foi avisada das tarifas.'],
  ['de', 'Unterhändler aus [[Peking]] und [[Brüssel]] vereinbarten weitere Gespräche über Zölle.'],
  ['de', 'In [[Peking]] und Brüssel regnete es.'],
];

describe.each(Object.entries(PAGES))('%s', (_, lines) => {
  it.each(lines)('%s', (line) => {
    const { texts, expected } = readMarks([line]);
    expect(marksOf(texts, 'balanced')).toEqual(expected);
  });
});

describe('governments elsewhere', () => {
  it.each(ELSEWHERE)('%s: %s', (lang, line) => {
    const { texts, expected } = readMarks([line]);
    expect(marksOf(texts, 'balanced', lang)).toEqual(expected);
  });
});
