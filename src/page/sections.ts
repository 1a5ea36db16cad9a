/** Sections of a page: a section begins at each heading, whatever its rank. */
import { comesBefore } from './order.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** The headings of a document as they stood when last asked for. */
export class Sections {
  #headings: readonly Element[] = [];
  /** Changes when sections may have changed: cached sections of another version are stale. */
  version = 0;

  /** Looks at the page again; call after its structure has changed. */
  refresh(): void {
    const found = [...document.querySelectorAll(HEADINGS)];
    const same =
      found.length === this.#headings.length &&
      found.every((heading, index) => heading === this.#headings[index]);
    if (same) return;
    this.#headings = found;
    this.version++;
  }

  /**
   * Index of the section that holds a node; 0 before the first heading.
   * @param from a section known to begin at or before the node's; saves time for nodes in page order
   */
  indexOf(node: Node, from = 0): number {
    let low = from;
    // Neighbours in page order are mostly in the same section or the next.
    let step = 1;
    while (this.#begins(low + step - 1, node)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step - 1, this.#headings.length);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#begins(middle - 1, node)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #begins(index: number, node: Node): boolean {
    const heading = this.#headings[index];
    return heading !== undefined && (heading.contains(node) || comesBefore(heading, node));
  }
}
