import { describe, expect, it } from 'vitest';
import type { CardFact, CardMetric, EntityCard } from '../../../src/packs/card.ts';
import { firstLook, fullLook, leftOut } from '../../../src/popover/first-look.ts';
import { cardOf } from '../../fixtures/cards.ts';

const base = cardOf('catl');
const source = base.facts[0]?.source;
if (!source) throw new Error('the fixture has no fact');
const fact = (text: string, date: string | null): CardFact => ({ text, date, source });
const metric = (label: string): CardMetric => ({ label, value: 1, unit: '%', year: 2024, source });
const card = (parts: Partial<EntityCard>): EntityCard => ({
  ...base,
  facts: [],
  since: [],
  metrics: [],
  charts: [],
  inArticle: [],
  related: [],
  ...parts,
});

describe('firstLook', () => {
  it('shows one fact and the newest of what has happened since', () => {
    const look = firstLook(
      card({
        facts: [fact('one', '2011'), fact('two', '2012')],
        since: [fact('old', '2024-05'), fact('new', '2025'), fact('undated', null)],
      }),
    );
    expect(look.facts.map(({ text }) => text)).toEqual(['one']);
    expect(look.since.map(({ text }) => text)).toEqual(['new']);
  });

  it('counts what is said of a whole year as newer than a day in it', () => {
    const since = [fact('year', '2025'), fact('day', '2025-10-27'), fact('month', '2025-11')];
    const texts = fullLook(card({ since })).since.map(({ text }) => text);
    expect(texts).toEqual(['year', 'month', 'day']);
  });

  it('shows two facts where nothing has happened since', () => {
    const facts = [fact('one', null), fact('two', null), fact('three', null)];
    expect(firstLook(card({ facts })).facts.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('shows a number large only where there is no chart', () => {
    expect(firstLook(card({ metrics: [metric('m')] })).figure?.label).toBe('m');
    expect(firstLook(card({ metrics: [metric('m')], charts: base.charts })).figure).toBeNull();
  });

  it('shows the first chart alone', () => {
    const charts = [...base.charts, ...base.charts];
    expect(firstLook(card({ charts })).charts).toEqual(charts.slice(0, 1));
  });
});

describe('fullLook', () => {
  it('loses nothing that a card has', () => {
    const look = fullLook(base);
    expect(look.facts).toEqual(base.facts);
    expect(new Set(look.since)).toEqual(new Set(base.since));
    expect([look.figure, ...look.metrics].filter(Boolean)).toHaveLength(base.metrics.length);
    expect(look.charts).toEqual(base.charts);
    expect(look.notes).toEqual(base.inArticle);
    expect(look.related).toEqual(base.related);
  });
});

describe('leftOut', () => {
  it('counts facts, news and numbers that the first look leaves out', () => {
    const full = card({
      facts: [fact('one', null), fact('two', null)],
      since: [fact('a', '2024'), fact('b', '2025')],
      metrics: [metric('m'), metric('n')],
    });
    // Shown: one, b, m.
    expect(leftOut(full)).toEqual({ facts: 3, anything: true });
  });

  it('knows that there can be more without facts', () => {
    expect(leftOut(card({ inArticle: [{ text: 'named', paragraph: 1 }] }))).toEqual({
      facts: 0,
      anything: true,
    });
    expect(leftOut(card({ facts: [fact('one', null)] }))).toEqual({ facts: 0, anything: false });
  });
});
