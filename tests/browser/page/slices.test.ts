/**
 * No slice is longer than 4 ms, whatever the page does: shown with a clock that no machine slows down.
 * It does not run by itself; each native call that costs a page something moves it on by about what that
 * call takes on a slow phone, and so do detection's two steps.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PageSession } from '../../../src/page/session.ts';
import { type Clock, REST_FACTOR, SLICE_MS } from '../../../src/page/slices.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';
import { type FakeScan, fakeDetector } from './fake-detector.ts';
import { element } from './harness.ts';

/** What things cost, in ms. */
const COSTS = {
  now: 0.001,
  step: 0.002,
  style: 0.02,
  place: 0.01,
  mark: 0.01,
  sweep: 0.5,
  scan: 0.4,
};

class CountedClock implements Clock {
  time = 0;
  readonly #tasks: { task: () => void; due: number }[] = [];

  now = (): number => {
    this.time += COSTS.now;
    return this.time;
  };
  later(task: () => void, delay: number): void {
    this.#tasks.push({ task, due: this.time + delay });
  }
  /** Runs slices until nothing is left to do, or as long as is asked. @returns how long each took */
  run(isEnough = () => false, until = Number.POSITIVE_INFINITY): number[] {
    const slices: number[] = [];
    while (!isEnough()) {
      const [next] = this.#tasks;
      if (!next || Math.max(this.time, next.due) >= until) break;
      this.#tasks.shift();
      this.time = Math.max(this.time, next.due);
      const start = this.time;
      next.task();
      slices.push(this.time - start);
    }
    return slices;
  }
  /** Runs what is due until then, and goes on to that time. @returns how long each slice took */
  runTo(time: number): number[] {
    const slices = this.run(() => false, time);
    this.time = Math.max(this.time, time);
    return slices;
  }
}

let clock: CountedClock;
let controller: AbortController;

/** Makes a native function move the clock on, and do what it does. */
function charge<T extends object, K extends keyof T>(owner: T, name: K, cost: number): void {
  const original = owner[name] as (...args: unknown[]) => unknown;
  vi.spyOn(owner, name as never).mockImplementation(function (this: unknown, ...args: unknown[]) {
    clock.time += cost;
    return original.apply(this, args);
  } as never);
}

beforeEach(() => {
  clock = new CountedClock();
  controller = new AbortController();
  charge(TreeWalker.prototype, 'nextNode', COSTS.step);
  charge(TreeWalker.prototype, 'previousNode', COSTS.step);
  charge(Element.prototype, 'querySelectorAll', COSTS.sweep);
  charge(globalThis as Window & typeof globalThis, 'getComputedStyle', COSTS.style);
  charge(Element.prototype, 'checkVisibility', COSTS.style);
  charge(Element.prototype, 'getBoundingClientRect', COSTS.style);
  charge(Element.prototype, 'closest', COSTS.place);
  charge(Node.prototype, 'compareDocumentPosition', COSTS.place);
  charge(Highlight.prototype, 'add', COSTS.mark);
  charge(Highlight.prototype, 'delete', COSTS.mark);
});

