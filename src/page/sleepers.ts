/**
 * Text that holds something but is not seen now (a closed tab, an accordion, a menu): noticed when it
 * is revealed, without watching attributes of the page at large.
 *
 * - An IntersectionObserver tells when an element without a box, or off the page, gets a place.
 * - A MutationObserver watches the few attributes that reveal text, on the hidden element and the
 *   elements around it, and on nothing else.
 */
import { hasBox } from './measure.ts';
import { isUntranslatedCode } from './proof.ts';
import type { IsOver } from './slices.ts';
import { boxParentOf } from './tree.ts';
import { isOutOfSight, isSeen } from './visibility.ts';

const REVEALING = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'aria-expanded', 'inert'];

/** Hidden elements between two looks at the clock. */
const BATCH = 16;

/**
 * Shares of an element's area at which to look whether it can be read now: more than none, since what is
 * folded to nothing touches the window, and several, since it unfolds slowly.
 */
const SHARES = [1e-6, 0.01, 0.1, 0.5, 1];

const NOTHING: ReadonlySet<Node> = new Set();

interface Sleeper {
  /** The text in the element that was not seen; null for all of it. */
  readonly text: Text | null;
  /** Whether the element had a box in view when last seen; null before that is known. */
  isInView: boolean | null;
}

/** As `prove` asks it: else what is woken would be put to sleep again at once, and so on for ever. */
function isRevealed(element: Element, { text }: Sleeper): boolean {
  if (!isSeen(element) || isUntranslatedCode(element) || isOutOfSight(element)) return false;
  return text === null || hasBox({ node: text, start: 0, end: text.length });
}

export class Sleepers {
  readonly #wake: (element: Element) => void;
  readonly #boxes: IntersectionObserver;
  readonly #attributes: MutationObserver;
  readonly #asleep = new Map<Element, Sleeper>();
  readonly #watched = new Set<Element>();
  #mayHaveGone = false;
  /** Elements with changed attributes that are still to be looked at. */
  #changed = new Set<Node>();
  /** Those that are looked at now, and the hidden elements that they may have revealed. */
  #revealing = NOTHING;
  #asked: Iterator<[Element, Sleeper]> | null = null;

  /** @param request asks for `work` to be called */
  constructor(wake: (element: Element) => void, request: () => void, signal: AbortSignal) {
    this.#wake = wake;
    this.#boxes = new IntersectionObserver((entries) => this.#onBoxes(entries), {
      threshold: SHARES,
    });
    this.#attributes = new MutationObserver((records) => {
      for (const { target } of records) this.#changed.add(target);
      request();
    });
    const end = () => {
      this.#boxes.disconnect();
      this.#attributes.disconnect();
    };
    signal.addEventListener('abort', end, { once: true });
  }

  /** @param text the text in the element that is not seen; null for all of it */
  add(element: Element, text: Text | null): void {
    if (this.#asleep.has(element)) return;
    // Without a box it is surely not in view; otherwise the observer's first entry tells.
    const isInView = element.getClientRects().length === 0 ? false : null;
    this.#asleep.set(element, { text, isInView });
    this.#boxes.observe(element);
    for (let up: Element | null = element; up; up = boxParentOf(up)) {
      if (this.#watched.has(up)) break;
      this.#watched.add(up);
      this.#attributes.observe(up, { attributes: true, attributeFilter: REVEALING });
    }
  }

  /** Notes that something has left the page: what slept there is not to be kept. */
  noteRemoval(): void {
    this.#mayHaveGone = this.#asleep.size > 0;
  }

  #onBoxes(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const sleeper = this.#asleep.get(target);
      if (!sleeper) continue;
      // The first entry tells how things stand; text hidden by `visibility` has a box all along.
      const hasCome = sleeper.isInView === false;
      sleeper.isInView = isIntersecting;
      if (isIntersecting && (hasCome || isRevealed(target, sleeper))) this.#rouse(target);
    }
  }

  /**
   * Looks for what changed attributes have revealed. Pages change classes and styles at every frame,
   * so this is done in slices, and mostly finds nothing.
   */
  work(isOver: IsOver): boolean {
    if (!this.#asked) {
      if (this.#changed.size === 0 && !this.#mayHaveGone) return true;
      if (this.#mayHaveGone) this.#forgetWatched();
      this.#mayHaveGone = false;
      this.#revealing = this.#changed;
      this.#changed = new Set();
      this.#asked = this.#asleep.entries();
    }
    for (let count = 1; ; count++) {
      const { value, done } = this.#asked.next();
      if (done) break;
      const [element, sleeper] = value;
      if (!element.isConnected) this.#forget(element);
      else if (this.#isConcerned(element) && isRevealed(element, sleeper)) this.#rouse(element);
      if (count % BATCH === 0 && isOver()) return false;
    }
    this.#asked = null;
    this.#revealing = NOTHING;
    return true;
  }

  #isConcerned(element: Element): boolean {
    if (this.#revealing.size === 0) return false;
    for (let up: Element | null = element; up; up = boxParentOf(up)) {
      if (this.#revealing.has(up)) return true;
    }
    return false;
  }

  /** An observer cannot be told to leave one element alone; of those that are gone it hears nothing. */
  #forgetWatched(): void {
    for (const element of this.#watched) if (!element.isConnected) this.#watched.delete(element);
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
