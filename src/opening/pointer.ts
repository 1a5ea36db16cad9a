/**
 * Turns what pointer, keys and focus do into events of the opening machine (opening.ts), runs its
 * timers and hands on its effects. One hit test an animation frame at most; nothing is done on
 * events that a script made.
 */
import type { PageMention } from '../page/types.ts';
import type { Settings } from '../settings/schema.ts';
import { CLICK_SLOP_PX, GRACE_MS } from './delays.ts';
import {
  type CloseReason,
  IDLE,
  type Opener,
  type Event as OpeningEvent,
  type Over,
  type Sample,
  type State,
  step,
  type Timer,
} from './opening.ts';
import { type Box, isTowards } from './safe-triangle.ts';

export interface PointerDeps {
  settings(): Settings;
  /** The mention at a point, in client coordinates; also one beneath a see-through link that is the target. */
  mentionAt(x: number, y: number, target?: EventTarget | null): PageMention | null;
  /** True while keys write text. */
  isTyping(): boolean;
  /** The popover's element in the page, once there is one. */
  host(): Element | null;
  /** Where the popover is on screen; null while none is shown. */
  box(): Box | null;
  /**
   * The pointer has come to rest on a mention, or a press has begun on one that may become a click or
   * tap: its popover may be wanted soon, as long as `isWanted` says so.
   */
  prepare(on: PageMention, isWanted: () => boolean): void;
  show(on: PageMention, by: Opener, at: Sample | null): void;
  hide(reason: CloseReason): void;
  readonly signal: AbortSignal;
}

export interface Opening {
  send(event: OpeningEvent<PageMention>): void;
  readonly state: State<PageMention>;
}

/** A tap or click on these is the page's own business. */
const INTERACTIVE =
  'a[href], area[href], button, summary, label, input, select, textarea, option, audio[controls], ' +
  'video[controls], [contenteditable]:not([contenteditable="false"]), [role="button"], ' +
  '[role="link"], [role="tab"], [role="menuitem"], [role="option"], [role="checkbox"], ' +
  '[role="switch"], [onclick]';

/** Keys that do nothing by themselves: pressing them is not typing. */
const SILENT_KEYS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/**
 * Detection may hand out a new object for a mention that stands where it stood; and where a page
 * has rendered a text anew, the mention under the pointer is the old one's successor.
 */
function sameMention(a: PageMention, b: PageMention): boolean {
  if (a === b || a.mention === b.mention) return true;
  return a.entity === b.entity && !(a.isCurrent() && b.isCurrent());
}

