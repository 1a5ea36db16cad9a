/**
 * Where the popover stands: at the line of its mention, in the top layer, inside what the reader
 * sees of the window. The host is fixed at the window's corner and nothing can clip it, so
 * floating-ui is given those three facts as its platform instead of its general one, which would
 * walk up the page and ask it for layout.
 */
import {
  computePosition,
  platform as domPlatform,
  flip,
  type Middleware,
  offset,
  type Placement,
  type Platform,
  shift,
  size,
} from '@floating-ui/dom';
import { GAP_PX, HEIGHT_SHARE, LEAST_HEIGHT_PX, MARGIN_PX, TIGHT_PX, WIDTH_PX } from './delays.ts';

export type { Placement };

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the page that is on screen, in client coordinates; smaller than the window when
 * pinch-zoomed. */
export function visibleArea(): Rect {
  const view = window.visualViewport;
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode the root's clientHeight is the document's; the window's is an upper bound.
  const height = Math.min(clientHeight || window.innerHeight, window.innerHeight);
  return view && view.scale > 1
    ? { x: view.offsetLeft, y: view.offsetTop, width: view.width, height: view.height }
    : { x: 0, y: 0, width: Math.min(clientWidth || window.innerWidth, window.innerWidth), height };
}

/**
 * The line of a mention that the popover belongs to: the one under the point, else the nearest, or
 * without a point (keyboard) the first.
 */
export function lineAt(
  rects: readonly DOMRect[],
  point: { x: number; y: number } | null,
): DOMRect | null {
  const [first = null] = rects;
  if (!point) return first;
  let nearest = first;
  let least = Number.POSITIVE_INFINITY;
  for (const rect of rects) {
    const dx = Math.max(rect.left - point.x, 0, point.x - rect.right);
    const dy = Math.max(rect.top - point.y, 0, point.y - rect.bottom);
    const distance = Math.hypot(dx, dy);
    if (distance < least) {
      least = distance;
      nearest = rect;
    }
  }
  return nearest;
}

export interface PlaceRequest {
  readonly surface: HTMLElement;
  readonly line: Rect;
  /** Text in vertical lines: the popover stands beside the line, not above or below it. */
  readonly vertical: boolean;
  readonly rtl: boolean;
  /** 1 at text size 100 %. */
  readonly scale: number;
  /** The side to keep while content changes; null to choose the best one. */
  readonly keep: Placement | null;
}

function firstChoice({ vertical }: PlaceRequest): Placement {
  return vertical ? 'right-start' : 'bottom-start';
}

/** floating-ui's platform, cut short for a surface whose containing block is the window. */
function platform({ x, y, width, height }: Rect, surface: HTMLElement): Platform {
  const dimensions = () => ({ width: surface.offsetWidth, height: surface.offsetHeight });
  return {
    ...domPlatform,
    getElementRects: () => ({
      reference: { x, y, width, height },
      floating: { x: 0, y: 0, ...dimensions() },
    }),
    // The only element that it asks for: nothing here has an arrow.
    getDimensions: dimensions,
    getClippingRect: visibleArea,
  };
}

/** Width and greatest height of the surface, where `available` px of height are left for it. */
function limitSize(surface: HTMLElement, scale: number, available: number): void {
  const view = visibleArea();
  const width = Math.min(WIDTH_PX * scale, view.width - 2 * MARGIN_PX);
  const least = Math.min(LEAST_HEIGHT_PX, view.height);
  const height = Math.min(view.height * HEIGHT_SHARE, Math.max(available, least));
  surface.style.width = `${width}px`;
  surface.style.maxHeight = `${height}px`;
  surface.toggleAttribute('data-tight', Math.min(width, height) < TIGHT_PX * scale);
}

/**
 * Places the surface and limits its size, all in one go before the next frame is painted.
 * @returns the side it stands on, to be kept while its content changes
 */
export async function place(request: PlaceRequest): Promise<Placement> {
  const { surface, line, rtl, scale, keep } = request;
  const { style } = surface;
  limitSize(surface, scale, Number.POSITIVE_INFINITY);
  const middleware: Middleware[] = [
    offset(GAP_PX),
    ...(keep ? [] : [flip({ padding: MARGIN_PX, fallbackAxisSideDirection: 'end' })]),
    shift({ padding: MARGIN_PX }),
    size({
      padding: MARGIN_PX,
      apply: ({ availableHeight }) => limitSize(surface, scale, availableHeight),
    }),
  ];
  const reference = { getBoundingClientRect: () => DOMRect.fromRect(line) };
  const { x, y, placement } = await computePosition(reference, surface, {
    platform: { ...platform(line, surface), isRTL: () => rtl },
    placement: keep ?? firstChoice(request),
    strategy: 'fixed',
    middleware,
  });
  style.left = `${x}px`;
  // Above its line it hangs from its lower edge: content that grows must not reach the line.
  const above = placement.startsWith('top');
  style.top = above ? 'auto' : `${y}px`;
  style.bottom = above ? `${-(line.y - GAP_PX)}px` : 'auto';
  return placement;
}

/** Moves a surface that no longer follows its mention into the visible part of the window. */
export function keepInside(surface: HTMLElement, scale: number): void {
  limitSize(surface, scale, Number.POSITIVE_INFINITY);
  const at = surface.getBoundingClientRect();
  const view = visibleArea();
  const into = (value: number, low: number, room: number, length: number) =>
    Math.max(low + MARGIN_PX, Math.min(value, low + room - MARGIN_PX - length));
  surface.style.left = `${into(at.x, view.x, view.width, at.width)}px`;
  surface.style.top = `${into(at.y, view.y, view.height, at.height)}px`;
  surface.style.bottom = 'auto';
}
