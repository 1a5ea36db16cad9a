/**
 * Chooses, among overlapping spans, the set without overlaps that is worth most: weighted interval
 * scheduling (Kleinberg and Tardos, Algorithm Design, 6.1), O(n log n).
 */

import type { Span } from './types.ts';

/**
 * What a span is worth: what it covers. A little less for each span, so that one long name beats two
 * that cover the same; the factor keeps the numbers whole.
 */
const UNITS = 1024;
const worth = ({ start, end }: Span): number => (end - start) * UNITS - 1;

/** The best set of spans, in the order of the text. Of equal spans the first given wins. */
export function bestCover<T extends Span>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort((a, b) => a.end - b.end || a.start - b.start);
  const best = [0];
  /** For each span: the number of sorted spans that end at or before its start. */
  const compatible: number[] = [];
  sorted.forEach((span, i) => {
    let low = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    compatible.push(low);
    best.push(Math.max(best[i] ?? 0, (best[low] ?? 0) + worth(span)));
  });
  const chosen: T[] = [];
  for (let i = sorted.length; i > 0; ) {
    const span = sorted[i - 1];
    if (span && (best[i] ?? 0) > (best[i - 1] ?? 0)) {
      chosen.push(span);
      i = compatible[i - 1] ?? 0;
    } else i--;
  }
  return chosen.reverse();
}
