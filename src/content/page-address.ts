/** The address that decides whether Gloss is on: that of the page, in its frames, too. */

/**
 * The page's address. In a frame of another origin browsers tell only the origins above it, which
 * is what site patterns are about.
 */
export function pageAddress(): string {
  if (window === window.top) return location.href;
  try {
    return window.top?.location.href ?? location.href;
  } catch {
    // A page of another origin: reading its address throws.
    const origins = location.ancestorOrigins;
    const top = origins?.[origins.length - 1];
    return top && URL.canParse(top) ? `${top}/` : location.href;
  }
}
