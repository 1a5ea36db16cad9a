/** The way back from a block's text to the Text nodes that it was joined from. */
import type { Span } from '../detection/types.ts';

/** A piece of a Text node within a block's text. */
export interface TextPart {
  readonly node: Text;
  /** Where the piece starts in the node's data, in UTF-16 code units. */
  readonly from: number;
  /** Where it starts in the block's text. */
  readonly at: number;
  readonly length: number;
}

/** A place in the DOM. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/** Index of the part that holds an offset of the block's text; between parts, of the one before it. */
function indexAt(parts: readonly TextPart[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The parts that show a span of the block's text. */
export function partsIn(parts: readonly TextPart[], { start, end }: Span): TextPart[] {
  const found: TextPart[] = [];
  for (let index = indexAt(parts, start); index < parts.length; index++) {
    const part = parts[index];
    if (!part || part.at >= end) break;
    if (part.at + part.length > start) found.push(part);
  }
  return found;
}

/**
 * The places in the DOM where a span of a block's text starts and ends.
 * @param start offset of its first code unit @param end offset behind its last one
 */
export function pointsOf(
  parts: readonly TextPart[],
  start: number,
  end: number,
): [TextPoint, TextPoint] | null {
  const first = parts[indexAt(parts, start)];
  const last = parts[indexAt(parts, end - 1)];
  if (!first || !last) return null;
  return [
    { node: first.node, offset: first.from + start - first.at },
    { node: last.node, offset: last.from + end - last.at },
  ];
}