/** Whether the user has text selected around a point: what is selected is about to be used. */
function isInSelection({ x, y }: Sample): boolean {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

interface PointerMove extends Sample {
  readonly target: EventTarget | null;
  readonly modifier: boolean;
}

/** Starts listening; ends with the signal. */
export function watchPointer(deps: PointerDeps): Opening {
  const { signal } = deps;
  const passive = { capture: true, passive: true, signal } as const;
  let state: State<PageMention> = IDLE;
  const timers: Record<Timer, ReturnType<typeof setTimeout> | undefined> = {
    rest: undefined,
    grace: undefined,
  };
  let frame = 0;
  /** The newest move, seen to at the next frame. */
  let pending: PointerMove | null = null;
  /** The move last seen to. */
  let last: PointerMove | null = null;
  /** Where the pointer last was on the mention whose popover is open. */
  let left: Sample | null = null;
  let down: { x: number; y: number; type: string; inside: boolean } | null = null;

  function send(event: OpeningEvent<PageMention>): void {
    const { state: next, effects } = step(state, event, sameMention);
    state = next;
    for (const effect of effects) {
      switch (effect.type) {
        case 'start':
          startTimer(effect.timer);
          if (state.name === 'resting') prepareResting(state.on);
          break;
        case 'stop':
          clearTimeout(timers[effect.timer]);
          break;
        case 'show':
          left = last;
          deps.show(effect.on, effect.by, effect.by === 'hover' ? last : down && { ...down, t: 0 });
          break;
        case 'hide':
          deps.hide(effect.reason);
          break;
      }
    }
  }

  function prepareResting(on: PageMention): void {
    deps.prepare(on, () => state.name === 'resting' && state.on === on);
  }

  /** Between the press and the click there is time enough to render what the click will show. */
  function preparePressed({ clientX, clientY, pointerType }: PointerEvent): void {
    if (isOpen() || (pointerType === 'mouse' && deps.settings().opening !== 'click')) return;
    const on = deps.mentionAt(clientX, clientY);
    const pressed = down;
    if (on && !on.link) deps.prepare(on, () => down === pressed && !isOpen());
  }

  function startTimer(timer: Timer): void {
    clearTimeout(timers[timer]);
    const ms = timer === 'grace' ? GRACE_MS : deps.settings().openingDelay;
    timers[timer] = setTimeout(() => {
      if (timer === 'rest' && last && isInSelection(last)) send({ type: 'interrupt' });
      else send({ type: 'timer', timer });
    }, ms);
  }

  const isOpen = () => state.name !== 'idle' && state.name !== 'resting';

  function isArmed(modifier: boolean): boolean {
    const { opening } = deps.settings();
    return opening === 'hover' || (opening === 'modifier' && modifier);
  }

  function overAt(x: number, y: number, target: EventTarget | null): Over<PageMention> {
    if (target !== null && target === deps.host()) return { kind: 'popover' };
    const on = deps.mentionAt(x, y, target);
    return on ? { kind: 'mention', on } : { kind: 'nothing' };
  }

  function seeTo(move: PointerMove): void {
    const armed = isArmed(move.modifier);
    // Nothing could come of it: spare the hit test.
    if (!armed && state.name === 'idle') {
      last = move;
      return;
    }
    const over = overAt(move.x, move.y, move.target);
    const box = state.name === 'shown' || state.name === 'leaving' ? deps.box() : null;
    const current = state.name === 'idle' ? null : state.on;
    if (current && over.kind === 'mention' && sameMention(over.on, current)) left = move;
    const towards =
      box !== null && left !== null && last !== null && isTowards(box, left, last, move);
    last = move;
    send({ type: 'move', at: move, over, armed, towards });
  }

  function onMove(event: PointerEvent): void {
    // A finger does not hover.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // A held button selects or drags; a hand that slips while it clicks does neither.
    if (event.buttons !== 0) {
      const moved = event.type === 'pointermove' && down !== null && !isStill(event);
      if (moved && !down?.inside) send({ type: 'drag' });
      return;
    }
    const { clientX: x, clientY: y, timeStamp: t, target } = event;
    const modifier = event.getModifierState(deps.settings().modifierKey);
    const before = pending ?? last;
    // Browsers repeat the pointer's place when the page moves under it. The reader did nothing.
    if (before && before.x === x && before.y === y && before.modifier === modifier) return;
    pending = { x, y, t, target, modifier };
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const move = pending;
      pending = null;
      if (move) seeTo(move);
    });
  }

  function onDown(event: PointerEvent): void {
    if (!event.isTrusted) return;
    const { clientX: x, clientY: y, pointerType: type } = event;
    down = { x, y, type, inside: event.target === deps.host() };
    // A finger that comes down may be about to scroll: it counts when it goes up.
    if (event.pointerType !== 'touch') press(event);
    preparePressed(event);
  }

  function press(event: PointerEvent): void {
    const over: Over<PageMention> =
      state.name === 'idle'
        ? { kind: 'nothing' }
        : overAt(event.clientX, event.clientY, event.target);
    send({ type: 'press', over });
  }

  const isStill = (event: MouseEvent) =>
    down !== null && Math.hypot(event.clientX - down.x, event.clientY - down.y) <= CLICK_SLOP_PX;

  function onUp(event: PointerEvent): void {
    if (event.isTrusted && event.pointerType === 'touch' && isStill(event)) press(event);
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.defaultPrevented || event.button !== 0 || !isStill(event)) return;
    if (event.target === deps.host()) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const by = down?.type === 'mouse' ? 'click' : 'tap';
    // A pen has hovered here before it taps: what that has opened, the tap leaves open.
    if (down?.type === 'pen' && isOpen()) return;
    if (by === 'click' && deps.settings().opening !== 'click') return;
    if (getSelection()?.isCollapsed === false) return;
    const on = deps.mentionAt(event.clientX, event.clientY);
    if (!on || on.link || on.element.closest(INTERACTIVE)) return;
    send({ type: 'click', on, by });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing) return;
    if (event.key === 'Escape') {
      // What is pinned is out of the way on purpose: Esc in a field is the field's.
      if (state.name === 'pinned' && deps.isTyping()) return;
      if (isOpen()) {
        // One Esc, one thing: not also the page's dialog.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      send({ type: 'escape' });
    } else if (event.key === deps.settings().modifierKey) onModifier(true);
    else if (!SILENT_KEYS.has(event.key) && event.target !== deps.host())
      send({ type: 'interrupt' });
  }

  /** In modifier mode the key counts also where the pointer already rests. */
  function onModifier(held: boolean): void {
    if (deps.settings().opening !== 'modifier' || !last || last.modifier === held) return;
    seeTo({ ...last, t: performance.now(), modifier: held });
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.isTrusted && event.key === deps.settings().modifierKey) onModifier(false);
  }

  function onFocusOut(): void {
    // When the window loses focus, what had it inside keeps it: that is not leaving the popover.
    // Asked a task later, when focus has arrived where it went.
    setTimeout(() => {
      if (!isOpen() || signal.aborted) return;
      if (!deps.host()?.matches(':focus-within') && document.hasFocus()) {
        send({ type: 'focus', inside: false });
      }
    });
  }

  const interrupt = (event: globalThis.Event) => {
    if (event.isTrusted) send({ type: 'interrupt' });
  };
  const leave = () => {
    last = null;
    if (state.name === 'resting') send({ type: 'interrupt' });
    else if (isOpen()) {
      const at = { x: -1, y: -1, t: performance.now() };
      send({ type: 'move', at, over: { kind: 'nothing' }, armed: false, towards: false });
    }
  };

  window.addEventListener('pointermove', onMove, passive);
  // Entering a frame or another element without a move of its own.
  window.addEventListener('pointerover', onMove, passive);
  document.documentElement.addEventListener(
    'pointerleave',
    (event) => {
      if (event.isTrusted && event.pointerType !== 'touch' && event.buttons === 0) leave();
    },
    { passive: true, signal },
  );
  window.addEventListener('pointerdown', onDown, passive);
  window.addEventListener('pointerup', onUp, passive);
  window.addEventListener('keydown', onKeyDown, { capture: true, signal });
  window.addEventListener('keyup', onKeyUp, passive);
  // In the bubble phase: a click that the page has taken for itself is not ours.
  window.addEventListener('click', onClick, { passive: true, signal });
  window.addEventListener('contextmenu', interrupt, passive);
  window.addEventListener('dragstart', interrupt, passive);
  window.addEventListener('blur', interrupt, { passive: true, signal });
  window.addEventListener(
    'focusin',
    (event) => {
      if (event.target === deps.host()) send({ type: 'focus', inside: true });
    },
    passive,
  );
  window.addEventListener('focusout', onFocusOut, passive);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    clearTimeout(timers.rest);
    clearTimeout(timers.grace);
  });

  return {
    send,
    get state() {
      return state;
    },
  };
}
