/**
 * Every delay and distance of the popover, each with its reason. Times in ms, lengths in CSS px.
 * The delay before a popover opens is the user's (settings.openingDelay).
 */

/**
 * How long a popover stays after the pointer has left its mention: enough to cross the gap at a
 * slow 50 px/s with a pause, little enough that it does not linger in the way. Each step towards
 * the popover starts it afresh.
 */
export const GRACE_MS = 300;

/**
 * Above this speed a pointer is on its way elsewhere, and a mention under it is not meant: aimed
 * moves run at 500 to 2,000 px/s, and a hand that follows the lines while reading stays under 200.
 */
export const PASSING_PX_PER_MS = 0.2;

/** Between the mention's line and the popover: clear of the underline, quickly crossed. */
export const GAP_PX = 8;

/** Between the popover and the window's edge, so that its shadow and edge are seen. */
export const MARGIN_PX = 8;

/** PRODUCT.md: at most 360 px wide (at text size 100 %; the text-size setting scales it). */
export const WIDTH_PX = 360;

/** PRODUCT.md: at most 60 % of the window's height. */
export const HEIGHT_SHARE = 0.6;

/** Less height than this shows no sentence; another side, or the whole frame, is better. */
export const LEAST_HEIGHT_PX = 120;

/**
 * Narrower or lower than this (at text size 100 %), head and foot would leave the body less than
 * three lines or ten words to a line: then all scrolls together.
 */
export const TIGHT_PX = 220;

/**
 * The safe triangle is widened by this at the popover's corners: hands move in arcs, and a pointer
 * that heads for a corner must not fall out by a pixel.
 */
export const TRIANGLE_SLACK_PX = 24;

/**
 * A mention that scrolling has moved by more than this share of the window is no longer what the
 * reader looks at; less than that happens while reading the popover.
 */
export const FAR_SCROLL_SHARE = 0.5;

/** A press that moves more than this before it ends is a drag, not a click: 1 mm on most screens. */
export const CLICK_SLOP_PX = 4;

/** How long "copied" stands: two words, read at leisure. */
export const NOTICE_MS = 2500;
