/** The contestants, as they run in a page: bundled by page.ts and called there by name. */
import Mark from 'mark.js';
import {
  type BlockScan,
  createDetector,
  loadGazetteer,
  type PageEvidence,
} from '../../../src/detection/detect.ts';
import { readGazetteerData } from '../../../src/packs/gazetteer.generated.ts';
import { readBlocks } from '../../../src/page/blocks.ts';
import { PageSession } from '../../../src/page/session.ts';
import type { Detector } from '../../../src/page/types.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';

let created: ReturnType<typeof createDetector> | null = null;

/** Makes the gazetteer ready, as the first text that Gloss is on for has it made; the same one afterwards. */
function ready(): ReturnType<typeof createDetector> {
  created ??= createDetector(loadGazetteer(readGazetteerData()));
  return created;
}

/** The same again, whether it is ready or not. */
function readyAgain(): ReturnType<typeof createDetector> {
  created = null;
  return ready();
}

function pageDetector(): Detector<BlockScan> {
  const own = ready();
  return {
    ...own,
    decide: (scan, evidence, ...how) => own.decide(scan, evidence as PageEvidence, ...how),
  };
}

/** Floor A: each text's data is asked for. */
function readData(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let units = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    units += (node as Text).data.length;
  }
  return units;
}

/** Floor B: each code unit is looked at. */
function readUnits(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) sum = (Math.imul(sum, 31) + data.charCodeAt(i)) | 0;
  }
  return sum;
}

const never = () => false;

function collect(): number {
  const reader = readBlocks(document.body);
  let blocks = 0;
  while (reader.next(never)) blocks++;
  return blocks;
}

function match(): number {
  const own = ready();
  const reader = readBlocks(document.body);
  let found = 0;
  for (let block = reader.next(never); block; block = reader.next(never)) {
    found += own.candidates(own.scan(block)).length;
  }
  return found;
}

interface Run {
  readonly session: PageSession<BlockScan>;
  /** Times of all slices, in ms. */
  readonly slices: readonly number[];
  readonly end: () => void;
}

/** All of Gloss's work on the page, slice after slice with no pause between them. */
function gloss(markFrequency: 'section' | 'every' = 'section'): Run {
  const controller = new AbortController();
  const tasks: (() => void)[] = [];
  const slices: number[] = [];
  const session = new PageSession({
    detector: pageDetector(),
    settings: { ...DEFAULT_SETTINGS, markFrequency },
    signal: controller.signal,
    onReport() {},
    clock: { now: () => performance.now(), later: (task) => tasks.push(task) },
  });
  const timed = (task: () => void) => {
    const start = performance.now();
    task();
    slices.push(performance.now() - start);
  };
  timed(() => session.start());
  while (session.state !== 'ready') timed(tasks.shift() ?? (() => undefined));
  return { session, slices, end: () => controller.abort() };
}

function expression(terms: readonly string[]): RegExp {
  const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  escaped.sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Search over the whole text at once: fast to write, and blind to where anything stands. */
function searchText(terms: readonly string[]): number {
  return [...(document.body.textContent ?? '').matchAll(expression(terms))].length;
}

/** What many tools do: each hit wrapped in an element, in text nodes one by one. */
function wrapInSpans(terms: readonly string[]): number {
  const hits = expression(terms);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: [Text, number, number][] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const hit of (node as Text).data.matchAll(hits)) {
      found.push([node as Text, hit.index, hit[0].length]);
    }
  }
  for (const [node, start, length] of found.reverse()) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + length);
    range.surroundContents(document.createElement('span'));
  }
  return found.length;
}

function markJs(terms: readonly string[]): Promise<number> {
  const options = { accuracy: 'exactly', separateWordSearch: false, caseSensitive: true } as const;
  return new Promise((done) => new Mark(document.body).mark([...terms], { ...options, done }));
}

/** Distances of the points of a grid over the window, in px: no line or word is missed. */
const GRID = { x: 31, y: 7 };

/** Mean time of a hit test, and of the bare native call at the same points, in ms. */
function hover({ session }: Run): { ours: number; bare: number } {
  const points: [number, number][] = [];
  for (let y = 0; y < innerHeight; y += GRID.y) {
    for (let x = 0; x < innerWidth; x += GRID.x) points.push([x, y]);
  }
  const time = (test: (x: number, y: number) => unknown) => {
    const start = performance.now();
    for (const [x, y] of points) test(x, y);
    return (performance.now() - start) / points.length;
  };
  const bare = time((x, y) => document.caretPositionFromPoint(x, y, { shadowRoots: [] }));
  const ours = time((x, y) => session.mentionAt(x, y));
  return { ours, bare };
}

const contestants = {
  ready,
  readyAgain,
  readData,
  readUnits,
  collect,
  match,
  gloss,
  searchText,
  wrapInSpans,
  markJs,
  hover,
};
export type Contestants = typeof contestants;
Object.assign(globalThis, { bench: contestants });
