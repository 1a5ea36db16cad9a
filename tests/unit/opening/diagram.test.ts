/**
 * docs/popover.md draws the opening machine and lists its transitions; here the machine is walked
 * through every state that it can reach and held to both. What the table does not list must change
 * nothing.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Event, IDLE, type Sample, type State, step } from '../../../src/opening/opening.ts';

type M = 'a' | 'b';

const DOC = readFileSync(new URL('../../../docs/popover.md', import.meta.url), 'utf8');

const HERE: Sample = { x: 0, y: 0, t: 0 };
/** In no time at all: faster than any limit. */
const FAR_OFF: Sample = { x: 100, y: 0, t: 0 };

function move(over: M | 'popover' | null, more: object = {}): Event<M> {
  const there =
    over === null
      ? { kind: 'nothing' as const }
      : over === 'popover'
        ? { kind: 'popover' as const }
        : { kind: 'mention' as const, on: over };
  return { type: 'move', at: HERE, over: there, armed: true, towards: false, ...more };
}

/** The table's events, by the names that it has for them. */
const EVENTS: Readonly<Record<string, Event<M>>> = {
  'on a': move('a'),
  'on b': move('b'),
  'on a unarmed': move('a', { armed: false }),
  'on b unarmed': move('b', { armed: false }),
  'fast over a': move('a', { at: FAR_OFF }),
  'fast over b': move('b', { at: FAR_OFF }),
  off: move(null),
  'off towards': move(null, { towards: true }),
  'on b towards': move('b', { towards: true }),
  inside: move('popover'),
  'rest timer': { type: 'timer', timer: 'rest' },
  'grace timer': { type: 'timer', timer: 'grace' },
  'press a': { type: 'press', over: { kind: 'mention', on: 'a' } },
  'press b': { type: 'press', over: { kind: 'mention', on: 'b' } },
  'press off': { type: 'press', over: { kind: 'nothing' } },
  'press inside': { type: 'press', over: { kind: 'popover' } },
  'click a': { type: 'click', on: 'a', by: 'click' },
  'click b': { type: 'click', on: 'b', by: 'click' },
  drag: { type: 'drag' },
  Esc: { type: 'escape' },
  interrupt: { type: 'interrupt' },
  'focus in': { type: 'focus', inside: true },
  'focus out': { type: 'focus', inside: false },
  pin: { type: 'pin', pinned: true },
  unpin: { type: 'pin', pinned: false },
  'key a': { type: 'open', on: 'a', by: 'key' },
  'key b': { type: 'open', on: 'b', by: 'key' },
  far: { type: 'far' },
  close: { type: 'close' },
};

/** A state in the table's words. */
function words(state: State<M>): string {
  if (state.name === 'idle') return state.spent ? `idle, ${state.spent} spent` : 'idle';
  const parts: string[] = [`${state.name} ${state.on}`];
  if ('by' in state) parts.push(`by ${state.by}`, state.focused ? 'focused' : '');
  if ('next' in state && state.next) parts.push(`next ${state.next.on}`);
  return parts.filter(Boolean).join(', ');
}

/** The pointer's last place is where every event begins. */
function settled(state: State<M>): State<M> {
  if (state.name === 'resting') return { ...state, at: HERE };
  return 'next' in state && state.next ? { ...state, next: { ...state.next, at: HERE } } : state;
}

/** Every state that the events lead to, by its words. */
function reachable(): ReadonlyMap<string, State<M>> {
  const found = new Map<string, State<M>>([[words(IDLE), IDLE]]);
  for (const state of found.values()) {
    for (const event of Object.values(EVENTS)) {
      const next = settled(step(state, event, (a, b) => a === b).state);
      if (!found.has(words(next))) found.set(words(next), next);
    }
  }
  return found;
}

/** Openings, closings and timers begun; that timers end is tested with the machine. */
function effectsOf(state: State<M>, event: Event<M>): string {
  const { effects } = step(state, event, (a, b) => a === b);
  return effects
    .flatMap((effect) => {
      if (effect.type === 'start') return [`start ${effect.timer}`];
      if (effect.type === 'show') return [`show ${effect.on}`];
      return effect.type === 'hide' ? [`hide: ${effect.reason}`] : [];
    })
    .join(', ');
}

