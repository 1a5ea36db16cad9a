/**
 * Where the popover stands: at the line of its mention, in the top layer, inside what the reader
 * sees of the window. The host is fixed at the window's corner and nothing can clip it, so
 * floating-ui is given those three facts as its platform instead of its general one, which would
 * walk up the page and ask it for layout; by calling its core directly, that one (7 kB) stays out
 * of the content script.
 */
import { computePosition, type Platform } from '@floating-ui/core';
import {
  flip,
  type Middleware,
  offset,
  type Placement,
  shift,
  size as sizeToFit,
} from '@floating-ui/dom';
import {
  GAP_PX,
  HEIGHT_SHARE,
  LEAST_HEIGHT_PX,
  MARGIN_PX,
  TIGHT_PX,
  WIDTH_PX,
} from '../opening/delays.ts';

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

/** What placing has to know of the page around a mention. */
export interface Ground {
  readonly view: Rect;
  /** Text in vertical lines: the popover stands beside the line, not above or below it. */
  readonly vertical: boolean;
  readonly rtl: boolean;
}

/** To be asked before anything is changed: then the answer costs no layout. */
export function groundOf(element: Element): Ground {
  const { writingMode, direction } = getComputedStyle(element);
  return {
    view: visibleArea(),
    vertical: writingMode !== 'horizontal-tb',
    rtl: direction === 'rtl',
  };
}

interface PlaceRequest extends Ground {
  readonly surface: HTMLElement;
  readonly line: Rect;
  /** 1 at text size 100 %. */
  readonly scale: number;
  /** The side to keep while content changes; null to choose the best one. */
  readonly keep: Placement | null;
}

interface Size {
  width: number;
  height: number;
}

/** The largest that the surface may be. CSS px. */
function largest(view: Rect, scale: number): Size {
  return {
    width: Math.min(WIDTH_PX * scale, view.width - 2 * MARGIN_PX),
    height: view.height * HEIGHT_SHARE,
  };
}

function limit(surface: HTMLElement, { width, height }: Size, scale: number): void {
  surface.style.width = `${width}px`;
  surface.style.maxHeight = `${height}px`;
  surface.toggleAttribute('data-tight', Math.min(width, height) < TIGHT_PX * scale);
}

/**
 * floating-ui's platform, cut short for a surface whose containing block is the window, and whose
 * size is known: it asks the page nothing.
 */
function platform({ line, view, rtl }: PlaceRequest, size: Readonly<Size>): Platform {
  return {
    getElementRects: () => ({
      reference: { x: line.x, y: line.y, width: line.width, height: line.height },
      floating: { x: 0, y: 0, ...size },
    }),
    // The only element that it asks for: nothing here has an arrow.
    getDimensions: () => ({ ...size }),
    getClippingRect: () => view,
    isRTL: () => rtl,
  };
}

/**
 * Places the surface and limits its size, before the next frame is painted. The surface is laid out
 * once, to learn its height; nothing else is asked of the page.
 * @returns the side it stands on, to be kept while its content changes, and its height
 */
export async function place(request: PlaceRequest): Promise<{ side: Placement; height: number }> {
  const { surface, line, view, vertical, scale, keep } = request;
  const most = largest(view, scale);
  limit(surface, most, scale);
  const natural = surface.offsetHeight;
  const size = { width: most.width, height: natural };
  const least = Math.min(LEAST_HEIGHT_PX, view.height);
  const middleware: Middleware[] = [
    offset(GAP_PX),
    ...(keep ? [] : [flip({ padding: MARGIN_PX, fallbackAxisSideDirection: 'end' })]),
    shift({ padding: MARGIN_PX }),
    sizeToFit({
      padding: MARGIN_PX,
      apply: ({ availableHeight }) => {
        const height = Math.min(most.height, Math.max(availableHeight, least));
        limit(surface, { width: most.width, height }, scale);
        size.height = Math.min(natural, height);
      },
    }),
  ];
  const reference = { getBoundingClientRect: () => DOMRect.fromRect(line) };
  const { x, y, placement } = await computePosition(reference, surface, {
    platform: platform(request, size),
    placement: keep ?? (vertical ? 'right-start' : 'bottom-start'),
    strategy: 'fixed',
    middleware,
  });
  const { style } = surface;
  style.left = `${x}px`;
  // Above its line it hangs from its lower edge: content that grows must not reach the line.
  const above = placement.startsWith('top');
  style.top = above ? 'auto' : `${y}px`;
  style.bottom = above ? `${-(line.y - GAP_PX)}px` : 'auto';
  return { side: placement, height: size.height };
}

/** Moves a surface that no longer follows its mention into the visible part of the window. */
export function keepInside(surface: HTMLElement, scale: number): void {
  const view = visibleArea();
  limit(surface, largest(view, scale), scale);
  const at = surface.getBoundingClientRect();
  const into = (value: number, low: number, room: number, length: number) =>
    Math.max(low + MARGIN_PX, Math.min(value, low + room - MARGIN_PX - length));
  surface.style.left = `${into(at.x, view.x, view.width, at.width)}px`;
  surface.style.top = `${into(at.y, view.y, view.height, at.height)}px`;
  surface.style.bottom = 'auto';
}
