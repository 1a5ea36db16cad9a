import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { HEIGHT_SHARE, MARGIN_PX, WIDTH_PX } from '../../../src/opening/delays.ts';
import { soon } from '../../support/soon.ts';
import { centreOf, click, nextFrame, pointAt } from './input.ts';
import { type Stage, type StageOptions, setStage } from './stage.ts';

let stage: Stage;

interface Where {
  left?: number;
  top?: number;
  style?: string;
}

async function showAt(where: Where, options: StageOptions = {}): Promise<void> {
  const { left = 100, top = 100, style = '' } = where;
  document.body.innerHTML = `<style>body { margin: 0; height: 3000px; }</style>
    <span data-entity="catl" style="position: absolute; left: ${left}px; top: ${top}px; ${style}">CATL</span>`;
  stage = setStage(options);
  stage.controller.openAt(stage.mention('catl'), { focus: false });
  await placed();
}

function surface(): HTMLElement {
  const found = stage.root().querySelector<HTMLElement>('[role=dialog]');
  if (!found) throw new Error('no popover');
  return found;
}

const placed = async () => {
  await soon(() => expect(surface().style.left).not.toBe(''));
  await nextFrame();
  await nextFrame();
};
const box = () => surface().getBoundingClientRect();
const line = () => {
  const [rect] = document.querySelector('[data-entity]')?.getClientRects() ?? [];
  if (!rect) throw new Error('no line');
  return rect;
};

function expectInside(): void {
  expect(box().left).toBeGreaterThanOrEqual(MARGIN_PX - 0.5);
  expect(box().top).toBeGreaterThanOrEqual(0);
  expect(box().right).toBeLessThanOrEqual(innerWidth - MARGIN_PX + 0.5);
  expect(box().bottom).toBeLessThanOrEqual(innerHeight - MARGIN_PX + 0.5);
}

function expectBeside(): void {
  const [a, b] = [box(), line()];
  const apart = a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
  expect(apart).toBe(true);
}

beforeEach(() => page.viewport(1000, 700));

afterEach(() => {
  stage.end();
  scrollTo(0, 0);
  document.body.innerHTML = '';
});

