/** The timeline's drawing, in its own units; about CSS px at the popup's own width. */
export const SIZE = { width: 348, height: 92, left: 8, right: 340, axis: 70, top: 18 } as const;
