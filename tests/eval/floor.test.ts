/**
 * The floor of detection's quality: what it has reached on the gold passages, less a little. A change
 * that falls below has to say why; a change that gains should raise the floor.
 *
 * Two recalls of ambiguous words fell by one mention each (e balanced, held-n strict) when cues that are
 * open themselves began to count for less, as they were meant to: what they counted had hung on the
 * order in which a page's forms were met. Recalls of dev and g fell by one mention each when a full name
 * no longer counted as a cue besides and when verbs that anybody has ("put off") began to count for less;
 * those of strict when it began to ask for support in the sentence (docs/detection.md). Seven to a page, d lost one
 * mention and four wrong marks when wagons and annexes of other treaties became words that speak against. Seven to a
 * page, the recall of gold's ambiguous words fell from 0.938 to 0.932 with no mark changed, when "Paris agreement" became one of them.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluate, readGold } from '../../src/cli/eval.ts';
import { gazetteerFrom } from '../../src/cli/pages.ts';
import { rates } from '../../src/cli/score.ts';
import type { DetectionMode } from '../../src/detection/types.ts';

const gazetteer = gazetteerFrom([]);
const HELD_BACK = ['f', 'v', 'w']
  .map((set) => `held-${set}-2026-11-27.jsonl`)
  .concat('held-ab-2026-11-28.jsonl', 'held-ae-2026-11-28.jsonl');
/** The passages of a file; of all sequels to `dev.jsonl` that are held back together. */
const gold = (name: string) =>
  (name === 'held-back' ? HELD_BACK : [name]).flatMap((file) =>
    readGold(fileURLToPath(new URL(file, import.meta.url))),
  );

/**
 * Least precision and recall over all, on words that alone do not settle what is meant, and the least share of
 * passages without any mention that stay unmarked. What is held back nobody reads: a miss there is looked for in
 * other passages.
 */
const FLOORS = `
  file                    mode      precision  recall  ambiguous  recall  clean
  dev.jsonl               balanced  0.99       0.985   0.97       0.92    1
  gold.jsonl              balanced  0.98       0.975   0.94       0.93    0.95
  tune.jsonl              balanced  0.99       0.985   0.97       0.97    0.93
  held-2026-11.jsonl      balanced  0.985      0.975   0.93       0.92    0.97
  held-2026-11-27.jsonl   balanced  0.98       0.97    0.97       0.88    0.94
  probes.jsonl            balanced  0.95       0.98    0.94       0.98    0.96
  d-2026-11-27.jsonl      balanced  0.91       0.9     0.86       0.86    0.88
  e-2026-11-27.jsonl      balanced  0.97       0.98    0.85       0.9     0.89
  b-2026-11-27.jsonl      balanced  0.955      0.975   0.88       0.93    0.9
  g-2026-11-27.jsonl      balanced  0.92       0.955   0.93       0.89    0.92
  h-2026-11-27.jsonl      balanced  0.985      0.98    0.96       0.95    0.9
  p-2026-11-27.jsonl      balanced  0.97       0.985   0.84       0.91    0.9
  r-2026-11-27.jsonl      balanced  0.975      0.92    0.98       0.9     0.95
  s-2026-11-27.jsonl      balanced  0.99       0.99    0.98       0.97    0.97
  t-2026-11-27.jsonl      balanced  0.99       0.98    0.98       0.93    0.97
  x-2026-11-28.jsonl      balanced  0.98       0.98    0.95       0.95    0.98
  y-2026-11-28.jsonl      balanced  0.975      0.935   0.96       0.815   0.96
  aa-2026-11-28.jsonl     balanced  0.885      0.93    0.82       0.89    0.85
  n-2026-11-27.jsonl      balanced  0.99       0.99    0.97       0.97    1
  q-2026-11-27.jsonl      balanced  0.985      0.98    0.96       0.92    0.93
  z-2026-11-28.jsonl      balanced  0.98       0.97    0.97       0.93    0.96
  ab-2026-11-28.jsonl     balanced  0.995      0.97    0.98       0.92    1
  ac-2026-11-28.jsonl     balanced  0.63       0.95    0.82       0.95    0.86
  ad-2026-11-28.jsonl     balanced  0.99       0.87    0.99       0.87    1
  held-f-2026-11-27.jsonl balanced  0.99       0.955   0.97       0.89    0.98
  held-v-2026-11-27.jsonl balanced  0.99       0.96    0.97       0.85    0.95
  held-w-2026-11-27.jsonl balanced  0.985      0.95    0.96       0.87    0.93
  held-ab-2026-11-28.jsonl balanced 0.985      0.885   0.96       0.7     0.97
  held-ae-2026-11-28.jsonl balanced 0.985      0.935   0.99       0.84    0.98
  held-f-2026-11-27.jsonl strict    0.995      0.865   1          0.59    1
  held-v-2026-11-27.jsonl strict    0.995      0.905   0.98       0.59    1
  held-w-2026-11-27.jsonl strict    0.99       0.87    0.98       0.63    0.95
  held-ab-2026-11-28.jsonl strict   0.995      0.79    1          0.45    1
  held-ae-2026-11-28.jsonl strict   0.99       0.85    1          0.63    0.98
  held-back               strict    0.995      0.87    0.985      0.62    0.98
  gold.jsonl              strict    0.99       0.94    0.97       0.79    0.96
  t-2026-11-27.jsonl      strict    0.99       0.93    0.98       0.69    1
  x-2026-11-28.jsonl      strict    0.99       0.915   0.97       0.79    0.99
  aa-2026-11-28.jsonl     strict    0.97       0.76    0.96       0.59    0.97
  y-2026-11-28.jsonl      strict    0.985      0.86    0.99       0.6     0.98
  z-2026-11-28.jsonl      strict    0.99       0.87    1          0.67    1
`;

