/**
 * Text that holds something but is not seen now (a closed tab, an accordion, a menu): noticed when it
 * is revealed, without watching attributes of the page at large.
 *
 * - An IntersectionObserver tells when an element without a box, or off the page, gets a place.
 * - A MutationObserver watches the few attributes that reveal text, on the hidden element and the
 *   elements around it, and on nothing else.
 */
import { isSeen } from './visibility.ts';

const REVEALING = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'aria-expanded', 'inert'];

export class Sleepers {
  readonly #wake: (element: Element) => void;
  readonly #boxes: IntersectionObserver;
  readonly #attributes: MutationObserver;
  /** Hidden elements, and whether they had a box in view when last seen; null before that is known. */
  readonly #asleep = new Map<Element, boolean | null>();
  readonly #watched = new Set<Element>();

  constructor(wake: (element: Element) => void, signal: AbortSignal) {
    this.#wake = wake;
    this.#boxes = new IntersectionObserver((entries) => this.#onBoxes(entries));
    this.#attributes = new MutationObserver((records) => this.#onAttributes(records));
    const end = () => {
      this.#boxes.disconnect();
      this.#attributes.disconnect();
    };
    signal.addEventListener('abort', end, { once: true });
  }

  add(element: Element): void {
    if (this.#asleep.has(element)) return;
    // Without a box it is surely not in view; otherwise the observer's first entry tells.
    this.#asleep.set(element, element.getClientRects().length === 0 ? false : null);
    this.#boxes.observe(element);
    for (let up: Element | null = element; up; up = parentAcrossRoots(up)) {
      if (this.#watched.has(up)) break;
      this.#watched.add(up);
      this.#attributes.observe(up, { attributes: true, attributeFilter: REVEALING });
    }
  }

  #onBoxes(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const before = this.#asleep.get(target);
      if (before === undefined) continue;
      // The first entry tells how things stand; text hidden by `visibility` has a box all along.
      if (before === false && isIntersecting) this.#rouse(target);
      else this.#asleep.set(target, isIntersecting);
    }
  }

  #onAttributes(records: readonly MutationRecord[]): void {
    const changed = new Set(records.map((record) => record.target));
    for (const element of [...this.#asleep.keys()]) {
      if (!element.isConnected) {
        this.#forget(element);
        continue;
      }
      for (const target of changed) {
        if (!target.contains(element) && !(target instanceof Element && hosts(target, element))) {
          continue;
        }
        // Most changes of class or style reveal nothing: then it sleeps on.
        if (isSeen(element)) this.#rouse(element);
        break;
      }
    }
  }

  #rouse(element: Element): void {
    this.#forget(element);
    this.#wake(element);
  }

  #forget(element: Element): void {
    this.#asleep.delete(element);
    this.#boxes.unobserve(element);
    if (this.#asleep.size > 0) return;
    this.#attributes.disconnect();
    this.#watched.clear();
  }
}

function parentAcrossRoots(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** True when `element` is in the shadow tree of `outer` or of something in it. */
function hosts(outer: Element, element: Element): boolean {
  for (
    let root = element.getRootNode();
    root instanceof ShadowRoot;
    root = root.host.getRootNode()
  ) {
    if (outer.contains(root.host)) return true;
  }
  return false;
}
