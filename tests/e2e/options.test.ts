/** The options page: every change takes effect at once in a tab that is open. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { changeControl, resetSettings, storedSettings, storeSetting } from './support/extension.ts';
import { hover, leave, locate, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { setStage } from './support/stage.ts';

const stage = setStage(ROUTES);
let page: Tab;
let options: Tab;

beforeAll(async () => {
  page = await stage.open('/news');
  await waitForMarks(page);
  options = await stage.browser.openExtensionPage('src/options/options.html');
});

beforeEach(async () => {
  await resetSettings(options);
});

/** Long enough for a popover by click, which waits for nothing. */
const OPENS_WITHIN_MS = 1_000;

/** Clicks a control of a setting on the options page, by its CSS selector within the setting. */
async function set(setting: string, control: string): Promise<void> {
  await options.bringToFront();
  await changeControl(options, `[data-setting=${setting}] ${control}`);
  await page.bringToFront();
}

/** Names of the highlights that hold something. */
function highlights(): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.keys()].filter(
      (name) => name.startsWith('gloss') && (CSS.highlights.get(name)?.size ?? 0) > 0,
    ),
  );
}

describe('the options page', () => {
  it('switches Gloss off and on again in the open tab', async () => {
    await set('enabled', '[role=switch]');
    await waitFor('marks to go', async () => (await highlights()).length === 0);
    await set('enabled', '[role=switch]');
    await waitFor('marks to come back', async () => (await highlights()).length > 0);
  });

  it('changes the style of marks', async () => {
    await waitFor('dotted marks', async () => (await highlights()).includes('gloss-organization'));
    await set('markStyle', 'input[value=solid]');
    await waitFor('solid marks', async () => {
      const names = await highlights();
      return names.length > 0 && names.every((name) => name.startsWith('gloss-solid-'));
    });
  });

  it('opens on click only, when asked to', async () => {
    await set('opening', 'input[value=click]');
    await waitFor('the setting', async () => 'opening' in (await storedSettings(options)));
    const { x, y } = await locate(page, 'CATL');
    // The page may hear of the setting after the first click.
    const text = await waitFor('a popover by click', async () => {
      await leave(page);
      await page.click(x, y);
      return waitFor('it to open', () => readPopover(page), OPENS_WITHIN_MS).catch(() => null);
    });
    expect(text).toContain('CATL');
    await page.press('Escape');
    await waitFor('it to close', async () => (await readPopover(page)) === null);
  });

  it('turns the popover dark', async () => {
    await set('theme', 'input[value=dark]');
    await waitFor('the setting', async () => 'theme' in (await storedSettings(options)));
    await leave(page);
    await hover(page, 'CATL');
    await waitFor('a dark panel', async () => {
      const background = await page.inPopover(function () {
        const panel = this.querySelector('[role=dialog]');
        return panel ? getComputedStyle(panel).backgroundColor : null;
      });
      const [red = 255] = (background?.match(/\d+/g) ?? []).map(Number);
      return red < 0x60;
    });
    await page.press('Escape');
  });

  it('paints marks in a colour that the reader chose', async () => {
    const painted = () =>
      page.evaluate(() => {
        const paragraph = document.querySelector('p');
        return paragraph
          ? getComputedStyle(paragraph, '::highlight(gloss-organization)').textDecorationColor
          : '';
      });
    const before = await painted();
    await storeSetting(options, 'markColors', { organization: '#ff0000' });
    await page.bringToFront();
    await waitFor('the colour', async () => (await painted()) === 'rgb(255, 0, 0)');
    await resetSettings(options);
    await waitFor('the colour to go', async () => (await painted()) === before);
  });

  it('marks nothing while the bundled pack is switched off', async () => {
    await storeSetting(options, 'packsOff', ['us-china-climate']);
    await waitFor('marks to go', async () => (await highlights()).length === 0);
    await resetSettings(options);
    await page.bringToFront();
    await waitFor('marks to come back', async () => (await highlights()).length > 0);
  });

  it('stores only what differs from the defaults', async () => {
    expect(await storedSettings(options)).toEqual({});
    await set('markFrequency', 'input[value=every]');
    await waitFor(
      'the setting',
      async () => (await storedSettings(options)).markFrequency === 'every',
    );
    expect(await storedSettings(options)).toEqual({ markFrequency: 'every' });
    await set('markFrequency', 'input[value=section]');
    await waitFor('it to go', async () => !('markFrequency' in (await storedSettings(options))));
  });
});
