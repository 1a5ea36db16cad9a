/** Openings of the popover as they run in a page: bundled by ../popover.ts and called there by name. */
import '../../fixtures/extension.ts';
import { OwnHosts } from '../../../src/opening/own-hosts.ts';
import { createPopover } from '../../../src/opening/popover.ts';
import type { PageMention } from '../../../src/page/types.ts';
import { createSurface } from '../../../src/popover/surface.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';
import { CARDS } from '../../fixtures/cards.ts';
import { endMark, type Opening, startMark } from './opening.ts';

/** More turns of the microtask queue than placing takes. */
const MICROTASKS = 100;

/** The emphasised words of the bench's pages play the mentions. */
function mentionOf(element: Element, entity: string): PageMention {
  const text = element.textContent ?? '';
  return {
    entity,
    type: CARDS.get(entity)?.type ?? 'topic',
    text,
    mention: { entity, start: 0, end: text.length, score: 1, ambiguous: false, reasons: [] },
    rects: () => [...element.getClientRects()],
    range: () =>
      new StaticRange({
        startContainer: element,
        startOffset: 0,
        endContainer: element,
        endOffset: element.childNodes.length,
      }),
    element,
    link: null,
    isCurrent: () => element.isConnected,
  };
}

/** As the settings have it at first: what it is does not matter here, since timers are not measured. */
const REST_MS = DEFAULT_SETTINGS.openingDelay;

/**
 * The popovers of one entity after another, at one word of the page after another.
 * @param isMention whether a pointer at this word is at a mention
 */
function gloss(opening: Settings['opening'] = 'hover', isMention = (_: Element) => true) {
  const end = new AbortController();
  const entities = [...CARDS.keys()];
  const words = [...document.querySelectorAll('em')];
  const mentions = new Map<Element, PageMention>();
  /** The words stand for other entities from now on. */
  const turn = (by: number) => {
    for (const [i, word] of words.entries()) {
      mentions.set(word, mentionOf(word, entities[(i + by) % entities.length] ?? ''));
    }
  };
  turn(0);
  const controller = createPopover({
    load: async () => ({ createSurface }),
    hosts: new OwnHosts(),
    mentionAt: (x, y) => {
      const word = document.elementFromPoint(x, y)?.closest('em');
      return (word && isMention(word) && mentions.get(word)) || null;
    },
    card: (id) => CARDS.get(id),
    fetchCard: async () => null,
    settings: () => ({ ...DEFAULT_SETTINGS, opening }),
    mute: async () => true,
    unmute: async () => {},
    signal: end.signal,
  });
  return {
    open: (i: number) => {
      const word = words[i % words.length];
      const mention = word && mentions.get(word);
      if (mention) controller.openAt(mention, { focus: false });
    },
    turn,
    close: () => controller.close(),
    end: () => end.abort(),
  };
}

/** The least that shows anything in the top layer: one element with one line of text. */
function emptyPopover() {
  const element = document.createElement('div');
  element.popover = 'manual';
  element.textContent = 'CATL';
  document.documentElement.append(element);
  return {
    open: () => element.showPopover(),
    close: () => element.hidePopover(),
    end: () => element.remove(),
  };
}

const nothing = () => ({ open() {}, close() {}, end() {} });

const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));

/** When the frame that is being made has been painted, as far as the page's own thread goes. */
function painted(): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  });
}

/**
 * One opening, from the end of the delay to the painted popover. Marks in the trace, by this name, what
 * is between the two.
 */
async function timed(name: string, open: () => void): Promise<Opening> {
  const start = performance.mark(startMark(name)).startTime;
  open();
  for (let turn = 0; turn < MICROTASKS; turn += 1) await null;
  const worked = performance.now();
  await nextFrame();
  const frameStart = performance.now();
  const end = await painted();
  performance.mark(endMark(name));
  return { work: worked - start, wait: frameStart - worked, frame: end - frameStart };
}

const contestants = { gloss, emptyPopover, nothing };

/** Opens and closes `rounds` times. */
async function openings(name: keyof typeof contestants, rounds: number): Promise<Opening[]> {
  const { open, close, end } = contestants[name]();
  const found: Opening[] = [];
  for (let i = 0; i < rounds; i += 1) {
    await nextFrame();
    await painted();
    found.push(await timed(name, () => open(i)));
    close();
  }
  end();
  return found;
}

/** The word under the pointer is one contestant's: those of one page take turns, in one run. */
interface RestingPlace {
  readonly name: keyof typeof contestants;
  /** Its middle, in client coordinates. */
  readonly x: number;
  readonly y: number;
}

/**
 * Gives the words that are on screen to the contestants by turns, and from now on measures what happens
 * when a pointer has rested on one: from the very end of the delay, since what comes before is the
 * reader's.
 */
function rests(): { places: RestingPlace[]; next(round: number): Promise<Opening> } {
  // Below the head of the page there is more text.
  document.querySelector('em')?.scrollIntoView();
  const words = [...document.querySelectorAll('em')].filter((word) => {
    const { top, bottom } = word.getBoundingClientRect();
    return top > 0 && bottom < innerHeight && word.getClientRects().length === 1;
  });
  const names = Object.keys(contestants) as (keyof typeof contestants)[];
  const places = words.map((word, i): RestingPlace => {
    const { left, top, width, height } = word.getBoundingClientRect();
    return { name: names[i % names.length] ?? 'nothing', x: left + width / 2, y: top + height / 2 };
  });
  const ownerOf = (word: Element | null) => {
    const at = words.indexOf(word as HTMLElement);
    return at < 0 ? null : (places[at]?.name ?? null);
  };
  let noted: (opening: Opening) => void = () => {};
  let owner: keyof typeof contestants | null = null;
  const own = globalThis.setTimeout;
  const patched = (run: () => void, ms?: number) =>
    own(
      ms === REST_MS
        ? () => {
            if (owner) void timed(owner, run).then(noted);
          }
        : run,
      ms,
    );
  globalThis.setTimeout = patched as typeof setTimeout;
  const ours = gloss('hover', (word) => ownerOf(word) === 'gloss');
  const floors = { emptyPopover: emptyPopover(), nothing: nothing() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('pointermove', ({ target }) => {
    owner = target instanceof Element ? ownerOf(target.closest('em')) : null;
    clearTimeout(timer);
    if (owner === 'emptyPopover' || owner === 'nothing')
      timer = setTimeout(floors[owner].open, REST_MS);
  });
  addEventListener('keydown', () => floors.emptyPopover.close());
  return {
    places,
    next: (round) => {
      ours.turn(round);
      return new Promise((done) => {
        noted = done;
      });
    },
  };
}

/** Notes how long each click takes to be answered on screen, in ms; what takes under 16 is not told. */
function noteClicks(): { durations: number[] } {
  const durations: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'click') durations.push(duration);
    }
  });
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  return { durations };
}

const bench = { openings, gloss, rests, noteClicks };
export type PopoverBench = typeof bench;
Object.assign(globalThis, { popoverBench: bench });
