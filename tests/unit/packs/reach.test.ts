import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCandidates, loadGazetteer, scanBlock } from '../../../src/detection/detect.ts';
import { WordKeys } from '../../../src/detection/reached-words.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { KEYS_FORMAT } from '../../../src/packs/keys-format.ts';
import { buildReach, itemsWithIds, reachedItems } from '../../../src/packs/reach.ts';
import { buildWordFilter, fromBase64, toBase64 } from '../../../src/packs/word-keys.ts';
import { passingIn } from '../../support/passing.ts';
import { sketchPack } from '../../support/shelved.ts';

/** Items that a text reaches. */
function reach(pack: ReturnType<typeof sketchPack>, text: string): number[] {
  const index = buildReach(pack);
  const keys = new WordKeys();
  keys.collect(text, passingIn(text, buildWordFilter([index.firsts])));
  return reachedItems(index, keys.take());
}

describe('what the words of a text reach', () => {
  const pack = sketchPack(
    'units',
    [
      { id: 'metre', aliases: ['metre', 'meter'] },
      { id: 'metre-convention', aliases: ['Metre Convention'] },
      { id: 'cop26', aliases: ['COP26'] },
      { id: 'coulomb', aliases: ['Charles-Augustin de Coulomb'] },
      { id: 'kilogram-han', aliases: [{ text: '千克', lang: 'zh' }] },
      { id: 'cafe', aliases: ['Café Müller'] },
    ],
    ['Metre Club'],
  );

  it.each([
    ['One metre.', [0]],
    ['The METRES of it', [0]],
    ['the Metre Convention', [0, 1]],
    ['the Metre Club of Paris', [0, 6]],
    ['At COP26, at COP 26, at COP-26', [2]],
    ['the Charles\u2010Augustin\u00a0de\nCoulomb prize', [3]],
    ['一千克', [4]],
    ['Cafe Muller', [5]],
    ['CAFÉ MÜLLER', [5]],
    ['cAFE Muller', [5]],
    ['cop26 at a café of the metre', [0]],
    ['A centimetre, convention, club.', []],
  ])('%j: %j', (text, items) => expect(reach(pack, text)).toEqual(items));

  it('keeps nothing that the matcher would find', () => {
    const gazetteer = loadGazetteer(compileGazetteer([pack]));
    const words = fc.constantFrom(
      'metre',
      'Metre',
      'Convention',
      'Club',
      'COP26',
      'COP',
      '26',
      'cop',
      'Charles',
      'charles',
      'cHARLES',
      'CHARLES',
      'Augustin',
      'de',
      'Coulomb',
      '千克',
      'Café',
      'Mu\u0308ller',
      'ℳetre',
      'the',
    );
    const gaps = fc.constantFrom(' ', '-', '\u00a0', '\u00ad', ', ', '', '\n', '.', ' & ', '’s ');
    const texts = fc.array(fc.tuple(words, gaps), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.flat().join('');
        const scan = scanBlock({ text, lang: 'en', role: 'text' }, gazetteer);
        if (hasCandidates(scan)) expect(reach(pack, text)).not.toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds entities by their ids', () => {
    const index = buildReach(pack);
    expect(itemsWithIds(index, ['coulomb', 'nobody', 'metre'])).toEqual([0, 3]);
  });
});

describe('words that pass', () => {
  const index = buildReach(
    sketchPack('towns', [
      { id: 'of', aliases: ['Of'] },
      { id: 'iron', aliases: ['iPhone Iron'] },
      { id: 'oak', aliases: [{ text: 'Oak', case: 'any' }] },
    ]),
  );
  const filter = buildWordFilter([index.firsts]);
  it.each([
    ['the town of Of', [12]],
    ['OF', [0]],
    ['oak and Oak', [0, 8]],
    ['an iPhone, an iphone', [3]],
    ['iPhone', [0]],
    ['(of)-Of,OF of', [5, 8]],
    ['ｏｆ Ｏｆ o\u00adf O\u00adf', [3, 10]],
    [`${'of '.repeat(1_000)}Of of`, [3_000]],
    [`${'x'.repeat(3_000)} Of`, [3_001]],
  ])('%j: at %j', (text, starts) => expect(passingIn(text, filter)).toEqual(starts));
});

describe('cues', () => {
  const keysOf = (ambiguous: boolean, text: string) => {
    const entity = { id: 'lime', aliases: [{ text: 'Lime', ambiguous }], cues: ['market square'] };
    const index = buildReach(sketchPack('trees', [entity]));
    return passingIn(text, buildWordFilter([index.firsts])).length > 0;
  };
  it('of an ambiguous name pass the filter, so that their blocks are read again', () => {
    expect(keysOf(true, 'on the market square')).toBe(true);
    expect(keysOf(false, 'on the market square')).toBe(false);
  });
});

describe('numbers as base64', () => {
  it('come back as they were', () => {
    const numbers = fc.array(fc.nat(0xffffffff), { maxLength: 100 });
    fc.assert(
      fc.property(numbers, (list) => {
        expect([...fromBase64(toBase64(Uint32Array.from(list)))]).toEqual(list);
      }),
    );
  });
});

describe('what is stored of a pack', () => {
  /** By `KEYS_FORMAT`; each stays here, so that no number comes to stand for two forms. */
  const DIGESTS: Readonly<Record<number, string>> = {
    1: '65a9b69ff4ecf4d1a44b3295f942bf399548dd4867614adc6099290a0d6416cd',
    2: 'f59a2788b0a13ee9d2b078a6413268360c122531cccd4e31c56dd87af482fe90',
  };

  it('has another number whenever its keys or its filter become others', () => {
    const { phrases, ids, firsts } = buildReach(
      sketchPack(
        'units',
        [
          {
            id: 'metre',
            aliases: ['metre', 'Metre Convention', 'COP26', '千克'],
            cues: ['length'],
          },
          { id: 'lime', aliases: [{ text: 'Café-Müller', ambiguous: true }], cues: ['tree'] },
        ],
        ['Metre Club'],
      ),
    );
    const parts = [phrases.keys, phrases.items, ids.keys, ids.items, buildWordFilter([firsts])];
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    expect(hash.digest('hex')).toBe(DIGESTS[KEYS_FORMAT]);
  });
});
