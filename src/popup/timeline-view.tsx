/**
 * The timeline. What is seen is a drawing; what a keyboard and a screen reader meet is a list of
 * buttons over it, one a dot, of which one is in the tab order and arrow keys go on in time. The
 * pointer takes whatever dot is nearest, since dots are smaller than a finger.
 */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { EntityCard } from '../packs/card.ts';
import { formatNumber } from '../ui/format.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';
import type { FactTarget } from './entities.tsx';
import {
  layOutTimeline,
  nearestPoint,
  SIZE,
  type Timeline,
  type TimelinePoint,
} from './timeline.ts';

/** Half of WCAG 2.2's smallest target (2.5.8), as a radius around a dot. */
const REACH = 12;
const DOT = 3;
const DIAMOND = 3.8;
/** Half of a year's width in the drawing. */
const HALF_LABEL = 14;

interface TimelineViewProps {
  cards: readonly EntityCard[];
  onGoTo: (target: FactTarget) => void;
}

export function TimelineView({ cards, onGoTo }: TimelineViewProps) {
  const timeline = useMemo(() => layOutTimeline(cards), [cards]);
  const [current, setCurrent] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  if (!timeline) return null;
  const { points } = timeline;
  const shown = current === null ? undefined : points[current];
  const goTo = (point: TimelinePoint | undefined) => {
    if (point) onGoTo({ entityId: point.entityId, factText: point.fact.text });
  };

  const underPointer = (event: preact.TargetedMouseEvent<SVGSVGElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIZE.width;
    const y = ((event.clientY - box.top) / box.height) * SIZE.height;
    return nearestPoint(points, x, y, REACH);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = current ?? 0;
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: points.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(points.length - 1, to));
    setCurrent(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <h2 class="quiet" id="timeline-title">
        {t('popup_timeline')}
      </h2>
      <div class="timeline-drawing">
        <svg
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          aria-hidden="true"
          onMouseMove={(event) => setCurrent(underPointer(event))}
          onMouseLeave={() => setCurrent(null)}
          onClick={(event) => {
            const index = underPointer(event);
            if (index !== null) goTo(points[index]);
          }}
        >
          <Drawing timeline={timeline} current={current} />
        </svg>
        <ul ref={list} onKeyDown={onKeyDown} aria-label={tn('popup_timeline_facts', points.length)}>
          {points.map((point, index) => (
            <li key={`${point.entityId} ${point.fact.text}`}>
              <button
                type="button"
                class="timeline-point"
                style={{
                  insetInlineStart: `${(100 * point.x) / SIZE.width}%`,
                  insetBlockStart: `${(100 * point.y) / SIZE.height}%`,
                }}
                tabIndex={index === (current ?? 0) ? 0 : -1}
                onFocus={() => setCurrent(index)}
                onClick={() => goTo(point)}
              >
                <span class="quiet">{inWords(point)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <p class="timeline-caption">
        <Legend timeline={timeline} />
      </p>
      {shown && (
        <p class="timeline-caption over" aria-hidden="true" data-kind={shown.type}>
          <b>{dateInWords(shown.fact.date ?? '')}</b>{' '}
          <span class="timeline-name" dir="auto">
            {shown.entityName}
          </span>{' '}
          <span dir="auto">{shown.fact.text}</span>
        </p>
      )}
    </section>
  );
}

function inWords({ fact, entityName, since }: TimelinePoint): string {
  const words = [dateInWords(fact.date ?? ''), entityName, fact.text].join(': ');
  return since ? `${words} (${t('popover_since_then')})` : words;
}

function Legend({ timeline }: { timeline: Timeline }) {
  const { points, older } = timeline;
  return (
    <>
      {tn('popup_timeline_facts', points.length)}
      {points.some(({ since }) => since) && (
        <span class="legend">
          <svg viewBox="-5 -5 10 10" aria-hidden="true">
            <path class="since-dot" d={diamond(0, 0)} />
          </svg>{' '}
          {t('popup_timeline_since')}
        </span>
      )}
      {older > 0 && (
        <span class="legend">
          {t('popup_timeline_older', formatNumber(older, uiLocale()), timeline.firstYear)}
        </span>
      )}
    </>
  );
}

const diamond = (x: number, y: number): string =>
  `M${x} ${y - DIAMOND}L${x + DIAMOND} ${y}L${x} ${y + DIAMOND}L${x - DIAMOND} ${y}Z`;

function Drawing({ timeline, current }: { timeline: Timeline; current: number | null }) {
  const { points, ticks, article } = timeline;
  const shown = current === null ? undefined : points[current];
  const mark = (point: TimelinePoint, key: number | string) => (
    <g key={key} data-kind={point.type}>
      {point.since ? (
        <path class="since-dot" d={diamond(point.x, point.y)} />
      ) : (
        <circle class="dot" cx={point.x} cy={point.y} r={DOT} />
      )}
    </g>
  );
  return (
    <>
      <path class="axis" d={`M${SIZE.left} ${SIZE.axis}H${SIZE.right}`} />
      {ticks.map(({ x, label }) => (
        <g key={label}>
          <path class="axis" d={`M${x} ${SIZE.axis}v4`} />
          <text x={x} y={SIZE.height - 6} text-anchor={tickAnchor(x)}>
            {label}
          </text>
        </g>
      ))}
      {article && (
        <>
          <path class="article-line" d={`M${article.x} ${SIZE.top - 6}V${SIZE.axis + 4}`} />
          <text class="article-label" x={article.x} y={9} text-anchor={labelAnchor(article.x)}>
            {t('popup_timeline_article', article.publisher, dateInWords(article.date))}
          </text>
        </>
      )}
      {points.map(mark)}
      {shown && (
        <>
          <circle class="ring" cx={shown.x} cy={shown.y} r={DOT + 3} />
          {mark(shown, 'shown')}
        </>
      )}
    </>
  );
}

/** A label under an end of the axis stays inside the drawing. */
function tickAnchor(x: number): 'start' | 'middle' | 'end' {
  if (x < SIZE.left + HALF_LABEL) return 'start';
  return x > SIZE.width - HALF_LABEL ? 'end' : 'middle';
}

/** A label near an end of the drawing grows away from it. */
function labelAnchor(x: number): 'start' | 'middle' | 'end' {
  if (x < SIZE.width / 4) return 'start';
  return x > (SIZE.width * 3) / 4 ? 'end' : 'middle';
}
