/**
 * Which blocks of a page with very many marks are near what the reader sees. Browsers go through all
 * ranges of a highlight at each frame in which anything changed, so on such pages only these are shown.
 *
 * A sweep goes through the blocks in the order of the page, from what is seen to the end and then from the
 * beginning. To measure one takes the browser some microseconds, so of those that are far only the ends of
 * each run are measured: when both are above, or both below, so is what lies between. What was near is
 * measured by itself, since it may be fixed in the window, and so is what is new.
 */
import type { ReadBlock } from './blocks.ts';
import type { PlacedMentions } from './mention-book.ts';
import type { IsOver } from './slices.ts';

type Side = 'above' | 'near' | 'below';

/** Blocks of which two are measured while they are far. */
const RUN = 32;

/** How far above and below the window blocks are near, in heights of the window. */
const REACH_WINDOWS = 2;

/** After being scrolled so far, in heights of the window, it is time to look again. */
const STEP_WINDOWS = 0.5;

export class NearMarks {
  readonly #show: (placed: PlacedMentions, isNear: boolean) => void;
  #sides = new WeakMap<ReadBlock, Side>();
  #placed: readonly PlacedMentions[] = [];
  /** Where the sweep has come to. */
  #next = 0;
  /** How many blocks it has still to go through. */
  #left = 0;
  #isAll = false;
  /** How far above and below the window a block is near, in CSS px. */
  #reach = 0;
  /** What has come of the run that the sweep is in. */
  #isFar = false;
  /** Asked for while a sweep was under way. */
  #isAskedAgain = false;
  #scroller: Element | null = null;
  #scrollTop = 0;

  /** @param show called for blocks that come near or go away, and for all that are new */
  constructor(show: (placed: PlacedMentions, isNear: boolean) => void) {
    this.#show = show;
  }

  get isDone(): boolean {
    return this.#left === 0 && !this.#isAskedAgain;
  }

  /** Has the blocks of a page looked at, in its order. @param isAll whether all count as near */
  begin(placed: readonly PlacedMentions[], isAll: boolean): void {
    this.#placed = placed;
    this.#isAll = isAll;
    this.#restart();
  }

  /** Has the same blocks looked at again. A sweep that is under way comes to its end first. */
  again(): void {
    if (this.isDone) this.#restart();
    else this.#isAskedAgain = true;
  }

  /** Whether something has been scrolled so far that it is time to look again. */
  hasScrolled(scroller: Element): boolean {
    const { scrollTop } = scroller;
    const step = Math.abs(scrollTop - this.#scrollTop);
    if (scroller === this.#scroller && step < STEP_WINDOWS * innerHeight) return false;
    this.#scroller = scroller;
    this.#scrollTop = scrollTop;
    return true;
  }

  /** Something in a block is to be shown if that is near. */
  forget(block: ReadBlock): void {
    this.#sides.delete(block);
  }

  /** @returns false when the slice was over before all had been looked at */
  work(isOver: IsOver): boolean {
    while (!this.isDone) {
      if (!this.#sweep(isOver)) return false;
      if (this.#isAskedAgain) this.#restart();
    }
    return true;
  }

  #restart(): void {
    this.#isAskedAgain = false;
    this.#reach = this.#isAll ? Number.POSITIVE_INFINITY : REACH_WINDOWS * innerHeight;
    this.#left = this.#placed.length;
    const seen = this.#firstSeen();
    this.#next = seen - (seen % RUN);
  }

  /** About the first block that is in the window, where blocks stand below each other. */
  #firstSeen(): number {
    let low = 0;
    let high = this.#placed.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sideAt(middle, 0) === 'above') low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sweep(isOver: IsOver): boolean {
    for (; this.#left > 0; this.#left--, this.#next++) {
      if (this.#next === this.#placed.length) this.#next = 0;
      if (this.#next % RUN === 0) {
        if (isOver()) return false;
        const side = this.#sideAt(this.#next);
        const end = this.#sideAt(Math.min(this.#next + RUN, this.#placed.length - 1));
        this.#isFar = side === end && side !== 'near';
      }
      const placed = this.#placed[this.#next];
      const known = placed && this.#sides.get(placed.block);
      if (!placed || (this.#isFar && known && known !== 'near')) continue;
      if (isOver()) return false;
      const side = this.#sideOf(placed.block);
      this.#sides.set(placed.block, side);
      if (!known || (side === 'near') !== (known === 'near')) this.#show(placed, side === 'near');
    }
    return true;
  }

  #sideAt(index: number, reach = this.#reach): Side {
    const placed = this.#placed[index];
    return placed ? this.#sideOf(placed.block, reach) : 'near';
  }

  #sideOf({ container }: ReadBlock, reach = this.#reach): Side {
    const { top, bottom } = container.getBoundingClientRect();
    if (bottom < -reach) return 'above';
    return top > innerHeight + reach ? 'below' : 'near';
  }
}
