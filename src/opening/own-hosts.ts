/**
 * The elements that Gloss has put into this document: the one of the popover, and one for each form. Opening,
 * popover and frame are files of their own with copies of what they import; all are given this one list.
 */

/** The local name of the one element that Gloss adds to a page. */
export const HOST_NAME = 'gloss-popover';

export class OwnHosts {
  /** Their roots: closed to the page, and not to Gloss. */
  readonly #roots = new WeakMap<Element, ShadowRoot>();

  /** Notes an element as Gloss's own, with its closed root. */
  add(element: Element, root: ShadowRoot): void {
    this.#roots.set(element, root);
  }

  /** The shadow root of an element where it can be looked into: an open one, or Gloss's own. */
  rootOf(element: Element): ShadowRoot | null {
    return this.#roots.get(element) ?? element.shadowRoot;
  }

  /**
   * Removes hosts that an earlier instance of the content script left: after an update Firefox starts
   * the new script at once and leaves the old one's elements behind. An element of that name which is
   * the page's own, with content or names, is left to it; so is a host of this instance, as of a form that
   * is open while the page is read anew.
   */
  removeOld(): void {
    for (const old of document.querySelectorAll<HTMLElement>(`${HOST_NAME}[popover="manual"]`)) {
      if (this.#roots.has(old)) continue;
      if (old.childNodes.length === 0 && old.id === '' && old.className === '') old.remove();
    }
  }
}
