import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, reportLines, runEval } from '../../../src/cli/eval.ts';
import { type GoldPassage, goldPlaces, rates } from '../../../src/cli/score.ts';
import { tinyGazetteer } from '../detection/tiny.ts';

const gazetteer = tinyGazetteer({
  kyoto: { aliases: ['Kyoto', 'Kyoto Protocol'] },
  rio: { aliases: ['Rio Declaration', { text: 'Rio', ambiguous: true }], cues: ['treaty'] },
});
const passage = (
  id: string,
  text: string,
  ...mentions: [string, string, number?][]
): GoldPassage => ({
  id,
  kind: id.slice(0, -1),
  text,
  mentions: mentions.map(([entity, words, occurrence = 1]) => ({
    entity,
    text: words,
    occurrence,
  })),
});
const GOLD = [
  passage('news1', 'Kyoto and Kyoto', ['kyoto', 'Kyoto', 2]),
  passage('news2', 'the Rio treaty', ['rio', 'Rio']),
  passage('news3', 'the Kyoto Protocol', ['kyoto', 'Kyoto']),
  passage('blog1', 'Rio in spring', ['rio', 'Rio']),
  passage('empty1', 'nothing'),
  passage('empty2', 'Kyoto, a city'),
];

const folder = mkdtempSync(join(tmpdir(), 'gloss-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('evaluate', () => {
  const score = evaluate(GOLD, gazetteer, 'balanced');

  it('counts what is right, wrong and missing, over all and by kind', () => {
    expect(score.all).toEqual({ right: 2, wrong: 3, missing: 2 });
    expect(score.byKind.get('news')).toEqual({ right: 2, wrong: 2, missing: 1 });
    expect(score.byKind.get('blog')).toEqual({ right: 0, wrong: 0, missing: 1 });
  });

  it('counts ambiguous words apart', () => {
    expect(score.ambiguous).toEqual({ right: 1, wrong: 0, missing: 1 });
  });

  it('counts passages without any mention, and those left clean', () => {
    expect([score.passages, score.empty, score.clean]).toEqual([6, 2, 1]);
  });

  it('names the cause of each error', () => {
    expect(score.errors.map(({ id, sort, cause }) => `${id} ${sort} ${cause}`)).toEqual([
      'news1 wrong unambiguous',
      'news3 wrong other span',
      'news3 missing other span',
      'blog1 missing nothing marked',
      'empty2 wrong unambiguous',
    ]);
  });

  it('reports a table, the causes and each error', () => {
    const lines = reportLines(score, true).join('\n');
    expect(lines).toMatch(/^all +2 +3 +2 +0\.4000 +0\.5000 +0\.4444$/m);
    expect(lines).toMatch(/^ +2 {2}kyoto +wrong +unambiguous$/m);
    expect(lines).toContain('blog1 - rio@0 "Rio" (nothing marked)');
  });
});

describe('gold passages', () => {
  it('say where their mentions stand', () => {
    expect(goldPlaces(GOLD[0] ?? passage('x1', ''))).toEqual([
      { entity: 'kyoto', start: 10, end: 15 },
    ]);
  });

  it('are refused when a mention is not there', () => {
    expect(() => goldPlaces(passage('x1', 'Rio', ['rio', 'Rio', 2]))).toThrow('x1');
  });
});

describe('rates', () => {
  it('are 1 where there was nothing to do', () => {
    expect(rates({ right: 0, wrong: 0, missing: 0 })).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(rates({ right: 0, wrong: 1, missing: 1 }).f1).toBe(0);
  });
});

describe('npm run eval', () => {
  const gold = join(folder, 'gold.jsonl');
  writeFileSync(gold, `${JSON.stringify(passage('news1', 'CATL grew.', ['catl', 'CATL']))}\n`);

  it('reads gold files, and prints text or JSON', () => {
    expect(runEval([gold, gold]).join('\n')).toContain('passages 2;');
    expect(JSON.parse(runEval(['--json', gold])[0] ?? '')).toMatchObject({
      all: { right: 1, wrong: 0, missing: 0 },
      rates: { precision: 1, recall: 1, f1: 1 },
    });
  });

  it('refuses to run without a file or with an unknown mode', () => {
    expect(() => runEval([])).toThrow('usage');
    expect(() => runEval(['--mode', 'bold', gold])).toThrow('usage');
  });
});
