/** What the words right beside a name say that its bearer has, and other bearers that they part it from. */
import { describe, expect, it } from 'vitest';
import { marked, tinyGazetteer } from './tiny.ts';

const gazetteer = tinyGazetteer(
  {
    us: { type: 'place', aliases: ['U.S.', 'United States'] },
    state: {
      type: 'place',
      aliases: ['state of Michigan', { text: 'Michigan', ambiguous: true }],
      cues: ['lake'],
      antiCues: ['coach', 'Penn State'],
    },
    america: { type: 'place', aliases: [{ text: 'America', ambiguous: true, prior: 'usual' }] },
    biden: { type: 'person', aliases: [{ text: 'Biden', ambiguous: true, prior: 'usual' }] },
    kerry: { type: 'person', aliases: [{ text: 'Kerry', ambiguous: true }] },
    ford: { type: 'organization', aliases: [{ text: 'Ford', ambiguous: true }] },
    house: { type: 'organization', aliases: [{ text: 'House', ambiguous: true }] },
    china: { type: 'place', aliases: ['China'] },
    taiwan: { type: 'place', aliases: ['Taiwan'] },
    cars: {
      type: 'topic',
      aliases: [{ text: 'EV', case: 'exact', ambiguous: true }],
      cues: ['road'],
    },
    law: {
      type: 'law',
      aliases: [{ text: 'IRA', case: 'exact', ambiguous: true, prior: 'usual' }],
    },
  },
  [{ text: 'Jill Biden', bearer: true }, 'China rose'],
);
const on = (text: string, lang = 'en') => marked(gazetteer, text, { lang });

describe('who works for a company', () => {
  it.each([
    ['He then worked at Ford for thirty-four years.', 1],
    ['My uncle was at Ford, so we did not tell him.', 1],
    ['She worked with Ford on the roof.', 0],
    ['He shouted at Ford.', 0],
  ])('%s', (text, count) => expect(on(text)).toHaveLength(count));
});

describe('a price and its change', () => {
  it.each([
    ['Ford 11.87 −0.05', 1],
    ['Ford | 11.87 | +0.05', 1],
    ['Ford 11.87 37.05', 0],
    ['Carter 40.8, Ford 39.1', 0],
  ])('%s', (text, count) => expect(on(text)).toHaveLength(count));
});

describe('one of a family', () => {
  it.each([
    ['Jill Biden taught right through the Biden presidency.', ['biden:Biden']],
    ['They booed Jill Biden with an anti-Biden chant.', ['biden:Biden']],
    ['Jill Biden recalled a Biden-era rule.', ['biden:Biden']],
    ['Jill Biden taught. Biden had a class of twenty.', []],
    ['On the hour Biden-Thomas, on loan, headed in.', []],
  ])('%s', (text, expected) => expect(on(text)).toEqual(expected));
});

describe('a state and its team', () => {
  it.each([
    ['Michigan law requires it. The lake is near.', 1],
    ['Michigan requires it. The lake is near.', 0],
    // The team beside the state: its full name settles nothing of the bare one.
    [
      'The coach praised his starters from the state of Michigan. Michigan visits Penn State next.',
      1,
    ],
  ])('%s', (text, count) => expect(on(text)).toHaveLength(count));
});

describe('a chamber', () => {
  it.each([
    ['A House committee asked him to explain.', 1],
    ['The House rose for the holidays.', 1],
    ['House passes amendment', 1],
    ['The House was cold.', 0],
  ])('%s', (text, count) => expect(on(text)).toHaveLength(count));
});

describe('the name of a body that begins with its country', () => {
  it.each([
    ['Data from the U.S. Department of Agriculture came late.', 0],
    ['A warden of the United States Fish and Wildlife Service came late to the river.', 0],
    ['U.S. Department stores closed.', 1],
    ['The U.S. Treasury Secretary came late.', 1],
  ])('%s', (text, count) => expect(on(text)).toHaveLength(count));
});

describe('grammar of single words', () => {
  it.each([
    ['In 1889 he sailed for America and found work.', 1],
    ['I sold my EV. The road is long.', 1],
    ['I sold it to EV. The road is long.', 0],
    ['The price of goods from China rose by a tenth.', 1],
    ['The price of goods from China rose 3%.', 1],
    ['Imports from China rose in September.', 1],
    ['People wrote about China rose in the paper.', 0],
    ['A China rose by the gate is in bloom.', 0],
    ['She adds China rose and violet.', 0],
    ['Ford recalls how his father left', 0],
    ['Ford recalls trucks', 1],
    ['2019 Ford Ranger for sale', 1],
    ['Kerry: ‘We are running late’', 1],
    ['Kerry: rain later', 0],
    ['Fish pie, America style, 61', 0],
    ['China, Michigan, is a township.', 0],
    ['Trade with China, Michigan and Ohio fell.', 1],
    ['Taiwan China’s ships left.', 2],
    ['China, Maine, has a lake. China holds its fair in August.', 0],
    ['Portland, Maine, has a port. China holds its fair in August.', 1],
    ['He retired from Ford in 1998.', 1],
    ['She served six terms in the House.', 1],
  ])('%s', (text, count) => expect(on(text)).toHaveLength(count));
});
