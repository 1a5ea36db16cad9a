import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDetector,
  decideBlock,
  hasCandidates,
  isBlank,
  PageEvidence,
  scanBlock,
} from '../../../src/detection/detect.ts';
import { tinyGazetteer } from './tiny.ts';

const gazetteer = tinyGazetteer(
  {
    kerry: {
      type: 'person',
      aliases: ['John Kerry', { text: 'Kerry', ambiguous: true }],
      cues: ['envoy'],
      antiCues: ['Tralee'],
    },
    law: {
      type: 'law',
      aliases: ['Inflation Reduction Act', { text: 'IRA', case: 'exact', ambiguous: true }],
    },
    // Two long names, of which one ends in the short one.
    grid: {
      type: 'topic',
      aliases: ['grid infrastructure', 'power grid', { text: 'grid', ambiguous: true }],
    },
  },
  [{ text: 'Ring of Kerry', bearer: true }],
);
const scan = (text: string) => scanBlock({ text, lang: 'en', role: 'text' }, gazetteer);
const SENTENCES = [
  'Kerry left.',
  'John Kerry came.',
  'The envoy slept.',
  'The Ring of Kerry is wet.',
  'Tralee is far.',
  'An individual retirement account (IRA) pays.',
  'The Inflation Reduction Act (IRA) pays.',
  'The IRA pays.',
  'The grid infrastructure is old.',
  'The power grid is older.',
  'The grid would fail.',
  'Nothing at all.',
];

describe('scanBlock', () => {
  it('says nothing of a text without names or cues, and keeps nothing of it', () => {
    const blank = scan('Nothing at all.');
    expect([isBlank(blank), hasCandidates(blank)]).toEqual([true, false]);
    expect(scan('Nothing else.')).toBe(blank);
  });

  it('keeps cues of a text without names', () => {
    const cues = scan('The envoy slept.');
    expect([isBlank(cues), hasCandidates(cues)]).toEqual([false, false]);
  });
});

describe('PageEvidence', () => {
  it('knows the language of most of the text, as blocks come and go', () => {
    const evidence = new PageEvidence(gazetteer);
    const inLanguage = (lang: string, text: string) =>
      scanBlock({ text, lang, role: 'text' }, gazetteer);
    const english = inLanguage('en', 'John Kerry came with the others.');
    const german = inLanguage('de', 'John Kerry kam mit den anderen am Abend.');
    const moreEnglish = inLanguage('en', 'The others had come before John Kerry.');
    expect([english.lang, german.lang]).toEqual(['en', 'de']);
    const languages = [evidence.language];
    const note = (change: () => void) => {
      const before = evidence.version;
      change();
      languages.push(evidence.language);
      const isSame = languages.at(-1) === languages.at(-2);
      if (!isSame) expect(evidence.version).toBeGreaterThan(before);
    };
    note(() => evidence.add(english));
    note(() => evidence.add(german));
    note(() => evidence.add(moreEnglish));
    note(() => evidence.delete(english));
    note(() => evidence.delete(moreEnglish));
    note(() => evidence.delete(german));
    expect(languages).toEqual([null, 'en', 'de', 'en', 'de', 'de', null]);
  });

  it('changes its version when a decision may change, and only then', () => {
    const evidence = new PageEvidence(gazetteer);
    const versions = [evidence.version];
    const add = (text: string) => {
      evidence.add(scan(text));
      versions.push(evidence.version);
    };
    add('Nothing at all.');
    add('The envoy slept.');
    add('The envoy woke.');
    add('John Kerry came.');
    add('John Kerry went.');
    expect(versions.map((v, i) => i > 0 && v !== versions[i - 1])).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([
    [['The grid infrastructure is old.', 'The power grid is older.']],
    [['The power grid is older.', 'The grid infrastructure is old.']],
  ])('goes by the name that says most: %s', (texts) => {
    const evidence = new PageEvidence(gazetteer);
    for (const text of texts) evidence.add(scan(text));
    const short = scan('The grid would fail.');
    evidence.add(short);
    expect(decideBlock(short, evidence, 'balanced')).toHaveLength(1);
  });

  it('turns back when a block leaves', () => {
    const evidence = new PageEvidence(gazetteer);
    const lone = scan('Kerry left.');
    const full = scan('John Kerry came.');
    evidence.add(lone);
    const marks = () => decideBlock(lone, evidence, 'balanced').length;
    expect(marks()).toBe(0);
    evidence.add(full);
    expect(marks()).toBe(1);
    evidence.delete(full);
    expect(marks()).toBe(0);
  });

  it('decides the same whatever the order in which blocks came and went', () => {
    const texts = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, fc.infiniteStream(fc.nat()), (stay, leave, order) => {
        const decisions = (evidence: PageEvidence) =>
          stay.map((text) => decideBlock(scan(text), evidence, 'balanced'));
        const straight = new PageEvidence(gazetteer);
        for (const text of stay) straight.add(scan(text));
        const shuffled = new PageEvidence(gazetteer);
        const left = leave.map(scan);
        const all = [...stay.map(scan), ...left];
        while (all.length > 0) {
          const [next] = all.splice((order.next().value ?? 0) % all.length, 1);
          if (next) shuffled.add(next);
        }
        for (const each of left) shuffled.delete(each);
        const words = (found: ReturnType<typeof decisions>) =>
          found.map((list) =>
            list.map(({ start, end, entity, score }) => [start, end, entity, score]),
          );
        expect(words(decisions(shuffled))).toEqual(words(decisions(straight)));
      }),
    );
  });
});

describe('createDetector', () => {
  it('knows the types of its entities and of no others', () => {
    const detector = createDetector(gazetteer);
    expect(detector.typeOf('kerry')).toBe('person');
    expect(() => detector.typeOf('nobody')).toThrow('nobody');
  });
});
