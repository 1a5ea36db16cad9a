/** Trusted input at any point of a test's page, inside closed shadow trees too, by CDP. */
import { cdp } from 'vitest/browser';

interface Point {
  x: number;
  y: number;
}

/** Tests run in a frame, scaled down where it is larger than the page around it: CDP counts there. */
function inPage({ x, y }: Point): Point {
  const box = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth);
  const scale = box.width / innerWidth;
  return { x: box.x + x * scale, y: box.y + y * scale };
}

export function centreOf(element: Element): Point {
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

type PointerType = 'mouse' | 'pen';
type MouseButton = 'left' | 'right';

/** One move, as it is. */
export async function moveTo(
  point: Point,
  buttons = 0,
  pointerType: PointerType = 'mouse',
): Promise<void> {
  const { x, y } = inPage(point);
  const button = buttons === 1 ? 'left' : 'none';
  const move = { type: 'mouseMoved', x, y, button, buttons, pointerType } as const;
  await cdp().send('Input.dispatchMouseEvent', move);
  await nextFrame();
}

/** Moves the pointer to a point at once; a short second move then comes to rest there. */
export async function pointAt(
  { x, y }: Point,
  buttons = 0,
  pointerType: PointerType = 'mouse',
): Promise<void> {
  await moveTo({ x: x - 1, y }, buttons, pointerType);
  await moveTo({ x, y }, buttons, pointerType);
}

export async function press(
  point: Point,
  button: MouseButton = 'left',
  pointerType: PointerType = 'mouse',
): Promise<void> {
  const at = { ...inPage(point), button, pointerType, clickCount: 1 } as const;
  const buttons = button === 'left' ? 1 : 2;
  await cdp().send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons, ...at });
}

export async function release(
  point: Point,
  button: MouseButton = 'left',
  pointerType: PointerType = 'mouse',
): Promise<void> {
  const at = { ...inPage(point), button, pointerType, clickCount: 1 } as const;
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
}

export async function click(point: Point, pointerType: PointerType = 'mouse'): Promise<void> {
  await press(point, 'left', pointerType);
  await release(point, 'left', pointerType);
}

export async function tap(point: Point): Promise<void> {
  const touchPoints = [inPage(point)];
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
