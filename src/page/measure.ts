/**
 * Where pieces of text are in the window. One Range for all measuring: a live Range costs the page at each of
 * its changes, so it is never left where the page can change (5,000 of them make 300 changes cost 40 to 70 ms).
 */

/** One piece of a Text node. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

let range: Range | null = null;

function measure<T>({ node, start, end }: TextSpan, ask: (range: Range) => T): T {
  range ??= document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const answer = ask(range);
  range.setStart(document, 0);
  range.setEnd(document, 0);
  return answer;
}

/** Its rectangles in client coordinates, one a line and direction; empty when it is not rendered. */
export function rectsOf(span: TextSpan): DOMRect[] {
  if (!span.node.isConnected || span.end > span.node.length) return [];
  return measure(span, (text) =>
    [...text.getClientRects()].filter(({ width, height }) => width * height > 0),
  );
}

/** False for text that takes no place at all: in no slot, behind what a slot shows, in letters of no size. */
export function hasBox(span: TextSpan): boolean {
  const { width, height } = measure(span, (text) => text.getBoundingClientRect());
  return width > 0 || height > 0;
}
