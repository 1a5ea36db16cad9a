/**
 * Blocks in the order in which a reader meets them. To compare two places costs the browser as much as
 * their element has children, so a place is known without that where it can be: one reading comes in
 * order, what is read again stands where it stood, and what is new stands behind the text before it.
 */
import { comesBefore, placeInOrder } from './order.ts';
import type { IsOver } from './slices.ts';

/** What has a place in the page. */
export interface Standing {
  /** Its first node. */
  readonly node: Node;
  /** Where in that node it begins, in UTF-16 units: a long text is several pieces. */
  readonly at: number;
  /** Identifies one reading: what came of it came in the order of the page. */
  reading: object;
  /** Grows in the order of the page: finds a place in the list without asking the DOM. */
  rank: number;
  dropped: boolean;
}

/** Distance of the ranks of two blocks that were read one behind the other. */
const RANK_STEP = 1;

/** Blocks between two looks at the clock; each may have to be searched for. */
const BATCH = 8;

/** How many texts before a new block are asked whether they have a place; more would cost what a search costs. */
const NEAR_TEXTS = 32;

/** True when `a` comes before `b`. */
const isBefore = (a: Standing, b: Standing): boolean =>
  a.node === b.node ? a.at < b.at : comesBefore(a.node, b.node);

export class PageOrder<T extends Standing> {
  readonly #onMoved: (item: T) => void;
  /** Replaced, not changed, since `list` gives it away. */
  #list: T[] = [];
  #added: T[] = [];
  /** How many of those added have been found to take nobody's place. */
  #homeless = 0;
  /** Read again, and maybe moved. */
  readonly #doubtful = new Set<T>();
  /** Those found in order among their neighbours, while there are doubtful ones. */
  readonly #proven = new Set<T>();
  /** What was dropped and is still in the list, by its first node. */
  readonly #dropped = new Map<Node, T>();
  /** What begins with a node; it may have left the list since. */
  readonly #byNode = new WeakMap<Node, T>();

  /** For the document, since to make one costs as much as to walk with it. */
  readonly #walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);

  /** @param onMoved told of what stands elsewhere than it stood */
  constructor(onMoved: (item: T) => void) {
    this.#onMoved = onMoved;
  }

  /** In order once `settle` has come to its end; what was given away then stays as it was. */
  get list(): readonly T[] {
    return this.#list;
  }

  /** True when everything has its place. */
  get isSettled(): boolean {
    return this.#doubtful.size === 0 && this.#added.length === 0;
  }

  add(item: T): void {
    this.#added.push(item);
  }

  drop(item: T): void {
    item.dropped = true;
    this.#dropped.set(item.node, item);
  }

  /** It may have moved. */
  doubt(item: T): void {
    this.#doubtful.add(item);
  }

