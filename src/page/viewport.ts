/** What the reader sees now, and how to bring something else before their eyes. */
import type { LiveMention } from './live-mention.ts';
import { isDisguised, parentElementOf } from './tree.ts';
import type { Scope } from './types.ts';

/** Heights of the window at which to look for the text that is read first. */
const PROBES = [0.5, 0.25, 0.75];
/** Reading starts with an element at most this many windows high around what is seen. */
const NEAR_WINDOWS = 3;

/**
 * What to read before the rest: the element around the middle of the window. Null for a page that
 * stands at its top, where the order of the document is the order of the reader.
 */
export function seenFirst(): Scope | null {
  if (scrollY === 0) return null;
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

/** Scrolls a mention to the middle of the window unless it is in view, at once. */
export function bringIntoView(mention: LiveMention): void {
  // What is in view in a frame may not be so in the page around it, which scrolls with it.
  if (isInView(mention) && window === window.top) return;
  mention.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  if (isInView(mention)) return;
  // An element higher than the window: its middle is elsewhere than the mention.
  const rect = mention.rects()[0];
  if (rect) scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}

function isInView(mention: LiveMention): boolean {
  const rect = mention.rects()[0];
  return rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight;
}
