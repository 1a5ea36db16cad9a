/**
 * Logistic regression whose penalty draws it to the hand weights: each group of evidence gets a factor,
 * 1 where the data say nothing. Newton's method (Hastie, Tibshirani, Friedman, The Elements of
 * Statistical Learning, 4.4.1).
 */

export interface Example {
  readonly right: boolean;
  /** By group, its part of the log-odds by the hand weights. */
  readonly groups: ReadonlyMap<string, number>;
}

export interface Model {
  readonly bias: number;
  readonly factors: ReadonlyMap<string, number>;
}

const MOST_STEPS = 30;
const SETTLED = 1e-6;

/** Log-odds by the model; groups that it does not know count as they do by hand. */
export function scoreOf(groups: Example['groups'], { bias, factors }: Model): number {
  let score = bias;
  for (const [group, weight] of groups) score += weight * (factors.get(group) ?? 1);
  return score;
}

/** Solves a x = b by elimination; `a` is symmetric and positive definite. Both are used up. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  const at = (row: number, column: number) => a[row]?.[column] ?? 0;
  for (let i = 0; i < n; i++) {
    for (let row = i + 1; row < n; row++) {
      const share = at(row, i) / at(i, i);
      const target = a[row];
      if (share === 0 || !target) continue;
      for (let column = i; column < n; column++)
        target[column] = at(row, column) - share * at(i, column);
      b[row] = (b[row] ?? 0) - share * (b[i] ?? 0);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = b[i] ?? 0;
    for (let column = i + 1; column < n; column++) rest -= at(i, column) * (x[column] ?? 0);
    x[i] = rest / at(i, i);
  }
  return x;
}

/**
 * Fits a model.
 * @param ridge strength of the pull towards the hand weights.
 * @param fewest rows that a group needs to get a factor of its own.
 */
export function fitModel(
  examples: readonly Example[],
  { ridge, fewest }: { ridge: number; fewest: number },
): Model {
  const counts = new Map<string, number>();
  for (const { groups } of examples) {
    for (const group of groups.keys()) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const names = [...counts].filter(([, count]) => count >= fewest).map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  // The last coefficient is the bias. What has no factor is an offset.
  const size = names.length + 1;
  const rows = examples.map(({ groups, right }) => {
    const entries: [number, number][] = [[size - 1, 1]];
    let offset = 0;
    for (const [group, weight] of groups) {
      const i = index.get(group);
      if (i === undefined) offset += weight;
      else entries.push([i, weight]);
    }
    return { entries, offset, right };
  });
  const start = names.map(() => 1);
  const beta = [...start, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = beta.map((value, i) => ridge * ((start[i] ?? 0) - value));
    const hessian = beta.map((_, i) => beta.map((__, j) => (i === j ? ridge : 0)));
    for (const { entries, offset, right } of rows) {
      const score = entries.reduce((sum, [i, x]) => sum + x * (beta[i] ?? 0), offset);
      const p = 1 / (1 + Math.exp(-score));
      for (const [i, x] of entries) {
        gradient[i] = (gradient[i] ?? 0) + x * ((right ? 1 : 0) - p);
        const line = hessian[i] ?? [];
        for (const [j, y] of entries) line[j] = (line[j] ?? 0) + x * y * p * (1 - p);
      }
    }
    const change = solve(hessian, gradient);
    change.forEach((by, i) => {
      beta[i] = (beta[i] ?? 0) + by;
    });
    if (change.every((by) => Math.abs(by) < SETTLED)) break;
  }
  return {
    bias: beta[size - 1] ?? 0,
    factors: new Map(names.map((name, i) => [name, beta[i] ?? 1])),
  };
}
