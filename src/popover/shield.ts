/**
 * Keeps what happens inside the popover from the page. Its events would travel through the page's
 * window and document (aimed at the host, since the tree is closed): a page's "click outside"
 * would close its menu, its hotkeys would fire while focus is inside. They are stopped at the
 * window, in the capture phase, before the document; only a listener that the page put on the
 * window itself, in capture, before Gloss started, still hears that the host was met.
 *
 * Stopping an event leaves the browser's own action: links open, fields focus, the body scrolls.
 */
import type { Host } from './host.ts';
import { buttonAt, press } from './press.tsx';

/** What a page listens to in order to notice a pointer, keys or focus. */
const SHIELDED = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'pointercancel',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'wheel',
  'dblclick',
  'auxclick',
  'contextmenu',
  'keydown',
  'keypress',
  'keyup',
  'focusin',
  'focusout',
  'dragstart',
  'selectstart',
  'copy',
  'beforetoggle',
  'toggle',
] as const;

/**
 * Starts shielding; ends with the signal. Listeners of Gloss that need these events must be on the
 * window in capture, and added before.
 */
export function shield(host: Host, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  const ours = (event: globalThis.Event) => event.target === host.element;
  const buttonUnder = (event: MouseEvent) =>
    buttonAt(host.root.elementFromPoint(event.clientX, event.clientY));
  let pressedOn: Element | null = null;
  window.addEventListener(
    'click',
    (event) => {
      // A click without a pointer (Enter, Space, a screen reader) has no place to go by: it goes on
      // to the button that it is for, and is stopped on its way out.
      if (!ours(event) || event.detail === 0) return;
      event.stopImmediatePropagation();
      const button = buttonUnder(event);
      if (event.isTrusted && button && button === pressedOn) press(button);
    },
    options,
  );
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (ours(event)) pressedOn = buttonUnder(event);
    },
    options,
  );
  for (const type of SHIELDED) {
    window.addEventListener(
      type,
      (event) => {
        if (ours(event)) event.stopImmediatePropagation();
      },
      options,
    );
  }
  for (const type of ['click', ...SHIELDED]) {
    host.root.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
  }
}
