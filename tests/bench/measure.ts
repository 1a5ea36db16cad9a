/**
 * Measuring side by side: every contestant runs once a round, in turn, so that whatever else the
 * machine does falls on all of them alike. What is compared is the ratio to the floor, not the time;
 * and the time is the processor's, not the clock's, which on a busy machine counts others' work too.
 */

export interface Contestant {
  name: string;
  run(): unknown;
}

export interface Figure {
  name: string;
  /** Median processor time of one run, in ms. */
  ms: number;
  /** Median over the rounds of this one's time by the floor's in the same round. */
  ratio: number;
}

/** Before these rounds the engine has not yet compiled what it will run. */
const WARM_UP_ROUNDS = 3;
const ROUNDS = 15;

/** `cpuUsage` counts in these to a millisecond. */
const MICROSECONDS = 1000;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Times the contestants; the first one is the floor. */
export function measure(contestants: readonly Contestant[]): Figure[] {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    contestants.forEach(({ run }, i) => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      if (round >= WARM_UP_ROUNDS) times[i]?.push((user + system) / MICROSECONDS);
    });
  }
  const floor = times[0] ?? [];
  return contestants.map(({ name }, i) => ({
    name,
    ms: median(times[i] ?? []),
    ratio: median((times[i] ?? []).map((time, round) => time / (floor[round] ?? time))),
  }));
}
