import { describe, expect, it } from 'vitest';
import {
  type Effect,
  type Event,
  IDLE,
  type Over,
  type Sample,
  type State,
  type Step,
  step,
} from '../../../src/opening/opening.ts';

/** Mentions are letters here. */
type M = 'a' | 'b';
type Events = Event<M>;

const same = (a: M, b: M) => a === b;
const NOTHING: Over<M> = { kind: 'nothing' };
const POPOVER: Over<M> = { kind: 'popover' };
const on = (m: M): Over<M> => ({ kind: 'mention', on: m });

/** Slow moves: 1 px in 100 ms each. */
const slow = (n: number): Sample => ({ x: n, y: 0, t: n * 100 });

function move(over: Over<M>, options: Partial<Extract<Events, { type: 'move' }>> = {}): Events {
  return { type: 'move', at: slow(0), over, armed: true, towards: false, ...options };
}

const rest: Events = { type: 'timer', timer: 'rest' };
const grace: Events = { type: 'timer', timer: 'grace' };
const press = (over: Over<M>): Events => ({ type: 'press', over });

interface Run {
  state: State<M>;
  /** Effects in short: `start rest`, `show a hover`, `hide left`. */
  effects: string[];
}

function inShort(effect: Effect<M>): string {
  switch (effect.type) {
    case 'start':
    case 'stop':
      return `${effect.type} ${effect.timer}`;
    case 'show':
      return `show ${effect.on} ${effect.by}`;
    case 'hide':
      return `hide ${effect.reason}`;
  }
}

function run(...events: Events[]): Run {
  let state: State<M> = IDLE;
  const effects: string[] = [];
  for (const event of events) {
    const next: Step<M> = step(state, event, same);
    state = next.state;
    effects.push(...next.effects.map(inShort));
  }
  return { state, effects };
}

/** What happened that a reader sees: openings and closings. */
const seen = (...events: Events[]) =>
  run(...events).effects.filter((effect) => /^(show|hide)/.test(effect));

const hovered = [move(on('a')), rest] as const;
const byKey: Events = { type: 'open', on: 'a', by: 'key' };

describe('opening', () => {
  it.each<[string, Events[], string[]]>([
    ['opens after a rest on a mention', [move(on('a')), rest], ['show a hover']],
    ['does not open before the rest is over', [move(on('a'))], []],
    ['does not open when the pointer left in time', [move(on('a')), move(NOTHING), rest], []],
    ['does not open where there is no mention', [move(NOTHING), rest], []],
    ['does not open unarmed', [move(on('a'), { armed: false }), rest], []],
    [
      'does not open once disarmed (modifier let go)',
      [move(on('a')), move(on('a'), { armed: false }), rest],
      [],
    ],
    [
      'opens when armed where the pointer already is',
      [move(on('a'), { armed: false }), move(on('a')), rest],
      ['show a hover'],
    ],
    ['opens the mention last rested on', [move(on('a')), move(on('b')), rest], ['show b hover']],
    ['does not open after a press', [move(on('a')), press(on('a')), rest], []],
    ['does not open after another key', [move(on('a')), { type: 'interrupt' }, rest], []],
    ['does not open after Esc', [move(on('a')), { type: 'escape' }, rest], []],
    ['opens at once by click', [{ type: 'click', on: 'a', by: 'click' }], ['show a click']],
    ['opens at once by tap', [{ type: 'click', on: 'a', by: 'tap' }], ['show a tap']],
    ['opens at once by key', [byKey], ['show a key']],
  ])('%s', (_, events, expected) => {
    expect(seen(...events)).toEqual(expected);
  });

  it('starts the rest anew while the pointer is passing, and lets it run while it is slow', () => {
    const fast = { x: 100, y: 0, t: 100 };
    expect(run(move(on('a')), move(on('a'), { at: fast })).effects).toEqual([
      'start rest',
      'start rest',
    ]);
    expect(run(move(on('a')), move(on('a'), { at: slow(1) })).effects).toEqual(['start rest']);
  });

  it.each([
    ['Esc', { type: 'escape' }],
    ['a press', press(on('a'))],
    ['a key', { type: 'interrupt' }],
  ] as [string, Events][])('does not rest on the same mention again after %s', (_, event) => {
    const { state, effects } = run(move(on('a')), event, move(on('a'), { at: slow(1) }));
    expect(state.name).toBe('idle');
    expect(effects).toEqual(['start rest', 'stop rest']);
    expect(seen(move(on('a')), event, move(NOTHING), move(on('a')), rest)).toEqual([
      'show a hover',
    ]);
  });
});

