/**
 * Loads popover/ into the content scripts' world of this frame, once. Its file is the only one of the extension
 * that pages could reach, and what they would need for that they cannot know: Chromium gives it an address that
 * is random in each session, Firefox one that is random in each installation, and neither tells a page of the
 * loading. See docs/decisions/popover-file.md.
 */
import { browser } from '../browser.ts';

export type PopoverPart = typeof import('../popover/part.ts');

/** As the build writes it and the manifest names it under `web_accessible_resources`. */
const FILE = 'popover.js';

let part: Promise<PopoverPart> | null = null;

/** Rejected where an update or removal of the extension has left this script without it; asked again, it tries again. */
export function loadPopoverPart(): Promise<PopoverPart> {
  part ??= importPart();
  return part;
}

async function importPart(): Promise<PopoverPart> {
  try {
    return await import(/* @vite-ignore */ browser.runtime.getURL(FILE));
  } catch (error) {
    part = null;
    throw error;
  }
}
