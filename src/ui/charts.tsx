/**
 * Small charts. Bars are a table that looks like a chart, so that a screen reader reads rows and
 * numbers; a line is one picture with its numbers in words. The entity's own points stand out by
 * colour and weight both.
 */
import type { CardChart } from '../packs/card.ts';
import { formatUnit, formatValue, unitAfterValue } from './format.ts';

interface ChartProps {
  chart: CardChart;
  locale: string;
}

/** A chart's title, with the unit where the numbers do not carry it themselves. */
function chartTitle(chart: CardChart): { title: string; unit: string } {
  return { title: chart.title, unit: unitAfterValue(chart.unit) };
}

/** Points of different years say their year, where their label is not the year anyway. */
function yearsToSay(chart: CardChart): boolean {
  const { points } = chart;
  const said = points.every(({ label, year }) => label.includes(String(year)));
  return !said && new Set(points.map(({ year }) => year)).size > 1;
}

/** Longer labels wrap: the bars need the room. In `ch`, about a letter each. */
const LABEL_CH = { min: 6, max: 14 } as const;

/** Widths of the columns for labels and values, so that the bars get the rest. */
function columns(labels: readonly string[], values: readonly string[]) {
  const longest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const label = Math.min(Math.max(longest(labels) + 1, LABEL_CH.min), LABEL_CH.max);
  return { label: `${label}ch`, value: `${longest(values) + 1}ch` };
}

function Bars({ chart, locale }: ChartProps) {
  const { title, unit } = chartTitle(chart);
  // Bars start at zero and end at the largest value, whichever sign it has.
  const largest = Math.max(...chart.points.map((point) => Math.abs(point.value)), 0);
  const withYear = yearsToSay(chart);
  const labels = chart.points.map(({ label, year }) => (withYear ? `${label} ${year}` : label));
  const values = chart.points.map(({ value }) => formatValue(value, chart.unit, locale));
  const width = columns(labels, values);
  return (
    <table class="bars">
      <caption dir="auto">
        {title}
        {unit && <span class="unit"> {unit}</span>}
      </caption>
      <colgroup>
        <col style={{ width: width.label }} />
        <col />
        <col style={{ width: width.value }} />
      </colgroup>
      <tbody>
        {chart.points.map((point, i) => (
          <tr key={`${point.label} ${point.year}`} class={point.own ? 'own' : ''}>
            <th scope="row">
              <span dir="auto">{point.label}</span>
              {withYear && <span class="unit"> {point.year}</span>}
            </th>
            <td class="track">
              <svg width="100%" height="8" aria-hidden="true" focusable="false">
                <rect
                  width={`${largest > 0 ? (100 * Math.abs(point.value)) / largest : 0}%`}
                  height="8"
                  rx="4"
                />
              </svg>
            </td>
            <td class="value">{values[i]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The drawing's own units: about CSS px, since the popover is about as wide as the drawing. */
const WIDTH = 296;
const HEIGHT = 92;
const TOP = 20;
const BOTTOM = 70;
/** Room for half of a label at either end. */
const SIDE = 22;
/** More labels than this run into one another at this width. */
const MOST_LABELS = 6;

function Line({ chart, locale }: ChartProps) {
  const { title, unit } = chartTitle(chart);
  const points = [...chart.points].sort((a, b) => a.year - b.year);
  const years = points.map((point) => point.year);
  const first = Math.min(...years);
  const span = Math.max(...years) - first || 1;
  // From zero: a line from anywhere else makes small changes look large.
  const low = Math.min(0, ...points.map((point) => point.value));
  const high = Math.max(0, ...points.map((point) => point.value));
  const x = (year: number) => SIDE + ((year - first) / span) * (WIDTH - 2 * SIDE);
  const y = (value: number) => BOTTOM - ((value - low) / (high - low || 1)) * (BOTTOM - TOP);
  const labelled = (index: number) =>
    points.length <= MOST_LABELS || index === 0 || index === points.length - 1;
  const path = points
    .map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.year)} ${y(point.value)}`)
    .join('');
  const words = points
    .map((point) => `${point.year}: ${formatValue(point.value, chart.unit, locale)}`)
    .join('; ');
  return (
    <figure class="line">
      <figcaption dir="auto">
        {title}
        {unit && <span class="unit"> {unit}</span>}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${formatUnit(chart.unit)}. ${words}`}
      >
        <path class="axis" d={`M0 ${y(0)}H${WIDTH}`} />
        <path class="area" d={`${path}L${x(first + span)} ${y(0)}L${x(first)} ${y(0)}Z`} />
        <path class="trace" d={path} />
        {points.map((point, i) => (
          <g key={point.year}>
            <circle cx={x(point.year)} cy={y(point.value)} r="3.5" />
            {labelled(i) && (
              <>
                <text x={x(point.year)} y={y(point.value) - 9} class="value">
                  {formatValue(point.value, chart.unit, locale)}
                </text>
                <text x={x(point.year)} y={HEIGHT - 4}>
                  {point.year}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}

export function Chart(props: ChartProps) {
  return props.chart.chart === 'line' ? <Line {...props} /> : <Bars {...props} />;
}
