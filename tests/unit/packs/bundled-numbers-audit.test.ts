/** Charts and single numbers of the bundled pack: docs/decisions/bundled-pack-editing.md, rule 5. */
import { describe, expect, it } from 'vitest';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import type { Pack, Series } from '../../../src/packs/schema.ts';

const pack: Pack = loadBundledPack();
const series = Object.entries(pack.series ?? {});
const NO_SERIES = { unit: '', points: [] };

/**
 * Series whose points come from several publications, with who counted them all. A chart has one
 * basis: numbers of two counts are never drawn side by side.
 */
const ONE_COUNT: Readonly<Record<string, string>> = {
  'catl-ev-battery-share': 'SNE Research',
  'climate-finance-goals': 'goals agreed under the UN climate convention',
  'climate-finance-provided': 'OECD',
  'ev-batteries-installed': 'SNE Research',
  'ev-battery-makers-2025': 'SNE Research',
  'marshall-plant-capacity': 'Ford',
  'south-korean-ev-battery-share': 'SNE Research',
  'us-solar-module-capacity': 'SEIA',
};

describe('numbers of the bundled pack', () => {
  const sourcesOf = ({ points }: Series) => new Set(points.map(({ source }) => source));

  it('are each drawn somewhere', () => {
    const drawn = new Set(pack.entities.flatMap(({ charts }) => charts ?? []));
    expect(series.map(([key]) => key).filter((key) => !drawn.has(key))).toEqual([]);
  });

  it('share one count where a chart has several sources', () => {
    const mixed = series.filter(([, one]) => sourcesOf(one).size > 1).map(([key]) => key);
    expect(mixed.sort()).toEqual(Object.keys(ONE_COUNT));
  });

  it('are never drawn from state media, and listed only with the speaker named', () => {
    const tiers = series.flatMap(([, { points }]) =>
      points.map(({ source }) => pack.sources[source]?.tier),
    );
    expect(tiers).not.toContain('state');
    const state = pack.entities
      .flatMap(({ metrics }) => metrics)
      .filter(({ source }) => pack.sources[source]?.tier === 'state');
    for (const { label } of state) expect(label).toMatch(/\b(?:stated by|by Chinese state)\b/);
  });

  it('are not listed beside a chart that draws them', () => {
    for (const { id, metrics, charts = [] } of pack.entities) {
      const drawn = charts.flatMap((key) => {
        const { unit, points } = pack.series?.[key] ?? NO_SERIES;
        return points
          .filter(({ entity }) => entity === id)
          .map(({ value, year }) => `${value} ${unit} ${year}`);
      });
      const listed = metrics.map(({ value, unit, year }) => `${value} ${unit} ${year}`);
      expect(
        listed.filter((number) => drawn.includes(number)),
        id,
      ).toEqual([]);
    }
  });

  it.each(series)('%s makes an honest chart', (_key, one) => {
    expect(one.unit).not.toBe('');
    const values = one.points.map(({ value }) => value);
    // Bars start at nought.
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    if (/\bshare\b/i.test(one.title)) expect(Math.max(...values)).toBeLessThanOrEqual(100);
    if (/^Share of/.test(one.title) && one.chart === 'bars')
      expect(values.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(100);
    // The title says what is measured and when; every year that is drawn stands in it or in a label.
    expect(one.title).toMatch(/\d{4}/);
    const [from = 0, to = from] = (one.title.match(/\d{4}/g) ?? []).map(Number);
    for (const { year, label } of one.points)
      expect((from <= year && year <= to) || label.includes(String(year))).toBe(true);
    const years = new Set(one.points.map(({ year }) => year));
    if (one.chart === 'bars' && years.size > 1)
      for (const { label, year } of one.points) expect(label).toContain(String(year));
  });
});
