/** The page is left alone: pages of every make are, with the build that ships, what they were without. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/drivers/chromium.ts';
import { waitFor } from '../../scripts/drivers/driver.ts';
import type { Route } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { LAYOUTS, type Layout } from '../fixtures/layouts/layouts.ts';
import { type Differences, PROBE_SCRIPT } from '../fixtures/layouts/probe.ts';
import { waitForMarks } from './support/page.ts';
import { setStage } from './support/stage.ts';

const PATHS = new Map(LAYOUTS.map((layout, index) => [layout, `/layout/${index}`]));

function routeOf({ html, contentType }: Layout): Route {
  return { body: html, ...(contentType ? { headers: { 'content-type': contentType } } : {}) };
}

const script = (body: string): Route => ({
  body,
  headers: { 'content-type': 'text/javascript' },
});

const stage = setStage({
  ...Object.fromEntries([...PATHS].map(([layout, path]) => [path, routeOf(layout)])),
  '/probe.js': script(PROBE_SCRIPT),
  '/preact.mjs': script(readFileSync(`${ROOT}node_modules/preact/dist/preact.mjs`, 'utf8')),
});

it('knows at least 40 layouts', () => {
  expect(LAYOUTS.length).toBeGreaterThanOrEqual(40);
});

describe.each(LAYOUTS)('$name', (layout) => {
  it('is marked as it should be, and not touched', () =>
    stage.withTab(PATHS.get(layout) ?? '', async (tab) => {
      await waitForMarks(tab);
      if (stage.browser.name === 'chromium') {
        const wanted = [...layout.marks].sort();
        const found = async () => (await readMarks(tab)).map(({ text }) => text).sort();
        await waitFor(`the marks ${wanted}, are ${await found()}`, async () => {
          return JSON.stringify(await found()) === JSON.stringify(wanted);
        });
      }
      const seen = await tab.evaluate(() =>
        (globalThis as unknown as { probeDifferences(): Differences }).probeDifferences(),
      );
      expect(seen).toEqual({ different: [], records: [], shift: 0 });
    }));
});
