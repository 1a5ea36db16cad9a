/** Whatever a file holds, checking it ends soon, with an answer, and leaves everything else alone. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  LARGEST_PACK_FILE,
  parseJson,
  readPackBytes,
  readPackText,
} from '../../../src/packs/read-file.ts';
import { validatePack } from '../../../src/packs/validate.ts';
import { oddValue, pathsOf, replaced, SEED } from '../../support/fuzz.ts';
import { PACK } from '../../support/pack.ts';

const encoder = new TextEncoder();

describe('any value', () => {
  it('is answered with a pack or problems, and pollutes nothing', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (value) => {
          const { pack, problems } = validatePack(value);
          expect(Boolean(pack)).toBe(!problems);
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { numRuns: 1_000, seed: SEED },
    );
  });

  it('in any place of a pack is answered as well, with problems that name their place', () => {
    const paths = pathsOf(PACK);
    fc.assert(
      fc.property(fc.constantFrom(...paths), oddValue, (path, by) => {
        const { pack, problems } = validatePack(replaced(PACK, path, by));
        if (pack) expect(validatePack(pack).pack).toEqual(pack);
        else {
          expect(problems?.length).toBeGreaterThan(0);
          for (const problem of problems ?? []) {
            expect(typeof problem.path).toBe('string');
            expect(problem.message.length).toBeLessThan(400);
          }
        }
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });

  it('keeps fields that the format does not know, everywhere', () => {
    const extra = { ...PACK, 'x-editor': { note: ['kept'] } };
    const entities = PACK.entities.map((entity) => ({ ...entity, 'x-status': 'checked' }));
    const { pack } = validatePack(JSON.parse(JSON.stringify({ ...extra, entities })));
    expect(pack).toMatchObject({ 'x-editor': { note: ['kept'] } });
    expect(pack?.entities[0]).toMatchObject({ 'x-status': 'checked' });
  });
});

describe('any bytes', () => {
  it('are answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = readPackBytes(bytes);
        expect(Boolean(read.pack)).toBe(!('problems' in read && read.problems));
      }),
      { seed: SEED },
    );
  });
  it('come back as the text that they were', () => {
    const text = JSON.stringify(PACK, null, 1);
    expect(readPackBytes(encoder.encode(text))).toMatchObject({ text, pack: { id: PACK.id } });
  });
  it.each([
    [new Uint8Array([0xff, 0xfe, 0x00]), 'is no UTF-8 text'],
    [new Uint8Array(LARGEST_PACK_FILE + 1), 'is larger than 32 MB'],
    [encoder.encode('{"a":'), /^is no JSON: /],
  ])('that are no pack: %#', (bytes, message) => {
    const [problem] = readPackBytes(bytes).problems ?? [];
    expect(problem?.message).toMatch(message);
  });
});

describe('JSON that is broken', () => {
  afterEach(() => vi.restoreAllMocks());
  // Engines differ in what they say of the place.
  it.each([
    ['Bad string in JSON at position 10', 'Bad string in JSON at position 10 (line 3 column 1)'],
    ['Bad at position 10 (line 2 column 7)', 'Bad at position 10 (line 2 column 7)'],
    ['JSON.parse: bad at line 2 column 7', 'JSON.parse: bad at line 2 column 7'],
  ])('is told with its line once: %s', (said, told) => {
    vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw new SyntaxError(said);
    });
    expect(parseJson('{ "a":\n1,\n"b').problems).toEqual([
      { path: '', message: `is no JSON: ${told}` },
    ]);
  });
});

describe('a file made to take long', () => {
  /** Bounded by its size: each of these answers in a fraction of the test's time limit. */
  it.each([
    ['nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['keys', `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":{}`).join(',')}}`],
    ['a pattern', JSON.stringify({ ...PACK, id: `${'a-'.repeat(50_000)}!` })],
    [
      'aliases',
      JSON.stringify({
        ...PACK,
        entities: [
          {
            ...PACK.entities[0],
            aliases: Array.from({ length: 50_000 }, () => ({ text: 'same', lang: 'en' })),
          },
        ],
      }),
    ],
  ])('by %s is refused', (_, text) => {
    expect(readPackText(text).problems?.length).toBeGreaterThan(0);
  });
});
