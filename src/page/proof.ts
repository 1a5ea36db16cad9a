/**
 * The proof of a block: computed styles, asked only where something was found. Splits what names
 * alone had put together, and tells text that nobody sees from text that is read.
 */
import type { Span } from '../detection/types.ts';
import type { ReadBlock } from './blocks.ts';
import { isLaidOutApart } from './joint.ts';
import { hasBox } from './measure.ts';
import { partsIn, type TextPart } from './parts.ts';
import { withShownLines } from './source-space.ts';
import { isOutOfSight, isSeen, type Unfolded } from './visibility.ts';

export interface ProvenBlock extends ReadBlock {
  /** The element whose hiding hides this text; null where it is seen. */
  readonly hiddenIn: Element | null;
}

interface Verdict {
  /** The element that lays this text out as a block. */
  readonly owner: Element;
  readonly hiddenIn: Element | null;
}

/** Code that is marked as not to be translated (names are marked so too, and stay text). */
export function isUntranslatedCode(parent: Element): boolean {
  const marked = parent.closest('[translate="no"]');
  return marked !== null && /\bmono/i.test(getComputedStyle(parent).fontFamily);
}

/** The element that lays out text in `parent` as a block: `parent`, one around it, or the container. */
function ownerOf(parent: Element, container: Element): Element {
  for (
    let element: Element | null = parent;
    element && element !== container;
    element = element.parentElement
  ) {
    if (isLaidOutApart(element, getComputedStyle(element))) return element;
  }
  return container;
}

/** Judges the parents of a block's texts; what several of them ask of one element is asked once. */
class Judge {
  readonly #container: Element;
  readonly #verdicts = new Map<Element, Verdict>();
  readonly #sight = new Map<Element, boolean>();

  readonly #unfolded: Unfolded;

  constructor(container: Element, unfolded: Unfolded) {
    this.#container = container;
    this.#unfolded = unfolded;
  }

  of({ node, from, length }: TextPart): Verdict {
    const parent = node.parentElement ?? this.#container;
    let verdict = this.#verdicts.get(parent);
    if (!verdict) {
      verdict = this.#judge(parent);
      this.#verdicts.set(parent, verdict);
    }
    if (verdict.hiddenIn || hasBox({ node, start: from, end: from + length })) return verdict;
    return { owner: verdict.owner, hiddenIn: parent };
  }

  #judge(parent: Element): Verdict {
    const owner = ownerOf(parent, this.#container);
    if (!isSeen(parent) || isUntranslatedCode(parent)) return { owner, hiddenIn: parent };
    let isOut = this.#sight.get(owner);
    if (isOut === undefined) {
      isOut = isOutOfSight(owner, this.#unfolded);
      this.#sight.set(owner, isOut);
    }
    return { owner, hiddenIn: isOut ? owner : null };
  }
}

/** True for verdicts that let their texts stand together. */
function agrees(a: Verdict, b: Verdict): boolean {
  return a.owner === b.owner && !a.hiddenIn === !b.hiddenIn;
}

/**
 * @param candidates where the block may hold mentions: only what they touch is asked about, unless that
 *   shows that the guess was wrong
 * @param unfolded what is known of this slice
 * @returns the block itself, with the verdict, where the guess stands; else the blocks that a reader
 * sees in it, and those that nobody sees.
 */
export function prove(
  read: ReadBlock,
  candidates: readonly Span[],
  unfolded: Unfolded,
): ProvenBlock[] {
  const block = withShownLines(read);
  const judge = new Judge(block.container, unfolded);
  const touched = candidates
    .flatMap((span) => partsIn(block.parts, span))
    .map((part) => judge.of(part));
  const [first] = touched;
  if (!first) return [];
  const isOwn = first.owner === block.container && !first.hiddenIn;
  if ((isOwn || block.parts.length === 1) && touched.every((verdict) => agrees(verdict, first))) {
    return [{ ...block, container: first.owner, hiddenIn: first.hiddenIn }];
  }
  return split(
    block,
    block.parts.map((part) => judge.of(part)),
  );
}

/** Hidden text stands beside what is seen, and does not come between its words. */
function split(block: ReadBlock, verdicts: readonly Verdict[]): ProvenBlock[] {
  const out: ProvenBlock[] = [];
  let seen: Builder | null = null;
  let hidden: Builder | null = null;
  let end = 0;
  for (const [index, part] of block.parts.entries()) {
    const verdict = verdicts[index];
    if (!verdict) continue;
    const gap = block.text.slice(end, part.at);
    end = part.at + part.length;
    const open = verdict.hiddenIn ? hidden : seen;
    if (open && open.verdict.owner === verdict.owner) {
      open.push(block, part, gap);
      continue;
    }
    if (open) out.push(open.finish(block));
    const next = new Builder(verdict);
    next.push(block, part, '');
    if (verdict.hiddenIn) hidden = next;
    else seen = next;
  }
  if (seen) out.push(seen.finish(block));
  if (hidden) out.push(hidden.finish(block));
  return out;
}

class Builder {
  readonly verdict: Verdict;
  readonly parts: TextPart[] = [];
  text = '';
  constructor(verdict: Verdict) {
    this.verdict = verdict;
  }

  push(block: ReadBlock, part: TextPart, gap: string): void {
    if (this.parts.length > 0) this.text += gap;
    this.parts.push({ ...part, at: this.text.length });
    this.text += block.text.slice(part.at, part.at + part.length);
  }

  finish(block: ReadBlock): ProvenBlock {
    return {
      ...block,
      text: this.text,
      parts: this.parts,
      container: this.verdict.owner,
      hiddenIn: this.verdict.hiddenIn,
    };
  }
}
