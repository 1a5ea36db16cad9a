import { describe, expect, it } from 'vitest';
import { toCard } from '../../../src/packs/card.ts';
import { smallEntity, smallPack } from './small-pack.ts';

function cardOf(id: string, pack = smallPack()) {
  const entity = pack.entities.find((candidate) => candidate.id === id);
  if (!entity) throw new Error(`no ${id}`);
  return toCard(pack, entity);
}

describe('toCard', () => {
  it('puts sources in the place of their keys', () => {
    const card = cardOf('here');
    expect(card.facts[0]?.source).toMatchObject({ title: 'An atlas', tier: 'reference' });
    expect(card.since[0]?.source.url).toBe('https://example.org/atlas');
    expect(card.metrics[0]?.source.publisher).toBe('A publisher');
  });
  it('draws the charts that the entity names and marks its own points', () => {
    const [chart] = cardOf('here').charts;
    expect(chart).toMatchObject({ title: 'Heights, 2023', unit: 'm', chart: 'bars' });
    expect(chart?.points.map(({ label, own }) => [label, own])).toEqual([
      ['Here', true],
      ['There', false],
    ]);
  });
  it('knows what related entities are called', () => {
    expect(cardOf('here').related).toEqual([{ id: 'there', type: 'place', name: 'there' }]);
  });
  it('leaves out a full name that only repeats the name', () => {
    expect(cardOf('here').fullName).toBe('Here, in full');
    const same = smallPack({ series: {}, entities: [smallEntity('a', { fullName: 'a' })] });
    expect(cardOf('a', same).fullName).toBeNull();
  });
  it('names the article and the pack that it comes from', () => {
    expect(cardOf('there').pack).toMatchObject({
      id: 'small',
      asOf: '2024-06',
      article: { title: 'On places', publisher: 'The Paper', published: '2023' },
    });
  });
  it('throws where a source dangles, also one that Object.prototype has', () => {
    const pack = smallPack({
      series: {},
      entities: [smallEntity('a', { facts: [{ text: 'x', date: null, source: 'constructor' }] })],
    });
    expect(() => cardOf('a', pack)).toThrow('pack "small", entity "a": no source "constructor"');
  });
});
