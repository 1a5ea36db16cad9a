/** A frame around a mention that was reached by key, drawn in the popover's host, not in the page. */

/** Between the words and the frame, CSS px: clear of ascenders and of the mark. */
const PADDING_PX = 3;

/** Draws a frame around each line of a mention; rectangles in client coordinates. */
export function drawRing(ring: HTMLElement, rects: readonly DOMRect[]): void {
  ring.replaceChildren(
    ...rects.map(({ left, top, width, height }) => {
      const frame = document.createElement('span');
      frame.style.left = `${left - PADDING_PX}px`;
      frame.style.top = `${top - PADDING_PX}px`;
      frame.style.width = `${width + 2 * PADDING_PX}px`;
      frame.style.height = `${height + 2 * PADDING_PX}px`;
      return frame;
    }),
  );
}
