/**
 * The one door to what browsers offer extensions. Content scripts get the browser's own API as it is: in
 * Manifest V3 both browsers answer by promises under `chrome`, and every page pays for what stands between.
 * Gloss's own pages and its background put webextension-polyfill in its place (polyfill.ts).
 *
 * What no `chrome` does before Chromium 148 is to take a promise from a listener of `onMessage` as its
 * answer: messaging/ does without. See docs/decisions/cold-code.md.
 */
import type { Browser } from 'webextension-polyfill';

export type { Browser, Runtime, Storage, Tabs } from 'webextension-polyfill';

/** To be read when it is used, not kept: an entry may replace it before anything runs. */
export let browser = Reflect.get(globalThis, 'chrome') as Browser;

/** Puts another API with the same members in the browser's place. */
export function replaceBrowser(api: Browser): void {
  browser = api;
}
