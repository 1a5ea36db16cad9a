import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clock, REST_FACTOR, SLICE_MS, Slicer, STOP_MS } from '../../../src/page/slices.ts';

/** A clock that moves only when told to, with a list of tasks. */
class FakeClock implements Clock {
  time = 0;
  readonly tasks: { at: number; task: () => void }[] = [];
  now = () => this.time;
  later(task: () => void, delay: number): void {
    this.tasks.push({ at: this.time + delay, task });
  }
  /** Runs the next task, at its time. @returns how long it was waited for, in ms */
  next(): number {
    const [next] = this.tasks.sort((a, b) => a.at - b.at).splice(0, 1);
    if (!next) throw new Error('nothing to do');
    const waited = Math.max(0, next.at - this.time);
    this.time += waited;
    next.task();
    return waited;
  }
}

const doc = Object.assign(new EventTarget(), { visibilityState: 'visible' });
let clock: FakeClock;
let controller: AbortController;

beforeEach(() => {
  vi.stubGlobal('document', doc);
  doc.visibilityState = 'visible';
  clock = new FakeClock();
  controller = new AbortController();
});
afterEach(() => vi.unstubAllGlobals());

/** Work in steps that each take `step` ms, noting how long each slice took. */
function job(steps: number, step: number) {
  const slices: number[] = [];
  let left = steps;
  const turn = (isOver: () => boolean) => {
    const start = clock.time;
    while (left > 0 && !isOver()) {
      clock.time += step;
      left--;
    }
    slices.push(clock.time - start);
    return left === 0;
  };
  return { slices, turn, more: (n: number) => (left += n) };
}

test('no slice is longer than its budget and one step', () => {
  const { slices, turn } = job(100, 0.5);
  const slicer = new Slicer(turn, controller.signal, clock);
  slicer.runNow();
  while (clock.tasks.length > 0) clock.next();
  expect(slices.reduce((a, b) => a + b)).toBe(50);
  expect(Math.max(...slices)).toBeLessThanOrEqual(STOP_MS + 0.5);
  expect(STOP_MS + 0.5).toBeLessThan(SLICE_MS);
  expect(slices.length).toBe(50 / STOP_MS);
});

test('the first reading takes no rests; after it every slice is followed by one', () => {
  // Steps of 1 ms, as many as a slice takes.
  const full = Math.ceil(STOP_MS);
  const work = job(5 * full + 1, 1);
  const slicer = new Slicer(work.turn, controller.signal, clock);
  slicer.runNow();
  const waits: number[] = [];
  while (clock.tasks.length > 0) waits.push(clock.next());
  expect(waits).toEqual([0, 0, 0, 0, 0]);

  work.more(2 * full);
  slicer.request();
  expect(clock.next()).toBe(0);
  expect(clock.next()).toBe(full * REST_FACTOR);
  expect(clock.tasks).toEqual([]);
  work.more(1);
  slicer.request();
  expect(clock.next()).toBe(full * REST_FACTOR);
});

test('a page that never stops changing costs at most a tenth of the time', () => {
  const work = job(1, 1);
  const slicer = new Slicer(work.turn, controller.signal, clock);
  slicer.runNow();
  const start = clock.time;
  work.slices.length = 0;
  while (clock.time - start < 10_000) {
    work.more(50);
    slicer.request();
    clock.next();
  }
  const busy = work.slices.reduce((a, b) => a + b);
  expect(busy / (clock.time - start)).toBeLessThanOrEqual(1 / (1 + REST_FACTOR) + 0.001);
  expect(busy).toBeGreaterThan(0);
});

test('a page that has come to rest is soon done with', () => {
  const work = job(1, 1);
  const slicer = new Slicer(work.turn, controller.signal, clock);
  slicer.runNow();
  const start = clock.time;
  // Three seconds of it, at a tenth of the time.
  work.more(300);
  slicer.request();
  while (clock.tasks.length > 0) clock.next();
  expect(clock.time - start).toBeLessThan(1000);
});

test('many requests make one slice', () => {
  const { slices, turn } = job(0, 1);
  const slicer = new Slicer(turn, controller.signal, clock);
  for (let i = 0; i < 1000; i++) slicer.request();
  expect(clock.tasks).toHaveLength(1);
  clock.next();
  expect(slices).toHaveLength(1);
});

test('a hidden document waits until it is shown', () => {
  doc.visibilityState = 'hidden';
  const { slices, turn } = job(1, 1);
  const slicer = new Slicer(turn, controller.signal, clock);
  slicer.runNow();
  slicer.request();
  expect(clock.tasks).toEqual([]);
  doc.dispatchEvent(new Event('visibilitychange'));
  expect(clock.tasks).toEqual([]);
  doc.visibilityState = 'visible';
  doc.dispatchEvent(new Event('visibilitychange'));
  clock.next();
  expect(slices).toEqual([1]);
});

test('nothing runs after the signal', () => {
  const { slices, turn } = job(10, 1);
  const slicer = new Slicer(turn, controller.signal, clock);
  slicer.runNow();
  controller.abort();
  while (clock.tasks.length > 0) clock.next();
  slicer.request();
  expect(slices).toHaveLength(1);
  expect(clock.tasks).toEqual([]);
});
