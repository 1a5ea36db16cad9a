/**
 * Which mark is under the pointer: the caret position that the browser finds there, looked up among
 * the marks of its Text node, and proven by the mark's rectangles, since a caret snaps to the nearest
 * text from the blank space around it (STACK.md: 131 of 350 hits were such).
 */
import type { LiveMention } from './live-mention.ts';
import { boxParentOf } from './tree.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly mention: LiveMention;
}

/** The marks of each Text node. */
export class HitMap {
  readonly #spans = new WeakMap<Text, Span[]>();

  add(mention: LiveMention): void {
    for (const { node, start, end } of mention.spans()) {
      const spans = this.#spans.get(node) ?? [];
      spans.splice(firstEndingBehind(spans, start), 0, { start, end, mention });
      this.#spans.set(node, spans);
    }
  }

  delete(mention: LiveMention): void {
    for (const { node } of mention.spans()) {
      const rest = (this.#spans.get(node) ?? []).filter((span) => span.mention !== mention);
      if (rest.length > 0) this.#spans.set(node, rest);
      else this.#spans.delete(node);
    }
  }

  /** Marks that touch a caret offset: the one that ends there, and the one that begins there. */
  at(node: Text, offset: number): LiveMention[] {
    const spans = this.#spans.get(node);
    if (!spans) return [];
    const found: LiveMention[] = [];
    for (let index = firstEndingBehind(spans, offset - 1); index < spans.length; index++) {
      const span = spans[index];
      if (!span || span.start > offset) break;
      found.push(span.mention);
    }
    return found;
  }
}

/** Index of the first span that ends behind `offset`, in spans sorted by place. */
function firstEndingBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Underlines are drawn a little below the glyphs' box; a pointer on one means the mark. In CSS px. */
const UNDERLINE_REACH = 2;

function covers(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom + UNDERLINE_REACH;
}

/**
 * @param x client coordinates in CSS px @param y likewise
 * @param shadowRoots the open shadow roots that may hold marks
 */
export function markAt(
  x: number,
  y: number,
  marks: HitMap,
  shadowRoots: readonly ShadowRoot[],
): LiveMention | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  if (!(caret?.offsetNode instanceof Text)) return null;
  for (const mention of marks.at(caret.offsetNode, caret.offset)) {
    const { element } = mention;
    if (element instanceof HTMLElement && element.isContentEditable) continue;
    if (!mention.rects().some((rect) => covers(rect, x, y))) continue;
    // Text faded out keeps its box, but nobody means it.
    if (!isFadedOut(element)) return mention;
  }
  return null;
}

function isFadedOut(element: Element): boolean {
  for (let up: Element | null = element; up; up = boxParentOf(up)) {
    if (getComputedStyle(up).opacity === '0') return true;
  }
  return false;
}
