/** A chart with what its numbers are from. */
import type { CardChart } from '../packs/card.ts';
import { Chart } from '../ui/charts.tsx';
import { uiLocale } from '../ui/i18n.ts';
import { Meta } from '../ui/source.tsx';

interface ChartPanelProps {
  chart: CardChart;
  /** Language of the chart's own words, where it is known. */
  lang?: string;
  /** Kind whose colour the chart has; that of what it stands in where none is named. */
  kind?: string;
}

export function ChartPanel({ chart, lang, kind }: ChartPanelProps) {
  const sources = new Map(chart.points.map(({ source }) => [source.url, source]));
  return (
    <div class="panel" lang={lang} data-kind={kind}>
      <Chart chart={chart} locale={uiLocale()} />
      <Meta date={null} sources={[...sources.values()]} />
    </div>
  );
}
