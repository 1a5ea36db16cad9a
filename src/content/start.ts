/** What the content script's entry puts off until it is wanted: one import, so that it is put off as one. */
export { Frame } from './frame.ts';
export { PARTS } from './parts.ts';
