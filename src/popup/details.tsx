/** An entity's whole card, in place below its row: all that its popover can show. */
import type { CardFact, EntityCard } from '../packs/card.ts';
import { formatValue, unitAfterValue } from '../ui/format.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import { kindLabel } from '../ui/kinds.ts';
import { dateInWords, Meta } from '../ui/source.tsx';
import { CardActions } from './card-actions.tsx';
import { ChartPanel } from './chart-panel.tsx';

interface DetailsProps {
  card: EntityCard;
  muted: boolean;
  onFollow: (id: string) => void;
  /** A related entity that the page names too is told apart. */
  onNotice: (text: string) => void;
  isOnPage: (id: string) => boolean;
}

export function Details({ card, muted, onFollow, onNotice, isOnPage }: DetailsProps) {
  const { language } = card.pack;
  const said = saidIn(language);
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
        <ChartPanel key={chart.title} chart={chart} lang={language} />
      ))}
      <FactList facts={card.facts} language={language} />
      <FactList facts={card.since} language={language} title={t('popover_since_then')} since />
      <Metrics card={card} />
      <InArticle card={card} />
      <Related card={card} onFollow={onFollow} isOnPage={isOnPage} />
      <p class="hint" dir="auto">
        {t('popover_pack_long', card.pack.title, dateInWords(card.pack.asOf))}
      </p>
      <CardActions card={card} muted={muted} onNotice={onNotice} />
    </div>
  );
}

/** Of what the pack says, in its language; all else here is in the UI's. */
const saidIn = (language: string) => ({ lang: language, dir: 'auto' }) as const;

function Metrics({ card: { metrics, pack } }: { card: EntityCard }) {
  if (metrics.length === 0) return null;
  return (
    <>
      <h3 class="small">{t('popover_numbers')}</h3>
      <ul>
        {metrics.map((metric) => (
          <li key={`${metric.label} ${metric.year}`} class="fact">
            <b>{formatValue(metric.value, metric.unit, uiLocale())}</b>{' '}
            {unitAfterValue(metric.unit)} <span {...saidIn(pack.language)}>{metric.label}</span>
            <Meta date={String(metric.year)} sources={[metric.source]} />
          </li>
        ))}
      </ul>
    </>
  );
}

function InArticle({ card: { inArticle, pack } }: { card: EntityCard }) {
  const { article, language } = pack;
  if (inArticle.length === 0) return null;
  return (
    <>
      <h3 class="small">{t('popover_in_article')}</h3>
      {article && (
        <p class="hint" dir="auto">
          {t('popover_article', article.title, article.publisher, dateInWords(article.published))}
        </p>
      )}
      <ul>
        {inArticle.map(({ text }) => (
          <li key={text} class="fact" {...saidIn(language)}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Related({
  card: { related, pack },
  onFollow,
  isOnPage,
}: Pick<DetailsProps, 'card' | 'onFollow' | 'isOnPage'>) {
  if (related.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('popover_related')}>
      {related.map((other) => (
        <li key={other.id} data-kind={other.type}>
          <button
            type="button"
            class={isOnPage(other.id) ? 'chip here' : 'chip'}
            onClick={() => onFollow(other.id)}
          >
            <span {...saidIn(pack.language)}>{other.name}</span>
          </button>
        </li>
      ))}
    </ul>
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
