/** What a page's main thread does between the end of a delay and the painted popover, from a trace. */
import type { TraceEvent } from '../page/trace.ts';
import { endMark, startMark } from './opening.ts';

/** Processor time of the main thread by kind of work, in ms. */
export interface Parts {
  /** All of them, and what is none of them. */
  total: number;
  script: number;
  style: number;
  layout: number;
  paint: number;
}

/** What Chromium calls them in a trace. */
const STAGES: Readonly<Record<string, 'style' | 'layout' | 'paint'>> = {
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
};
const TASK = 'RunTask';
const MICROSECONDS = 1000;

/** One figure of parts for each opening by this name, in the order of the trace. */
export function partsOf(events: readonly TraceEvent[], name: string): Parts[] {
  const named = (mark: string) => events.filter((event) => event.name === mark);
  const starts = named(startMark(name));
  const ends = named(endMark(name));
  const [thread] = starts;
  if (!thread) return [];
  // The page's other threads and other pages are not what is waited for.
  const own = events.filter(
    ({ pid, tid, ph }) => ph === 'X' && pid === thread.pid && tid === thread.tid,
  );
  return starts.map(({ ts: start }, i) => {
    const end = ends[i]?.ts ?? start;
    const parts: Parts = { total: 0, script: 0, style: 0, layout: 0, paint: 0 };
    for (const event of own) {
      // The first task began before the mark, and ends after it.
      if (event.ts + (event.dur ?? 0) < start || event.ts > end) continue;
      const took = (event.tdur ?? event.dur ?? 0) / MICROSECONDS;
      const stage = STAGES[event.name];
      if (event.name === TASK) parts.total += took;
      else if (stage && event.ts >= start) parts[stage] += took;
    }
    parts.script = parts.total - parts.style - parts.layout - parts.paint;
    return parts;
  });
}
