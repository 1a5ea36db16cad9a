/** An entity's whole card, in place below its row: all that its popover can show. */
import type { CardFact, EntityCard } from '../packs/card.ts';
import { Chart } from '../ui/charts.tsx';
import { formatValue, unitAfterValue } from '../ui/format.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import { kindLabel } from '../ui/kinds.ts';
import { dateInWords, Meta } from '../ui/source.tsx';
import { CardActions } from './card-actions.tsx';

interface DetailsProps {
  card: EntityCard;
  muted: boolean;
  onFollow: (id: string) => void;
  /** A related entity that the page names too is told apart. */
  onNotice: (text: string) => void;
  isOnPage: (id: string) => boolean;
}

export function Details({ card, muted, onFollow, onNotice, isOnPage }: DetailsProps) {
  const { article, language } = card.pack;
  /** What the pack says, in its language; all else here is in the UI's. */
  const said = { lang: language, dir: 'auto' } as const;
  return (
    <div class="details">
      <p class="full-name">
        {kindLabel(card.type)}
        {card.fullName && (
          <>
            <span aria-hidden="true"> · </span>
            <span {...said}>{card.fullName}</span>
          </>
        )}
      </p>
      <p {...said}>{card.summary}</p>
      {card.source && <Meta date={null} sources={[card.source]} />}
      {card.charts.map((chart) => (
        <div key={chart.title} class="panel" lang={language}>
          <Chart chart={chart} locale={uiLocale()} />
          <Meta
            date={null}
            sources={[...new Map(chart.points.map(({ source }) => [source.url, source])).values()]}
          />
        </div>
      ))}
      <FactList facts={card.facts} language={language} />
      <FactList facts={card.since} language={language} title={t('popover_since_then')} since />
      {card.metrics.length > 0 && (
        <>
          <h3 class="small">{t('popover_numbers')}</h3>
          <ul>
            {card.metrics.map((metric) => (
              <li key={`${metric.label} ${metric.year}`} class="fact">
                <b>{formatValue(metric.value, metric.unit, uiLocale())}</b>{' '}
                {unitAfterValue(metric.unit)} <span {...said}>{metric.label}</span>
                <Meta date={String(metric.year)} sources={[metric.source]} />
              </li>
            ))}
          </ul>
        </>
      )}
      {card.inArticle.length > 0 && (
        <>
          <h3 class="small">{t('popover_in_article')}</h3>
          {article && (
            <p class="hint" dir="auto">
              {t(
                'popover_article',
                article.title,
                article.publisher,
                dateInWords(article.published),
              )}
            </p>
          )}
          <ul>
            {card.inArticle.map(({ text }) => (
              <li key={text} class="fact" {...said}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {card.related.length > 0 && (
        <ul class="chips" aria-label={t('popover_related')}>
          {card.related.map((other) => (
            <li key={other.id} data-kind={other.type}>
              <button
                type="button"
                class={isOnPage(other.id) ? 'chip here' : 'chip'}
                onClick={() => onFollow(other.id)}
              >
                <span {...said}>{other.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="hint" dir="auto">
        {t('popover_pack_long', card.pack.title, dateInWords(card.pack.asOf))}
      </p>
      <CardActions card={card} muted={muted} onNotice={onNotice} />
    </div>
  );
}

interface FactListProps {
  facts: readonly CardFact[];
  language: string;
  title?: string;
  since?: boolean;
}

function FactList({ facts, language, title, since = false }: FactListProps) {
  if (facts.length === 0) return null;
  return (
    <div class={since ? 'since' : ''}>
      {title && <h3 class="small">{title}</h3>}
      <ul>
        {facts.map((fact) => (
          // Focusable by script: the timeline leads to a fact, and a screen reader follows.
          <li key={fact.text} class="fact" data-fact={fact.text} tabIndex={-1}>
            <span lang={language} dir="auto">
              {fact.text}
            </span>
            <Meta date={fact.date} sources={[fact.source]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
