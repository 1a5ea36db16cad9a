/** Which documents can hold text for a reader: asked before anything else, and before any setting. */

import { isPlainText, isTooLong } from '../page/plain-text.ts';

/** Documents of other types (SVG, feeds, JSON, PDF viewers) have no blocks to read. */
const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** Frames smaller than this, in CSS px, are counters, logins and banners; no paragraph fits in. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 60;

/** True for an HTML or XHTML document, whatever it holds as yet. */
export function mayBePage(): boolean {
  return PAGE_TYPES.has(document.contentType);
}

/**
 * True for an HTML or XHTML document with a body of text (a frameset has none of its own, an editor's is
 * being written), and for a plain text of ordinary length.
 */
export function isPage(): boolean {
  const { body, designMode } = document;
  if (body?.localName !== 'body' || designMode === 'on') return false;
  return mayBePage() || (isPlainText() && !isTooLong(body));
}

const isRoomy = () => innerWidth >= LEAST_WIDTH && innerHeight >= LEAST_HEIGHT;

/** Resolves when a frame is large enough to be read: mostly at once, for hidden frames when shown. */
export function whenRoomy(): Promise<void> {
  if (window === window.top || isRoomy()) return Promise.resolve();
  return new Promise((resolve) => {
    const resized = () => {
      if (!isRoomy()) return;
      removeEventListener('resize', resized);
      resolve();
    };
    addEventListener('resize', resized, { passive: true });
  });
}
