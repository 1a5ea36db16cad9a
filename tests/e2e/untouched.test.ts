/** The page is left alone: pages of every make are, with the build that ships, what they were without. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/drivers/chromium.ts';
import { type Driver, waitFor } from '../../scripts/drivers/driver.ts';
import { type Route, type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { LAYOUTS, type Layout } from '../fixtures/layouts/layouts.ts';
import { type Differences, PROBE_SCRIPT } from '../fixtures/layouts/probe.ts';
import { launch } from './support/browser.ts';
import { waitForMarks } from './support/page.ts';

const PATHS = new Map(LAYOUTS.map((layout, index) => [layout, `/layout/${index}`]));

function routeOf({ html, contentType }: Layout): Route {
  return { body: html, ...(contentType ? { headers: { 'content-type': contentType } } : {}) };
}

const script = (body: string): Route => ({
  body,
  headers: { 'content-type': 'text/javascript' },
});

let browser: Driver;
let server: Server;

beforeAll(async () => {
  server = await serve(`${ROOT}docs/demo`, {
    ...Object.fromEntries([...PATHS].map(([layout, path]) => [path, routeOf(layout)])),
    '/probe.js': script(PROBE_SCRIPT),
    '/preact.mjs': script(readFileSync(`${ROOT}node_modules/preact/dist/preact.mjs`, 'utf8')),
  });
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('knows at least 40 layouts', () => {
  expect(LAYOUTS.length).toBeGreaterThanOrEqual(40);
});

describe.each(LAYOUTS)('$name', (layout) => {
  it('is marked as it should be, and not touched', async () => {
    const tab = await browser.open(`${server.origin}${PATHS.get(layout)}`);
    try {
      await tab.bringToFront();
      await waitForMarks(tab);
      if (browser.name === 'chromium') {
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
    } finally {
      await tab.close();
    }
  });
});
