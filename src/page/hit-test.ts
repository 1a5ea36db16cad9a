/**
 * Which mark is under the pointer: the caret position that the browser finds there, looked up among
 * the marks of its Text node, and proven by the mark's rectangles, since a caret snaps to the nearest
 * text from the blank space around it (STACK.md: 131 of 350 hits were such).
 */
import { lightnessOf } from '../ui/color.ts';
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

  /** The marks in a Text node. */
  of(node: Text): LiveMention[] {
    return (this.#spans.get(node) ?? []).map(({ mention }) => mention);
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
  return marks.at(caret.offsetNode, caret.offset).find((mention) => isMeant(mention, x, y)) ?? null;
}

/** Elements with one of these over a text hide it, whatever their background. */
const PICTURES = 'img, video, canvas, iframe, embed, object';

/** Children of an element that are looked at: text under a link has few beside it. */
const MOST_CHILDREN = 32;

/**
 * The mark under a link that is laid over a whole card and lets it be seen, as front pages have them.
 * @param x client coordinates in CSS px @param y likewise
 */
export function markBeneath(x: number, y: number, marks: HitMap): LiveMention | null {
  for (const element of document.elementsFromPoint(x, y)) {
    for (let node = element.firstChild, left = MOST_CHILDREN; node && left > 0; left--) {
      const found = node instanceof Text && marks.of(node).find((each) => isMeant(each, x, y));
      if (found) return found;
      node = node.nextSibling;
    }
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (element.matches(PICTURES) || backgroundImage !== 'none') return null;
    if ((lightnessOf(backgroundColor)?.alpha ?? 1) > 0) return null;
  }
  return null;
}

function isMeant(mention: LiveMention, x: number, y: number): boolean {
  const { element } = mention;
  if (element instanceof HTMLElement && element.isContentEditable) return false;
  // Text faded out keeps its box, but nobody means it.
  return mention.rects().some((rect) => covers(rect, x, y)) && !isFadedOut(element);
}

function isFadedOut(element: Element): boolean {
  for (let up: Element | null = element; up; up = boxParentOf(up)) {
    if (getComputedStyle(up).opacity === '0') return true;
  }
  return false;
}
