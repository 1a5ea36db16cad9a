/**
 * Stepping through the marks of a whole tab by key: those of its frames stand where the frames stand
 * among the marks around them. Pure.
 */
import type { FrameOutline } from '../messaging/messages.ts';

export interface OutlinedFrame {
  readonly frameId: number;
  readonly outline: FrameOutline;
}

/** One mark of a tab. */
export interface Stop {
  readonly frameId: number;
  /** Counts the frame's own marks. */
  readonly index: number;
}

interface PlacedStop extends Stop {
  /** It lies above what is seen now. */
  readonly isPast: boolean;
}

/** The mark where stepping stands: the one stepped to last, wherever that was. */
export function lastStop(frames: readonly OutlinedFrame[]): Stop | null {
  let latest = 0;
  let stop: Stop | null = null;
  for (const { frameId, outline } of frames) {
    if (!outline.last || outline.last.time <= latest) continue;
    latest = outline.last.time;
    stop = { frameId, index: outline.last.index };
  }
  return stop;
}

/**
 * The mark to go to: the next (1) or the one before (-1) after the last, round at either end. At first
 * stepping begins in the frame that has the focus, or else at what is seen of the page.
 * @param frames the tab's frames, each once, in any order
 * @returns null where nothing is marked
 */
export function nextStop(frames: readonly OutlinedFrame[], direction: 1 | -1): Stop | null {
  const stops = inReadingOrder(frames);
  const { length } = stops;
  if (length === 0) return null;
  const last = lastStop(frames);
  const from = last
    ? stops.findIndex(({ frameId, index }) => frameId === last.frameId && index === last.index)
    : -1;
  if (from >= 0) return bare(stops[(from + direction + length) % length]);
  const begin = beginning(stops, frames);
  return bare(stops[direction === 1 ? begin : (begin - 1 + length) % length]);
}

function bare(stop: PlacedStop | undefined): Stop | null {
  return stop ? { frameId: stop.frameId, index: stop.index } : null;
}

function beginning(stops: readonly PlacedStop[], frames: readonly OutlinedFrame[]): number {
  const focused = frames.find(({ outline }) => outline.hasFocus && outline.path.length > 0);
  const seen = (stop: PlacedStop) => !stop.isPast;
  const inFocused = stops.findIndex((stop) => seen(stop) && stop.frameId === focused?.frameId);
  return Math.max(0, inFocused >= 0 ? inFocused : stops.findIndex(seen));
}

/** A frame that knows nothing of the ones inside it (it has no marks) is passed over. */
interface Placed {
  readonly frame: OutlinedFrame;
  readonly inside: readonly Placed[];
}

const isInside = (inner: readonly number[], outer: readonly number[]) =>
  inner.length > outer.length && outer.every((index, depth) => inner[depth] === index);

/** All marks of a tab as a reader comes to them. */
function inReadingOrder(frames: readonly OutlinedFrame[]): PlacedStop[] {
  const byDepth = [...frames].sort((a, b) => a.outline.path.length - b.outline.path.length);
  const tree: { frame: OutlinedFrame; inside: Placed[] }[] = [];
  const roots: Placed[] = [];
  for (const frame of byDepth) {
    const parent = tree.findLast((other) => isInside(frame.outline.path, other.frame.outline.path));
    const placed = { frame, inside: [] };
    (parent?.inside ?? roots).push(placed);
    tree.push(placed);
  }
  return roots.flatMap((root) => stopsOf(root, false));
}

/** @param isPast whether the frame itself lies above the window of the one around it */
function stopsOf({ frame: { frameId, outline }, inside }: Placed, isPast: boolean): PlacedStop[] {
  const depth = outline.path.length;
  const placeOf = ({ frame }: Placed) => {
    const index = frame.outline.path[depth];
    const rank = outline.children.findIndex((child) => child.index === index);
    const child = outline.children[rank];
    // One that the document does not show as an element (in a closed shadow root) comes last.
    return child ? { rank, ...child } : { rank: Number.MAX_SAFE_INTEGER, before: outline.stops };
  };
  const children = inside
    .map((placed) => ({ placed, at: placeOf(placed) }))
    .sort((a, b) => a.at.rank - b.at.rank);
  const stops: PlacedStop[] = [];
  let own = 0;
  const ownUntil = (end: number) => {
    for (; own < end; own += 1) {
      stops.push({ frameId, index: own, isPast: isPast || own < outline.inView });
    }
  };
  for (const { placed, at } of children) {
    ownUntil(at.before);
    const isAbove = 'isPast' in at && at.isPast;
    stops.push(...stopsOf(placed, isPast || isAbove));
  }
  ownUntil(outline.stops);
  return stops;
}
