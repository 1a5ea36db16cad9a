/**
 * The way from a mention to its popover. While the pointer is inside the triangle between where it
 * left the mention and the popover's near edge, and comes nearer, it is on its way there, whatever
 * it passes over. The idea is that of menu aim (B. Tognazzini's Macintosh hierarchical menus).
 */
import { TRIANGLE_SLACK_PX } from './delays.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Distance of a point from a box; 0 inside it. CSS px. */
export function distanceTo(box: Box, { x, y }: Point): number {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy);
}

/** Twice the signed area of a triangle: its sign is the side of line ab on which c lies. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const turns = [turn(a, b, p), turn(b, c, p), turn(c, a, p)];
  return turns.every((side) => side >= 0) || turns.every((side) => side <= 0);
}

/** The ends of the box's edge that faces the point, widened by the slack. */
function nearEdge(box: Box, from: Point): [Point, Point] {
  const { left, top, right, bottom } = box;
  const s = TRIANGLE_SLACK_PX;
  if (from.y <= top)
    return [
      { x: left - s, y: top },
      { x: right + s, y: top },
    ];
  if (from.y >= bottom)
    return [
      { x: left - s, y: bottom },
      { x: right + s, y: bottom },
    ];
  const x = from.x <= left ? left : right;
  return [
    { x, y: top - s },
    { x, y: bottom + s },
  ];
}

/**
 * Whether a pointer that left its mention at `from` is on its way to the popover.
 * @param last the pointer's position before this one
 */
export function isTowards(box: Box, from: Point, last: Point, now: Point): boolean {
  const [a, b] = nearEdge(box, from);
  return distanceTo(box, now) < distanceTo(box, last) && inTriangle(now, from, a, b);
}
