/**
 * The timeline. What is seen is a drawing; what a keyboard and a screen reader meet is a list of
 * buttons over it, one a dot, of which one is in the tab order and arrow keys go on in time. The
 * pointer takes whatever dot is nearest, since dots are smaller than a finger.
 */
import { useMemo, useState } from 'preact/hooks';
import type { EntityCard } from '../packs/card.ts';
import type { EntityType } from '../packs/kinds.ts';
import { t, tn } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';
import type { FactTarget } from './entities.tsx';
import { layOutTimeline, nearestPoint, type TimelinePoint } from './timeline.ts';
import { Drawing } from './timeline-drawing.tsx';
import { Legend } from './timeline-legend.tsx';
import { SIZE } from './timeline-size.ts';

/** Half of WCAG 2.2's smallest target (2.5.8), as a radius around a dot. */
const REACH = 12;

export interface TimelineViewProps {
  cards: readonly EntityCard[];
  /** YYYY-MM-DD where the page says when it was published. */
  published: string | null;
  /** The kind that the list is narrowed to: the others' dots stay as a ground. */
  only: EntityType | null;
  onGoTo: (target: FactTarget) => void;
}

export function TimelineView({ cards, published, only, onGoTo }: TimelineViewProps) {
  const timeline = useMemo(() => layOutTimeline(cards, published), [cards, published]);
  const [current, setCurrent] = useState<TimelinePoint | null>(null);
  /** The keyboard has gone on: the fact would lie over what it has gone to. Its place is kept. */
  const [isLeft, setLeft] = useState(false);
  if (!timeline) return null;
  const points = timeline.points.filter(({ type }) => only === null || type === only);
  // Laid out anew, as when the page reports again, the point is another object for the same fact.
  const found = current ? points.findIndex((point) => isSame(point, current)) : -1;
  const at = Math.max(0, found);
  const shown = isLeft ? null : (points[found] ?? null);
  const goTo = (point: TimelinePoint | null | undefined) => {
    if (point) onGoTo({ entityId: point.entityId, factText: point.fact.text });
  };

  const underPointer = (event: preact.TargetedMouseEvent<SVGSVGElement>): TimelinePoint | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIZE.width;
    const y = ((event.clientY - box.top) / box.height) * SIZE.height;
    return points[nearestPoint(points, x, y, REACH) ?? -1] ?? null;
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
          onMouseMove={(event) => {
            setLeft(false);
            setCurrent(underPointer(event));
          }}
          onMouseLeave={() => setCurrent(null)}
          onClick={(event) => goTo(underPointer(event))}
        >
          <Drawing timeline={timeline} only={only} current={shown} />
        </svg>
        <p class="quiet" id="timeline-keys">
          {t('popup_timeline_keys')}
        </p>
        <Points
          points={points}
          at={at}
          onFocus={(point) => {
            setLeft(false);
            setCurrent(point);
          }}
          onLeave={() => setLeft(true)}
          onGoTo={goTo}
        />
      </div>
      <div class="timeline-captions">
        <p class="timeline-caption">
          <Legend timeline={timeline} count={points.length} />
        </p>
        {shown && <Caption point={shown} />}
      </div>
    </section>
  );
}

interface PointsProps {
  points: readonly TimelinePoint[];
  /** Index of the one that Tab reaches. */
  at: number;
  onFocus: (point: TimelinePoint) => void;
  onLeave: () => void;
  onGoTo: (point: TimelinePoint) => void;
}

/** A button over each dot. */
function Points({ points, at, onFocus, onLeave, onGoTo }: PointsProps) {
  const onKeyDown = (event: preact.TargetedKeyboardEvent<HTMLElement>) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: points.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(points.length - 1, to));
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ul
      onKeyDown={onKeyDown}
      onFocusOut={onLeave}
      aria-label={tn('popup_timeline_facts', points.length)}
      aria-describedby="timeline-keys"
    >
      {points.map((point, index) => (
        <li key={`${point.entityId} ${point.fact.text}`}>
          <button
            type="button"
            class="timeline-point"
            style={{
              insetInlineStart: `${(100 * point.x) / SIZE.width}%`,
              insetBlockStart: `${(100 * point.y) / SIZE.height}%`,
            }}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => onFocus(point)}
            onClick={() => onGoTo(point)}
          >
            <span class="quiet">{inWords(point)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The fact of the dot that is pointed at or focused, over the legend. */
function Caption({ point: { type, fact, entityName } }: { point: TimelinePoint }) {
  return (
    <p class="timeline-caption over" aria-hidden="true" data-kind={type}>
      <b>{dateInWords(fact.date ?? '')}</b>{' '}
      <span class="timeline-name" dir="auto">
        {entityName}
      </span>{' '}
      <span dir="auto">{fact.text}</span>
    </p>
  );
}

const isSame = (a: TimelinePoint, b: TimelinePoint): boolean =>
  a.entityId === b.entityId && a.fact.text === b.fact.text;

function inWords({ fact, entityName, since }: TimelinePoint): string {
  const words = [dateInWords(fact.date ?? ''), entityName, fact.text].join(': ');
  return since ? `${words} (${t('popover_since_then')})` : words;
}
