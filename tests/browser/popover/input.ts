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

/** Moves the pointer to a point at once; a short second move then comes to rest there. */
export async function pointAt(point: Point, buttons = 0): Promise<void> {
  for (const by of [1, 0]) {
    const { x, y } = inPage({ x: point.x - by, y: point.y });
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, buttons });
    await nextFrame();
  }
}

/** One move, as it is. */
export async function moveTo(point: Point, buttons = 0): Promise<void> {
  const { x, y } = inPage(point);
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, buttons });
  await nextFrame();
}

export async function press(point: Point): Promise<void> {
  const { x, y } = inPage(point);
  const button = { x, y, button: 'left', clickCount: 1 } as const;
  await cdp().send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 1, ...button });
}

export async function release(point: Point): Promise<void> {
  const { x, y } = inPage(point);
  const button = { x, y, button: 'left', clickCount: 1 } as const;
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
}

export async function click(point: Point): Promise<void> {
  await press(point);
  await release(point);
}

export async function tap(point: Point): Promise<void> {
  const touchPoints = [inPage(point)];
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