describe('closing', () => {
  it.each<[string, Events[], string[]]>([
    ['after the grace when the pointer left', [move(NOTHING), grace], ['hide left']],
    ['not before the grace is over', [move(NOTHING)], []],
    ['not when the pointer came back', [move(NOTHING), move(on('a')), grace], []],
    ['not when the pointer reached the popover', [move(NOTHING), move(POPOVER), grace], []],
    ['by Esc', [{ type: 'escape' }], ['hide escape']],
    ['by a press elsewhere', [press(NOTHING)], ['hide outside']],
    ['by a press on another mention', [press(on('b'))], ['hide outside']],
    ['not by a press on its mention', [press(on('a'))], []],
    ['not by a press inside', [press(POPOVER)], []],
    ['by a drag from its own mention', [press(on('a')), { type: 'drag' }], ['hide outside']],
    ['not by a drag while pinned', [{ type: 'pin', pinned: true }, { type: 'drag' }], []],
    ['when scrolled far', [{ type: 'far' }], ['hide far']],
    ['when asked', [{ type: 'close' }], ['hide asked']],
    ['not by another key', [{ type: 'interrupt' }], []],
    [
      'not by the pointer while focus is inside',
      [{ type: 'focus', inside: true }, move(NOTHING), grace],
      [],
    ],
    [
      'after the grace when focus left',
      [{ type: 'focus', inside: true }, { type: 'focus', inside: false }, grace],
      ['hide left'],
    ],
  ])('closes one opened by hover: %s', (_, events, expected) => {
    expect(seen(...hovered, ...events)).toEqual(['show a hover', ...expected]);
  });

  it.each<[string, Events[], string[]]>([
    ['not by the pointer', [move(NOTHING), grace], []],
    [
      'when focus left',
      [
        { type: 'focus', inside: true },
        { type: 'focus', inside: false },
      ],
      ['hide focus'],
    ],
    ['not before focus has arrived', [{ type: 'focus', inside: false }], []],
    ['by Esc', [{ type: 'escape' }], ['hide escape']],
    ['when its mention is far', [{ type: 'far' }], ['hide far']],
  ])('closes one opened by key: %s', (_, events, expected) => {
    expect(seen(byKey, ...events)).toEqual(['show a key', ...expected]);
  });

  it('toggles by a second tap on the same mention, and moves on by a tap on another', () => {
    const tap = (m: M): Events => ({ type: 'click', on: m, by: 'tap' });
    expect(seen(tap('a'), press(on('a')), tap('a'))).toEqual(['show a tap', 'hide toggle']);
    expect(seen(tap('a'), press(on('b')), tap('b'))).toEqual([
      'show a tap',
      'hide outside',
      'show b tap',
    ]);
  });

  it('starts the grace anew at each step towards the popover, and only then', () => {
    const towards = move(NOTHING, { towards: true });
    expect(run(...hovered, move(NOTHING), towards, towards).effects.slice(-3)).toEqual([
      'start grace',
      'start grace',
      'start grace',
    ]);
    expect(run(...hovered, move(NOTHING), move(NOTHING)).effects.at(-2)).toBe('show a hover');
  });

  it('does not open again at once where it was sent away', () => {
    expect(seen(...hovered, { type: 'escape' }, move(on('a')), rest)).toEqual([
      'show a hover',
      'hide escape',
    ]);
  });
});

describe('a second mention while one is open', () => {
  it('replaces the first after a rest', () => {
    expect(seen(...hovered, move(on('b')), rest)).toEqual(['show a hover', 'show b hover']);
  });

  it('is not opened when only crossed on the way to the popover', () => {
    const crossing = move(on('b'), { towards: true });
    expect(seen(...hovered, crossing, move(POPOVER), rest, grace)).toEqual(['show a hover']);
  });

  it('goes on resting when the first closes meanwhile', () => {
    expect(seen(...hovered, move(on('b')), grace, rest)).toEqual([
      'show a hover',
      'hide left',
      'show b hover',
    ]);
  });

  it('is not opened by a nudged pointer while focus is inside', () => {
    expect(seen(byKey, { type: 'focus', inside: true }, move(on('b')), rest)).toEqual([
      'show a key',
    ]);
  });

  it('is forgotten on a press, a key, or leaving it', () => {
    for (const event of [press(POPOVER), { type: 'interrupt' }, move(POPOVER)] as Events[]) {
      expect(seen(...hovered, move(on('b')), event, rest)).toEqual(['show a hover']);
    }
  });
});

describe('pinned', () => {
  const pinned = [...hovered, { type: 'pin', pinned: true }] as Events[];

  it.each<[string, Events[]]>([
    ['the pointer leaving', [move(NOTHING), grace]],
    ['a press outside', [press(NOTHING)]],
    ['scrolling', [{ type: 'far' }]],
    ['resting on another mention', [move(on('b')), rest]],
    [
      'focus leaving',
      [
        { type: 'focus', inside: true },
        { type: 'focus', inside: false },
      ],
    ],
    ['a click on its own mention', [{ type: 'click', on: 'a', by: 'click' }]],
  ])('stays in spite of %s', (_, events) => {
    expect(seen(...pinned, ...events)).toEqual(['show a hover']);
  });

  it.each<[string, Events, string]>([
    ['Esc', { type: 'escape' }, 'hide escape'],
    ['its close button', { type: 'close' }, 'hide asked'],
    ['a click on another mention', { type: 'click', on: 'b', by: 'click' }, 'show b click'],
    ['a key on another mention', { type: 'open', on: 'b', by: 'key' }, 'show b key'],
  ])('ends by %s', (_, event, expected) => {
    expect(seen(...pinned, event)).toEqual(['show a hover', expected]);
  });

  it('stays under the pointer when the pin is taken out, until a press outside', () => {
    const unpinned = [...pinned, { type: 'pin', pinned: false }] as Events[];
    expect(seen(...unpinned, move(NOTHING), grace)).toEqual(['show a hover']);
    expect(seen(...unpinned, press(NOTHING))).toEqual(['show a hover', 'hide outside']);
  });
});

describe('timers', () => {
  it('are all stopped whenever a popover closes or opens', () => {
    for (const event of [{ type: 'escape' }, { type: 'open', on: 'b', by: 'key' }] as Events[]) {
      const { effects } = run(...hovered, move(on('b')), event);
      expect(effects.slice(-3)).toEqual(expect.arrayContaining(['stop rest', 'stop grace']));
    }
  });

  it('mean nothing when they come late', () => {
    expect(run(grace, rest).state).toEqual(IDLE);
    expect(seen(...hovered, grace)).toEqual(['show a hover']);
  });
});
