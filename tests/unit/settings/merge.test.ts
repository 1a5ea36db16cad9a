import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChange } from '../../../src/settings/merge.ts';
import { defaultSettings } from '../../../src/settings/schema.ts';

const now = (values: object) => ({ ...defaultSettings(), ...values });
const words = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));

describe('a change beside the changes of others', () => {
  it('takes the new value of what has one value', () => {
    expect(mergeChange({ theme: 'auto' }, { theme: 'dark' }, now({ theme: 'light' }))).toEqual({
      theme: 'dark',
    });
  });

  it('recolours one kind and leaves the others', () => {
    const from = { markColors: { law: '#111111' } };
    const to = { markColors: { law: '#222222' } };
    const standing = now({ markColors: { law: '#111111', event: '#333333' } });
    expect(mergeChange(from, to, standing).markColors).toEqual({
      law: '#222222',
      event: '#333333',
    });
    expect(mergeChange(to, { markColors: {} }, standing).markColors).toEqual({ event: '#333333' });
  });

  it('changes nothing else of a set, whatever was done to it', () => {
    fc.assert(
      fc.property(words, words, words, (from, to, sites) => {
        const merged = mergeChange({ sites: from }, { sites: to }, now({ sites })).sites ?? [];
        const isIn = (word: string) =>
          from.includes(word) === to.includes(word) ? sites.includes(word) : to.includes(word);
        return ['a', 'b', 'c', 'd', 'e'].every((word) => merged.includes(word) === isIn(word));
      }),
    );
  });

  it('is taken back by the same change the other way round', () => {
    fc.assert(
      fc.property(words, words, (from, to) => {
        const there = mergeChange({ sites: from }, { sites: to }, now({ sites: from }));
        const back = mergeChange({ sites: to }, { sites: from }, now(there)).sites ?? [];
        return [...back].sort().join() === [...from].sort().join();
      }),
    );
  });
});
