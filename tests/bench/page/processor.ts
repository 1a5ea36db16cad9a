/**
 * The processor's time of a page's main thread: what the page's work took, and not what the rest of
 * a busy machine did meanwhile. Read from the system, so it sees native code and garbage collection on
 * that thread too. Where the system does not tell (only Linux does), the clock on the wall is all there is.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** Long enough to tell the page's process from those that idle, in ms. */
const SPIN_MS = 30;
const NANOSECONDS = 1e6;

export interface ProcessorClock {
  /** Processor time of the page's main thread so far, in ms. */
  now(): number;
  /** What it counts, for the table: `processor` or `wall`. */
  readonly kind: 'processor' | 'wall';
}

const WALL: ProcessorClock = { now: () => performance.now(), kind: 'wall' };

function timeOf(pid: number): number {
  // https://docs.kernel.org/scheduler/sched-stats.html: the first number, of the main thread.
  const [run] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(run) / NANOSECONDS;
}

/** The clock of a page's renderer. */
export async function processorClock(browser: Browser, page: Page): Promise<ProcessorClock> {
  if (process.platform !== 'linux') return WALL;
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = new Map(pids.map((pid) => [pid, timeOf(pid)]));
  await page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, SPIN_MS);
  const spent = (pid: number) => timeOf(pid) - (before.get(pid) ?? 0);
  const pid = pids.reduce((most, other) => (spent(other) > spent(most) ? other : most));
  return { now: () => timeOf(pid), kind: 'processor' };
}
