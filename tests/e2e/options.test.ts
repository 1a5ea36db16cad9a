/** The options page: every change takes effect at once in a tab that is open. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPopover, reload, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import {
  changeControl,
  resetAll,
  storedSettings,
  storeSetting,
  turn,
} from './support/extension.ts';
import { hover, leave, locate, NOWHERE, restInVain, waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { closed } from './support/popover.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const stage = setStage(ROUTES);
let page: Tab;
let options: Tab;

beforeAll(async () => {
  page = await stage.open('/news');
  options = await stage.browser.openExtensionPage(OPTIONS);
});

/** A page and options that know nothing of what an earlier test did. */
beforeEach(async () => {
  await resetAll(options);
  await reload(options);
  await page.bringToFront();
  await reload(page);
  await waitForMarks(page);
});

/** Long enough for a popover by click, which waits for nothing. */
const OPENS_WITHIN_MS = 2_000;
/** For all clicks that it takes until the page has heard of the setting. */
const CLICKS_WITHIN_MS = 30_000;

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
    const ENABLED = '[data-setting=enabled] [role=switch]';
    await turn(options, ENABLED, false);
    await waitFor('marks to go', async () => (await highlights()).length === 0);
    await turn(options, ENABLED, true);
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
    const open = async () => {
      await page.move(NOWHERE.x, NOWHERE.y);
      await page.click(x, y);
      return waitFor('it to open', () => readPopover(page), OPENS_WITHIN_MS).catch(() => null);
    };
    // A second click would close what the first has opened late.
    const text = await waitFor(
      'a popover by click',
      async () => (await readPopover(page)) ?? open(),
      CLICKS_WITHIN_MS,
      CLICKS_WITHIN_MS,
    );
    expect(text).toContain('CATL');
    await page.press('Escape');
    await closed(page);
    expect(await restInVain(page, 'Paris Agreement')).toBeNull();
  });

  it('turns the popover dark', async () => {
    await set('theme', 'input[value=dark]');
    await waitFor('the setting', async () => 'theme' in (await storedSettings(options)));
    // One that is opened before the page has heard of it stays as it is.
    await waitFor('a dark panel', async () => {
      await leave(page);
      await hover(page, 'CATL');
      const background = await page.inPopover(function () {
        const panel = this.querySelector('[role=dialog]');
        return panel ? getComputedStyle(panel).backgroundColor : null;
      });
      const [red = 255] = (background?.match(/\d+/g) ?? []).map(Number);
      return red < 0x60;
    });
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
    await resetAll(options);
    await waitFor('the colour to go', async () => (await painted()) === before);
  });

  it('marks nothing while the bundled pack is switched off', async () => {
    await storeSetting(options, 'packsOff', ['us-china-climate']);
    await waitFor('marks to go', async () => (await highlights()).length === 0);
    await resetAll(options);
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