  /** Gives everything its place. @returns false when the slice was over before */
  settle(isOver: IsOver): boolean {
    if (this.#dropped.size === 0 && this.isSettled) return true;
    // Whoever was given the list keeps it as it was.
    this.#list = [...this.#list];
    if (!this.#takeOverPlaces(isOver)) return false;
    if (this.#dropped.size > 0) {
      this.#list = this.#list.filter((item) => !item.dropped);
      this.#dropped.clear();
    }
    return this.#checkPlaces(isOver) && this.#takeIn(isOver);
  }

  /** Blocks that were read again stand where they stood. @returns false when the slice was over before */
  #takeOverPlaces(isOver: IsOver): boolean {
    if (this.#dropped.size === 0) return true;
    for (let count = 1; this.#homeless < this.#added.length; count++) {
      if (count % BATCH === 0 && isOver()) return false;
      const item = this.#added[this.#homeless];
      if (item && this.#takesOver(item)) this.#added.splice(this.#homeless, 1);
      else this.#homeless++;
    }
    this.#homeless = 0;
    return true;
  }

  #takesOver(item: T): boolean {
    const old = item.dropped ? undefined : this.#dropped.get(item.node);
    const place = old ? this.#placeOf(old) : -1;
    const standing = this.#list[place];
    if (!standing) return false;
    item.rank = standing.rank;
    this.#list[place] = item;
    if (this.#isInPlace(place)) {
      this.#byNode.set(item.node, item);
      // Others of its reading, which have no place yet, may stand before it.
      item.reading = {};
      // Where one that is beside it may have left the page, that it is in place has to be seen again.
      if (this.#list[place - 1]?.dropped || this.#list[place + 1]?.dropped) this.doubt(item);
      return true;
    }
    this.#list[place] = standing;
    return false;
  }

  /** Takes out what stands in the wrong place now, to be placed anew. */
  #checkPlaces(isOver: IsOver): boolean {
    let count = 0;
    for (const item of this.#doubtful) {
      if (++count % BATCH === 0 && isOver()) return false;
      this.#doubtful.delete(item);
      const place = this.#placeOf(item);
      if (place < 0) {
        // It moved before it was given a place: it no longer comes behind what was read before it.
        item.reading = {};
        continue;
      }
      if (this.#isInPlace(place)) {
        this.#proven.add(item);
        continue;
      }
      this.#list.splice(place, 1);
      // What moved with it was in order beside it, and may not be beside what is there now.
      for (const neighbour of [this.#list[place - 1], this.#list[place]]) {
        if (neighbour && this.#proven.has(neighbour)) this.#doubtful.add(neighbour);
      }
      item.reading = {};
      this.#added.push(item);
      this.#onMoved(item);
    }
    this.#proven.clear();
    return true;
  }

  #takeIn(isOver: IsOver): boolean {
    let done = 0;
    let place = 0;
    for (const item of this.#added) {
      if (done % BATCH === BATCH - 1 && isOver()) break;
      done++;
      if (item.dropped) continue;
      place = this.#placeFor(item, place);
      this.#insert(item, place);
    }
    this.#added.splice(0, done);
    return this.#added.length === 0;
  }

  /** @param before where the one before it was put, if it was read just before this one */
  #placeFor(item: T, before: number): number {
    const { reading } = item;
    if (this.#list.at(-1)?.reading === reading) return this.#list.length;
    const next = this.#list[before + 1];
    const follows = this.#list[before]?.reading === reading;
    if (follows && next && isBefore(item, next)) return before + 1;
    return (
      this.#placeBehindNear(item) ??
      placeInOrder(this.#list, (standing) => isBefore(standing, item))
    );
  }

  /** The place behind the nearest block before this one; null where none is near, or that does not tell. */
  #placeBehindNear(item: T): number | null {
    const { node } = item;
    const root = node.getRootNode();
    const walker =
      root === document ? this.#walker : document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    const place = this.#searchBack(walker, item);
    // What leaves the page is not to be kept by this.
    walker.currentNode = root;
    return place;
  }

  #searchBack(walker: TreeWalker, item: T): number | null {
    for (let steps = 0; steps < NEAR_TEXTS; steps++) {
      const text = walker.previousNode();
      if (!text) return null;
      const near = this.#byNode.get(text);
      let place = near ? this.#placeOf(near) : -1;
      if (place < 0) continue;
      // Pieces of one long text begin with the same node.
      do place++;
      while (this.#list[place]?.node === text);
      const next = this.#list[place];
      // Between the two there may be text of a shadow root.
      return !next || isBefore(item, next) ? place : null;
    }
    return null;
  }

  #insert(item: T, place: number): void {
    const before = this.#list[place - 1]?.rank ?? 0;
    const after = this.#list[place]?.rank ?? before + 2 * RANK_STEP;
    item.rank = (before + after) / 2;
    this.#list.splice(place, 0, item);
    this.#byNode.set(item.node, item);
    // Halved some fifty times at one place, numbers have no room left between them.
    if (item.rank <= before || item.rank >= after) {
      for (const [index, standing] of this.#list.entries()) {
        standing.rank = (index + 1) * RANK_STEP;
      }
    }
  }

  /** Where something stands in the list; -1 for what is not in it. */
  #placeOf(item: T): number {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#list[middle]?.rank ?? 0) < item.rank) low = middle + 1;
      else high = middle;
    }
    return this.#list[low] === item ? low : -1;
  }

  /** True when what is at a place comes after the one before it and before the one after it. */
  #isInPlace(place: number): boolean {
    const item = this.#list[place];
    const before = this.#list[place - 1];
    const after = this.#list[place + 1];
    if (!item) return false;
    return (!before || isBefore(before, item)) && (!after || isBefore(item, after));
  }
}
