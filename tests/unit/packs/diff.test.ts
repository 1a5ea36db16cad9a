import { describe, expect, it } from 'vitest';
import { diffPacks } from '../../../src/packs/diff.ts';
import { smallEntity, smallPack } from './small-pack.ts';

describe('diffPacks', () => {
  it('finds nothing between a pack and its copy, whatever the order of keys', () => {
    const pack = smallPack();
    const turned = Object.fromEntries(Object.entries(smallPack()).reverse());
    expect(diffPacks(pack, { ...pack, ...turned })).toEqual([]);
  });
  it('names header fields that changed', () => {
    expect(diffPacks(smallPack(), smallPack({ version: '2', asOf: '2024-07' }))).toEqual([
      { kind: 'changed', what: 'version', fields: [] },
      { kind: 'changed', what: 'asOf', fields: [] },
    ]);
  });
  it('names entities that came, went and changed, with their fields', () => {
    const before = smallPack({ entities: [smallEntity('a'), smallEntity('b')] });
    const after = smallPack({
      entities: [smallEntity('b', { name: 'B', wikidata: 'Q1' }), smallEntity('c')],
    });
    expect(diffPacks(before, after)).toEqual([
      { kind: 'removed', what: 'entity a', fields: [] },
      { kind: 'changed', what: 'entity b', fields: ['name', 'wikidata'] },
      { kind: 'added', what: 'entity c', fields: [] },
    ]);
  });
  it('sees sources, series and decoys', () => {
    const after = smallPack({ sources: {}, series: {}, decoys: [{ text: 'New', lang: 'en' }] });
    expect(diffPacks(smallPack(), after).map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'removed source atlas',
      'removed series heights',
      'removed decoy Here and Now (en)',
      'added decoy New (en)',
    ]);
  });
  it('sees what moved within a list, since order is meant there', () => {
    const [here, there] = smallPack().entities;
    if (!here || !there) throw new Error('the small pack has two entities');
    const turned = { ...here, aliases: [{ text: 'x', lang: 'en' }, ...here.aliases] };
    expect(diffPacks(smallPack(), smallPack({ entities: [turned, there] }))).toEqual([
      { kind: 'changed', what: 'entity here', fields: ['aliases'] },
    ]);
  });
});
