/**
 * The floor of detection's quality: what it has reached on the gold passages, less a little. A change
 * that falls below has to say why; a change that gains should raise the floor.
 *
 * Two recalls of ambiguous words fell by one mention each (e balanced, held-n strict) when cues that are
 * open themselves began to count for less, as they were meant to: what they counted had hung on the
 * order in which a page's forms were met.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluate, readGold } from '../../src/cli/eval.ts';
import { gazetteerFrom } from '../../src/cli/pages.ts';
import { rates } from '../../src/cli/score.ts';
import type { DetectionMode } from '../../src/detection/types.ts';

const gazetteer = gazetteerFrom([]);
const gold = (name: string) => readGold(fileURLToPath(new URL(name, import.meta.url)));

interface Floor {
  readonly precision: number;
  readonly recall: number;
  /** Of words that alone do not settle what is meant. */
  readonly ambiguousPrecision: number;
  readonly ambiguousRecall: number;
  /** Share of passages without any mention that stay unmarked. */
  readonly clean: number;
}

const FLOORS: readonly [string, DetectionMode, Floor][] = [
  [
    'dev.jsonl',
    'balanced',
    { precision: 0.99, recall: 0.99, ambiguousPrecision: 0.97, ambiguousRecall: 0.94, clean: 1 },
  ],
  [
    'gold.jsonl',
    'balanced',
    { precision: 0.98, recall: 0.97, ambiguousPrecision: 0.94, ambiguousRecall: 0.91, clean: 0.95 },
  ],
  [
    'tune.jsonl',
    'balanced',
    { precision: 0.99, recall: 0.98, ambiguousPrecision: 0.97, ambiguousRecall: 0.93, clean: 0.93 },
  ],
  [
    'held-2026-11.jsonl',
    'balanced',
    { precision: 0.98, recall: 0.97, ambiguousPrecision: 0.92, ambiguousRecall: 0.88, clean: 0.97 },
  ],
  [
    'held-2026-11-27.jsonl',
    'balanced',
    { precision: 0.98, recall: 0.97, ambiguousPrecision: 0.97, ambiguousRecall: 0.88, clean: 0.94 },
  ],
  [
    'probes.jsonl',
    'balanced',
    { precision: 0.94, recall: 0.98, ambiguousPrecision: 0.93, ambiguousRecall: 0.97, clean: 0.96 },
  ],
  [
    'd-2026-11-27.jsonl',
    'balanced',
    { precision: 0.89, recall: 0.87, ambiguousPrecision: 0.83, ambiguousRecall: 0.8, clean: 0.88 },
  ],
  [
    'e-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.965,
      recall: 0.975,
      ambiguousPrecision: 0.84,
      ambiguousRecall: 0.86,
      clean: 0.89,
    },
  ],
  [
    'b-2026-11-27.jsonl',
    'balanced',
    { precision: 0.93, recall: 0.955, ambiguousPrecision: 0.85, ambiguousRecall: 0.9, clean: 0.9 },
  ],
  [
    'g-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.915,
      recall: 0.92,
      ambiguousPrecision: 0.92,
      ambiguousRecall: 0.81,
      clean: 0.92,
    },
  ],
  [
    'h-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.985,
      recall: 0.975,
      ambiguousPrecision: 0.95,
      ambiguousRecall: 0.93,
      clean: 0.9,
    },
  ],
  [
    'p-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.965,
      recall: 0.98,
      ambiguousPrecision: 0.83,
      ambiguousRecall: 0.88,
      clean: 0.9,
    },
  ],
  [
    'r-2026-11-27.jsonl',
    'balanced',
    { precision: 0.96, recall: 0.92, ambiguousPrecision: 0.97, ambiguousRecall: 0.89, clean: 0.93 },
  ],
  // Held back: nobody reads them, so a miss here is looked for in other passages.
  [
    'held-f-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.99,
      recall: 0.945,
      ambiguousPrecision: 0.97,
      ambiguousRecall: 0.85,
      clean: 0.98,
    },
  ],
  [
    'held-n-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.985,
      recall: 0.975,
      ambiguousPrecision: 0.93,
      ambiguousRecall: 0.88,
      clean: 0.97,
    },
  ],
  [
    'held-q-2026-11-27.jsonl',
    'balanced',
    {
      precision: 0.985,
      recall: 0.975,
      ambiguousPrecision: 0.94,
      ambiguousRecall: 0.86,
      clean: 0.93,
    },
  ],
  [
    'held-n-2026-11-27.jsonl',
    'strict',
    { precision: 0.995, recall: 0.94, ambiguousPrecision: 0.97, ambiguousRecall: 0.67, clean: 1 },
  ],
  [
    'gold.jsonl',
    'strict',
    { precision: 0.99, recall: 0.94, ambiguousPrecision: 0.97, ambiguousRecall: 0.81, clean: 0.96 },
  ],
];

describe.each(FLOORS)('%s, %s', (file, mode, floor) => {
  const score = evaluate(gold(file), gazetteer, mode);
  const all = rates(score.all);
  const ambiguous = rates(score.ambiguous);

  it.each([
    ['precision', all.precision, floor.precision],
    ['recall', all.recall, floor.recall],
    ['precision on ambiguous words', ambiguous.precision, floor.ambiguousPrecision],
    ['recall on ambiguous words', ambiguous.recall, floor.ambiguousRecall],
    ['clean passages', score.clean / score.empty, floor.clean],
  ])('keeps its %s', (_, reached, least) => {
    expect(reached).toBeGreaterThanOrEqual(least);
  });
});
