import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../scripts/zip.ts';

const manifest = strToU8('{"name":"Gloss"}');
const script = strToU8('let a = 1;\n'.repeat(500));

describe('a store package', () => {
  it('has the same bytes whatever the order and the hour', () => {
    const one = zip(new Map([['manifest.json', manifest], ['src/content.js', script]])); // biome-ignore format: one line reads better
    const other = zip(new Map([['src/content.js', script], ['manifest.json', manifest]])); // biome-ignore format: the same
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('differs when a single byte does', () => {
    const changed = Uint8Array.from(script, (byte, at) => (at === 7 ? byte + 1 : byte));
    const bytes = (contents: Uint8Array) => zip(new Map([['src/content.js', contents]]));
    expect(Buffer.compare(bytes(script), bytes(changed))).not.toBe(0);
  });

  it('gives back what went in', () => {
    const back = unzipSync(zip(new Map([['a/ü.json', manifest]])));
    expect(Object.entries(back).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['a/ü.json', '{"name":"Gloss"}'],
    ]);
  });
});
