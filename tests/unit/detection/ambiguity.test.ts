/** Each rule of deciding, on small pages: what speaks for a mention and what against it. */
import { describe, expect, it } from 'vitest';
import { marked, mentionsIn, tinyGazetteer } from './tiny.ts';

const gazetteer = tinyGazetteer(
  {
    kerry: {
      type: 'person',
      aliases: ['John Kerry', { text: 'Kerry', ambiguous: true }],
      cues: ['climate envoy', 'negotiator', 'Scotland'],
      antiCues: ['Tralee'],
      related: ['act'],
    },
    ford: {
      type: 'organization',
      aliases: ['Ford Motor Company', { text: 'Ford', ambiguous: true }],
      cues: ['carmaker', 'truck'],
    },
    act: {
      type: 'law',
      aliases: ['Inflation Reduction Act', { text: 'IRA', case: 'exact', ambiguous: true }],
      cues: ['tax credit', 'subsidy'],
      antiCues: ['brokerage', 'Belfast'],
    },
    us: {
      type: 'place',
      aliases: ['United States', { text: 'US', case: 'exact', ambiguous: true, prior: 'usual' }],
      cues: ['Congress'],
      antiCues: ['tell us'],
    },
    eu: {
      type: 'organization',
      aliases: ['European Union', { text: 'Brussels', ambiguous: true, metonym: true }],
      cues: ['member states'],
    },
    state: {
      type: 'place',
      aliases: ['Michigan', { text: 'MI', case: 'exact', ambiguous: true, prior: 'rare' }],
      antiCues: ['stent'],
    },
    scotland: { type: 'place', aliases: ['Scotland'] },
    china: {
      type: 'place',
      aliases: [{ text: 'China', prior: 'even' }],
      antiCues: ['saucers', 'glaze'],
    },
    lake: { type: 'place', aliases: [{ text: 'Iowa', ambiguous: true, prior: 'usual' }] },
    grid: {
      type: 'topic',
      aliases: ['power grid', { text: 'grid', ambiguous: true }],
      cues: ['power'],
    },
    declaration: {
      type: 'agreement',
      aliases: ['Glasgow climate declaration', { text: 'Glasgow Declaration', ambiguous: true }],
      cues: ['methane'],
    },
  },
  [
    { text: 'Gerald Ford', bearer: true },
    { text: 'Ford Foundation' },
    { text: 'County Kerry', bearer: true },
    { text: 'Roth IRA', bearer: true },
    { text: 'Glasgow Declaration' },
    'tax credit union',
  ],
);
const on = (...texts: string[]) => marked(gazetteer, texts);

describe('an ambiguous alias', () => {
  it.each([
    ['alone is not marked', ['Kerry said no.'], []],
    [
      'is marked with a cue in its sentence',
      ['Kerry, the climate envoy, said no.'],
      ['kerry:Kerry'],
    ],
    [
      'is marked after the full name',
      ['John Kerry came. Nobody else did. Kerry left.'],
      ['kerry:John Kerry', 'kerry:Kerry'],
    ],
    [
      'is marked with the full name elsewhere on the page',
      ['John Kerry came.', 'Kerry left.'],
      ['kerry:John Kerry', 'kerry:Kerry'],
    ],
    [
      'is left with no more than one cue in the sentence before',
      ['A negotiator spoke. Kerry left.'],
      [],
    ],
    ['is left when a word speaks against it', ['Kerry, negotiator or not, in Tralee.'], []],
    [
      'follows the last bearer of the name',
      ['County Kerry is green. Kerry won. John Kerry lost. Kerry paid.'],
      ['kerry:John Kerry', 'kerry:Kerry'],
    ],
    ['is left after another bearer', ['Gerald Ford lost. Ford retired. He drove a truck.'], []],
    [
      'is not hurt by what only begins like it',
      ['The Ford Foundation paid. A truck by Ford came.'],
      ['ford:Ford'],
    ],
    ['is left inside a decoy', ['a truck of the Ford Foundation'], []],
    ['gets no cue from a decoy', ['The tax credit union pays my IRA.'], []],
  ])('%s', (_, texts, expected) => {
    expect(on(...texts)).toEqual(expected);
  });

  it('lets nearer evidence speak louder, so that one page can use two senses', () => {
    const text =
      'The IRA pays a tax credit for it. The other IRA, the one at my brokerage, does not.';
    expect(on(text)).toEqual(['act:IRA']);
  });
});

