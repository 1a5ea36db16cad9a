/**
 * What is loaded when a popover or a note's form is first wanted (content/parts.ts). It has its own copies of
 * what it imports, so no state of the content script is in it: see opening/surface.ts.
 */
export { createNoteBox } from './note-box.ts';
export { createSurface } from './surface.tsx';
