/** The timeline as it is seen: axis, dots, and the days of the article and of the page. */
import type { EntityType } from '../packs/kinds.ts';
import { t } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';
import type { Timeline, TimelinePoint } from './timeline.ts';
import { SIZE } from './timeline-size.ts';

const DOT = 3;
const DIAMOND = 3.8;
/** Half of a year's width in the drawing. */
const HALF_LABEL = 14;
/** Room between an end of a line and the text above it. */
const LABEL_GAP = 6;
const TICK = 4;

/** What came since is told apart by its shape, not by colour alone. */
export const diamond = (x: number, y: number): string =>
  `M${x} ${y - DIAMOND}L${x + DIAMOND} ${y}L${x} ${y + DIAMOND}L${x - DIAMOND} ${y}Z`;

function Mark({ point, faint = false }: { point: TimelinePoint; faint?: boolean }) {
  return (
    <g data-kind={point.type} class={faint ? 'faint' : ''}>
      {point.since ? (
        <path class="since-dot" d={diamond(point.x, point.y)} />
      ) : (
        <circle class="dot" cx={point.x} cy={point.y} r={DOT} />
      )}
    </g>
  );
}

interface DrawingProps {
  timeline: Timeline;
  /** The kind whose dots stand out; null for all. */
  only: EntityType | null;
  current: TimelinePoint | null;
}

export function Drawing({ timeline, only, current }: DrawingProps) {
  const { points, ticks, article, page } = timeline;
  return (
    <>
      <path class="axis" d={`M${SIZE.left} ${SIZE.axis}H${SIZE.right}`} />
      {ticks.map(({ x, label }) => (
        <g key={label}>
          <path class="axis" d={`M${x} ${SIZE.axis}v${TICK}`} />
          <text x={x} y={SIZE.height - 6} text-anchor={tickAnchor(x)}>
            {label}
          </text>
        </g>
      ))}
      {page && <path class="page-line" d={`M${page.x} ${SIZE.top}V${SIZE.axis + TICK}`} />}
      {article && (
        <>
          <path
            class="article-line"
            d={`M${article.x} ${SIZE.top - LABEL_GAP}V${SIZE.axis + TICK}`}
          />
          <text class="article-label" x={article.x} y={9} text-anchor={labelAnchor(article.x)}>
            {t('popup_timeline_article', article.publisher, dateInWords(article.date))}
          </text>
        </>
      )}
      {points.map((point) => (
        <Mark
          key={`${point.entityId} ${point.fact.text}`}
          point={point}
          faint={only !== null && point.type !== only}
        />
      ))}
      {current && (
        <>
          <circle class="ring" cx={current.x} cy={current.y} r={DOT + 3} />
          <Mark point={current} />
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