describe('abbreviations that the page explains', () => {
  it.each([
    ['in brackets, ours', 'The Inflation Reduction Act (IRA) is law.', 1],
    ['in brackets, another', 'an individual retirement account (IRA) with a subsidy', 0],
    ['brackets behind, another', 'the IRA (Irish Republican Army) and its subsidy', 0],
    ['with "or"', 'An individual retirement account, or IRA, is no subsidy.', 0],
    ['as in a glossary', 'IRA: individual retirement account (no subsidy)', 0],
  ])('%s', (_, text, count) => {
    expect(on(text).filter((mark) => mark === 'act:IRA')).toHaveLength(count);
  });

  it('are explained in the plural, too', () => {
    expect(on('Independent retailers of Austin (IRAs) want a tax credit.')).toEqual([]);
  });

  it('are explained though they have but one meaning here', () => {
    const union = tinyGazetteer({
      eu: { type: 'organization', aliases: ['European Union', 'EU'] },
    });
    expect(marked(union, 'The Evangelical Union (EU) sang. The EU has a choir.')).toEqual([]);
    expect(marked(union, 'The European Union (EU) voted. The EU is large.')).toHaveLength(3);
  });

  it('are not explained by a longer name that begins like an entity', () => {
    expect(on('The Michigan Institute (MI) trains welders. MI is large.')).toEqual([]);
  });

  it('count on the whole page', () => {
    const pension = 'An individual retirement account (IRA) is for later.';
    expect(on(pension, 'My IRA grew.')).toEqual([]);
    expect(on('The Inflation Reduction Act (IRA) passed.', 'The IRA grew.')).toContain('act:IRA');
  });
});

describe('neighbours', () => {
  it.each([
    ['a given name before a surname', 'Ann Kerry, a negotiator and climate envoy', []],
    ['an initial before a surname', 'the negotiator T. Kerry', []],
    ['a surname after', 'the negotiator Kerry Washington', []],
    ['a title is none', 'Envoy Kerry is a negotiator', ['kerry:Kerry']],
    ['a sentence’s first word is none', 'Yesterday Kerry met a negotiator', ['kerry:Kerry']],
    ['a family firm', 'Ford & Sons, the carmaker', []],
    ['a product is none', 'a Ford Mustang by the carmaker', ['ford:Ford']],
    ['an article before a person', 'the negotiator bought a Kerry', []],
    ['a university', 'Michigan State University', []],
    ['a lake', 'by Lake Michigan', []],
    ['of', 'the University of Michigan', []],
    ['an office is none', 'the Governor of Michigan', ['state:Michigan']],
    ['a street, written small', 'la calle Michigan', []],
    ['a place as a surname', 'Patrick Scotland and Mr Scotland', []],
    ['a possessive is another’s', 'Michigan’s University', ['state:Michigan']],
  ])('%s', (_, text, expected) => {
    expect(on(text)).toEqual(expected);
  });
});

describe('longer names that nobody lists', () => {
  it.each([
    ['an unknown capitalised word before a place', 'We flew with Air Scotland to Rome.', []],
    ['... and one behind it', 'They sold Scotland Evergreen for a song.', []],
    ['an epoch is none', 'In Victorian Scotland it rained.', ['scotland:Scotland']],
    ['a body is none', 'The Scotland Office was asked.', []],
    ['a minister is none', 'They asked Scotland Secretary Jones.', ['scotland:Scotland']],
    ['another’s name behind "in" is none', 'Here in Scotland Labour won.', ['scotland:Scotland']],
    ['a road', 'They took US 41 to the coast.', []],
    ['a number of people is none', 'In the US 41 people voted.', ['us:US']],
    ['a year is none', 'He followed US 2024 polls.', ['us:US']],
    ['a person’s title before a company', 'Mr Ford sold the truck to a carmaker.', []],
    ['a company’s role is none', 'The automaker Ford sold the truck.', ['ford:Ford']],
    ['a namesake', 'Brussels, Ontario, asked for a road.', []],
    ['a list is none', 'Brussels, Berlin and Rome; Brussels asked first.', ['eu:Brussels']],
  ])('%s', (_, text, expected) => {
    expect(on(text)).toEqual(expected);
  });
});

