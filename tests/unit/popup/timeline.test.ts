import { describe, expect, it } from 'vitest';
import { type EntityCard, toCard } from '../../../src/packs/card.ts';
import { layOutTimeline, nearestPoint, timeOf } from '../../../src/popup/timeline.ts';
import { SIZE } from '../../../src/popup/timeline-size.ts';
import { PACK } from '../../support/pack.ts';

const cards = PACK.entities.map((entity) => toCard(PACK, entity));
const [law] = cards as [EntityCard];

/** A card with a fact at each date. */
function dated(...dates: string[]): EntityCard {
  const [fact] = law.facts;
  if (!fact) throw new Error('the test pack has facts');
  return { ...law, facts: dates.map((date) => ({ ...fact, text: date, date })), since: [] };
}

function laidOut(...all: EntityCard[]) {
  const timeline = layOutTimeline(all);
  if (!timeline) throw new Error('there is no timeline');
  return timeline;
}

describe('the timeline', () => {
  it('draws a date in the middle of what it covers, and a span at its start', () => {
    const day = (text: string) => timeOf(text)?.toISOString().slice(0, 10);
    expect(day('2022-08-16')).toBe('2022-08-16');
    expect(day('2023')).toBe('2023-07-02');
    expect(day('2013–2017')).toBe('2013-01-01');
    expect(day('2021–')).toBe('2021-01-01');
    expect(timeOf('soon')).toBe(null);
  });

  it('runs in the order of time, tells what came after, and marks the article', () => {
    const { points, article, ticks } = laidOut(...cards);
    expect(points.map(({ fact, since }) => [fact.date, since])).toEqual([
      ['2013–2017', false],
      ['2022-08-16', false],
      ['2025-07', true],
    ]);
    const xs = points.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(article?.date).toBe('2023-06-19');
    expect(article?.x).toBeGreaterThan(points[1]?.x ?? Infinity);
    expect(article?.x).toBeLessThan(points[2]?.x ?? 0);
    expect(ticks[0]).toEqual({ x: SIZE.left, label: '2013' });
  });

  it('keeps every dot inside the drawing, however many share a column', () => {
    const { points } = laidOut(dated('2020', ...Array.from({ length: 60 }, () => '2023-06')));
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(SIZE.width);
      expect(y).toBeGreaterThanOrEqual(SIZE.top);
      expect(y).toBeLessThan(SIZE.axis);
    }
    const pile = points.slice(1).map(({ y }) => y);
    expect(new Set(pile).size).toBe(60);
  });

  it('does not let one old date squeeze the others', () => {
    const recent = Array.from({ length: 40 }, (_, i) => `${2015 + (i % 10)}`);
    const { points, older, firstYear } = laidOut(dated('1789', ...recent));
    expect(older).toBe(1);
    expect(firstYear).toBe('1789');
    expect(points[0]?.x).toBeLessThan(points.at(-1)?.x ?? 0);
    expect(new Set(points.map(({ x }) => x)).size).toBeGreaterThanOrEqual(10);
  });

  it('is left out where there is no time to show', () => {
    expect(layOutTimeline([])).toBe(null);
    expect(layOutTimeline([dated('2023')])).toBe(null);
    expect(layOutTimeline([dated('2023', '2023')])).toBe(null);
  });

  it('finds the dot nearest to the pointer, and none that is far', () => {
    const { points } = laidOut(...cards);
    const [, second] = points;
    if (!second) throw new Error('three points were drawn');
    expect(nearestPoint(points, second.x + 3, second.y - 4, 12)).toBe(1);
    expect(nearestPoint(points, second.x, second.y - 30, 12)).toBe(null);
  });
});
