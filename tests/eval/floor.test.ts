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
const HELD_BACK = [
  'f-2026-11-27',
  'v-2026-11-27',
  'w-2026-11-27',
  'ae-2026-11-28',
  'aj-2026-11-28',
].map((set) => `held-${set}.jsonl`);
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
  dev.jsonl               balanced  0.995      0.98    0.995      0.93    0.99
  gold.jsonl              balanced  0.975      0.97    0.94       0.93    0.95
  tune.jsonl              balanced  0.985      0.99    0.965      0.995   0.96
  held-2026-11.jsonl      balanced  0.98       0.975   0.94       0.93    0.99
  held-2026-11-27.jsonl   balanced  0.98       0.975   0.975      0.905   0.93
  probes.jsonl            balanced  0.965      0.99    0.955      0.985   0.97
  d-2026-11-27.jsonl      balanced  0.95       0.91    0.925      0.875   0.93
  e-2026-11-27.jsonl      balanced  0.98       0.985   0.925      0.94    0.95
  b-2026-11-27.jsonl      balanced  0.975      0.98    0.965      0.94    0.97
  g-2026-11-27.jsonl      balanced  0.945      0.95    0.98       0.89    0.94
  h-2026-11-27.jsonl      balanced  0.985      0.985   0.97       0.96    0.9
  p-2026-11-27.jsonl      balanced  0.975      0.985   0.895      0.95    0.96
  r-2026-11-27.jsonl      balanced  0.985      0.92    0.995      0.905   0.97
  s-2026-11-27.jsonl      balanced  0.995      0.995   0.995      0.995   0.99
  t-2026-11-27.jsonl      balanced  0.99       0.985   0.985      0.955   0.99
  x-2026-11-28.jsonl      balanced  0.98       0.99    0.955      0.98    0.99
  y-2026-11-28.jsonl      balanced  0.975      0.95    0.975      0.87    0.97
  aa-2026-11-28.jsonl     balanced  0.915      0.95    0.875      0.93    0.9
  n-2026-11-27.jsonl      balanced  0.99       0.99    0.975      0.985   0.99
  q-2026-11-27.jsonl      balanced  0.985      0.98    0.965      0.935   0.96
  z-2026-11-28.jsonl      balanced  0.985      0.975   0.975      0.955   0.96
  ab-2026-11-28.jsonl     balanced  0.99       0.96    0.985      0.905   0.99
  ac-2026-11-28.jsonl     balanced  0.73       0.965   0.895      0.965   0.9
  ad-2026-11-28.jsonl     balanced  0.985      0.88    0.985      0.88    0.99
  af-2026-11-28.jsonl     balanced  0.98       0.975   0.98       0.92    0.93
  ag-2026-11-28.jsonl     balanced  0.98       0.97    0.945      0.91    0.97
  ah-2026-11-28.jsonl     balanced  0.985      0.985   0.97       0.955   0.99
  ai-2026-11-28.jsonl     balanced  0.97       0.98    0.89       0.945   0.89
  ak-2026-11-28.jsonl     balanced  0.78       0.855   0.845      0.645   0.93
  al-2026-11-28.jsonl     balanced  0.995      0.98    0.995      0.92    0.99
  am-2026-11-28.jsonl     balanced  0.99       0.99    0.995      0.98    0.95
  an-2026-11-28.jsonl     balanced  0.985      0.98    0.97       0.94    0.97
  held-f-2026-11-27.jsonl balanced  0.99       0.95    0.98       0.895   0.99
  held-v-2026-11-27.jsonl balanced  0.99       0.965   0.97       0.9     0.94
  held-w-2026-11-27.jsonl balanced  0.98       0.95    0.97       0.885   0.95
  held-ae-2026-11-28.jsonl balanced  0.985      0.945   0.995      0.875   0.97
  held-aj-2026-11-28.jsonl balanced  0.98       0.975   0.92       0.905   0.93
  held-back               balanced  0.985      0.955   0.97       0.89    0.96
  held-f-2026-11-27.jsonl strict    0.995      0.875   0.995      0.685   0.99
  held-v-2026-11-27.jsonl strict    0.995      0.92    0.995      0.72    0.99
  held-w-2026-11-27.jsonl strict    0.985      0.88    0.98       0.69    0.95
  held-ae-2026-11-28.jsonl strict    0.995      0.845   0.995      0.645   0.99
  held-aj-2026-11-28.jsonl strict    0.99       0.945   0.995      0.73    0.99
  held-back               strict    0.99       0.895   0.99       0.69    0.98
  gold.jsonl              strict    0.985      0.94    0.98       0.815   0.96
  t-2026-11-27.jsonl      strict    0.995      0.935   0.995      0.77    0.99
  x-2026-11-28.jsonl      strict    0.985      0.92    0.975      0.82    0.99
  aa-2026-11-28.jsonl     strict    0.98       0.795   0.965      0.68    0.98
  y-2026-11-28.jsonl      strict    0.98       0.86    0.995      0.62    0.97
  z-2026-11-28.jsonl      strict    0.99       0.88    0.995      0.72    0.99
  af-2026-11-28.jsonl     strict    0.98       0.925   0.975      0.7     0.93
  ag-2026-11-28.jsonl     strict    0.99       0.92    0.975      0.71    0.97
  ah-2026-11-28.jsonl     strict    0.99       0.955   0.98       0.86    0.99
  ai-2026-11-28.jsonl     strict    0.975      0.935   0.905      0.745   0.89
  al-2026-11-28.jsonl     strict    0.995      0.945   0.995      0.735   0.99
  am-2026-11-28.jsonl     strict    0.985      0.93    0.995      0.755   0.95
  an-2026-11-28.jsonl     strict    0.99       0.925   0.98       0.715   0.99
`;

/** Passages on one page of these: a digest, a front page, where a word has several senses and each subject its cues. */
const TOGETHER = 7;
const FLOORS_TOGETHER = `
  file                    mode      precision  recall  ambiguous  recall  clean
  dev.jsonl               balanced  0.99       0.98    0.975      0.93    0.99
  gold.jsonl              balanced  0.965      0.97    0.905      0.93    0.86
  held-2026-11.jsonl      balanced  0.965      0.985   0.875      0.96    0.88
  d-2026-11-27.jsonl      balanced  0.94       0.925   0.905      0.9     0.93
  e-2026-11-27.jsonl      balanced  0.96       0.985   0.84       0.96    0.79
  h-2026-11-27.jsonl      balanced  0.98       0.985   0.945      0.97    0.86
  s-2026-11-27.jsonl      balanced  0.99       0.995   0.985      0.995   0.96
  an-2026-11-28.jsonl     balanced  0.965      0.98    0.88       0.95    0.81
  gold.jsonl              strict    0.985      0.95    0.975      0.845   0.95
  e-2026-11-27.jsonl      strict    0.985      0.955   0.96       0.795   0.95
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
