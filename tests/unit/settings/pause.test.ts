/** A pause and the clock, which people and time servers set. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../../support/fake-browser.ts';

const { PAUSE_MS, leftOfPause, loadPause, onPauseChanged, savePause } = await import(
  '../../../src/settings/pause.ts'
);

const NOON = Date.UTC(2026, 10, 27, 12);
const HOUR = 60 * 60 * 1000;

beforeEach(() => fake.reset());

describe('a pause for an hour', () => {
  it('lasts an hour, whenever it is looked at', async () => {
    await savePause(NOON + PAUSE_MS);
    expect(await loadPause(NOON)).toBe(NOON + PAUSE_MS);
    expect(await loadPause(NOON + PAUSE_MS - 1)).toBe(NOON + PAUSE_MS);
    expect(await loadPause(NOON + PAUSE_MS)).toBe(0);
    expect(leftOfPause(NOON + PAUSE_MS, NOON + 1000)).toBe(PAUSE_MS - 1000);
  });

  it('is over when the clock has jumped ahead', async () => {
    await savePause(NOON + PAUSE_MS);
    expect(await loadPause(NOON + 24 * HOUR)).toBe(0);
  });

  it('never lasts longer than an hour from now, however far the clock was set back', async () => {
    await savePause(NOON + PAUSE_MS);
    for (const back of [1, HOUR / 2, HOUR, 24 * HOUR, NOON]) {
      const now = NOON + HOUR / 2 - back;
      expect(leftOfPause(await loadPause(now), now)).toBeLessThanOrEqual(PAUSE_MS);
    }
    expect(await loadPause(NOON - 24 * HOUR)).toBe(0);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, '1e15', null, {}])(
    'is none when storage says %j',
    async (stored) => {
      fake.browser.storage.local.items.pausedUntil = stored;
      expect(await loadPause(NOON)).toBe(0);
    },
  );

  it('is heard of when it is set and when it is ended', async () => {
    const stop = new AbortController();
    const heard: number[] = [];
    onPauseChanged((until) => heard.push(until), stop.signal);
    const until = Date.now() + PAUSE_MS;
    await savePause(until);
    await savePause(0);
    stop.abort();
    await savePause(until);
    expect(heard).toEqual([until, 0]);
  });
});
