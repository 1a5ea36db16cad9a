/**
 * The content script's other two files, loaded into its world in this frame when they are first wanted: what
 * reads and marks a page, where Gloss is on, and the popover. Browsers compile them on another thread, where
 * the one that the manifest names would hold up the page.
 *
 * They are the only files of the extension that pages could reach, and what they would need for that they cannot
 * know: Chromium gives them an address that is random in each session, Firefox one that is random in each
 * installation, and neither tells a page of the loading. See docs/decisions/parts.md.
 */
import { browser } from '../browser.ts';

/** Each has its own copies of what it imports: what they share, they are given. */
export interface Parts {
  running(): Promise<typeof import('./running.ts')>;
  popover(): Promise<typeof import('../popover/part.ts')>;
}

/**
 * Rejected where an update or removal of the extension has left this script without the file; asked again,
 * it tries again.
 */
function loader<Part>(file: string): () => Promise<Part> {
  let part: Promise<Part> | null = null;
  return () => {
    part ??= importPart<Part>(file).catch((error) => {
      part = null;
      throw error;
    });
    return part;
  };
}

/** Rejected, too, where `getURL` throws: a script that is orphaned has no addresses. */
async function importPart<Part>(file: string): Promise<Part> {
  return await import(/* @vite-ignore */ browser.runtime.getURL(file));
}

/** As the build writes the files (vite.config.ts) and the manifest names them. */
export const PARTS: Parts = {
  running: loader('running.js'),
  popover: loader('popover.js'),
};
