/** Sections of a page: a section begins at each heading, whatever its rank, and is known by it. */

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
const HEADING_NAME = /^h[1-6]$/;

/** The heading that an element is or is in. */
export function headingOf(element: Element): Element | null {
  return element.closest(HEADINGS);
}

function isHeading(node: Node): node is Element {
  const element = node as Element;
  return HEADING_NAME.test(element.localName) || element.getAttribute('role') === 'heading';
}

/**
 * The heading that a node stands under, found by walking back.
 * @param known an element before the node whose section is known; the walk ends there
 * @returns null before the first heading
 */
export function sectionOf(
  node: Node,
  known: { readonly node: Node; readonly section: Element | null } | null,
): Element | null {
  const stop = known?.node.parentElement ?? null;
  const root = node.getRootNode();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = node;
  for (let before = walker.previousNode(); before; before = walker.previousNode()) {
    if (isHeading(before)) return before;
    if (known && before === stop && !before.contains(node)) return known.section;
  }
  return root instanceof ShadowRoot ? sectionOf(root.host, null) : null;
}
