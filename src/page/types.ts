/** What the page layer hands to whoever composes it with the popover. */
import type { Mention } from '../detection/types.ts';

/** A mention that stands in the page now. */
export interface PageMention {
  readonly entity: string;
  /** The words as the page shows them. */
  readonly text: string;
  readonly mention: Mention;
  /** Rectangles of the mention in client coordinates, one a line; empty when it is not rendered. */
  rects(): DOMRect[];
  /** The element that the mention's text is in. */
  readonly element: Element;
  /** The link that contains the mention, if any: a click there belongs to the page. */
  readonly link: Element | null;
  /** False once its text has left the page or changed. */
  isCurrent(): boolean;
}
