/** Facts with their dates and sources, and the numbers drawn from them. */
import type { CardChart, CardFact, CardMetric, CardSource, EntityCard } from '../packs/card.ts';
import { Chart } from '../ui/charts.tsx';
import { formatValue, unitAfterValue } from '../ui/format.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import { dateInWords, Meta } from '../ui/source.tsx';

function Fact({ fact }: { fact: CardFact }) {
  return (
    <li class="fact" dir="auto">
      {fact.text}
      <Meta date={fact.date} sources={[fact.source]} />
    </li>
  );
}

export function Facts({ facts }: { facts: readonly CardFact[] }) {
  if (facts.length === 0) return null;
  return (
    <ul class="facts" aria-label={t('popover_facts')}>
      {facts.map((fact) => (
        <Fact key={fact.text} fact={fact} />
      ))}
    </ul>
  );
}

/** What has happened since the article: a label and a bar set it apart, not colour alone. */
export function SinceThen({ facts }: { facts: readonly CardFact[] }) {
  if (facts.length === 0) return null;
  return (
    <div class="since">
      <h3 class="small" id="since">
        {t('popover_since_then')}
      </h3>
      <ul aria-labelledby="since">
        {facts.map((fact) => (
          <Fact key={fact.text} fact={fact} />
        ))}
      </ul>
    </div>
  );
}

/** What the pack's article says of the entity. */
export function InArticle({ card }: { card: EntityCard }) {
  const { article } = card.pack;
  if (card.inArticle.length === 0) return null;
  return (
    <div class="section">
      <h3 class="small" id="in-article">
        {t('popover_in_article')}
      </h3>
      {article && (
        <p class="meta">
          <span dir="auto">
            {t('popover_article', article.title, article.publisher, dateInWords(article.published))}
          </span>
        </p>
      )}
      <ul class="notes" aria-labelledby="in-article">
        {card.inArticle.map((note) => (
          <li key={note.text} class="note" dir="auto">
            {note.text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each source once, in the order of the points. */
function sourcesOf(chart: CardChart): CardSource[] {
  return [...new Map(chart.points.map(({ source }) => [source.url, source])).values()];
}

export function ChartPanel({ chart }: { chart: CardChart }) {
  const [first] = chart.points;
  const oneYear = first && chart.points.every((point) => point.year === first.year);
  // The year is said once: by the title where that has it.
  const year = oneYear && !chart.title.includes(String(first.year)) ? String(first.year) : null;
  return (
    <div class="panel">
      <Chart chart={chart} locale={uiLocale()} />
      <Meta date={year} sources={sourcesOf(chart)} />
    </div>
  );
}

/** One number, large, where there is nothing to compare it with. */
export function Figure({ metric }: { metric: CardMetric }) {
  return (
    <div class="panel figure">
      <p class="amount">
        <span class="number">{formatValue(metric.value, metric.unit, uiLocale())}</span>{' '}
        <span class="of">{unitAfterValue(metric.unit)}</span>
      </p>
      <p class="caption" dir="auto">
        {metric.label}
      </p>
      <Meta date={String(metric.year)} sources={[metric.source]} />
    </div>
  );
}

export function Numbers({ metrics }: { metrics: readonly CardMetric[] }) {
  if (metrics.length === 0) return null;
  return (
    <div class="section">
      <h3 class="small" id="numbers">
        {t('popover_numbers')}
      </h3>
      <ul class="notes" aria-labelledby="numbers">
        {metrics.map((metric) => (
          <li key={`${metric.label} ${metric.year}`} class="note">
            <b class="number">{formatValue(metric.value, metric.unit, uiLocale())}</b>{' '}
            {unitAfterValue(metric.unit)} <span dir="auto">{metric.label}</span>
            <Meta date={String(metric.year)} sources={[metric.source]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
