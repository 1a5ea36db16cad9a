/**
 * Hostile and broken pages, with the build that ships: the page works as it would without Gloss, and
 * Gloss works too, or steps back without a word.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChromiumTab } from '../../scripts/drivers/chromium.ts';
import { restOn, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import type { Route } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import type { HostilePage } from '../fixtures/hostile/page.ts';
import { HOSTILE_PAGES } from '../fixtures/hostile/pages.ts';
import { WATCH_SCRIPT } from '../fixtures/hostile/watch.ts';
import { hover, locate, waitForMarks } from './support/page.ts';
import { setStage } from './support/stage.ts';

const PATHS = new Map(HOSTILE_PAGES.map((page, index) => [page, `/hostile/${index}`]));

function routeOf({ body, contentType, headers = {}, neverEnds = false }: HostilePage): Route {
  return {
    body,
    neverEnds,
    headers: { ...headers, ...(contentType ? { 'content-type': contentType } : {}) },
  };
}

const script = (body: string): Route => ({ body, headers: { 'content-type': 'text/javascript' } });
const library = (path: string) => script(readFileSync(`${ROOT}node_modules/${path}`, 'utf8'));

const stage = setStage({
  ...Object.fromEntries([...PATHS].map(([page, path]) => [path, routeOf(page)])),
  '/quiet-end': { body: '<p>The Paris Agreement is named on the page after.</p>' },
  '/watch.js': script(WATCH_SCRIPT),
  '/react.js': library('react/umd/react.production.min.js'),
  '/react-dom.js': library('react-dom/umd/react-dom.production.min.js'),
  '/vue.js': library('vue/dist/vue.runtime.global.prod.js'),
});

/** Errors of all worlds of a tab, the extension's among them; only Chromium's driver is told of them. */
function errorsOf(tab: Tab): string[] {
  const errors: string[] = [];
  if (stage.browser.name === 'chromium') {
    (tab as ChromiumTab).page.on('pageerror', ({ message }) => void errors.push(message));
  }
  return errors;
}

const hasMarks = (tab: Tab): Promise<boolean> =>
  tab.evaluate(() => {
    const { trueHighlights } = globalThis as unknown as { trueHighlights?: HighlightRegistry };
    const names = [...(trueHighlights ?? CSS.highlights).keys()];
    return names.some((name) => name.startsWith('gloss'));
  });

/** Text of the popover at a text, of which the page may itself have said where it is. */
async function popover(tab: Tab, text: string): Promise<string> {
  const spot = await tab.evaluate(
    () => (globalThis as unknown as { spot?: { x: number; y: number } }).spot ?? null,
  );
  return spot ? restOn(tab, text, async () => spot) : hover(tab, text);
}

describe.each(HOSTILE_PAGES)('a page that $name', (page) => {
  const { popoverAt, hoverAt, marks = Boolean(popoverAt), mayFail, ownTools = true } = page;

  it('works as without Gloss, which works or steps back', async () => {
    const tab = await stage.browser.open('about:blank');
    try {
      await tab.bringToFront();
      const errors = errorsOf(tab);
      const arrival = tab.goto(`${stage.origin}${PATHS.get(page)}`);
      // A document that never ends never arrives either, as far as a driver is concerned.
      if (page.neverEnds) arrival.catch(() => undefined);
      else await arrival;
      if (ownTools && !page.contentType) {
        const check = () => (globalThis as unknown as { check(): boolean }).check();
        await waitFor('the page to be done', () => tab.evaluate(check));
      }
      if (popoverAt) expect(await popover(tab, popoverAt)).toContain(popoverAt);
      // After that: what a page has taken away is set again when the reader does something.
      if (marks && ownTools) await waitFor('marks', () => hasMarks(tab));
      if (hoverAt) {
        const { x, y } = await locate(tab, hoverAt);
        await tab.move(x + 1, y);
        await tab.move(x, y);
      }
      if (!marks && !popoverAt) await isAliveElsewhere();
      if (!marks && !popoverAt && ownTools) expect(await hasMarks(tab)).toBe(false);
      if (ownTools && !page.contentType) {
        const { works, pageErrors } = await tab.evaluate(() => {
          const world = globalThis as unknown as { check(): boolean; pageErrors: string[] };
          return { works: world.check(), pageErrors: world.pageErrors ?? [] };
        });
        expect(works).toBe(true);
        errors.push(...pageErrors);
      }
      expect(errors.filter((error) => !mayFail?.test(error))).toEqual([]);
    } finally {
      await tab.close();
    }
  });
});

/** Gloss has had its turn: a page that was opened later has been read. */
async function isAliveElsewhere(): Promise<void> {
  const other = await stage.open('/quiet-end');
  await other.bringToFront();
  await waitForMarks(other);
  await other.close();
}
