/**
 * What nobody sees in a text, and how its accents, spaces and hyphens are written, changes nothing that is
 * decided: the words beside a name are read as the name itself is.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CleanText, cleanText } from '../../../src/detection/clean-text.ts';
import { detectBlocks } from '../../../src/detection/detect.ts';
import type { DetectionMode } from '../../../src/detection/types.ts';
import { tinyGazetteer } from './tiny.ts';

const gazetteer = tinyGazetteer(
  {
    kerry: {
      type: 'person',
      aliases: ['John Kerry', { text: 'Kerry', ambiguous: true }],
      cues: ['envoy'],
    },
    ford: {
      type: 'organization',
      aliases: [{ text: 'Ford', ambiguous: true }],
      cues: ['carmaker'],
    },
    eu: {
      type: 'organization',
      aliases: [
        { text: 'Brüssel', lang: 'de', ambiguous: true, metonym: true },
        { text: 'Bruxelles', lang: 'fr', ambiguous: true, metonym: true },
      ],
    },
    house: { type: 'organization', aliases: [{ text: 'House', ambiguous: true }] },
    china: { type: 'place', aliases: ['China'] },
  },
  [{ text: 'Gerald Ford', bearer: true }],
);

/** Text, language, and the words that are marked in it. */
const SENTENCES: [string, string, string[]][] = [
  ['Brüssel fordert eine neue Regel.', 'de', ['Brüssel']],
  ['In Brüssel regnete es.', 'de', []],
  ['Bruxelles a annoncé une amende.', 'fr', ['Bruxelles']],
  ['The carmaker and Patrick Ford met.', 'en', []],
  ['The carmaker says that Ford will build it.', 'en', ['Ford']],
  ['Gerald Ford came, and Ford left.', 'en', []],
  ['John Kerry came. Kerry left.', 'en', ['John Kerry', 'Kerry']],
  ['The House committee met, six terms in the House.', 'en', ['House', 'House']],
  ['Exports of China rose; China Evergrande fell.', 'en', ['China']],
];

function found(text: string, lang: string, mode: DetectionMode = 'balanced') {
  const [mentions = []] = detectBlocks([{ text, lang, role: 'text' }], gazetteer, mode);
  return mentions.map(({ start, end, entity, score }) => ({
    words: text.slice(start, end),
    entity,
    score,
  }));
}

const UNSEEN = ['\u00ad', '\u200b', '\u2060', '\ufeff'];
const plain = (text: string) =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\u202f/g, ' ')
    .normalize('NFC');

/** A sentence as pages write it: signs that nobody sees inside its words, accents apart, narrow spaces. */
const written = fc
  .tuple(
    fc.constantFrom(...SENTENCES),
    fc.infiniteStream(fc.option(fc.constantFrom(...UNSEEN), { freq: 3 })),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([sentence, unseen, isApart, isNarrow]) => {
    const [text, lang] = sentence;
    const parts = [...text].map((char, i) => {
      const isInside = /^\p{L}{2}$/u.test(text.slice(i, i + 2));
      return char + (isInside ? (unseen.next().value ?? '') : '');
    });
    const joined = isNarrow ? parts.join('').replaceAll(' ', '\u202f') : parts.join('');
    return { text: isApart ? joined.normalize('NFD') : joined, lang, sentence };
  });

describe('how a text is written', () => {
  it.each(SENTENCES)('%s', (text, lang, marked) => {
    expect(found(text, lang).map(({ words }) => words)).toEqual(marked);
  });

  it('changes no decision, and each mention is found where it stands', () => {
    fc.assert(
      fc.property(written, ({ text, lang, sentence }) => {
        const expected = found(sentence[0], lang, 'eager');
        const actual = found(text, lang, 'eager');
        expect(actual.map((each) => ({ ...each, words: plain(each.words) }))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('cleanText', () => {
  it('makes nothing of a text that is clean', () => {
    expect(cleanText('Brüssel asked “China’s” envoy — twice.\u00a0')).toBeNull();
  });

  it('keeps accents that no letter has in one unit, and emoji whole', () => {
    const clean = new CleanText('x\u0302 \u00ad👩\u200d👧 e\u0301');
    expect(clean.text).toBe('x\u0302 👩👧 é');
    expect(clean.placeOf({ start: 3, end: 5 })).toEqual({ start: 4, end: 6 + 1 });
  });
});
