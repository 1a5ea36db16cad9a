/**
 * When the popover opens and closes: a pure state machine. It knows no DOM and no clock; events come
 * from pointer.ts, which also runs the two timers and carries out the effects.
 *
 * States and transitions are drawn and listed in docs/popover.md, which the tests hold this file to:
 *
 *   idle -> resting (on a mention, the rest timer runs) -> shown -> leaving (the grace timer runs) -> idle
 *                                                            `-> pinned -> idle
 *
 * - `armed`: the pointer may open by resting: always in hover mode, while the key is held in
 *   modifier mode, never in click mode.
 * - While shown or leaving, resting on another mention (`next`) replaces the popover after the same
 *   delay; not while focus is inside, and not while pinned.
 * - `spent`: after Esc, a press or a close, the same mention opens again by resting only once the
 *   pointer has been elsewhere: a hand that trembles must not bring back what was sent away.
 * - Opened by click, tap, key or toolbar, leaving with the pointer does not close: only an act does.
 */
import { PASSING_PX_PER_MS } from './delays.ts';

/** What opened the popover. */
export type Opener = 'hover' | 'click' | 'tap' | 'key' | 'toolbar';

export type CloseReason = 'left' | 'escape' | 'outside' | 'far' | 'focus' | 'toggle' | 'asked';

/** A pointer position: client coordinates in CSS px, time in ms on any one clock. */
export interface Sample {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

export type Over<M> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'popover' }
  | { readonly kind: 'mention'; readonly on: M };

/** A mention that the pointer rests on; the rest timer runs. */
interface Rest<M> {
  readonly on: M;
  readonly at: Sample;
}

interface Shown<M> {
  readonly on: M;
  readonly by: Opener;
  /** Keyboard focus is inside the popover. */
  readonly focused: boolean;
  readonly next: Rest<M> | null;
}

export type State<M> =
  | { readonly name: 'idle'; readonly spent: M | null }
  | ({ readonly name: 'resting' } & Rest<M>)
  | ({ readonly name: 'shown' } & Shown<M>)
  | ({ readonly name: 'leaving' } & Shown<M>)
  | { readonly name: 'pinned'; readonly on: M; readonly by: Opener; readonly focused: boolean };

export type Event<M> =
  /** `towards`: on the way to the popover (inside the safe triangle and coming nearer). */
  | {
      readonly type: 'move';
      readonly at: Sample;
      readonly over: Over<M>;
      readonly armed: boolean;
      readonly towards: boolean;
    }
  | { readonly type: 'timer'; readonly timer: Timer }
  | { readonly type: 'press'; readonly over: Over<M> }
  | { readonly type: 'click'; readonly on: M; readonly by: 'click' | 'tap' }
  | { readonly type: 'escape' }
  /** The pointer moves with a button held that went down in the page, not inside the popover. */
  | { readonly type: 'drag' }
  /** Any other key, something dragged, a context menu, the window losing focus: no resting now. */
  | { readonly type: 'interrupt' }
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'open'; readonly on: M; readonly by: Opener }
  | { readonly type: 'far' }
  | { readonly type: 'close' };

export type Timer = 'rest' | 'grace';

export type Effect<M> =
  | { readonly type: 'start'; readonly timer: Timer }
  | { readonly type: 'stop'; readonly timer: Timer }
  | { readonly type: 'show'; readonly on: M; readonly by: Opener }
  | { readonly type: 'hide'; readonly reason: CloseReason };

export interface Step<M> {
  readonly state: State<M>;
  readonly effects: readonly Effect<M>[];
}

type Same<M> = (a: M, b: M) => boolean;
type Move<M> = Extract<Event<M>, { type: 'move' }>;
type Open<M> = Extract<State<M>, { name: 'shown' | 'leaving' }>;

export const IDLE = { name: 'idle', spent: null } as const;

/** Whether the pointer went from one sample to the other too fast to mean what it passed. */
function passing(from: Sample, to: Sample): boolean {
  const ms = to.t - from.t;
  const px = Math.hypot(to.x - from.x, to.y - from.y);
  return ms > 0 ? px / ms > PASSING_PX_PER_MS : px > 0;
}

const stay = <M>(state: State<M>, ...effects: Effect<M>[]): Step<M> => ({ state, effects });

const START_REST = { type: 'start', timer: 'rest' } as const;
const STOP_REST = { type: 'stop', timer: 'rest' } as const;
const START_GRACE = { type: 'start', timer: 'grace' } as const;
const STOP_GRACE = { type: 'stop', timer: 'grace' } as const;

function show<M>(on: M, by: Opener): Step<M> {
  return stay<M>({ name: 'shown', on, by, focused: false, next: null }, STOP_REST, STOP_GRACE, {
    type: 'show',
    on,
    by,
  });
}

function hide<M>(on: M, reason: CloseReason): Step<M> {
  // Left by itself, the pointer is elsewhere already: nothing is spent.
  const spent = reason === 'left' ? null : on;
  return stay<M>({ name: 'idle', spent }, STOP_REST, STOP_GRACE, { type: 'hide', reason });
}

/** The mention under the pointer, if resting on it may open it. */
function target<M>(event: Move<M>): M | null {
  return event.armed && event.over.kind === 'mention' ? event.over.on : null;
}

/** Where resting on `on` stands after a move: begun, begun anew (too fast), or going on. */
function rest<M>(before: Rest<M> | null, on: M, at: Sample, same: Same<M>): Step<M> {
  const goesOn = before !== null && same(before.on, on);
  const state = { name: 'resting', on, at } as const;
  return goesOn && !passing(before.at, at) ? stay<M>(state) : stay<M>(state, START_REST);
}

