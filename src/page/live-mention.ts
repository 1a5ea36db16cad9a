/** A mention in the page: from offsets in a block's text to nodes, ranges and rectangles. */
import type { Mention } from '../detection/types.ts';
import type { EntityType } from '../packs/schema.ts';
import type { ReadBlock } from './blocks.ts';
import { partsIn, pointsOf, type TextPoint } from './parts.ts';
import type { PageMention } from './types.ts';

/** Rectangles closer than this, in CSS px, on one line are pieces of one word across elements. */
const TOUCHING_PX = 1;

/** One piece of a Text node. */
export interface TextSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/**
 * One Range for all measuring: a live Range costs the page at each of its changes, so it is never
 * left where the page can change (STACK.md: 5,000 live ranges make 300 changes cost 40 to 70 ms).
 */
let measuring: Range | null = null;

function rectsOf({ node, start, end }: TextSpan): DOMRect[] {
  if (!node.isConnected || end > node.length) return [];
  measuring ??= document.createRange();
  measuring.setStart(node, start);
  measuring.setEnd(node, end);
  const rects = [...measuring.getClientRects()].filter(({ width, height }) => width * height > 0);
  measuring.setStart(document, 0);
  measuring.setEnd(document, 0);
  return rects;
}

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

export class LiveMention implements PageMention {
  readonly entity: string;
  readonly type: EntityType;
  readonly block: ReadBlock;
  mention: Mention;
  #current = true;
  #range: StaticRange | null = null;

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
    return this.#points()[0].node.parentElement ?? this.block.container;
  }

  get link(): Element | null {
    return this.element.closest('a[href],area[href],[role="link"]');
  }

  /** Pieces of Text nodes that show the mention, in order. */
  spans(): TextSpan[] {
    const { start, end } = this.mention;
    return partsIn(this.block.parts, this.mention).map((part) => ({
      node: part.node,
      start: part.from + Math.max(0, start - part.at),
      end: part.from + Math.min(part.length, end - part.at),
    }));
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

  isCurrent(): boolean {
    return this.#current && this.#points()[0].node.isConnected;
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
