/** A page with a session on it, and what a reader would see of its marks. */
import { afterEach } from 'vitest';
import type { FrameReport } from '../../../src/messaging/messages.ts';
import { PageSession } from '../../../src/page/session.ts';
import type { Detector } from '../../../src/page/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';
import { type FakeScan, fakeDetector } from './fake-detector.ts';

let controller: AbortController | null = null;

afterEach(() => {
  controller?.abort();
  controller = null;
  document.body.innerHTML = '';
  scrollTo(0, 0);
});

export interface Opened {
  readonly session: PageSession<FakeScan>;
  readonly reports: FrameReport[];
  /** Texts given to the detector, in order. */
  readonly scanned: string[];
  readonly end: () => void;
}

/** Fills the body, starts a session with the given settings, and waits for the first pass. */
export async function open(html: string, settings: Partial<Settings> = {}): Promise<Opened> {
  document.body.innerHTML = html;
  return openHere(settings);
}

/**
 * The same on the body as it is.
 * @param detector in place of the usual one, which notes what it scans
 */
export async function openHere(
  settings: Partial<Settings> = {},
  detector?: Detector<FakeScan>,
): Promise<Opened> {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  const reports: FrameReport[] = [];
  const scanned: string[] = [];
  const session = new PageSession({
    detector: detector ?? fakeDetector(scanned),
    settings: { ...DEFAULT_SETTINGS, markFrequency: 'every', ...settings },
    signal,
    onReport: (report) => reports.push(report),
  });
  session.start();
  await until(() => session.state === 'ready');
  return { session, reports, scanned, end: () => controller?.abort() };
}

/** Waits for a condition, looking at every frame. */
export async function until(condition: () => boolean, what = String(condition)): Promise<void> {
  const LONGEST_MS = 30_000;
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > LONGEST_MS) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** A StaticRange whose text has gone or shrunk is not painted; only our own look-up may not use it. */
function isPainted({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: AbstractRange): boolean {
  const fits = (node: Node, offset: number) => node instanceof Text && offset <= node.length;
  return (
    startContainer.isConnected && fits(startContainer, startOffset) && fits(endContainer, endOffset)
  );
}

/** Texts of all marks in the registry, in page order. */
export function marks(): string[] {
  const ranges: AbstractRange[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (name.startsWith('gloss-') && name !== 'gloss-flash') ranges.push(...highlight);
  }
  return ranges
    .filter(isPainted)
    .map(toRange)
    .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
    .map(String);
}

function toRange(range: AbstractRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

export function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
