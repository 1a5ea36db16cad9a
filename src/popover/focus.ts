/** Where focus goes when it leaves the popover. */
import type { Host } from './host.ts';

/** Whether focus can be given back to an element. The body is what has it when nothing has. */
function canFocus(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element !== document.body;
}

/** Gives focus back to what had it before, where that still stands. */
export function giveBack(before: Element | null): boolean {
  if (!canFocus(before)) return false;
  before.focus({ preventScroll: true });
  return true;
}

/**
 * Tab out of the popover, which stands at the page's end, leads back to where the reader was, as
 * Esc does, and not to the end of the page.
 */
export function leadOut(event: KeyboardEvent, host: Host | null, before: Element | null): void {
  if (event.key !== 'Tab' || !event.isTrusted || !host || event.target !== host.element) return;
  const all = [host.surface, ...host.surface.querySelectorAll('a[href], button')];
  const at = host.root.activeElement;
  // Focus stands on the dialog itself when it has just come in.
  const edge = event.shiftKey ? all.slice(0, 2) : all.slice(-1);
  if (edge.some((end) => end === at) && giveBack(before)) event.preventDefault();
}
