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
  /** The button under the finger or pointer when it went down. */
  let pressedOn: Element | null = null;
  /** What had focus when Enter or Space went down inside. */
  let keyOn: Element | null = null;
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (ours(event)) pressedOn = buttonUnder(event);
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const activates = event.key === 'Enter' || event.key === ' ';
      keyOn = ours(event) && activates && event.isTrusted ? host.root.activeElement : null;
    },
    options,
  );
  window.addEventListener(
    'click',
    (event) => {
      if (!ours(event) || !event.isTrusted) return;
      const byKey = event.detail === 0;
      // By assistive technology: no pointer, no key, so no telling here what it is for. It goes on
      // to its button, and is stopped on its way out.
      if (byKey && (keyOn === null || keyOn !== host.root.activeElement)) return;
      event.stopImmediatePropagation();
      const button = byKey ? buttonAt(keyOn) : buttonUnder(event);
      keyOn = null;
      if (button && (byKey || button === pressedOn)) press(button);
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
