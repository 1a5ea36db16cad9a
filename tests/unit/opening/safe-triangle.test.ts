import { describe, expect, it } from 'vitest';
import { distanceTo, isTowards } from '../../../src/opening/safe-triangle.ts';

/** A popover below and to the right of where the pointer leaves. */
const BOX = { left: 100, top: 100, right: 460, bottom: 400 };
const FROM = { x: 110, y: 80 };

describe('distanceTo', () => {
  it.each([
    [{ x: 200, y: 200 }, 0],
    [{ x: 200, y: 90 }, 10],
    [{ x: 97, y: 96 }, 5],
  ])('of %o is %d', (point, expected) => {
    expect(distanceTo(BOX, point)).toBe(expected);
  });
});

describe('isTowards', () => {
  it.each([
    ['straight down', { x: 110, y: 80 }, { x: 111, y: 90 }, true],
    ['along a flat way to a far corner', { x: 200, y: 84 }, { x: 260, y: 90 }, true],
    ['no nearer', { x: 111, y: 90 }, { x: 115, y: 90 }, false],
    ['back up', { x: 110, y: 90 }, { x: 110, y: 85 }, false],
    ['nearer, but beside the triangle', { x: 20, y: 82 }, { x: 40, y: 84 }, false],
  ])('%s: %o -> %o is %s', (_, last, now, expected) => {
    expect(isTowards(BOX, FROM, last, now)).toBe(expected);
  });

  it('works for a popover above and beside', () => {
    expect(isTowards(BOX, { x: 200, y: 430 }, { x: 200, y: 430 }, { x: 204, y: 415 })).toBe(true);
    expect(isTowards(BOX, { x: 80, y: 200 }, { x: 80, y: 200 }, { x: 90, y: 203 })).toBe(true);
    expect(isTowards(BOX, { x: 480, y: 200 }, { x: 480, y: 200 }, { x: 490, y: 200 })).toBe(false);
  });
});
