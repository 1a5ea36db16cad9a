/** Traces of a page by DevTools, and what of them is ours. */
import type { Page } from 'playwright-core';

/** One event of a trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread itself, without what others did meanwhile. */
  readonly tdur?: number;
  readonly args: {
    readonly data?: { readonly url?: string; readonly functionName?: string };
    readonly worldName?: string;
  };
}

/** Times in ms, from the same start. */
export interface Trace {
  /** DOMContentLoaded. */
  readonly loaded: number;
  /** When the content script was started: document_idle. */
  readonly started: number;
  readonly firstMark: number;
  /** How long the script itself took to be evaluated, with the parts that it loads. */
  readonly evaluate: number;
  /** How long other threads compiled these parts. */
  readonly offThread: number;
  /** Our tasks in their order. */
  readonly tasks: readonly number[];
  /** Our tasks after the page had come to rest: which function, and how long after. */
  readonly atRest: readonly { readonly name: string; readonly at: number }[];
}

const MS = 1000;

/** In the folder of a build. */
export const CONTENT_SCRIPT = 'src/content.iife.js';
/** What it loads where Gloss is on. */
export const RUNNING_PART = 'running.js';
/** Ends of their addresses, and of that of the popover's part. */
const OURS = [CONTENT_SCRIPT, `/${RUNNING_PART}`, '/popover.js'];
/** The name of the content scripts' world: that of the extension. */
const WORLD = 'Gloss';

const CATEGORIES = ['devtools.timeline', 'v8.execute', 'blink.user_timing'];
/** Beside those, the tasks that all else is part of. */
export const TASKS_TOO = [...CATEGORIES, 'disabled-by-default-devtools.timeline'];

/** Everything that happens in a page's process while `run` runs. */
export async function traced(
  page: Page,
  run: () => Promise<void>,
  categories: readonly string[] = CATEGORIES,
): Promise<TraceEvent[]> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never[])));
  const complete = new Promise<void>((resolve) =>
    cdp.once('Tracing.tracingComplete', () => resolve()),
  );
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: [...categories] },
    transferMode: 'ReportEvents',
  });
  await run();
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  return events;
}

/** What of a trace is of Gloss: of its content script and of the parts that this loads. */
export function readTrace(events: readonly TraceEvent[]): Trace {
  const isOurs = ({ args }: TraceEvent) => OURS.some((end) => args.data?.url?.endsWith(end));
  const time = ({ tdur, dur }: TraceEvent) => (tdur ?? dur ?? 0) / MS;
  const total = (list: readonly TraceEvent[]) => list.reduce((sum, event) => sum + time(event), 0);
  const named = (name: string) => events.filter((event) => event.name === name);
  const evaluate = named('EvaluateScript').filter(isOurs);
  const modules = named('v8.evaluateModule').filter(({ args }) => args.worldName === WORLD);
  const last = (name: string) => named(name).at(-1)?.ts ?? 0;
  const calls = named('FunctionCall').filter(isOurs);
  const rest = last('rest');
  return {
    loaded: last('domContentLoadedEventEnd') / MS,
    started: (evaluate.at(-1)?.ts ?? 0) / MS,
    firstMark: last('first-mark') / MS,
    evaluate: total([...evaluate, ...modules]),
    offThread: total(named('v8.parseOnBackground').filter(isOurs)),
    tasks: calls.sort((a, b) => a.ts - b.ts).map(time),
    atRest: calls
      .filter(({ ts }) => ts > rest)
      .map(({ ts, args }) => ({
        name: args.data?.functionName || 'anonymous',
        at: (ts - rest) / MS,
      })),
  };
}
