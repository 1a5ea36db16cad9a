/** Sections of a page: a section begins at each heading, whatever its rank, and is known by it. */
import { placeInOrder } from './order.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** The heading that an element is or is in. */
export function headingOf(element: Element): Element | null {
  return element.closest(HEADINGS);
}

/** The headings of a page as they stand when they are first asked about. */
export class Sections {
  readonly #headings = new Map<Node, readonly Element[]>();

  /** The heading that a node stands under; null before the first. */
  of(node: Node): Element | null {
    const root = node.getRootNode();
    let headings = this.#headings.get(root);
    if (!headings) {
      const isTree = root instanceof Document || root instanceof ShadowRoot;
      headings = isTree ? [...root.querySelectorAll(HEADINGS)] : [];
      this.#headings.set(root, headings);
    }
    const before = headings[placeInOrder(headings, node, (heading) => heading) - 1];
    if (before) return before;
    return root instanceof ShadowRoot ? this.of(root.host) : null;
  }
}
