/**
 * Measuring side by side: every contestant runs once a round, in turn, so that whatever else the
 * machine does falls on all of them alike. Runs are short and many, and the fastest of each counts: on
 * a busy machine that is the one that nobody disturbed. What is compared is its ratio to the floor's.
 */
import type { Page } from 'playwright-core';

export interface Contestant {
  name: string;
  run(): unknown;
}

export interface Figure {
  name: string;
  /** Fastest run, in ms. */
  ms: number;
  /** That by the floor's. */
  ratio: number;
}

/**
 * The first of them, before the engine has compiled what it runs, are never the fastest; V8 compiles the
 * matcher's loops for the last time after about a hundred.
 */
const ROUNDS = 240;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Times the contestants; the first one is the floor. */
export function measure(contestants: readonly Contestant[]): Figure[] {
  const best = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    contestants.forEach(({ run }, i) => {
      const start = performance.now();
      run();
      best[i] = Math.min(best[i] ?? 0, performance.now() - start);
    });
  }
  const floor = best[0] ?? 1;
  return contestants.map(({ name }, i) => ({
    name,
    ms: best[i] ?? 0,
    ratio: (best[i] ?? 0) / floor,
  }));
}

const startedAt = Date.now();

/** Says on stderr what is measured now, and how long the run has taken: a whole one takes minutes. */
export function announce(what: string): void {
  const SECOND = 1000;
  console.error(`${((Date.now() - startedAt) / SECOND).toFixed(0).padStart(4)} s  ${what}`);
}

/** Headless Chromium sometimes makes no frame for a page in which nothing changes; in ms. */
const LONGEST_REST_MS = 2000;

/** Waits until a page has been drawn and has nothing to do. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    (most) =>
      new Promise((done) => {
        requestAnimationFrame(() => requestIdleCallback(done));
        setTimeout(done, most);
      }),
    LONGEST_REST_MS,
  );
