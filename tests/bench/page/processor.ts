/**
 * The processor's time of a page's main thread: what the page's work took, and not what the rest of
 * a busy machine did meanwhile. Read from the system, so it sees native code and garbage collection on
 * that thread too. Where the system does not tell (only Linux does), the clock on the wall is all there is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Long enough to tell the page's process from those that idle, in ms. */
const SPIN_MS = 30;
const NANOSECONDS = 1e6;

export interface ProcessorClock {
  /** Processor time of the page's main thread so far, in ms. */
  now(): number;
}

/** The first number, of the main thread: https://docs.kernel.org/scheduler/sched-stats.html */
function timeOf(pid: string): number {
  const [run] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(run) / NANOSECONDS;
}

/** The same of a process that may have ended meanwhile: of a page that was closed. */
function spentBy(pid: string): number {
  try {
    return timeOf(pid);
  } catch {
    return 0;
  }
}

/** Processes that this one has started, directly or not, and that draw pages. */
function renderers(): string[] {
  const parents = new Map<string, string>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command's name is in brackets and may hold anything.
      parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '');
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (pid: string): boolean => {
    for (let up = parents.get(pid); up; up = parents.get(up)) {
      if (up === String(process.pid)) return true;
    }
    return false;
  };
  return [...parents.keys()].filter((pid) => {
    return isOurs(pid) && commandOf(pid).includes('--type=renderer');
  });
}

/** What a process was started with; nothing where it has ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** The clock of a page's process. */
export async function processorClock(page: Page): Promise<ProcessorClock> {
  if (process.platform !== 'linux') return { now: () => performance.now() };
  const before = new Map(renderers().map((pid) => [pid, spentBy(pid)]));
  await page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, SPIN_MS);
  const spent = (pid: string) => spentBy(pid) - (before.get(pid) ?? 0);
  const pid = [...before.keys()].reduce((most, other) =>
    spent(other) > spent(most) ? other : most,
  );
  return { now: () => timeOf(pid) };
}