describe('another country’s institution of the same name', () => {
  const chamber = tinyGazetteer({
    house: {
      type: 'organization',
      aliases: [
        'U.S. House',
        { text: 'House', ambiguous: true },
        { text: 'Repräsentantenhaus', lang: 'de', ambiguous: true, prior: 'usual' },
      ],
      cues: ['lawmakers'],
    },
  });
  it.each([
    ['by an adjective', 'Das japanische Repräsentantenhaus stimmte zu.', []],
    ['by what follows', 'Im Repräsentantenhaus von Zypern wird gewählt.', []],
    ['by a state before it', 'In the Texas House lawmakers sat late.', []],
    [
      'and what is then called by the bare name',
      'The Australian House met. Lawmakers in the House were tired.',
      [],
    ],
    ['not by an adverb', 'Lawmakers of the whole House met.', ['house:House']],
    [
      'but not where its own full name came last',
      'The Texas House met. The U.S. House did not. The House was empty.',
      ['house:U.S. House', 'house:House'],
    ],
  ])('%s', (_, text, expected) => {
    const lang = /stimmte|wird/.test(text) ? 'de' : 'en';
    expect(marked(chamber, text, { lang })).toEqual(expected);
  });
});

describe('where a neighbour is none', () => {
  it.each([
    ['the last word of the sentence before', 'They saw Witness. Kerry, negotiator, left.', 1],
    ['a small word of another language', 'La Kerry, negotiator', 0],
    ['a verb in a title', 'John Kerry Says Scotland Press Is Free Of Bias', 2],
  ])('%s', (_, text, count) => {
    expect(on(text)).toHaveLength(count);
  });

  it('is one behind an abbreviation, unless it is a body of the place', () => {
    expect(on('They sold the US Maple record.')).toEqual([]);
    expect(on('They asked the US Senate and US Geological staff.')).toEqual(['us:US', 'us:US']);
  });

  it('is a numeral: the fourth game of a series', () => {
    const union = tinyGazetteer({ eu: { type: 'organization', aliases: ['EU'] } });
    expect(marked(union, 'We played EU IV all night.')).toEqual([]);
    expect(marked(union, 'We asked the EU all night.')).toEqual(['eu:EU']);
  });
});

describe('names in scripts without capitals', () => {
  const han = tinyGazetteer({
    beijing: { type: 'place', aliases: [{ text: '北京', lang: 'zh-Hans' }] },
    ford: {
      type: 'organization',
      aliases: [
        { text: '福特汽车', lang: 'zh-Hans' },
        { text: '福特', lang: 'zh-Hans', ambiguous: true },
      ],
      cues: ['皮卡', '膝盖'],
    },
    russia: {
      type: 'place',
      aliases: [{ text: '莫斯科', lang: 'zh-Hans', ambiguous: true, metonym: true }],
    },
  });
  it.each([
    ['a dish is no city', '周末去吃北京烤鸭，味道不错。', []],
    ['a hotel is none', '他们住在北京饭店的三楼。', []],
    ['a meeting in it is', '会谈昨天在北京举行，双方没有发表声明。', ['beijing:北京']],
    ['a word ends inside it', '湖北京山的桥米熟了。', []],
    ['a player is no carmaker, nor is he later', '后卫福特说膝盖还疼。福特上场了。', []],
    ['the carmaker', '福特的皮卡卖得很好。', ['ford:福特']],
    ['a government that speaks', '莫斯科否认了这一指控。', ['russia:莫斯科']],
    ['a city', '他在莫斯科读过书。', []],
  ])('%s', (_, text, expected) => {
    expect(marked(han, text, { lang: 'zh' })).toEqual(expected);
  });
});

describe('names of houses, clubs and streets', () => {
  it.each([
    ['es', 'Cenamos en el bar Scotland.', 0],
    ['es', 'Vivimos en la calle de Scotland.', 0],
    ['fr', 'On mange au café La Scotland le lundi.', 0],
    ['es', 'El bar está en Scotland.', 1],
    ['de', 'Der SV Scotland verlor.', 0],
    ['en', 'They bar Scotland from the cup.', 1],
    ['en', 'In Scotland, Ohio, it rained.', 0],
    ['en', 'In Scotland, Texas oil is dear.', 1],
    ['en', 'The Empress of Scotland sailed.', 0],
    ['en', 'Most of Scotland slept.', 1],
  ])('%s: %s', (lang, text, count) => {
    expect(marked(gazetteer, text, { lang })).toHaveLength(count);
  });

  it('is a family where an unknown name follows the word', () => {
    const chamber = tinyGazetteer({
      house: {
        type: 'organization',
        aliases: [{ text: 'House', ambiguous: true }],
        cues: ['gates'],
      },
    });
    expect(marked(chamber, 'Then House Orrin closed its gates.')).toEqual([]);
    expect(marked(chamber, 'Then House Republicans closed the gates.')).toEqual(['house:House']);
  });
});

