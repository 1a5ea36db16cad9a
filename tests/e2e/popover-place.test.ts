/**
 * Where the popover of the built extension stands where its mention is in two lines, the frame is small or
 * the page is drawn up by two fingers. Firefox's driver has no such fingers; a script in the browser's own
 * part of the page does there what they would.
 */
import { describe, expect, it } from 'vitest';
import { readPopover, restOn, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { waitForMarks } from './support/page.ts';
import { closed, says } from './support/popover.ts';
import { setStage } from './support/stage.ts';

const page = (body: string, margin = '40px') => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title></head>
    <body style="margin:${margin};font:20px/2 serif">${body}</body></html>`,
});

/** Smaller than the popover is where it has room. */
const FRAME = { width: 260, height: 150 };
const LAW = 'Inflation Reduction Act';

const stage = setStage({
  '/wrapped': page(
    `<p style="width:340px"><span style="display:inline-block;width:220px"></span> <b>${LAW}</b> pays.</p>`,
  ),
  '/small-frame': page(
    `<div style="height:200px"></div>
    <iframe src="{ORIGIN}/in-frame" width="${FRAME.width}" height="${FRAME.height}" style="border:0"></iframe>`,
  ),
  '/in-frame': page('<b>CATL</b> makes batteries.', '4px'),
  '/middle': page(
    `<p style="position:fixed;left:45%;top:45%;margin:0">Here <b>CATL</b> is named.</p>
    <p style="position:fixed;left:4px;top:4px;margin:0">At the edge.</p>`,
  ),
});

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Box of the popover once it stands, and the part of its window that is seen; client px of its frame. */
const popover = (tab: Tab): Promise<{ box: Box; seen: Box }> =>
  waitFor('its place', () =>
    tab.inPopover(async function () {
      const surface = this.querySelector('[role=dialog]');
      const window = this.ownerDocument.defaultView;
      if (!surface || !window?.visualViewport) return null;
      const boxOf = (): { left: number; top: number; right: number; bottom: number } => {
        const { left, top, right, bottom } = surface.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      const before = boxOf();
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
      const box = boxOf();
      if (box.right === box.left || JSON.stringify(box) !== JSON.stringify(before)) return null;
      const { offsetLeft, offsetTop, width, height } = window.visualViewport;
      const seen = {
        left: offsetLeft,
        top: offsetTop,
        right: offsetLeft + width,
        bottom: offsetTop + height,
      };
      return { box, seen };
    }),
  );

function expectWithin(box: Box, seen: Box): void {
  expect(box.left).toBeGreaterThanOrEqual(seen.left);
  expect(box.top).toBeGreaterThanOrEqual(seen.top);
  expect(box.right).toBeLessThanOrEqual(seen.right);
  expect(box.bottom).toBeLessThanOrEqual(seen.bottom);
}

/** The lines of the name in bold, in client px of its frame. */
const lines = (tab: Tab): Promise<Box[]> =>
  tab.evaluate(() =>
    [...(document.querySelector('b')?.getClientRects() ?? [])].map(
      ({ left, top, right, bottom }) => ({ left, top, right, bottom }),
    ),
  );

const middle = ({ left, top, right, bottom }: Box) => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

describe('at a name that is wrapped', () => {
  it.each([
    ['first', 0],
    ['last', -1],
  ])('stands at the line that the pointer is on, the %s', (_, at) =>
    stage.withTab('/wrapped', async (tab) => {
      await waitForMarks(tab);
      const all = await lines(tab);
      expect(all.length).toBeGreaterThan(1);
      const line = all.at(at);
      if (!line) throw new Error('no line');
      await restOn(tab, LAW, async () => middle(line));
      const { box, seen } = await popover(tab);
      expectWithin(box, seen);
      // Just below it, from where it begins.
      const gap = box.top - line.bottom;
      expect(gap).toBeGreaterThan(-1);
      expect(gap).toBeLessThan(12);
      expect(Math.abs(box.left - line.left)).toBeLessThan(9);
    }),
  );
});

describe('in a small frame', () => {
  it('is at most as large as the frame, and all of it can be reached', () =>
    stage.withTab('/small-frame', async (tab) => {
      const inFrame = () => {
        const frame = document.querySelector('iframe');
        const name = frame?.contentDocument?.querySelector('b')?.getBoundingClientRect();
        const at = frame?.getBoundingClientRect();
        if (!name || !at || name.width === 0) return null;
        return { x: at.x + name.x + name.width / 2, y: at.y + name.y + name.height / 2 };
      };
      const name = () => waitFor('the name', () => tab.evaluate(inFrame));
      expect(await restOn(tab, 'CATL', name)).toContain('CATL');
      const { box, seen } = await popover(tab);
      expect(seen.right - seen.left).toBeLessThanOrEqual(FRAME.width);
      expect(seen.bottom - seen.top).toBeLessThanOrEqual(FRAME.height);
      expectWithin(box, seen);
      // Scrolled to its end it shows its last button, inside of what is seen of it.
      const last = await tab.inPopover(function () {
        const surface = this.querySelector('[role=dialog]');
        const button = [...this.querySelectorAll('button')].at(-1);
        button?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const [around, own] = [surface, button].map((part) => part?.getBoundingClientRect());
        if (!around || !own) return null;
        return { inside: own.top >= around.top - 1 && own.bottom <= around.bottom + 1 };
      });
      expect(last).toEqual({ inside: true });
      // It is the frame's, and the page around it holds nothing of it.
      expect(await tab.evaluate(() => document.querySelector('gloss-popover'))).toBeNull();
    }));
});

describe('in a page that two fingers have drawn up', () => {
  it('stands in the part that is seen, beside its name', () =>
    stage.withTab('/middle', async (tab) => {
      await waitForMarks(tab);
      await tab.pinch(2);
      await waitFor('the zoom', () =>
        tab.evaluate(() => Math.abs((visualViewport?.scale ?? 1) - 2) < 0.2),
      );
      await stage.browser.command('next-mention');
      await says(tab, 'CATL');
      const { box, seen } = await popover(tab);
      // Half of the window, and not the half at its corner.
      expect(seen.right - seen.left).toBeLessThan(600);
      expect(seen.left).toBeGreaterThan(50);
      expectWithin(box, seen);
      const [line] = await lines(tab);
      if (!line) throw new Error('no line');
      const { x, y } = middle(line);
      expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
      await tab.press('Escape');
      await closed(tab);
      expect(await readPopover(tab)).toBeNull();
    }));
});
