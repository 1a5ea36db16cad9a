/**
 * `npm run eval:fit -- [--ridge N] [--pack FILE] TRAIN.jsonl ... [--unread FILE]... [--test FILE]...`: fits factors for the hand weights
 * by logistic regression, judges both on passages that were not used for it, and prints what each group
 * of evidence would weigh. Docs: "How they were chosen" in docs/detection.md.
 */
import { parseArgs } from 'node:util';
import { readGold } from '../../src/cli/eval.ts';
import { gazetteerFrom } from '../../src/cli/pages.ts';
import { THRESHOLDS } from '../../src/detection/weights.ts';
import { type Row, rowsOf } from './features.ts';
import { fitModel, type Model, scoreOf } from './logistic.ts';

const FOLDS = 10;
/** Groups in fewer rows than this keep their hand weight. */
const FEWEST_ROWS = 8;
const RIDGE = '4';
/** Thresholds to look at. */
const SWEEP = [0, 0.5, 0.7, 0.9, 1.2, 1.5, 2, 2.5];

interface Judged {
  readonly row: Row;
  readonly score: number;
}

function ratesAt(judged: readonly Judged[], threshold: number) {
  let [right, wrong, missing] = [0, 0, 0];
  for (const { row, score } of judged) {
    if (score >= threshold) row.right ? right++ : wrong++;
    else if (row.right) missing++;
  }
  return {
    precision: right / (right + wrong || 1),
    recall: right / (right + missing || 1),
    right,
    wrong,
    missing,
  };
}

/** The lowest threshold from which on precision is at least so much. */
function thresholdFor(judged: readonly Judged[], precision: number): number {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  let [right, wrong, best] = [0, 0, Number.POSITIVE_INFINITY];
  for (const { row, score } of sorted) {
    row.right ? right++ : wrong++;
    if (right / (right + wrong) >= precision) best = score;
  }
  return best;
}

function report(name: string, judged: readonly Judged[], threshold: number): void {
  const at = (t: number) => {
    const { precision, recall, right, wrong, missing } = ratesAt(judged, t);
    return `${t.toFixed(2).padStart(6)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  (${right} right, ${wrong} wrong, ${missing} missing)`;
  };
  const loss = judged.reduce(
    (sum, { row, score }) => sum + Math.log1p(Math.exp(row.right ? -score : score)),
    0,
  );
  console.log(`${name}: log loss ${(loss / judged.length).toFixed(4)}`);
  console.log(`  at ${at(threshold)}`);
  for (const other of SWEEP) console.log(`  at ${at(other)}`);
  for (const precision of [0.97, 0.985, 0.995]) {
    console.log(`  for precision ${precision}: ${at(thresholdFor(judged, precision))}`);
  }
}

/** Passages to folds, the same each time. */
function foldOf(passage: string): number {
  let hash = 0;
  for (const sign of passage) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unread: { type: 'string', multiple: true, default: [] },
    test: { type: 'string', multiple: true, default: [] },
    ridge: { type: 'string', default: RIDGE },
    quiet: { type: 'boolean', default: false },
    pack: { type: 'string', multiple: true, default: [] },
  },
});
const ridge = Number(values.ridge);
const rowsIn = (files: readonly string[], packs: readonly string[]) => {
  const gazetteer = gazetteerFrom(packs);
  return files.flatMap((file) => readGold(file).flatMap((gold) => rowsOf(gold, gazetteer)));
};
const rows = [...rowsIn(positionals, values.pack), ...rowsIn(values.unread, [])];
const byHand = (list: readonly Row[]) => list.map((row): Judged => ({ row, score: row.sum }));
const byModel = (list: readonly Row[], model: Model) =>
  list.map((row): Judged => ({ row, score: scoreOf(row.groups, model) }));

console.log(`${rows.length} rows, ${rows.filter(({ right }) => right).length} right`);
report('hand weights', byHand(rows), THRESHOLDS.balanced);
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const model = fitModel(
    rows.filter(({ passage }) => foldOf(passage) !== fold),
    { ridge, fewest: FEWEST_ROWS },
  );
  return byModel(
    rows.filter(({ passage }) => foldOf(passage) === fold),
    model,
  );
}).flat();
report('fitted, on the folds held out', held, 0);
const model = fitModel(rows, { ridge, fewest: FEWEST_ROWS });
if (values.test.length > 0) {
  const test = rowsIn(values.test, []);
  report('hand weights, test files', byHand(test), THRESHOLDS.balanced);
  report('fitted, test files', byModel(test, model), 0);
}
if (!values.quiet) {
  console.log(`\nbias ${model.bias.toFixed(2)}; factors of the hand weights, rows, right ones`);
  const groups = [...model.factors].sort(([a], [b]) => a.localeCompare(b));
  for (const [group, factor] of groups) {
    const own = rows.filter((row) => row.groups.has(group));
    const right = own.filter((row) => row.right).length;
    console.log(
      `${group.padEnd(40)} ${factor.toFixed(2).padStart(6)} ${String(own.length).padStart(5)} ${String(right).padStart(5)}`,
    );
  }
}
