import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../../../src/packs/schema.ts';

const css = readFileSync(
  fileURLToPath(new URL('../../../src/ui/tokens.css', import.meta.url)),
  'utf8',
);
/** Before the media queries: the palette itself. */
const palette = css.slice(0, css.indexOf('@media'));
const TOKEN = /--gloss-([a-z-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g;
const tokens = new Map(
  [...palette.matchAll(TOKEN)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function token(name: string, theme: 'light' | 'dark'): string {
  const value = tokens.get(name)?.[theme];
  if (!value) throw new Error(`no token --gloss-${name}`);
  return value;
}

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const SHAPE = 3;

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  it.each(['ink', 'dim', 'link', ...ENTITY_TYPES])('has %s readable on page and chip', (name) => {
    for (const ground of ['bg', 'chip']) {
      expect(contrast(token(name, theme), token(ground, theme))).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it('has ink readable on a chip under the pointer, and a focus ring that shows', () => {
    expect(contrast(token('ink', theme), token('chip-hover', theme))).toBeGreaterThanOrEqual(TEXT);
    for (const ground of ['bg', 'chip']) {
      expect(contrast(token('focus', theme), token(ground, theme))).toBeGreaterThanOrEqual(SHAPE);
    }
  });
});
