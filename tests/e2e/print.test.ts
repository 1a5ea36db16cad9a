/** Marks are for the screen: what is printed is the page as it is without Gloss. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tab } from '../../scripts/drivers/driver.ts';
import { storeSetting } from './support/extension.ts';
import { rested, waitForMarks, waitForNoMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const stage = setStage(ROUTES);
const folder = mkdtempSync(join(tmpdir(), 'gloss-print-'));
beforeEach(() => stage.reset());
afterAll(() => rmSync(folder, { recursive: true }));

const set = (setting: string, value: unknown) =>
  stage.withOwn(OPTIONS, (own) => storeSetting(own, setting, value));

/** Switches Gloss off, and resolves when the page has heard of it. */
async function switchOff(tab: Tab): Promise<void> {
  await set('enabled', false);
  await tab.bringToFront();
  await waitForNoMarks(tab);
}

/** What is seen of the page, byte for byte. */
async function picture(tab: Tab): Promise<string> {
  await rested(tab);
  const path = join(folder, 'page.png');
  await tab.screenshot(path);
  return readFileSync(path).toString('base64');
}

describe.each([
  ['/news', 'dotted', 'organization'],
  ['/news', 'background', 'background-organization'],
  ['/dark', 'dotted', 'dark-organization'],
])('what is printed of %s with marks that are %s', (path, style, mark) => {
  it('has none of them', async () => {
    await set('markStyle', style);
    // A colour of the reader's own comes by a style sheet of its own.
    await set('markColors', { organization: '#ff0000' });
    await stage.withTab(path, async (tab) => {
      await waitForMarks(tab, [mark]);
      const seen = await picture(tab);
      const paper = await tab.print();
      // The browser makes the same of the same page: what would differ later were Gloss's.
      expect((await tab.print()) === paper).toBe(true);
      // On the screen they are again what they were.
      await waitForMarks(tab, [mark]);
      expect((await picture(tab)) === seen).toBe(true);
      await switchOff(tab);
      expect((await picture(tab)) === seen).toBe(false);
      expect((await tab.print()) === paper).toBe(true);
    });
  });
});
