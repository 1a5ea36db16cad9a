/**
 * What 318 whole pages of the web showed, in our own sentences: people of places, cities in politics, buttons. Each line is a
 * page of its own; what is marked stands in double brackets, in balanced.
 */
import { describe, expect, it } from 'vitest';
import { marksOf, readMarks } from './marked-pages.ts';

const PAGES: Readonly<Record<string, readonly string[]>> = {
  'people from a place make no name with it': [
    'He stood beside President Vladimir V. Putin of [[Russia]] last year.',
    'The bill was read when Senator Carl Levin of [[Michigan]] asked for it.',
    'In the final Anna Petrova of [[Russia]] won bronze.',
    'It was paid by the Bank of China and by the Saint Andrew Society of Scotland.',
  ],
  'cities stay cities on a page about their government': [
    '[[Russia]] freed him, and Putin said nothing. Kirov lies northeast of Moscow.',
    '[[Russia]] watched, and so did Putin, as thousands filled the centre of Moscow.',
    '[[Russia]] and Putin blame a Moscow-based lawyer, who lives in a Moscow suburb.',
    '[[Russia]], said Putin, waits. The [[Kremlin]] denied it; near the Kremlin gates all was quiet.',
    '[[Russia]] paid for his trip to Moscow, where he met Putin.',
  ],
  'two words of a button are not the country': [
    'JOIN US',
    'SUPPORT US!',
    'TIP US',
    'ABOUT THE [[US]] ECONOMY',
    'BREAKING [[US]] rates',
    '[[US]] POLITICS',
    '[[CHINA]] WARNS [[US]]',
  ],
  'a name before USA': [
    'They were picked to finish last in Conference USA this year.',
    'The plant is in Cambridge, [[USA]], and sells there.',
  ],
  'a verb in a title is no part of a name': [
    '[[Russia]] Vows Arms for Its Ally to Counter Threats',
  ],
};

describe.each(Object.entries(PAGES))('%s', (_, lines) => {
  it.each(lines)('%s', (line) => {
    const { texts, expected } = readMarks([line]);
    expect(marksOf(texts, 'balanced')).toEqual(expected);
  });
});