interface Row {
  from: string[];
  events: string[];
  to: string;
  effects: string;
}

/** Cells hold alternatives, separated by semicolons. */
const ROWS: Row[] = DOC.split('\n')
  .filter((line) => /^\| (?!From|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, from = '', events = '', to = '', effects = '']) => ({
    from: from.split('; '),
    events: events.split('; '),
    to,
    effects,
  }));

/** Whether a state is one of the row's: all that the cell says is said of the state, in its order. */
function fits(pattern: string, state: string): boolean {
  if (pattern === 'any') return true;
  const said = state.split(', ');
  return pattern
    .split(', ')
    .every((part) =>
      part.startsWith('not ')
        ? !said.includes(part.slice(4))
        : said.some((s) => s.startsWith(part)),
    );
}

/** The order in which a state's parts are told. */
const PARTS = ['by', 'focused', 'next'];

/**
 * A row's end state. `…` is what was said of the state before, `… leaving` the same under another
 * name; then come the parts that are new, and with `no` those that are gone.
 */
function endOf(row: Row, from: string): string {
  if (!row.to.startsWith('…')) return row.to;
  const [name = '', ...changes] = row.to.slice(1).trim().split(', ');
  const [head = '', ...before] = from.split(', ');
  const keyOf = (part: string) => part.split(' ')[0] ?? '';
  const parts = new Map(before.map((part) => [keyOf(part), part]));
  for (const change of changes) {
    if (change.startsWith('no ')) parts.delete(change.slice(3));
    else parts.set(keyOf(change), change);
  }
  const told = PARTS.flatMap((key) => parts.get(key) ?? []);
  return [name ? head.replace(/^\w+/, name) : head, ...told].join(', ');
}

const STATES = reachable();
/** Those about mention a; those about b are the same with the letters changed. */
const ABOUT_A = [...STATES.keys()].filter((state) => !/^(\w+ b\b|idle, b)/.test(state));

describe('the table of docs/popover.md', () => {
  it('is there, and knows every event by its name', () => {
    expect(ROWS.length).toBeGreaterThan(20);
    const unknown = ROWS.flatMap(({ events }) => events.filter((name) => !(name in EVENTS)));
    expect(unknown).toEqual([]);
  });

  it('says what the machine does, in every state that it can reach, on every event', () => {
    const wrong: string[] = [];
    const used = new Set<Row>();
    for (const from of ABOUT_A) {
      const state = STATES.get(from) ?? IDLE;
      for (const [name, event] of Object.entries(EVENTS)) {
        const rows = ROWS.filter(
          (row) => row.events.includes(name) && row.from.some((pattern) => fits(pattern, from)),
        );
        if (rows.length > 1) wrong.push(`${from} + ${name}: ${rows.length} rows`);
        const [row] = rows;
        if (row) used.add(row);
        const said = row ? `${endOf(row, from)} | ${row.effects}` : `${from} | `;
        const done = `${words(settled(step(state, event, (a, b) => a === b).state))} | ${effectsOf(state, event)}`;
        if (said !== done) wrong.push(`${from} + ${name}: the table says ${said}, it is ${done}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(ROWS.filter((row) => !used.has(row)).map(({ from, events }) => [from, events])).toEqual(
      [],
    );
  });

  it('has the arrows of the drawing, and no other', () => {
    const drawn = [...DOC.matchAll(/^ {4}(\w+) --> (\w+)/gm)].map(
      ([, from, to]) => `${from} ${to}`,
    );
    const real = new Set<string>();
    for (const state of STATES.values()) {
      for (const event of Object.values(EVENTS)) {
        const { name } = step(state, event, (a, b) => a === b).state;
        if (name !== state.name) real.add(`${state.name} ${name}`);
      }
    }
    expect([...new Set(drawn)].sort()).toEqual([...real].sort());
  });
});
