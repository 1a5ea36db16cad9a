/**
 * Where a name ends and whose it is: longer names that nobody listed, full names of other people, offices, vessels,
 * files. Each line is a page of its own, written before the rules were; what is marked stands in double brackets, in
 * balanced and in strict.
 */
import { describe, expect, it } from 'vitest';
import { detectBlocks, loadGazetteer } from '../../../src/detection/detect.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { FIELDS } from '../../../src/packs/fields.ts';
import { POLITICS } from '../../../src/packs/home-fields.ts';
import { smallEntity, smallPack } from '../packs/small-pack.ts';
import { marksOf, readMarks } from './marked-pages.ts';

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'full names of other people': [
    'John Kerry, 34, of Tralee, was fined for speeding.',
    'John Kerry, a dermatologist from Leeds, warns of the sun.',
    'John Kerry, plumber, gives free estimates to all who call before noon.',
    'Our new vet, John Kerry, starts on Monday.',
    'For her wedding she had hired the singer Tony Blinken and two fiddlers.',
    'Dr John Kerry answers what readers ask about their skin.',
    'The photographer Nancy Pelosi Ruiz showed her work in Lima.',
    'Old Joe Biden Sr. sold used cars and never spoke of it.',
    'The plumber John Kerry came at eight. Kerry had brought the wrong pipe.',
  ],
  'full names of those who are known': [
    '[[John Kerry]], a former secretary of state, spoke in Boston.',
    '[[John Kerry]], 82, has not ruled out another post.',
    '[[Joe Biden]], the son of a car salesman, grew up in Scranton.',
    '[[Nancy Pelosi]], a mother of five, retires.',
    'After the vote [[Antony Blinken]] Tuesday said that talks would go on.',
    'A portrait of [[Nancy Pelosi]] File photo: AP',
    'Photos show [[Xi Jinping]] Vladimir Putin and Kim Jong Un on the rostrum.',
    'To [[Antony Blinken]] Wang was cool; to the cameras he smiled.',
  ],
  'relatives who are named in passing': [
    '[[Nancy Pelosi]] flew home with her husband, Paul Pelosi. [[Pelosi]] said that she was tired.',
    '[[Joe Biden]] sat beside his wife, Jill Biden. [[Biden]] will speak on Monday.',
    'Paul Pelosi was attacked at home. Pelosi spent six days in hospital.',
  ],
  'two names of one thing that overlap': [
    'Delegates at the [[COP26 climate summit]] in [[Glasgow]] slept on benches.',
    'Ministers at the [[COP26 climate conference]] in [[Glasgow]] cheered.',
    'They met again after the [[climate summit in Glasgow]].',
  ],
  'offices that have a place in their name': [
    'The Secretary of State for Scotland opened the bridge.',
    'In the Commons the shadow Scotland secretary asked about ferries.',
    'The Minister for Scotland resigned.',
    'The First Minister of [[Scotland]] declined.',
    'The ambassador to [[China]] left [[Beijing]].',
  ],
  'vessels, houses, files': [
    'The steamer Ukraine burned in 1912.',
    'For decades the liner United States rusted at a pier in Philadelphia.',
    'There is darts at the Ukraine Arms on Friday.',
    'Open the file china.csv and then Russia.csv in the editor.',
    'Set country=China in the config file, then start it again.',
  ],
  'words that only stand side by side': [
    'One [[China]] analyst said the figures looked too good to be true.',
    '[[One China]] is a principle for [[Beijing]] and a policy for Washington.',
    'The State Department Store on Red Square sells ice cream.',
  ],
  'topics that are somebody’s name': [
    'He plays in a band called Fossil Fuels and in another one named Net Zero on most Fridays.',
    'The Solar Panels, a ska band from the north of the county, have split up.',
    'In the second half Green Energy FC scored three times in the rain.',
    'She asked what [[Net Zero]] would cost the people of the north.',
  ],
  'what happened in another year': [
    'The Paris Agreement of 1954 let West Germany rearm.',
    'The [[Paris Agreement]] of 2015 asks for plans every five years.',
    'The Inflation Reduction Act of 1975 was a bill that failed.',
    'The [[Inflation Reduction Act]] of August 2022 pays for [[solar panels]].',
    'The 2014 invasion of [[Ukraine]] began in Crimea.',
    'The [[invasion of Ukraine]] in 2022 raised prices.',
    'The spy balloon of 1956 fell in Siberia.',
  ],
  'laws of others': [
    'Ireland’s Inflation Reduction Act would cap rents.',
    'The civil war in Ukraine ended in 1921.',
    'In 1941 the German invasion of Ukraine cost millions of lives.',
  ],
  'capitals that are reached': [
    'Protesters marched into Brussels behind a brass band. The [[EU]] had voted the day before.',
    'The road to Kyiv was blocked, and [[Ukraine]]’s army dug in.',
    'She moved to Moscow and learned to skate; [[Russia]] gave her a visa for a year.',
  ],
  'words of other fields': [
    'Allais showed that EU theory fails where prospect theory does not.',
    'The CATL helps faculty to write a syllabus.',
    'Green energy drinks taste of apple.',
    'A net zero sum of forces keeps the beam at rest.',
    'She bought a toy electric car for the twins.',
  ],
};

describe.each(Object.entries(SENTENCES))('%s', (_, sentences) => {
  it.each(sentences)('%s', (sentence) => {
    const { texts, expected } = readMarks([sentence]);
    expect(marksOf(texts, 'balanced')).toEqual(expected);
    expect(marksOf(texts, 'strict').filter((mark) => !expected.includes(mark))).toEqual([]);
  });
});

describe('the full name of a person who is no politician', () => {
  it('stands beside a trade, for all that detection knows', () => {
    expect(Object.keys(FIELDS)[POLITICS]).toBe('politics');
    const singer = smallEntity('ada', {
      type: 'person',
      aliases: [{ text: 'Ada Brook', lang: 'en' }],
    });
    const gazetteer = loadGazetteer(compileGazetteer([smallPack({ entities: [singer] })]));
    const block = {
      text: 'Then the singer Ada Brook came on stage.',
      lang: 'en',
      role: 'text' as const,
    };
    expect(detectBlocks([block], gazetteer, 'balanced').flat()).toHaveLength(1);
  });
});

describe('a word of another language inside a name', () => {
  it('is the German “war” no war', () => {
    const { texts, expected } = readMarks([
      'In der [[Ukraine]] war Frost, und der Zug stand still.',
    ]);
    expect(marksOf(texts, 'balanced', 'de')).toEqual(expected);
  });
});
