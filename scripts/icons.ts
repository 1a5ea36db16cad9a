/**
 * Draws the extension's icons from their SVG sources: `npm run icons`. The PNGs are committed, since
 * browsers take no SVG for toolbar icons everywhere and a build should not need a renderer.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const FOLDER = new URL('../public/icons/', import.meta.url);

/** Sizes that the manifest lists, in px, with the drawing made for them. */
const ICONS = [
  { size: 16, source: 'icon-small.svg' },
  { size: 32, source: 'icon-small.svg' },
  { size: 48, source: 'icon.svg' },
  { size: 128, source: 'icon.svg' },
] as const;

for (const { size, source } of ICONS) {
  const svg = readFileSync(new URL(source, FOLDER), 'utf8');
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(new URL(`icon-${size}.png`, FOLDER), png);
  console.log(`public/icons/icon-${size}.png`);
}
