import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/packs/schema.ts';
import { formatProblem, validatePack } from '../../../src/packs/validate.ts';
import { SEED } from '../../support/fuzz.ts';
import { smallEntity, smallPack } from './small-pack.ts';

function problemsOf(value: unknown): string[] {
  return (validatePack(value).problems ?? []).map(formatProblem);
}

/** A copy of the small pack with the value at a path replaced; undefined removes the key. */
function bent(path: readonly (string | number)[], value: unknown): unknown {
  const root: unknown = structuredClone(smallPack());
  let at: unknown = root;
  for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(at), last);
  else Object.defineProperty(Object(at), last, { value, enumerable: true, configurable: true });
  return root;
}

describe('validatePack', () => {
  it('accepts a pack and answers a copy that keeps unknown fields', () => {
    const given = { ...smallPack(), madeWith: { tool: 'a later version' } };
    const { pack, problems } = validatePack(given);
    expect(problems).toBeUndefined();
    expect(pack).toEqual(given);
    expect(pack).not.toBe(given);
  });

  it('names each problem by its place', () => {
    const pack: Pack = smallPack();
    const here = pack.entities[0];
    if (here?.facts[0]) here.facts[0].source = 'x';
    expect(problemsOf(pack)).toEqual(['entities[0].facts[0].source: no source "x"']);
  });

  it.each<[string, readonly (string | number)[], unknown, string]>([
    ['a missing field', ['entities', 0, 'summary'], undefined, 'entities[0].summary: is missing'],
    ['an empty text', ['title'], '   ', 'title: must not be empty'],
    ['a number for a text', ['title'], 7, 'title: must be string, not 7'],
    ['a long text', ['title'], 'x'.repeat(201), 'title: is too long (at most 200)'],
    ['another format', ['format'], 2, 'format: must be 1'],
    ['an odd id', ['entities', 1, 'id'], 'No Id', 'entities[1].id: must be lower-case words'],
    ['no aliases', ['entities', 1, 'aliases'], [], 'entities[1].aliases: needs at least one alias'],
    ['an unknown kind', ['entities', 1, 'type'], 'ship', 'entities[1].type: must be person | '],
    [
      'a plain http address',
      ['sources', 'atlas', 'url'],
      'http://example.org/',
      'sources.atlas.url: must be an https address',
    ],
    [
      'an address that runs code',
      ['sources', 'atlas', 'url'],
      'javascript:alert(1)',
      'sources.atlas.url: must be an https address',
    ],
    [
      'an address that is a document',
      ['homepage'],
      'data:text/html,<script>alert(1)</script>',
      'homepage: must be an https address',
    ],
    [
      'an address whose host is not what it looks like',
      ['sources', 'atlas', 'url'],
      'https://example.org@evil.example/',
      'sources.atlas.url: must be an https address without name and password',
    ],
    ['a list for an object', ['sources'], [], 'sources: must be an object'],
    ['nothing for a pack', [], null, '(whole pack): must be an object'],
    [
      'a dangling related entity',
      ['entities', 0, 'related'],
      ['nowhere'],
      'entities[0].related[0]: no entity "nowhere"',
    ],
    [
      'an entity related to itself',
      ['entities', 0, 'related'],
      ['here'],
      'entities[0].related[0]: is the entity itself',
    ],
    ['a dangling chart', ['entities', 0, 'charts'], ['depths'], 'entities[0].charts[0]: no series'],
    [
      'a dangling source of a metric',
      ['entities', 0, 'metrics', 0, 'source'],
      'x',
      'entities[0].metrics[0].source: no source "x"',
    ],
    [
      'a dangling source of a point',
      ['series', 'heights', 'points', 0, 'source'],
      'x',
      'series.heights.points[0].source: no source "x"',
    ],
    [
      'a dangling entity of a point',
      ['series', 'heights', 'points', 0, 'entity'],
      'x',
      'series.heights.points[0].entity: no entity "x"',
    ],
    [
      'a source that only Object.prototype has',
      ['entities', 0, 'facts', 0, 'source'],
      'constructor',
      'entities[0].facts[0].source: no source "constructor"',
    ],
    [
      'an id that stands twice',
      ['entities', 1, 'id'],
      'here',
      'entities[1].id: "here" stands twice',
    ],
    [
      'notes on no article',
      ['article'],
      undefined,
      'entities[0].inArticle: the pack names no article',
    ],
    [
      'bars of one name',
      ['series', 'heights', 'points', 1, 'label'],
      'Here',
      'series.heights.points: bars need labels that differ',
    ],
    [
      'a line of two points',
      ['series', 'heights', 'chart'],
      'line',
      'series.heights.points: a line needs 3 points',
    ],
    [
      'a decoy that hides an entity',
      ['decoys', 0, 'text'],
      'ALIAS of here',
      'decoys[0].text: "ALIAS of here" is an alias of "here"',
    ],
  ])('refuses %s', (_what, path, value, message) => {
    const found = problemsOf(path.length === 0 ? value : bent(path, value));
    expect(found.some((problem) => problem.startsWith(message))).toBe(true);
  });

  it('accepts a decoy beside an ambiguous alias: it stands where the alias means something else', () => {
    const withDecoy = (ambiguous: boolean) =>
      problemsOf(
        smallPack({
          series: {},
          entities: [smallEntity('a', { aliases: [{ text: 'The House', lang: 'en', ambiguous }] })],
          decoys: [{ text: 'The House', lang: 'en' }],
        }),
      );
    expect(withDecoy(true)).toEqual([]);
    expect(withDecoy(false)).toEqual(['decoys[0].text: "The House" is an alias of "a"']);
  });

  it('finds every problem, not only the first', () => {
    const pack = smallPack({ entities: [smallEntity('a', { related: ['b', 'c'] })] });
    expect(problemsOf(pack).filter((problem) => problem.includes('.related['))).toHaveLength(2);
  });

  describe('dates', () => {
    const dated = (date: string) => problemsOf(bent(['entities', 0, 'facts', 0, 'date'], date));

    it.each([
      '2020-02-29',
      '2023-12',
      '1999',
      '2013–2017',
      '2021–',
      '2024-06-30',
      '2024',
      '2022–2024',
    ])('accepts %s', (date) => expect(dated(date)).toEqual([]));
    it.each(['2023-02-29', '2023-13', '2023-00-01', '2023-04-31', '2020–2019'])(
      'knows that %s is no date of the calendar',
      (date) => expect(dated(date).join()).toContain('is no date of the calendar'),
    );
    it.each(['2024-07', '2024-07-01', '2025', '2025–', '2022–2025'])(
      'knows that %s is after the pack was checked',
      (date) => expect(dated(date).join()).toContain('is after the pack'),
    );
    it('checks when sources were published, too', () => {
      expect(problemsOf(bent(['sources', 'atlas', 'published'], '2024-07'))).toEqual([
        'sources.atlas.published: "2024-07" is after the pack\'s asOf',
      ]);
    });
  });

  describe('aliases that several entities share', () => {
    type Two = [
      Partial<Pack['entities'][0]['aliases'][0]>,
      Partial<Pack['entities'][0]['aliases'][0]>,
    ];
    const sharing = (...[first, second]: Two) =>
      problemsOf(
        smallPack({
          series: {},
          entities: [
            smallEntity('a', { aliases: [{ text: 'IRA', lang: 'en', ...first }] }),
            smallEntity('b', { aliases: [{ text: 'ira', lang: 'en', ...second }] }),
          ],
        }),
      );

    it('are refused without a stated winner', () => {
      expect(sharing({}, {}).join()).toContain(
        'entities[1].aliases[0]: "ira" is also an alias of "a"',
      );
      expect(sharing({ ambiguous: true }, { ambiguous: true })).toHaveLength(1);
    });
    it('are refused with two winners, or with one that is not ambiguous', () => {
      const winner = { ambiguous: true, preferred: true };
      expect(sharing(winner, winner)).toHaveLength(1);
      expect(sharing({ preferred: true }, { ambiguous: true })).toHaveLength(1);
    });
    it('are accepted where all are ambiguous and one is preferred', () => {
      expect(sharing({ ambiguous: true, preferred: true }, { ambiguous: true })).toEqual([]);
    });
    it('do not clash in different languages, or where capitals tell them apart', () => {
      expect(sharing({}, { lang: 'ga' })).toEqual([]);
      expect(sharing({ case: 'exact' }, { case: 'exact' })).toEqual([]);
      expect(sharing({ case: 'exact' }, { case: 'any' })).toHaveLength(1);
    });
    it('may be forms of one entity, but none of them twice', () => {
      const forms = (...texts: string[]) =>
        problemsOf(
          smallPack({
            series: {},
            entities: [smallEntity('a', { aliases: texts.map((text) => ({ text, lang: 'en' })) })],
          }),
        );
      expect(forms('Time', 'TIME')).toEqual([]);
      expect(forms('Time', 'Time')).toEqual(['entities[0].aliases[1]: "Time" stands twice']);
    });
  });

  describe('files that mean harm', () => {
    it('refuses keys that reach prototypes, and leaves prototypes alone', () => {
      const text = JSON.stringify(smallPack()).replace(
        '"format":1',
        '"format":1,"__proto__":{"polluted":1},"more":{"constructor":{"prototype":{"polluted":1}}}',
      );
      expect(problemsOf(JSON.parse(text))).toEqual([
        '__proto__: is a reserved key',
        'more.constructor: is a reserved key',
      ]);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });
    it('refuses half characters in texts and keys', () => {
      expect(problemsOf(bent(['title'], 'a\ud800b'))).toEqual([
        'title: has half of a character (lone surrogate)',
      ]);
      expect(problemsOf({ 'a\udc00': 1 })).toEqual([
        '(whole pack): has a key with half of a character',
      ]);
      expect(problemsOf(bent(['title'], 'Whole 😀'))).toEqual([]);
    });
    it('refuses numbers beyond what a double holds', () => {
      const text = JSON.stringify(smallPack()).replace('"value":3', '"value":1e999');
      expect(problemsOf(JSON.parse(text))).toEqual([
        'series.heights.points[0].value: is too large a number',
      ]);
    });
    it('refuses nesting without end, and values that contain themselves', () => {
      const levels = 100_000;
      const deep: unknown = JSON.parse('['.repeat(levels) + ']'.repeat(levels));
      expect(problemsOf(deep)).toHaveLength(1);
      expect(problemsOf(deep)[0]).toContain('is nested deeper than 32 levels');
      const loop: Record<string, unknown> = {};
      loop.again = { loop };
      expect(problemsOf(loop)).toEqual(['again.loop: contains itself']);
    });
    it('refuses more aliases than compiling can bear, with their number', () => {
      const MOST = 200_000;
      const aliases = Array.from({ length: MOST + 1 }, (_, i) => ({ text: `n${i}`, lang: 'en' }));
      expect(
        problemsOf(smallPack({ series: {}, entities: [smallEntity('a', { aliases })] })),
      ).toEqual(['entities: 200001 aliases are too many (at most 200000)']);
    });
    it('keeps markup as text', () => {
      const summary = '<img src=x onerror=alert(1)>';
      expect(
        validatePack(bent(['entities', 0, 'summary'], summary)).pack?.entities[0]?.summary,
      ).toBe(summary);
    });
    it('cuts long keys and values in its messages', () => {
      const [problem = ''] = problemsOf({ ...smallPack(), sources: { ['k'.repeat(5000)]: 1 } });
      expect(problem.length).toBeLessThan(300);
    });
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const { pack, problems } = validatePack(value);
        expect(pack === undefined).toBe((problems ?? []).length > 0);
      }),
      { seed: SEED },
    );
  });

  it('never throws and never pollutes when one value anywhere in a pack is replaced', () => {
    const paths = pathsOf(smallPack());
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(
          fc.jsonValue(),
          fc.constantFrom('__proto__', 'constructor', 'toString', '\ud800', '', undefined),
        ),
        (path, value) => {
          const before = Object.getOwnPropertyNames(Object.prototype).length;
          const result = validatePack(bent(path, value));
          expect(result.pack === undefined).toBe((result.problems ?? []).length > 0);
          for (const problem of result.problems ?? []) expect(problem.message).not.toBe('');
          expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
        },
      ),
      { numRuns: 500, seed: SEED },
    );
  });

  it('takes time in proportion to size, even where everything clashes', () => {
    const clashing = (count: number) =>
      smallPack({
        series: {},
        entities: Array.from({ length: count }, (_, i) =>
          smallEntity(`e-${i}`, { aliases: [{ text: 'same', lang: 'en' }] }),
        ),
      });
    expect(validatePack(clashing(20_000)).problems).toHaveLength(19_999);
  }, 30_000);
});

/** Paths to every value of a pack. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => pathsOf(item, [...path, i]))
    : Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}