describe('grammar that a name has not', () => {
  it.each([
    ['a law by halves', 'The two IRA/EBITDA figures rose with the tax credit.', 0],
    ['an amount of it', 'With an IRA of 3.5 the tax credit is small.', 0],
    ['the law itself', 'The IRA pays a tax credit of 3.5 cents.', 1],
  ])('%s', (_, text, count) => {
    expect(on(text)).toHaveLength(count);
  });

  it('makes a country of US where it begins a clause in capitals', () => {
    expect(on('ISLANDERS WAIT; US TO REVIEW RADAR SITE')).toEqual(['us:US']);
    expect(on('NAVY PLANS TO JOIN US AT THE BEACH')).toEqual([]);
  });

  it('counts a cue around the words', () => {
    const grid = tinyGazetteer({
      grid: {
        type: 'topic',
        aliases: [{ text: 'grid', ambiguous: true }],
        cues: ['grid operator'],
      },
    });
    expect(marked(grid, 'The grid operator asked for patience.')).toEqual(['grid:grid']);
    expect(marked(grid, 'The grid had two black squares.')).toEqual([]);
  });

  it('doubts a topic among words of another field', () => {
    const topic = tinyGazetteer({
      move: {
        type: 'topic',
        aliases: ['energy transition'],
        cues: ['solar'],
        antiCues: ['electron', 'orbital'],
      },
    });
    const spectrum = 'In this energy transition an electron leaves its orbital.';
    expect(mentionsIn(topic, spectrum, { mode: 'strict' })).toEqual([]);
    expect(marked(topic, 'The energy transition needs solar power.')).toHaveLength(1);
  });
});

describe('what the words are used as', () => {
  it.each([
    ['a given name, said to be one', 'The negotiator has a dog called Kerry.', []],
    ['a private person', 'Her friend Ford fixed the truck.', []],
    ['a surname where a place stands', 'They drove into Kerry in a climate envoy’s car.', []],
    ['trust in a person is no place', 'The negotiator had faith in Kerry.', ['kerry:Kerry']],
    ['one of several accounts', 'My IRA got no tax credit.', []],
    ['the law', 'The IRA gave a tax credit.', ['act:IRA']],
    ['what is done to a government', 'Rome asked Brussels for money.', ['eu:Brussels']],
    ['pressure on a government', 'There is pressure on Brussels.', ['eu:Brussels']],
    ['an adverb before what it does', 'Brussels has just agreed.', ['eu:Brussels']],
    ['a word in quotation marks', 'The film “Kerry”, says the negotiator, is long.', []],
  ])('%s', (_, text, expected) => {
    expect(on(text).filter((mark) => !mark.startsWith('us:'))).toEqual(expected);
  });

  it('is a team where a place plays', () => {
    const places = tinyGazetteer({
      state: { type: 'place', aliases: [{ text: 'Michigan', ambiguous: true, prior: 'usual' }] },
    });
    expect(marked(places, 'Michigan beat Iowa.')).toEqual([]);
    expect(marked(places, 'They lost to Michigan.')).toEqual([]);
    expect(marked(places, 'They moved to Michigan.')).toEqual(['state:Michigan']);
  });

  it('follows the same words before it, where nothing else speaks', () => {
    const first = 'Kerry, the climate envoy and negotiator, rose.';
    expect(on(`${first} He left. The room was full. Kerry came back.`)).toHaveLength(2);
    expect(on('The room was full. Kerry came back.')).toEqual([]);
  });
});

