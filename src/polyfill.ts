/**
 * For its effect, first in the entries of the background and of Gloss's own pages, and in no content
 * script. The one import of webextension-polyfill: its authors call it finished, and when the oldest
 * Chromium supported has a `browser` of its own (148), this file goes.
 */
import polyfill from 'webextension-polyfill';
import { replaceBrowser } from './browser.ts';

replaceBrowser(polyfill);
