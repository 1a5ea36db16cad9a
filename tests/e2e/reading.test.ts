/** The main job: text on a page, a mark, a pointer that rests, a popover of sourced facts. */
import { describe, expect, it } from 'vitest';
import { readPopover, waitFor } from '../../scripts/drivers/driver.ts';
import { GRACE_MS } from '../../src/opening/delays.ts';
import { hover, leave, locate, markup, rested, restInVain, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { setStage } from './support/stage.ts';

const stage = setStage(ROUTES);

describe('reading a page', () => {
  it('opens the right popover at a mention, with facts, dates and https sources', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      const text = await hover(tab, 'CATL');
      expect(text).toContain('CATL');
      expect(text).toContain('Contemporary Amperex Technology');
      const links = await tab.inPopover(function () {
        return [...this.querySelectorAll('a[href]')].map((link) => ({
          href: (link as HTMLAnchorElement).href,
          rel: link.getAttribute('rel'),
          target: link.getAttribute('target'),
        }));
      });
      expect(links?.length).toBeGreaterThan(0);
      for (const link of links ?? []) {
        expect(link.href).toMatch(/^https:/);
        expect(link.rel).toBe('noopener noreferrer');
        expect(link.target).toBe('_blank');
      }
    }));

  it('reads a name across inline elements and line breaks', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      expect(await hover(tab, 'Reduction')).toContain('Inflation Reduction Act');
    }));

  it('opens nothing at a look-alike', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      for (const text of ['Gerald Ford', 'china plates']) {
        expect(await restInVain(tab, text)).toBeNull();
      }
      // A popover at the next real mention shows that the pointer was seen all along.
      expect(await hover(tab, 'CATL')).toContain('CATL');
    }));

  it('closes when the pointer leaves, and on Escape without moving it', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      await hover(tab, 'CATL');
      await leave(tab);
      await hover(tab, 'CATL');
      await tab.press('Escape');
      await waitFor('Escape to close it', async () => (await readPopover(tab)) === null);
    }));

  it('stays while the pointer is on its way to it and on it', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      await hover(tab, 'CATL');
      const box = await tab.inPopover(function () {
        const { x, y, width, height } = (this.host as HTMLElement).getBoundingClientRect();
        const inner = this.querySelector('[role=dialog]')?.getBoundingClientRect();
        return inner && inner.width > 0
          ? { x: inner.x, y: inner.y, width: inner.width, height: inner.height }
          : { x, y, width, height };
      });
      if (!box) throw new Error('no popover');
      const from = await locate(tab, 'CATL');
      const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const STEPS = 12;
      const places = Array.from({ length: STEPS }, (_, i) => {
        const part = (i + 1) / STEPS;
        return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      });
      await tab.moveAlong(places);
      // By then what leaving the mention brings has come.
      await rested(tab, GRACE_MS);
      expect(await readPopover(tab)).toContain('CATL');
    }));

  it('leaves the page as it was, byte for byte', async () => {
    const served = ROUTES['/news']?.body.replaceAll('{ORIGIN}', stage.origin) ?? '';
    await stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      await hover(tab, 'CATL');
      await leave(tab);
      const before = served.slice(served.indexOf('<html'));
      expect(`${await markup(tab)}`).toBe(before);
      const hosts = await tab.evaluate(() => document.querySelectorAll('gloss-popover').length);
      expect(hosts).toBe(1);
    });
    await stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      const hosts = await tab.evaluate(() => document.querySelectorAll('gloss-popover').length);
      expect(hosts).toBe(0);
    });
  });

  it('works under the strictest content security policy with trusted types', () =>
    stage.withTab('/strict', async (tab) => {
      await waitForMarks(tab);
      const text = await hover(tab, 'CATL');
      expect(text).toContain('Contemporary Amperex Technology');
      const styled = await tab.inPopover(function () {
        const panel = this.querySelector('[role=dialog]');
        return panel ? getComputedStyle(panel).fontFamily : '';
      });
      expect(styled).toContain('system-ui');
    }));

  it('leaves a link its click', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      expect(await hover(tab, 'COP26')).toContain('COP26');
      const { x, y } = await locate(tab, 'COP26');
      await tab.click(x, y);
      await waitFor('the linked page', () =>
        tab.evaluate(() => location.pathname === '/linked' && document.readyState === 'complete'),
      );
    }));

  it('marks a page that arrives later', () =>
    stage.withTab('/nothing', async (tab) => {
      await tab.evaluate(() => {
        const paragraph = document.createElement('p');
        paragraph.textContent = 'Then somebody wrote of the Inflation Reduction Act.';
        document.body.append(paragraph);
      });
      expect(await hover(tab, 'Inflation Reduction Act')).toContain('Inflation Reduction Act');
    }));

  it('marks the demo page in every section and none of its look-alikes', () =>
    stage.withTab('/index.html', async (tab) => {
      await waitForMarks(tab);
      expect(await hover(tab, 'COP26')).toContain('COP26');
      await leave(tab);
      expect(await hover(tab, '宁德时代')).toContain('CATL');
    }));
});