describe('the popover', () => {
  it.each<[string, Where]>([
    ['in the middle', { left: 400, top: 300 }],
    ['at the top left', { left: 0, top: 0 }],
    ['at the top right', { left: 960, top: 0 }],
    ['at the bottom left', { left: 0, top: 675 }],
    ['at the bottom right', { left: 955, top: 675 }],
    ['in large type', { left: 200, top: 200, style: 'font-size: 120px' }],
    ['in vertical writing', { left: 500, top: 300, style: 'writing-mode: vertical-rl' }],
    ['from right to left', { left: 500, top: 300, style: 'direction: rtl' }],
  ])('is inside the window and beside its mention %s', async (_, where) => {
    await showAt(where);
    expectInside();
    expectBeside();
    expect(box().width).toBeLessThanOrEqual(WIDTH_PX);
    expect(box().height).toBeLessThanOrEqual(innerHeight * HEIGHT_SHARE + 0.5);
  });

  it('stands below its line and at its start, where there is room', async () => {
    await showAt({ left: 300, top: 200 });
    expect(box().top).toBeGreaterThan(line().bottom);
    expect(box().left).toBeCloseTo(line().left, 0);
  });

  it('stands at the end that is the start of a line from right to left', async () => {
    await showAt({ left: 600, top: 200, style: 'direction: rtl' });
    expect(box().right).toBeCloseTo(line().right, 0);
  });

  it('stands beside a vertical line', async () => {
    await showAt({ left: 300, top: 100, style: 'writing-mode: vertical-rl' });
    expect(box().left).toBeGreaterThanOrEqual(line().right);
  });

  it.each([
    ['320 px wide', 320, 640],
    ['very low', 700, 150],
    ['tiny', 200, 120],
  ])('fits into a window that is %s', async (_, width, height) => {
    await page.viewport(width, height);
    await showAt({ left: 20, top: 10 }, { settings: { textSize: 200 } });
    expect(box().left).toBeGreaterThanOrEqual(0);
    expect(box().right).toBeLessThanOrEqual(innerWidth);
    expect(box().height).toBeLessThanOrEqual(innerHeight);
  });

  it('belongs to the line that the pointer is on', async () => {
    document.body.innerHTML = `<style>body { margin: 0; font: 16px/2 sans-serif }</style>
      <p style="width: 300px; margin: 50px"><span style="display: inline-block; width: 220px"></span>
      <span data-entity="inflation-reduction-act">Inflation Reduction Act</span></p>`;
    stage = setStage({ settings: { openingDelay: 10 } });
    const rects = [...(document.querySelector('[data-entity]')?.getClientRects() ?? [])];
    expect(rects.length).toBeGreaterThan(1);
    const last = rects.at(-1);
    if (!last) throw new Error('no line');
    await pointAt({ x: last.x + last.width / 2, y: last.y + last.height / 2 });
    await soon(() => expect(stage.controller.isOpen).toBe(true));
    await placed();
    expect(box().top).toBeGreaterThanOrEqual(last.bottom);
    expect(box().left).toBeCloseTo(Math.max(last.left, MARGIN_PX), 0);
  });

  it.each([
    ['below', 200],
    ['above', 560],
  ])('keeps its side and its near edge while content grows, %s', async (side, top) => {
    await showAt({ left: 300, top });
    const near = () => (side === 'below' ? box().top : box().bottom);
    const before = near();
    const more = surface().querySelector('.foot button');
    if (!more) throw new Error('nothing more');
    await click(centreOf(more));
    await soon(() => expect(more.getAttribute('aria-expanded')).toBe('true'));
    await nextFrame();
    await nextFrame();
    expect(near()).toBeCloseTo(before, 0);
    expectInside();
    expectBeside();
  });

  it('finds its place anew when the window changes', async () => {
    await showAt({ left: 500, top: 200 });
    await page.viewport(700, 600);
    await soon(() => expectInside());
    expectBeside();
  });

  it('does not scroll the page or change its size', async () => {
    await showAt({ left: 955, top: 675 });
    const { scrollWidth, scrollHeight } = document.documentElement;
    stage.controller.close();
    expect(document.documentElement.scrollWidth).toBe(scrollWidth);
    expect(document.documentElement.scrollHeight).toBe(scrollHeight);
    expect(scrollY).toBe(0);
  });
});

describe('in a pinch-zoomed window', () => {
  /** A quarter of the window, as fingers have drawn it up. */
  const SEEN = { scale: 2, offsetLeft: 300, offsetTop: 200, width: 500, height: 350 };

  it.each([
    ['beside its mention', { left: 400, top: 300 }],
    ['at the edge of what is seen', { left: 740, top: 500 }],
  ])('is in the part that is seen, %s', async (_, where) => {
    const zoomed = Object.assign(new EventTarget(), SEEN);
    const spy = vi.spyOn(window, 'visualViewport', 'get');
    spy.mockReturnValue(zoomed as unknown as VisualViewport);
    try {
      await showAt(where);
      expect(box().left).toBeGreaterThanOrEqual(SEEN.offsetLeft);
      expect(box().top).toBeGreaterThanOrEqual(SEEN.offsetTop);
      expect(box().right).toBeLessThanOrEqual(SEEN.offsetLeft + SEEN.width);
      expect(box().bottom).toBeLessThanOrEqual(SEEN.offsetTop + SEEN.height);
      expectBeside();
    } finally {
      spy.mockRestore();
    }
  });
});

describe('in what is above the page', () => {
  it('is mounted in an open modal dialog, and usable there', async () => {
    document.body.innerHTML = `<dialog style="width: 80%; height: 80%"><span data-entity="catl">CATL</span></dialog>`;
    const dialog = document.querySelector('dialog');
    dialog?.showModal();
    stage = setStage();
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    await placed();
    expect(stage.host()?.parentElement).toBe(dialog);
    const close = surface().querySelector('[aria-label="Close"]');
    if (!close) throw new Error('no close button');
    await click(centreOf(close));
    await soon(() => expect(stage.controller.isOpen).toBe(false));
    expect(dialog?.open).toBe(true);
  });

  it('is above everything, whatever its z-index', async () => {
    await showAt({ left: 300, top: 100 });
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: red';
    document.body.append(cover);
    const { x, y } = centreOf(surface());
    expect(document.elementFromPoint(x, y)).toBe(stage.host());
  });
});