function moveWhileClosed<M>(
  state: Extract<State<M>, { name: 'idle' | 'resting' }>,
  event: Move<M>,
  same: Same<M>,
): Step<M> {
  const { over } = event;
  const spent =
    state.name === 'idle' && state.spent !== null && over.kind === 'mention'
      ? same(state.spent, over.on)
        ? state.spent
        : null
      : null;
  const on = target(event);
  if (on !== null && spent === null) {
    return rest(state.name === 'resting' ? state : null, on, event.at, same);
  }
  return state.name === 'resting' ? stay<M>(IDLE, STOP_REST) : stay<M>({ name: 'idle', spent });
}

function moveWhileOpen<M>(state: Open<M>, event: Move<M>, same: Same<M>): Step<M> {
  // A keyboard user's popover does not follow a mouse that was nudged.
  if (state.focused) return stay<M>(state);
  const { over } = event;
  if (over.kind === 'popover' || (over.kind === 'mention' && same(over.on, state.on))) {
    return stay<M>({ ...state, name: 'shown', next: null }, STOP_GRACE, STOP_REST);
  }
  const on = target(event);
  const resting = on === null ? null : rest(state.next, on, event.at, same);
  const next = on === null ? null : { on, at: event.at };
  const effects: Effect<M>[] = resting ? [...resting.effects] : state.next ? [STOP_REST] : [];
  if (state.by !== 'hover') return stay<M>({ ...state, name: 'shown', next }, ...effects);
  if (state.name === 'shown' || event.towards) effects.push(START_GRACE);
  return stay<M>({ ...state, name: 'leaving', next }, ...effects);
}

function closed<M>(
  state: Extract<State<M>, { name: 'idle' | 'resting' }>,
  event: Event<M>,
  same: Same<M>,
): Step<M> {
  switch (event.type) {
    case 'move':
      return moveWhileClosed(state, event, same);
    case 'timer':
      return event.timer === 'rest' && state.name === 'resting'
        ? show(state.on, 'hover')
        : stay<M>(state);
    case 'click':
    case 'open':
      return show(event.on, event.by);
    case 'press':
    case 'escape':
    case 'interrupt':
      return state.name === 'resting'
        ? stay<M>({ name: 'idle', spent: state.on }, STOP_REST)
        : stay<M>(state);
    default:
      return stay<M>(state);
  }
}

function open<M>(state: Open<M>, event: Event<M>, same: Same<M>): Step<M> {
  switch (event.type) {
    case 'move':
      return moveWhileOpen(state, event, same);
    case 'timer':
      if (event.timer === 'rest') return state.next ? show(state.next.on, 'hover') : stay(state);
      if (state.name !== 'leaving') return stay<M>(state);
      return state.next
        ? stay<M>({ name: 'resting', ...state.next }, { type: 'hide', reason: 'left' })
        : hide(state.on, 'left');
    case 'press': {
      const { over } = event;
      const own = over.kind === 'popover' || (over.kind === 'mention' && same(over.on, state.on));
      return own ? stay<M>({ ...state, next: null }, STOP_REST) : hide(state.on, 'outside');
    }
    case 'drag':
      // Text is being selected, and the popover may lie over where it goes on.
      return hide(state.on, 'outside');
    case 'click':
      return same(event.on, state.on) ? hide(state.on, 'toggle') : show(event.on, event.by);
    case 'escape':
      return hide(state.on, 'escape');
    case 'interrupt':
      return stay<M>({ ...state, next: null }, STOP_REST);
    case 'focus': {
      if (event.inside) {
        return stay<M>(
          { ...state, name: 'shown', focused: true, next: null },
          STOP_GRACE,
          STOP_REST,
        );
      }
      if (!state.focused) return stay<M>(state);
      if (state.by === 'key') return hide(state.on, 'focus');
      return state.by === 'hover'
        ? stay<M>({ ...state, name: 'leaving', focused: false }, START_GRACE)
        : stay<M>({ ...state, focused: false });
    }
    case 'pin': {
      if (!event.pinned) return stay<M>(state);
      const { on, by, focused } = state;
      return stay<M>({ name: 'pinned', on, by, focused }, STOP_GRACE, STOP_REST);
    }
    case 'open':
      return show(event.on, event.by);
    case 'far':
      return hide(state.on, 'far');
    case 'close':
      return hide(state.on, 'asked');
  }
}

function pinned<M>(
  state: Extract<State<M>, { name: 'pinned' }>,
  event: Event<M>,
  same: Same<M>,
): Step<M> {
  switch (event.type) {
    case 'click':
      return same(event.on, state.on) ? stay<M>(state) : show(event.on, event.by);
    case 'open':
      return show(event.on, event.by);
    case 'escape':
      return hide(state.on, 'escape');
    case 'close':
      return hide(state.on, 'asked');
    case 'focus':
      return stay<M>({ ...state, focused: event.inside });
    case 'pin': {
      if (event.pinned) return stay<M>(state);
      // As if opened by click: taking the pin out must not make it vanish under the pointer.
      const { on, focused } = state;
      return stay<M>({ name: 'shown', on, by: 'click', focused, next: null });
    }
    default:
      return stay<M>(state);
  }
}

/**
 * One step of the machine.
 * @param same whether two mentions are one and the same place in the page.
 */
export function step<M>(state: State<M>, event: Event<M>, same: Same<M>): Step<M> {
  switch (state.name) {
    case 'idle':
    case 'resting':
      return closed(state, event, same);
    case 'shown':
    case 'leaving':
      return open(state, event, same);
    case 'pinned':
      return pinned(state, event, same);
  }
}
