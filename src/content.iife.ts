/**
 * The content script's entry. One self-contained file in the build (`*.iife.ts`), so that nothing of
 * the extension has to be reachable by pages.
 */
import { Frame } from './content/frame.ts';

/** Set in the content scripts' own world, which pages do not see. */
const RUNNING = Symbol.for('gloss.running');

/** Documents that have text to read; an SVG or XML document is no page. */
function isReadable(): boolean {
  return document instanceof HTMLDocument && document.body !== null;
}

// The script can come twice: by the manifest, and by "start here" in the toolbar popup.
const world = globalThis as { [RUNNING]?: boolean };
if (isReadable() && !world[RUNNING]) {
  world[RUNNING] = true;
  void Frame.start();
}
