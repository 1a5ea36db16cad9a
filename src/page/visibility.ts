/** Whether a reader can see the text in an element, now or by scrolling. */
import { boxParentOf } from './tree.ts';

/** The box of text for screen readers only: a pixel or less, with the rest cut off. */
const CLIPPED_PX = 1;

/**
 * Whether text that stands directly in an element is seen. False for what is hidden by `display`,
 * `visibility`, `content-visibility`, a closed `details`, or a shadow root without a slot for it. Text that
 * will show as it is scrolled to counts as seen.
 */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return isSeenWithoutBox(element);
  if (element instanceof HTMLDetailsElement) return element.open;
  const { contentVisibility, display } = getComputedStyle(element);
  return contentVisibility !== 'hidden' || display === 'inline';
}

/** `display: contents`, as of slots, has no box of its own, and counts as not rendered. */
function isSeenWithoutBox(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  if (display !== 'contents' || visibility !== 'visible') return false;
  const parent = boxParentOf(element);
  return parent !== null && isSeen(parent);
}

/** True for text that is in the page only for screen readers, cut down to a pixel. */
export function isClippedAway(
  element: Element,
  { width, height } = element.getBoundingClientRect(),
): boolean {
  if (width > CLIPPED_PX && height > CLIPPED_PX) return false;
  return getComputedStyle(element).overflow !== 'visible';
}

/** True for a box that no scrolling can bring to view: clones and labels parked beside the page. */
function isOffPage({ width, height, right, bottom }: DOMRect): boolean {
  // Asking how far the page is scrolled costs more than the rest of this.
  if (right > 0 && bottom > 0) return false;
  if (right + scrollX > 0 && bottom + scrollY > 0) return false;
  if (width === 0 && height === 0) return false;
  if (bottom + scrollY <= 0) return true;
  // In a right-to-left page the way to the left is the way that scrolls.
  const { scrollWidth, clientWidth } = document.documentElement;
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
  return right + scrollX <= (rtl ? clientWidth - scrollWidth : 0);
}

/** Elements that are known not to be folded, nor anything around them: for as long as the page stands still. */
export type Unfolded = Set<Element>;

/**
 * True for text in a box that is folded to nothing, as answers and panels are before they are opened. What is
 * laid out past the box, by its own position, is not folded with it.
 */
function isFoldedAway(element: Element, unfolded: Unfolded): boolean {
  const passed: Element[] = [];
  for (let up: Element | null = element; up && !unfolded.has(up); up = boxParentOf(up)) {
    passed.push(up);
    // The text's own box has been looked at. Of others, reading these costs less than a rectangle; elements
    // without a box of their own have 0.
    if (up === element || (up.clientHeight > CLIPPED_PX && up.clientWidth > CLIPPED_PX)) continue;
    if (isClippedAway(up) && !passed.some(isPositioned)) return true;
  }
  for (const each of passed) unfolded.add(each);
  return false;
}

const isPositioned = (element: Element) => {
  const { position } = getComputedStyle(element);
  return position === 'absolute' || position === 'fixed';
};

/** True for a box that is rendered, but where nobody can read it. */
export function isOutOfSight(element: Element, unfolded: Unfolded = new Set()): boolean {
  const box = element.getBoundingClientRect();
  return isClippedAway(element, box) || isOffPage(box) || isFoldedAway(element, unfolded);
}
