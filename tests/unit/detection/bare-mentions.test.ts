/** Mentions with few words around them: what persons, bodies and papers do, and whose else a name may be. */
import { describe, expect, it } from 'vitest';
import { marked, tinyGazetteer } from './tiny.ts';

/** Enough names that a page's silence says something, as with a pack of usual size. */
const others = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`other${i}`, { aliases: [`Otherwise ${i}`] }] as const),
);
const gazetteer = tinyGazetteer({
  ...others,
  us: {
    type: 'place',
    aliases: [{ text: 'US', case: 'exact', ambiguous: true, prior: 'usual' }],
  },
  state: { type: 'place', aliases: [{ text: 'Michigan', ambiguous: true, prior: 'usual' }] },
  ship: { type: 'place', aliases: [{ text: 'Peking', ambiguous: true, prior: 'usual' }] },
  america: { type: 'place', aliases: [{ text: 'America', ambiguous: true, prior: 'usual' }] },
  russia: {
    type: 'place',
    aliases: ['Russia', { text: 'Moscow', ambiguous: true, metonym: true }],
    antiCues: ['circus'],
  },
  china: { type: 'place', aliases: [{ text: 'China', prior: 'even' }], antiCues: ['circus'] },
  eu: {
    type: 'organization',
    aliases: [
      { text: 'Brussels', ambiguous: true, metonym: true },
      { text: 'UE', lang: 'fr', case: 'exact', ambiguous: true, prior: 'usual' },
    ],
  },
  xi: { type: 'person', aliases: [{ text: 'Xi', ambiguous: true, prior: 'rare' }] },
  biden: { type: 'person', aliases: [{ text: 'Biden', ambiguous: true, prior: 'usual' }] },
  ford: { type: 'organization', aliases: [{ text: 'Ford', ambiguous: true, prior: 'rare' }] },
  time: { type: 'organization', aliases: [{ text: 'Time', ambiguous: true, prior: 'rare' }] },
  house: {
    type: 'organization',
    aliases: [{ text: 'House Republicans', ambiguous: true, prior: 'usual' }],
  },
  cars: {
    type: 'topic',
    aliases: [{ text: 'EV', case: 'exact', ambiguous: true, prior: 'usual' }, 'electric car'],
  },
  gas: { type: 'topic', aliases: [{ text: 'GHG', case: 'exact' }] },
  cells: {
    type: 'topic',
    aliases: [{ text: 'LFP', case: 'exact', ambiguous: true, prior: 'usual' }],
  },
});
const on = (text: string, lang = 'en') => marked(gazetteer, text, { lang });

describe('a name that does something', () => {
  it.each([
    ['Xi sends condolences after train crash', ['xi:Xi']],
    ['Ford recalls trucks', ['ford:Ford']],
    ['Xi runs the dumpling counter', []],
    ['He was with a Ford dealer for years.', ['ford:Ford']],
    ['He was with Ford for years.', []],
    ['I found the page: Time, 14 March 1969, with a photograph.', ['time:Time']],
    ['I found the time.', []],
  ])('%s', (text, expected) => {
    expect(on(text)).toEqual(expected);
  });
});

describe('a capital that acts as a government', () => {
  it.each([
    ['A minister said that Moscow would ask for more.', 1],
    ['And what is Moscow saying?', 1],
    ['Moscow did not comment.', 1],
    ['Moscow has yet to name an envoy.', 1],
    ['Moscow would be cold.', 0],
    ['Moscow: talks “useful”', 1],
    ['Moscow: a guide', 0],
    ["Moscow: a visitor's guide", 0],
    ['Moscow to host talks', 1],
    ['He flew to Moscow to see his brother.', 0],
    ['Living in Moscow is a challenge.', 0],
    ['Will Brussels be sunny?', 0],
    ['Moscow will be cold.', 0],
    ['MOSCOW, May 20 — The circus came. A minister said so.', 0],
    ['Brussels (Reuters) - The lawmakers met.', 0],
  ])('%s', (text, count) => {
    expect(on(text)).toHaveLength(count);
  });
});

describe('a name that is given or owned', () => {
  it.each([
    ['They named their first tomcat Biden.', 0],
    ['He called his garden shed Michigan.', 0],
    ['Our Biden, who is four, sleeps.', 0],
    ['They liked the Biden plan.', 1],
    ['He told her Biden was winning.', 1],
    ['He called the envoys in Michigan.', 1],
  ])('%s', (text, count) => {
    expect(on(text)).toHaveLength(count);
  });
});

describe('a place whose name others bear', () => {
  it.each([
    ['Volunteers varnish the Peking every spring.', 0],
    ['Volunteers live in Peking.', 1],
    ['When did the Michigan family leave?', 0],
    ['Encore: America (Ames cover)', 0],
    ['America (live updates): strikes', 1],
    ['A Michigan family sued.', 1],
    ['In Cali, América won on penalties.', 0],
    ['Hats, 9\nMichigan, Lake, 3\nOtters, 4', 0],
    ['Michigan scored four tries to win.', 0],
    ['Michigan had won the national title.', 0],
    ['Michigan had won the case.', 1],
    ['Michigan needs ambitious goals.', 1],
    ['Michigan moved its hearing to May 14-15.', 1],
  ])('%s', (text, count) => {
    expect(on(text)).toHaveLength(count);
  });

  it('is marked beside a word that speaks against another name of it', () => {
    expect(on('Russia: circus bear escapes')).toEqual(['russia:Russia']);
    expect(on('China: circus bear escapes')).toEqual([]);
  });

  it('is the team of a country, but not of a state', () => {
    expect(on('US beat Iowa in the final.')).toEqual(['us:US']);
    expect(on('Michigan beat Iowa in the final.')).toEqual([]);
  });

  it('keeps its name in French where a hyphen joins two', () => {
    expect(on('Le sommet China-Afrique s’est ouvert lundi.', 'fr')).toEqual(['china:China']);
  });

  it('is another legislature under the dateline of a state’s capital', () => {
    expect(on('LANSING — House Republicans put off the vote.')).toEqual([]);
    expect(on('WASHINGTON — House Republicans put off the vote.')).toEqual([
      'house:House Republicans',
    ]);
  });
});

describe('an abbreviation', () => {
  it.each([
    ['means what capitalised words before it spell', 'Georgia Healthcare Group grew. GHG paid.', 0],
    ['... and else what it means', 'The group grew. GHG fell.', 1],
    ['... with no other mark between them', 'Ghana, Haiti and Guyana met. GHG fell.', 1],
    ['is none among codes', 'Plates: BUF, LFP, SYR.', 0],
    ['is an exposure', 'I dialled in +1 EV for snow.', 0],
    ['... but not the end of a range', 'The lot has 10-15 EV chargers.', 1],
    ['... or a figure', 'The fund quotes EV against sales.', 0],
    ['is one of many things', 'My neighbour bought an EV.', 1],
    ['is a body where it acts as one', 'Before noon the LFP postponed the match.', 0],
    ['describes a noun', 'Court clears US swimming star', 1],
    ['stands in a row of figures', 'US 12, 13, 10', 1],
    ['is a road', 'Take US 12 north.', 0],
  ])('%s', (_, text, count) => {
    expect(on(text)).toHaveLength(count);
  });

  it('is a course in French where it is one of something', () => {
    expect(on('L’UE de pharmacologie compte six crédits.', 'fr')).toEqual([]);
    expect(on('L’UE de la défense compte six pays.', 'fr')).toEqual(['eu:UE']);
    expect(on('La décision de l’UE de taxer les voitures est tombée.', 'fr')).toEqual(['eu:UE']);
  });
});
