/** What the reader sees now, and how to bring something else before their eyes. */
import type { LiveMention } from './live-mention.ts';
import { boxParentOf, isDisguised, parentElementOf } from './tree.ts';
import type { Scope } from './types.ts';

/** Heights of the window at which to look for the text that is read first. */
const PROBES = [0.5, 0.25, 0.75];
/** Reading starts with an element at most this many windows high around what is seen. */
const NEAR_WINDOWS = 3;

/** What to read before the rest: the element around the middle of the window. Null where none tells. */
export function seenNow(): Scope | null {
  for (const probe of PROBES) {
    let seen = document.elementFromPoint(innerWidth / 2, innerHeight * probe);
    for (
      let up = seen && parentElementOf(seen);
      up && up !== document.body;
      up = parentElementOf(up)
    ) {
      if (isDisguised(up) || up.getBoundingClientRect().height > NEAR_WINDOWS * innerHeight) break;
      seen = up;
    }
    if (seen && seen !== document.body && seen !== document.documentElement) return seen;
  }
  return null;
}

/** Index of the first mention that is not above the window; 0 when all are. */
export function firstInView(mentions: readonly LiveMention[]): number {
  const index = mentions.findIndex((mention) => (mention.rects()[0]?.bottom ?? -1) >= 0);
  return Math.max(0, index);
}

/** Scrolls a mention to the middle of the window, and of what scrolls in it, unless it is in view; at once. */
export function bringIntoView(mention: LiveMention): void {
  // What is in view in a frame may not be so in the page around it, which scrolls with it.
  if (isInView(mention) && window === window.top) return;
  const { element } = mention;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // An element higher than what scrolls it: its middle is elsewhere than the mention.
  const root = document.scrollingElement ?? document.documentElement;
  for (let up: Element | null = element; up && up !== root; up = boxParentOf(up)) {
    if (up.scrollHeight > up.clientHeight) center(mention, up, up.getBoundingClientRect());
  }
  center(mention, root, new DOMRect(0, 0, innerWidth, innerHeight));
}

function center(mention: LiveMention, scroller: Element, { top, bottom }: DOMRect): void {
  const rect = mention.rects()[0];
  if (!rect || (rect.top >= top && rect.bottom <= bottom)) return;
  scroller.scrollBy({ top: rect.top - (top + bottom) / 2, behavior: 'instant' });
}

/** True for a mention in the window that nothing lies over, and that no box around it has scrolled away. */
function isInView(mention: LiveMention): boolean {
  const [rect] = mention.rects();
  if (!rect) return false;
  const { top, right, bottom, left } = rect;
  if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth) return false;
  const root = mention.element.getRootNode() as Document | ShadowRoot;
  const seen = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return mention.block.container.contains(seen);
}
