/** Sections of a page: a section begins at each heading, whatever its rank, and is known by it. */
import { comesBefore, placeInOrder } from './order.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** The heading that an element is or is in. */
export function headingOf(element: Element): Element | null {
  return element.closest(HEADINGS);
}

/** How many elements before a node are looked at for its heading before all headings of the page are. */
const NEAR_ELEMENTS = 16;

/** Asked of the prototype, since a form may have a field of that name. */
const { matches } = Element.prototype;

/** The headings of a page as they stand when they are first asked about. */
export class Sections {
  readonly #headings = new Map<Node, readonly Element[]>();

  /** The heading that a node stands under; null before the first. */
  of(node: Node): Element | null {
    const root = node.getRootNode();
    return nearHeading(node, root) ?? this.#lastBefore(node, root);
  }

  #lastBefore(node: Node, root: Node): Element | null {
    let headings = this.#headings.get(root);
    if (!headings) {
      const isTree = root instanceof Document || root instanceof ShadowRoot;
      headings = isTree ? [...root.querySelectorAll(HEADINGS)] : [];
      this.#headings.set(root, headings);
    }
    const before = headings[placeInOrder(headings, (heading) => comesBefore(heading, node)) - 1];
    if (before) return before;
    return root instanceof ShadowRoot ? this.of(root.host) : null;
  }
}

/** The heading that a node stands under if it is near, which costs less than to search among all. */
function nearHeading(node: Node, root: Node): Element | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = node;
  for (let steps = 0; steps < NEAR_ELEMENTS; steps++) {
    const before = walker.previousNode() as Element | null;
    if (!before) return null;
    if (matches.call(before, HEADINGS)) return before;
  }
  return null;
}
