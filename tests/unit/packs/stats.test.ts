import { describe, expect, it } from 'vitest';
import { countBy, packStats } from '../../../src/packs/stats.ts';
import { smallPack } from './small-pack.ts';

describe('packStats', () => {
  it('counts what a pack holds', () => {
    expect(packStats(smallPack())).toEqual({
      entities: 2,
      entitiesByType: [['place', 2]],
      aliases: 2,
      ambiguousAliases: 0,
      aliasesByLanguage: [['en', 2]],
      decoys: 1,
      facts: 3,
      undatedFacts: 0,
      metrics: 1,
      series: 1,
      sources: 1,
      sourcesByTier: [['reference', 1]],
      sourcesByHost: [['example.org', 1]],
      unusedSources: [],
    });
  });
  it('names the sources that nothing cites', () => {
    const pack = smallPack();
    const atlas = pack.sources.atlas;
    if (!atlas) throw new Error('the small pack has an atlas');
    pack.sources.gazette = atlas;
    expect(packStats(pack).unusedSources).toEqual(['gazette']);
  });
});

describe('countBy', () => {
  it('puts the most first, and equal counts in order of their names', () => {
    expect(countBy(['b', 'c', 'a', 'c'])).toEqual([
      ['c', 2],
      ['a', 1],
      ['b', 1],
    ]);
  });
});
