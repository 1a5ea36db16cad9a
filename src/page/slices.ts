/**
 * The one clock of the page layer: work is done in slices, and between slices the page comes first.
 */

/** Longest slice, in ms: a quarter of a frame at 60 a second. */
export const SLICE_MS = 4;

/**
 * When a slice takes up nothing more, in ms: what is in hand then (a block of text, a few marks, and
 * what the engine does of itself, as collecting garbage) has the rest of the time to be finished in. At 2.5 the longest
 * task of a news page took 4.4 in the median of 14 loads, at 2 it takes 4.0, and the page is marked no later.
 */
export const STOP_MS = 2;

/** Tells whether the slice has been used up. */
export type IsOver = () => boolean;

/**
 * Once a page has been read through, every slice of n ms is followed by n times this of rest: a page
 * that never stops changing costs at most 1 / (1 + REST_FACTOR), a tenth of a core.
 */
export const REST_FACTOR = 9;

/**
 * A page that has not changed for so long, in ms, has come to rest: longer than the pauses of a page that
 * goes on changing, and short of what a reader waits for.
 */
const CALM_AFTER_MS = 200;

/** What is then left to do takes rests as long as its slices: marks are right within a second. */
const CALM_REST_FACTOR = 1;

/** Longest wait for an idle moment, in ms, where requestIdleCallback is all there is. */
const IDLE_TIMEOUT_MS = 1000;

/** Time and turns, as the slicer needs them; tests put their own in place. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Runs `task` once, when the page has nothing more urgent, and not before `delay` ms. */
  later(task: () => void, delay: number, signal: AbortSignal): void;
}

interface TaskScheduler {
  postTask(
    task: () => void,
    options: { priority: 'background'; delay: number; signal: AbortSignal },
  ): Promise<void>;
}

function taskScheduler(): TaskScheduler | null {
  const found = (globalThis as { scheduler?: Partial<TaskScheduler> }).scheduler;
  return typeof found?.postTask === 'function' ? (found as TaskScheduler) : null;
}

/** The browser's clock: background tasks, else idle moments, else timers. */
export const browserClock: Clock = {
  now: () => performance.now(),
  later(task, delay, signal) {
    const scheduler = taskScheduler();
    if (scheduler) {
      // Rejects when the signal aborts, which is no error here.
      scheduler.postTask(task, { priority: 'background', delay, signal }).catch((error) => {
        if (!signal.aborted) throw error;
      });
      return;
    }
    const stop = () => clearTimeout(timer);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) return;
      if (delay > 0 || typeof requestIdleCallback !== 'function') task();
      else requestIdleCallback(() => signal.aborted || task(), { timeout: IDLE_TIMEOUT_MS });
    }, delay);
    signal.addEventListener('abort', stop, { once: true });
  },
};

/**
 * One turn of a job: works until `isOver()` says that the slice has been used up.
 * @returns false when there is more to do.
 */
export type Turn = (isOver: IsOver) => boolean;

/**
 * Runs a turn again and again until it is done; asked for work while it runs or rests, it goes on
 * when the rest is over. A hidden document waits until it is shown.
 */
export class Slicer {
  readonly #turn: Turn;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #scheduled = false;
  /** Reading a page that has just loaded takes no rests. */
  #takesRests = false;
  /** Time before which no new work begins. */
  #restUntil = Number.NEGATIVE_INFINITY;
  /** When there was something new to do. */
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(turn: Turn, signal: AbortSignal, clock: Clock = browserClock) {
    this.#turn = turn;
    this.#clock = clock;
    this.#signal = signal;
  }

  /** From now on a slice is followed by a rest; without this, once the turn has been done. */
  takeRests(): void {
    this.#takesRests = true;
  }

  /** Sees to it that the turn is run soon: there is something new to do. Cheap to call often. */
  request(): void {
    this.#askedAt = this.#clock.now();
    this.#goOn();
  }

  #goOn(): void {
    if (this.#scheduled || this.#signal.aborted) return;
    this.#scheduled = true;
    if (document.visibilityState === 'hidden') {
      const listening = new AbortController();
      const signal = AbortSignal.any([this.#signal, listening.signal]);
      const shown = () => {
        if (document.visibilityState === 'hidden') return;
        listening.abort();
        this.#schedule();
      };
      document.addEventListener('visibilitychange', shown, { signal });
      return;
    }
    this.#schedule();
  }

  /** The first slice at once: called when the browser says that the page is idle. */
  runNow(): void {
    if (this.#scheduled || this.#signal.aborted || document.visibilityState === 'hidden') {
      this.request();
      return;
    }
    this.#scheduled = true;
    this.#slice();
  }

  #schedule(): void {
    const delay = Math.max(0, this.#restUntil - this.#clock.now());
    this.#clock.later(() => this.#slice(), delay, this.#signal);
  }

  #slice(): void {
    this.#scheduled = false;
    if (this.#signal.aborted) return;
    const start = this.#clock.now();
    const done = this.#turn(() => this.#clock.now() - start >= STOP_MS);
    const end = this.#clock.now();
    const factor = end - this.#askedAt < CALM_AFTER_MS ? REST_FACTOR : CALM_REST_FACTOR;
    if (this.#takesRests) this.#restUntil = end + (end - start) * factor;
    if (done) this.#takesRests = true;
    else this.#goOn();
  }
}