afterEach(() => {
  controller.abort();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

function start(html: string, settings: Partial<Settings> = {}): PageSession<FakeScan> {
  document.body.innerHTML = html;
  const detector = fakeDetector();
  const session = new PageSession<FakeScan>({
    detector: {
      ...detector,
      scan: (block) => {
        clock.time += COSTS.scan;
        return detector.scan(block);
      },
      decide: (...args) => {
        clock.time += COSTS.scan;
        return detector.decide(...args);
      },
    },
    settings: { ...DEFAULT_SETTINGS, markFrequency: 'every', ...settings },
    signal: controller.signal,
    onReport() {},
    clock,
  });
  session.start();
  return session;
}

/** Runs to the end, and says how long the longest slice was. */
function longest(): number {
  const slices = clock.run();
  expect(slices.length).toBeGreaterThan(0);
  return Math.max(...slices);
}

/** Mutation observers have been called. */
const observed = () => new Promise<void>((resolve) => setTimeout(resolve));

function count(): number {
  let all = 0;
  for (const [name, highlight] of CSS.highlights)
    if (name.startsWith('gloss-')) all += highlight.size;
  return all;
}

const PARAGRAPHS = '<p>Of <b>China</b> and CATL.</p>'.repeat(600);

test('reading and marking a page of many mentions', () => {
  const before = clock.time;
  const session = start(PARAGRAPHS);
  // The slice that start itself takes.
  expect(clock.time - before).toBeLessThanOrEqual(SLICE_MS);
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  expect(session.state).toBe('ready');
  expect(session.outline().stops).toBe(1200);
});

test.each([
  ['all marks go but a few', { markFrequency: 'first' }],
  ['all marks go', { hiddenTypes: ['place', 'organization'] }],
  ['all blocks are decided anew', { ambiguity: 'strict' }],
  ['furniture is left out', { markFurniture: false }],
] as const)('settings: %s', (_, change) => {
  const base = { markFurniture: true } as const;
  const session = start(`${PARAGRAPHS}<nav>${PARAGRAPHS}</nav>`, base);
  clock.run();
  const marked = session.outline().stops;
  session.applySettings({
    ...DEFAULT_SETTINGS,
    markFrequency: 'every',
    ...base,
    ...(change as Partial<Settings>),
  });
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  if (_ !== 'all blocks are decided anew') expect(session.outline().stops).toBeLessThan(marked);
});

test('one text of a million characters', () => {
  const session = start(`<p>${'Now China and much else is said here. '.repeat(27_000)}</p>`);
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  expect(session.mentionsOf('china')).toHaveLength(27_000);
});

test('a long text without a space, and a hundred thousand empty nodes', () => {
  start(
    `<p>${'x'.repeat(200_000)}</p>${'<i> </i>'.repeat(20_000)}<pre>${'<b>x</b>'.repeat(20_000)}</pre>`,
  );
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
});

test('everything is taken away, and other text comes', async () => {
  const session = start(PARAGRAPHS);
  clock.run();
  document.body.innerHTML = `<main>${PARAGRAPHS}</main>`;
  await observed();
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  expect(session.outline().stops).toBe(1200);
});

test('a page that changes a thousand times a second costs a bounded share, and is right within a second of its rest', async () => {
  const session = start(`<main>${'<p>At first.</p>'.repeat(300)}</main>`);
  clock.run();
  const texts = ['Of China.', 'Nothing here.', 'CATL and China.', 'COP26.', 'No more.'];
  const paragraphs = document.querySelectorAll('p');
  const begin = clock.time;
  const slices: number[] = [];
  const CHANGES = 3000;
  for (let n = 0; n < CHANGES; n++) {
    const at = paragraphs[(n * 7) % paragraphs.length];
    if (at?.firstChild) (at.firstChild as Text).data = texts[n % texts.length] ?? '';
    // Its observers are called in between.
    await null;
    slices.push(...clock.runTo(begin + n + 1));
  }
  const end = clock.time;
  const worked = slices.reduce((sum, each) => sum + each, 0);
  expect(Math.max(...slices)).toBeLessThanOrEqual(SLICE_MS);
  // One slice more may have begun than its rest has gone by.
  expect(worked).toBeLessThanOrEqual((end - begin) / (1 + REST_FACTOR) + SLICE_MS);
  clock.run();
  expect(clock.time - end).toBeLessThan(1000);
  const now = [...paragraphs].map((paragraph) => paragraph.textContent ?? '').join(' ');
  const wanted = [...now.matchAll(/China|CATL|COP26/g)].length;
  expect(count()).toBe(wanted);
  expect(session.mentionsOf('china')).toHaveLength([...now.matchAll(/China/g)].length);
});

test('the end of a long run of words changes', async () => {
  start(`<p>${'<i>word </i>'.repeat(5000)}<b>here</b></p>`);
  clock.run();
  element('b').textContent = 'of China';
  await observed();
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  expect(count()).toBe(1);
});

test('the page turns dark', async () => {
  document.body.style.color = 'black';
  start(PARAGRAPHS);
  clock.run();
  const light = CSS.highlights.get('gloss-place')?.size ?? 0;
  expect(light).toBeGreaterThan(0);
  document.body.style.color = 'white';
  await observed();
  const slowest = longest();
  document.body.removeAttribute('style');
  expect(slowest).toBeLessThanOrEqual(SLICE_MS);
  expect(CSS.highlights.get('gloss-dark-place')?.size).toBe(light);
  expect(CSS.highlights.has('gloss-place')).toBe(false);
});

test('attributes change around a thousand hidden texts', async () => {
  start(`<main>${'<div style="display:none">China</div>'.repeat(1000)}</main>`);
  clock.run();
  element('main').className = 'x';
  await observed();
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
});

test('text in the middle of the page is read first, and all that is around it then', () => {
  const far = '<div style="height:9000px"></div>';
  document.body.innerHTML = '';
  const page = `${PARAGRAPHS}${far}<section id="seen">${PARAGRAPHS}</section>${far}${PARAGRAPHS}`;
  document.body.innerHTML = page;
  element('#seen').scrollIntoView();
  const session = start(page);
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  expect(session.mentionsOf('china')).toHaveLength(1800);
  const places = session.mentionsOf('china').map(({ range }) => range);
  expect(places).toHaveLength(1800);
  scrollTo(0, 0);
});

test('where the reader goes while a long page is read is read before what lies between', () => {
  const session = start(`<section>${PARAGRAPHS}</section><p id="seen">The <b>COP26</b>.</p>
    <section>${PARAGRAPHS}</section>`);
  clock.run(() => count() > 0);
  expect(session.mentionsOf('cop26')).toEqual([]);
  element('#seen').scrollIntoView({ block: 'center' });
  dispatchEvent(new Event('scroll'));
  expect(Math.max(...clock.run(() => CSS.highlights.has('gloss-event')))).toBeLessThanOrEqual(
    SLICE_MS,
  );
  expect(session.state).toBe('scanning');
  expect(session.read).toBeLessThan(0.5);
  // What was seen there is not gone back to.
  scrollTo(0, 0);
  dispatchEvent(new Event('scroll'));
  expect(longest()).toBeLessThanOrEqual(SLICE_MS);
  expect(session.mentionsOf('china')).toHaveLength(1200);
  expect(session.mentionsOf('cop26')).toHaveLength(1);
  expect(session.outline().stops).toBe(2401);
  expect(session.step(1200)?.entity).toBe('cop26');
});

test('what is in view is marked long before the rest has been read', () => {
  const session = start(`<section>${PARAGRAPHS}</section>`);
  const slices = clock.run(() => count() > 0);
  expect(count()).toBeGreaterThan(0);
  expect(session.state).toBe('scanning');
  expect(session.read).toBeLessThan(0.5);
  expect(Math.max(...slices)).toBeLessThanOrEqual(SLICE_MS);
  clock.run();
  expect(session.outline().stops).toBe(1200);
});

test('a long page gets marks while it is read, wherever the reader is', () => {
  // Nothing of this is in view, so nothing is read first.
  const session = start(`<div style="height:9000px"></div><section>${PARAGRAPHS}</section>`);
  clock.run(() => count() > 0);
  expect(session.state).toBe('scanning');
  expect(session.read).toBeLessThan(1);
  clock.run();
  expect(session.outline().stops).toBe(1200);
});

test('the first name of a page is marked soon after it has been read, however late that is', () => {
  const plain = PARAGRAPHS.replaceAll('China', 'Spain').replaceAll('CATL', 'Seat');
  for (const before of [1, 2, 3, 4, 5]) {
    const names = '<p>The <b>COP26</b>.</p>';
    const session = start(`${plain.repeat(before)}${names}${plain.repeat(8)}`);
    const share = before / (before + 8);
    clock.run(() => CSS.highlights.has('gloss-event'));
    expect(session.read).toBeGreaterThan(share * 0.95);
    expect(session.read).toBeLessThan(share * 1.2);
    clock.run();
    controller.abort();
    controller = new AbortController();
  }
});
