/** The first-run page: opened once, when Gloss has been installed, with a text to try it on. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readPopover, reload, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { hover, leave, waitForMarks } from './support/page.ts';
import { setStage } from './support/stage.ts';

const stage = setStage({}, { keepWelcome: true });
let page: Tab;

beforeAll(async () => {
  const { welcome } = stage.browser;
  if (!welcome) throw new Error('no first-run page');
  page = welcome;
  await page.bringToFront();
});

describe('the first-run page', () => {
  it('opens by itself, in words, once', async () => {
    const text = await waitFor('its words', () =>
      page.evaluate(() => document.querySelector('main')?.textContent || null),
    );
    expect(text).toContain('Try it');
    expect(text).toContain('What it never does');
  });

  it('marks its text and opens popovers, as pages do', async () => {
    await waitForMarks(page);
    expect(await hover(page, 'Sunnylands Statement')).toContain('Sunnylands');
    await leave(page);
    expect(await hover(page, 'CATL')).toMatch(/CATL[\s\S]*20\d\d/);
    await page.press('Escape');
    await waitFor('it to close', async () => (await readPopover(page)) === null);
  });

  it('goes from name to name by the keys that pages know', async () => {
    await page.bringToFront();
    // Keys go on from where they led last.
    await reload(page);
    await waitForMarks(page, ['place', 'organization']);
    await stage.browser.command('next-mention');
    expect(await waitFor('it to open', () => readPopover(page))).toContain('United States');
    await page.press('Escape');
  });

  it('fits a window of 1000 x 700 without scrolling', async () => {
    await waitForMarks(page);
    const fits = await page.evaluate(
      () =>
        document.documentElement.scrollHeight <= innerHeight &&
        document.documentElement.scrollWidth <= innerWidth,
    );
    expect(fits).toBe(true);
  });
});
