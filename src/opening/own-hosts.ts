/**
 * The elements that Gloss has put into this document: the one of the popover, and one for each form. What is
 * known of them lies here, in the content script; popover/, which makes them, is a file of its own with copies of
 * what it imports, and tells by the function that it is given.
 */

/** The local name of the one element that Gloss adds to a page. */
export const HOST_NAME = 'gloss-popover';

/** The roots of Gloss's own hosts: closed to the page, and not to Gloss. */
const roots = new WeakMap<Element, ShadowRoot>();

/** Notes an element as Gloss's own, with its closed root. */
export function ownHost(element: Element, root: ShadowRoot): void {
  roots.set(element, root);
}

/** The shadow root of an element where it can be looked into: an open one, or Gloss's own. */
export function rootOf(element: Element): ShadowRoot | null {
  return roots.get(element) ?? element.shadowRoot;
}

/**
 * Removes hosts that an earlier instance of the content script left: after an update Firefox starts
 * the new script at once and leaves the old one's elements behind. An element of that name which is
 * the page's own, with content or names, is left to it; so is a host of this instance, as of a form that
 * is open while the page is read anew.
 */
export function removeOldHosts(): void {
  for (const old of document.querySelectorAll<HTMLElement>(`${HOST_NAME}[popover="manual"]`)) {
    if (roots.has(old)) continue;
    if (old.childNodes.length === 0 && old.id === '' && old.className === '') old.remove();
  }
}
