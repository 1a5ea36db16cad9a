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

/** True for a box that is rendered, but where nobody can read it. */
export function isOutOfSight(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return isClippedAway(element, box) || isOffPage(box);
}
