/** Which spans of a text overlap another. */
import type { Span } from './types.ts';

/** Index of the first span that starts at `at` or later. @param spans in the order of their starts */
export function firstFrom(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans in the order of their starts, and which of them overlap another: few, and close by. */
export class OverlapIndex<T extends Span> {
  readonly #spans: readonly T[];
  /** The furthest that any span reaches from its start. */
  readonly #reach: number;

  constructor(spans: readonly T[]) {
    this.#spans = spans;
    this.#reach = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  }

  /** True when some span that overlaps `span` passes the test. */
  some(span: Span, test: (other: T) => boolean): boolean {
    const spans = this.#spans;
    for (let i = firstFrom(this.#spans, span.start - this.#reach); i < spans.length; i++) {
      const other = spans[i];
      if (!other || other.start >= span.end) return false;
      if (other.end > span.start && test(other)) return true;
    }
    return false;
  }

  /** All spans that overlap `span`. */
  overlapping(span: Span): T[] {
    const found: T[] = [];
    this.some(span, (other) => {
      found.push(other);
      return false;
    });
    return found;
  }
}
