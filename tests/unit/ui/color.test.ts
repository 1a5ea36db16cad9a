import { describe, expect, it } from 'vitest';
import { lightnessOf } from '../../../src/ui/color.ts';

describe('lightnessOf', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(255, 255, 255, 0.5)', 1, 0.5],
    ['transparent', 0, 0],
    // L* of mid grey is 53.6 (CIE 15).
    ['rgb(128, 128, 128)', 0.536, 1],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(display-p3 0 0 0 / 0.25)', 0, 0.25],
    ['oklch(0.7 0.1 120)', 0.7, 1],
    ['oklab(0.25 0 0 / 0.5)', 0.25, 0.5],
    ['lab(29.5 10 20)', 0.295, 1],
    ['lch(80 10 none)', 0.8, 1],
  ])('%s has %d at alpha %d', (color, value, alpha) => {
    const found = lightnessOf(color);
    expect(found?.value).toBeCloseTo(value, 2);
    expect(found?.alpha).toBe(alpha);
  });

  it('does not guess at what is no computed colour', () => {
    expect(lightnessOf('')).toBeNull();
    expect(lightnessOf('url(a.png)')).toBeNull();
  });
});
