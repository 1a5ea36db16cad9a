/** A mention in the page: from offsets in a block's text to nodes, ranges and rectangles. */
import type { Mention } from '../detection/types.ts';
import type { EntityType } from '../packs/schema.ts';
import type { ReadBlock } from './blocks.ts';
import { rectsOf, type TextSpan } from './measure.ts';
import { partsIn, pointsOf, type TextPoint } from './parts.ts';
import { asShown } from './source-space.ts';
import type { PageMention } from './types.ts';

/** Rectangles closer than this, in CSS px, on one line are pieces of one word across elements. */
const TOUCHING_PX = 1;

function joinOnLines(rects: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    const middle = rect.top + rect.height / 2;
    const sameLine = last && middle > last.top && middle < last.bottom;
    const touching =
      last && rect.left <= last.right + TOUCHING_PX && rect.right >= last.left - TOUCHING_PX;
    if (!last || !sameLine || !touching) {
      lines.push(rect);
      continue;
    }
    const left = Math.min(last.left, rect.left);
    const top = Math.min(last.top, rect.top);
    const width = Math.max(last.right, rect.right) - left;
    const height = Math.max(last.bottom, rect.bottom) - top;
    lines[lines.length - 1] = new DOMRect(left, top, width, height);
  }
  return lines;
}

/** Text nodes between two pieces of a mention that are looked at: where more are, the page has changed since. */
const MOST_BETWEEN = 32;

/** Text nodes of nothing but white space between two others: no parts of a block, and yet in the mark. */
function blanksBetween(before: Text, after: Text): TextSpan[] {
  const blanks: TextSpan[] = [];
  const walker = document.createTreeWalker(before.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = before;
  for (let steps = 0; steps < MOST_BETWEEN; steps++) {
    const node = walker.nextNode() as Text | null;
    if (!node || node === after) break;
    if (node.data.trim() === '') blanks.push({ node, start: 0, end: node.length });
  }
  return blanks;
}

export class LiveMention implements PageMention {
  readonly entity: string;
  readonly type: EntityType;
  block: ReadBlock;
  mention: Mention;
  #current = true;
  #range: StaticRange | null = null;
  #spans: readonly TextSpan[] | null = null;

  constructor(block: ReadBlock, mention: Mention, type: EntityType) {
    this.block = block;
    this.mention = mention;
    this.entity = mention.entity;
    this.type = type;
  }

  get text(): string {
    return this.block.text.slice(this.mention.start, this.mention.end);
  }

  get element(): Element {
    return this.node.parentElement ?? this.block.container;
  }

  /** The text that it begins in. */
  get node(): Text {
    return this.#points()[0].node;
  }

  get link(): Element | null {
    return this.element.closest('a[href],area[href],[role="link"]');
  }

  /** Pieces of Text nodes that show the mention, in order, with the blanks between them. */
  spans(): readonly TextSpan[] {
    if (this.#spans) return this.#spans;
    const spans = this.#findSpans();
    // Nearly every mention is one piece, which takes less time to find than room to keep.
    if (spans.length > 1) this.#spans = spans;
    return spans;
  }

  #findSpans(): TextSpan[] {
    const { start, end } = this.mention;
    const spans: TextSpan[] = [];
    for (const part of partsIn(this.block.parts, this.mention)) {
      const before = spans.at(-1);
      if (before) spans.push(...blanksBetween(before.node, part.node));
      spans.push({
        node: part.node,
        start: part.from + Math.max(0, start - part.at),
        end: part.from + Math.min(part.length, end - part.at),
      });
    }
    return spans;
  }

  rects(): DOMRect[] {
    return this.#current ? joinOnLines(this.spans().flatMap(rectsOf)) : [];
  }

  range(): StaticRange {
    if (!this.#range) {
      const [start, end] = this.#points();
      this.#range = new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      });
    }
    return this.#range;
  }

  /** Whether a Text node still says what the mention says there. */
  isSaidBy(node: Text): boolean {
    const { start, end } = this.mention;
    return partsIn(this.block.parts, this.mention).every((part) => {
      if (part.node !== node) return true;
      const [from, to] = [Math.max(start, part.at), Math.min(end, part.at + part.length)];
      const at = part.from - part.at;
      return asShown(node.data.slice(from + at, to + at)) === this.block.text.slice(from, to);
    });
  }

  /** Whether another mention is the same words in the same place, in a block that was read anew. */
  isSameAs(block: ReadBlock, mention: Mention): boolean {
    if (mention.entity !== this.entity) return false;
    const mine = this.#points();
    const others = pointsOf(block.parts, mention.start, mention.end);
    return mine.every(
      ({ node, offset }, at) => node === others?.[at]?.node && offset === others[at]?.offset,
    );
  }

  /** Goes on as a mention that `isSameAs` this one, with its mark and its popover. */
  moveTo(block: ReadBlock, mention: Mention): void {
    this.block = block;
    this.mention = mention;
  }

  isCurrent(): boolean {
    return this.#current && this.node.isConnected;
  }

  /** Called when its text has changed or gone. */
  expire(): void {
    this.#current = false;
  }

  #points(): [TextPoint, TextPoint] {
    const points = pointsOf(this.block.parts, this.mention.start, this.mention.end);
    if (!points) throw new RangeError(`a mention of ${this.entity} outside its block's text`);
    return points;
  }
}