/** Passages on one page of these: a digest, a front page, where a word has several senses and each subject its cues. */
const TOGETHER = 7;
const FLOORS_TOGETHER = `
  file                    mode      precision  recall  ambiguous  recall  clean
  dev.jsonl               balanced  0.99       0.985   0.97       0.92    0.98
  gold.jsonl              balanced  0.97       0.975   0.89       0.93    0.84
  held-2026-11.jsonl      balanced  0.97       0.98    0.87       0.95    0.87
  d-2026-11-27.jsonl      balanced  0.91       0.915   0.86       0.88    0.86
  e-2026-11-27.jsonl      balanced  0.95       0.985   0.77       0.94    0.7
  h-2026-11-27.jsonl      balanced  0.98       0.98    0.92       0.95    0.8
  s-2026-11-27.jsonl      balanced  0.99       0.99    0.98       0.98    0.95
  gold.jsonl              strict    0.99       0.945   0.98       0.82    0.96
  e-2026-11-27.jsonl      strict    0.985      0.95    0.93       0.73    0.9
`;

interface Floor {
  readonly file: string;
  readonly together: number;
  readonly mode: DetectionMode;
  /** In the order of the table. */
  readonly least: readonly number[];
}

const rowsOf = (table: string, together: number) =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((row): Floor => {
      const [file = '', named, ...least] = row.trim().split(/\s+/);
      const mode = named === 'strict' ? named : 'balanced';
      return { file, together, mode, least: least.map(Number) };
    });
const floors = [...rowsOf(FLOORS, 1), ...rowsOf(FLOORS_TOGETHER, TOGETHER)];

describe.each(floors)('$file, $mode, $together to a page', ({ file, together, mode, least }) => {
  const score = evaluate(gold(file), gazetteer, mode, together);
  const all = rates(score.all);
  const ambiguous = rates(score.ambiguous);

  it.each(
    [
      ['precision', all.precision],
      ['recall', all.recall],
      ['precision on ambiguous words', ambiguous.precision],
      ['recall on ambiguous words', ambiguous.recall],
      ['clean passages', score.clean / score.empty],
    ].map(([what, reached], i) => [what, reached, least[i]] as const),
  )('keeps its %s', (_, reached, floor) => {
    expect(reached).toBeGreaterThanOrEqual(Number(floor));
  });
});
