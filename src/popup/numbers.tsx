/** The page's key numbers: the series of its entities, each drawn once. */
import type { CardChart, EntityCard } from '../packs/card.ts';
import { tn } from '../ui/i18n.ts';
import { ChartPanel } from './chart-panel.tsx';

/** Each series once, whichever of the page's entities it belongs to; nobody's own stands out. */
function chartsOf(cards: readonly EntityCard[]): CardChart[] {
  const charts = new Map<string, CardChart>();
  for (const card of cards) {
    for (const chart of card.charts) {
      const known = charts.get(chart.title);
      charts.set(chart.title, known ? { ...known, points: union(known, chart) } : chart);
    }
  }
  return [...charts.values()];
}

/** A point stands out when it is about any of the page's entities. */
function union(a: CardChart, b: CardChart): CardChart['points'] {
  return a.points.map((point, index) => ({
    ...point,
    own: point.own || (b.points[index]?.own ?? false),
  }));
}

export function Numbers({ cards }: { cards: readonly EntityCard[] }) {
  const charts = chartsOf(cards);
  if (charts.length === 0) return null;
  return (
    <details class="numbers">
      <summary>{tn('popup_numbers', charts.length)}</summary>
      {charts.map((chart) => (
        <ChartPanel key={chart.title} chart={chart} kind="organization" />
      ))}
    </details>
  );
}
