/** What one opening took, and how it is found again in a trace. */

export interface Opening {
  /** The task that opens and all that it has queued, in ms. */
  work: number;
  /** From then until the browser makes its next frame, in ms: nobody's work. */
  wait: number;
  /** Style, layout and paint of the frame that shows it, in ms. */
  frame: number;
}

/** Marks at the end of the delay and at the painted popover; the name is the contestant's. */
export const startMark = (name: string) => `open ${name}`;
export const endMark = (name: string) => `painted ${name}`;
