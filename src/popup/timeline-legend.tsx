/** What the timeline's shapes and lines mean, and what of it lies outside the axis. */
import { formatNumber } from '../ui/format.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';
import type { Timeline } from './timeline.ts';
import { diamond } from './timeline-drawing.tsx';

interface LegendProps {
  timeline: Timeline;
  /** Facts that are on show. */
  count: number;
}

export function Legend({ timeline, count }: LegendProps) {
  const { points, article, page, older, firstYear } = timeline;
  return (
    <>
      {tn('popup_timeline_facts', count)}
      {points.some(({ since }) => since) && (
        <span class="legend">
          <svg viewBox="-5 -5 10 10" aria-hidden="true">
            <path class="since-dot" d={diamond(0, 0)} />
          </svg>{' '}
          {t('popup_timeline_since')}
        </span>
      )}
      {page && (
        <span class="legend">
          <svg viewBox="-5 -5 10 10" aria-hidden="true">
            <path class="page-line" d="M0 -5V5" />
          </svg>{' '}
          {t('popup_timeline_page', dateInWords(page.date))}
        </span>
      )}
      {older > 0 && (
        <span class="legend">
          {t('popup_timeline_older', formatNumber(older, uiLocale()), firstYear)}
        </span>
      )}
      {article && (
        <span class="quiet">
          {' '}
          {t('popup_timeline_article_said', article.publisher, dateInWords(article.date))}
        </span>
      )}
    </>
  );
}