describe('surroundings', () => {
  it.each([
    ['a capital that acts', 'Brussels accused the firm of dumping.', ['eu:Brussels']],
    ['a capital as a place', 'We ate in Brussels while member states slept.', []],
    ['a capital and what it governs', 'Brussels and the member states', ['eu:Brussels']],
    ['a state after a town', 'a clinic in Flint, MI, on Monday', ['state:MI']],
    ['an abbreviation with no town', 'the MI was small', []],
  ])('%s', (_, text, expected) => {
    expect(on(text)).toEqual(expected);
  });

  it.each([
    ['usual words in a sentence', 'The US said no.', ['us:US']],
    ['a phrase that rules it out', 'Please tell US in row F.', []],
    ['a shouted line', 'LEAVE US HERE OR ELSE WE DIE', []],
    ['a shouted line with a cue', 'CONGRESS: US AID IS LATE', ['us:US']],
  ])('%s', (_, text, expected) => {
    expect(on(text)).toEqual(expected);
  });
});

describe('decoys of the same words', () => {
  it('stand where the alias is rejected, and give way where it is not', () => {
    expect(on('the Glasgow Declaration on tourism')).toEqual([]);
    expect(on('the Glasgow Declaration on methane')).toEqual(['declaration:Glasgow Declaration']);
  });
});

describe('modes', () => {
  const likely = ['Power came back.', 'The grid held.'];

  it('ask for more or for less', () => {
    const texts = (mode: 'strict' | 'balanced' | 'eager') => marked(gazetteer, likely, { mode });
    expect(texts('strict')).toEqual([]);
    expect(texts('eager').length).toBeGreaterThanOrEqual(texts('balanced').length);
    const sure = ['The power grid held.', 'The grid needs power.'];
    expect(marked(gazetteer, sure, { mode: 'strict' })).toEqual(['grid:power grid', 'grid:grid']);
  });
});

describe('scores and reasons', () => {
  it('are certain for an unambiguous alias', () => {
    const [mention] = mentionsIn(gazetteer, 'John Kerry');
    expect(mention).toMatchObject({ score: 1, ambiguous: false });
    expect(mention?.reasons).toEqual([{ kind: 'unambiguous', detail: 'John Kerry', weight: 0 }]);
  });

  it('say in words what decided', () => {
    const mention = mentionsIn(gazetteer, 'John Kerry, the climate envoy, came. Kerry left.')[1];
    expect(mention).toMatchObject({ text: 'Kerry', ambiguous: true });
    expect(mention?.score).toBeGreaterThan(0.8);
    expect(mention?.score).toBeLessThan(1);
    expect(mention?.reasons.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      'same-entity: John Kerry',
      'cue-near: climate envoy',
    ]);
  });
});

describe('languages', () => {
  const several = tinyGazetteer({
    eu: {
      type: 'organization',
      aliases: [
        { text: 'EU', lang: 'en', case: 'exact' },
        { text: 'UE', lang: 'es', case: 'exact' },
        { text: 'Unión Europea', lang: 'es' },
      ],
      cues: ['China'],
    },
    blinken: {
      type: 'person',
      aliases: [
        { text: 'Blinken', lang: 'en' },
        { text: 'Blinken', lang: 'de', ambiguous: true, prior: 'even' },
      ],
    },
    catl: { type: 'organization', aliases: [{ text: '宁德时代', lang: 'zh-Hans' }] },
  });

  it.each([
    ['the sense of the block’s language counts', 'de', 'Das Blinken hört auf.', []],
    ['... and that of another one elsewhere', 'en', 'Blinken spoke.', ['blinken:Blinken']],
    [
      'several words are no ordinary phrase elsewhere',
      'en',
      'la Unión Europea',
      ['eu:Unión Europea'],
    ],
    ['other writing systems stand out', 'en', 'the maker 宁德时代 grew', ['catl:宁德时代']],
    ['Latin names stand out among ideographs', 'ja', 'EU域内', ['eu:EU']],
  ])('%s', (_, lang, text, expected) => {
    expect(marked(several, text, { lang })).toEqual(expected);
  });

  it.each([
    ['Arabic', 'ar', 'وقعت شركة EU اتفاقا'],
    ['Hebrew, by its older code', 'iw', 'החברה EU הודיעה'],
    ['Persian', 'fa', 'شرکت EU اعلام کرد'],
    ['Russian', 'ru', 'Компания EU сообщила'],
    ['Korean', 'ko', 'EU는 밝혔다'],
    ['Hindi', 'hi', 'EU ने कहा'],
    ['Thai', 'th', 'บริษัท EU กล่าว'],
  ])('Latin names are beyond doubt in %s', (_, lang, text) => {
    expect(marked(several, text, { lang, mode: 'strict' })).toEqual(['eu:EU']);
  });

  it.each([
    ['where words may look like them', 'vi', 'công ty EU nói'],
    ['where both scripts are in use', 'sr', 'kompanija EU kaže'],
    ['where the language is none', 'x!', 'EU'],
  ])('... but not %s', (_, lang, text) => {
    expect(marked(several, text, { lang, mode: 'strict' })).toEqual([]);
  });

  it('are not told by a word of another script', () => {
    const quoting =
      'Das Blinken (点滅, テンメツ) hört nicht auf, und die Lampe ist neu. Es ist aus der Box auf dem Tisch.';
    expect(marked(several, quoting, { lang: 'de', mode: 'eager' })).toEqual([]);
  });

  it('is guessed where the page says nothing', () => {
    const german = 'Das Blinken hört nicht auf, und die Lampe ist neu. Es ist aus der Box.';
    expect(marked(several, german, { lang: null })).toEqual([]);
  });
});

