/**
 * The one import of webextension-polyfill. Its authors call it finished, and browsers are growing
 * `browser.*` of their own: when they all have it, this file is what changes.
 */
import browser from 'webextension-polyfill';

export type { Runtime, Storage, Tabs } from 'webextension-polyfill';
export { browser };
