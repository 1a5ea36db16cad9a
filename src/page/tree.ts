/**
 * Asking forms. A form gives a field by its name in the place of its own members (WebIDL,
 * LegacyOverrideBuiltIns), in Chromium to content scripts too: one with a field named `parentNode` is the
 * child of its own field, and a walk up from there would never end. No other element of a page does so.
 */

type Getter = (this: Node) => Node | null;

const getterOf = (name: 'parentNode' | 'parentElement') =>
  Object.getOwnPropertyDescriptor(Node.prototype, name)?.get as Getter;

const parentNode = getterOf('parentNode');
const parentElement = getterOf('parentElement');

/** The true parent of a node that may be a form. */
export function parentOf(node: Node): ParentNode | null {
  return node instanceof HTMLFormElement
    ? (parentNode.call(node) as ParentNode | null)
    : node.parentNode;
}

/** The true parent of a node that may be a form, where it is an element. */
export function parentElementOf(node: Node): Element | null {
  return node instanceof HTMLFormElement
    ? (parentElement.call(node) as Element | null)
    : node.parentElement;
}

/** The element around another as a page is laid out: a slot around what it shows, a host around its root. */
export function boxParentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? parentElementOf(element);
  if (parent) return parent;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** What this room and the popover ask of elements around text. */
const ASKED = [
  ...[
    'parentNode',
    'parentElement',
    'firstChild',
    'lastChild',
    'childNodes',
    'localName',
    'nodeType',
  ],
  ...['previousSibling', 'nextSibling', 'isConnected', 'assignedSlot', 'textContent', 'shadowRoot'],
  ...['matches', 'closest', 'contains', 'getRootNode', 'getAttribute', 'querySelector'],
  ...['querySelectorAll', 'getClientRects', 'getBoundingClientRect', 'checkVisibility'],
  ...['isContentEditable', 'scrollIntoView', 'compareDocumentPosition'],
];

const elementsOf = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements')?.get as (
  this: HTMLFormElement,
) => HTMLFormControlsCollection;

/** True for a form whose fields stand in the place of what is asked of it: it and its text are left alone. */
export function isDisguised(element: Element): boolean {
  if (!(element instanceof HTMLFormElement)) return false;
  const fields = elementsOf.call(element);
  return ASKED.some((name) => fields.namedItem(name) !== null || isField(element, name));
}

/** Images count as a form's fields too, but not as its `elements`. */
function isField(form: HTMLFormElement, name: string): boolean {
  const there = (form as unknown as Record<string, unknown>)[name];
  return there instanceof HTMLImageElement || there instanceof RadioNodeList;
}