describe('names of other kinds', () => {
  it.each([
    [
      'a topic with capitals beside a capitalised word',
      'They say that Power Grid Services went bust on a rainy day.',
      [],
    ],
    [
      'a topic with capitals alone',
      'They discussed the Power Grid on Monday.',
      ['grid:Power Grid'],
    ],
    ['an animal behind a comma', 'Glasgow climate declaration, a grey filly, won.', []],
    [
      'a noun behind a comma that goes on',
      'Glasgow climate declaration, a horse trade, was signed.',
      ['declaration:Glasgow climate declaration'],
    ],
    ['a venue written small', 'the Scotland House restaurant', []],
    ['a possessive and a venue', 'We met in Scotland’s Bar.', []],
    ['a learned title', 'Dr Kerry teaches law, far from the rooms where any negotiator works.', []],
    ['a private role behind a comma', 'Ford, the bailiff, drove a truck.', []],
    ['a family name that is explained', 'Kerry is a rare family name of some climate envoy.', []],
    ['a word that is shouted', 'A negotiator shouted Kerry! and left.', []],
    ['a cue inside a longer name', 'The Scotland University knows Kerry.', []],
    ['a team with its score', 'Iowa opened the season with a 31–10 win.', []],
    ['a state that votes', 'Iowa voted 61–39 on it.', ['lake:Iowa']],
  ])('%s', (_, text, expected) => {
    expect(on(text)).toEqual(expected);
  });
});

describe('a name whose capital says nothing', () => {
  it.each([
    ['is doubted beside a word that speaks against it', 'China saucers are cheap.', []],
    [
      'is doubted for several of them around it',
      'China breaks. The glaze goes, then the saucers.',
      [],
    ],
    ['is kept without one', 'China breaks.', ['china:China']],
    ['is kept inside a sentence', 'The saucers came from China.', ['china:China']],
    ['is doubted in capitals for emphasis', 'a box marked CHINA, with saucers', []],
  ])('%s', (_, text, expected) => {
    expect(on(text)).toEqual(expected);
  });
});

describe('a cue that may mean something else itself', () => {
  const capitals = tinyGazetteer({
    // Names that come first, so that numbers of forms and of lists of senses differ.
    first: { type: 'topic', aliases: ['hydrogen', 'ammonia'] },
    eu: {
      type: 'organization',
      aliases: [{ text: 'Brussels', ambiguous: true, metonym: true }],
      cues: ['Moscow', 'commissioner'],
    },
    russia: { type: 'place', aliases: [{ text: 'Moscow', ambiguous: true, metonym: true }] },
  });
  /** What a cue weighs for Brussels in a text, where it is marked. */
  const weightOf = (cue: string, text: string) =>
    mentionsIn(capitals, text, { mode: 'eager' })
      .filter(({ entity }) => entity === 'eu')
      .flatMap(({ reasons }) => reasons)
      .find(({ detail }) => detail === cue)?.weight ?? 0;

  it.each(['', 'On ammonia and hydrogen: '])('says less (%s)', (before) => {
    const plain = weightOf('commissioner', `${before}Brussels asked a commissioner for proof.`);
    const open = weightOf('Moscow', `${before}Brussels asked of Moscow: proof.`);
    expect(plain).toBeGreaterThan(1);
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(plain / 2);
  });
});
