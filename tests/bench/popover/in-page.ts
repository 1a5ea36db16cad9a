/** Openings of the popover as they run in a page: bundled by ../popover.ts and called there by name. */
import '../../fixtures/extension.ts';
import type { PageMention } from '../../../src/page/types.ts';
import { createPopover } from '../../../src/popover/popover.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';
import { CARDS } from '../../fixtures/cards.ts';

/** More turns of the microtask queue than placing takes. */
const MICROTASKS = 100;

interface Opening {
  /** The task that opens and all that it has queued, in ms. */
  work: number;
  /** Style, layout and paint of the frame that shows it, in ms. */
  frame: number;
}

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

/** The popovers of one entity after another, at one word of the page after another. */
function gloss(opening: Settings['opening'] = 'hover') {
  const end = new AbortController();
  const entities = [...CARDS.keys()];
  const words = [...document.querySelectorAll('em')];
  const mentions = new Map(
    words.map((word, i) => [word, mentionOf(word, entities[i % entities.length] ?? '')]),
  );
  const controller = createPopover({
    mentionAt: (x, y) => {
      const word = document.elementFromPoint(x, y)?.closest('em');
      return (word && mentions.get(word)) ?? null;
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

/** One opening, from the end of the delay to the painted popover, without the wait for the screen. */
async function timed(open: () => void): Promise<Opening> {
  const start = performance.now();
  open();
  for (let turn = 0; turn < MICROTASKS; turn += 1) await null;
  const work = performance.now() - start;
  await nextFrame();
  const frameStart = performance.now();
  return { work, frame: (await painted()) - frameStart };
}

const contestants = { gloss, emptyPopover, nothing };

/** Opens and closes `rounds` times. */
async function openings(name: keyof typeof contestants, rounds: number): Promise<Opening[]> {
  const { open, close, end } = contestants[name]();
  const found: Opening[] = [];
  for (let i = 0; i < rounds; i += 1) {
    await nextFrame();
    await painted();
    found.push(await timed(() => open(i)));
    close();
  }
  end();
  return found;
}

/**
 * From now on, measures what happens when the pointer has rested: from the very end of the delay, since
 * what comes before is the reader's. Only openings are noted, not what a pointer passes.
 */
function noteRests(): { rests: Opening[] } {
  const rests: Opening[] = [];
  const own = globalThis.setTimeout;
  const isShown = () => document.querySelector('gloss-popover:popover-open') !== null;
  const patched = (run: () => void, ms?: number) =>
    own(
      ms === REST_MS
        ? () => void timed(run).then((opening) => isShown() && rests.push(opening))
        : run,
      ms,
    );
  globalThis.setTimeout = patched as typeof setTimeout;
  return { rests };
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

const bench = { openings, gloss, noteRests, noteClicks };
export type PopoverBench = typeof bench;
Object.assign(globalThis, { popoverBench: bench });
