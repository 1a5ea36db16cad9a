/**
 * A tab that was open before Gloss: brought about by reloading the extension. Firefox then runs content
 * scripts in open tabs by itself; Chromium leaves them without, and one click must do it.
 */
import { it } from 'vitest';
import { readPopover, reload, waitFor } from '../../scripts/drivers/driver.ts';
import { openPopup } from '../../scripts/drivers/popup.ts';
import { reloadExtension } from './support/extension.ts';
import { waitForMarks } from './support/page.ts';
import { ROUTES } from './support/pages.ts';
import { pressButton, pressRow, waitForRow, waitForWords } from './support/popup.ts';
import { isChromium, setStage } from './support/stage.ts';

const stage = setStage(ROUTES);

it('starts where it has not been, with one click at most', async () => {
  const { browser } = stage;
  const helper = await stage.open('/nothing');
  const address = `${stage.origin}/news`;
  const page = await browser.open(address);
  await waitForMarks(page);
  const before = await openPopup(browser);
  // Gloss lets hidden tabs wait.
  await page.bringToFront();
  await waitForRow(before, 'catl');
  await reloadExtension(before, helper);
  // The helper now shows the popup about the same tab.
  const popup = helper;
  await page.bringToFront();
  if (isChromium(browser)) {
    await waitForWords(popup, 'closed to extensions');
    await browser.pressToolbarButton(address);
    await reload(popup);
    await waitForWords(popup, 'Gloss has not started in this tab');
    await pressButton(popup, 'Start on this page');
  }
  await waitForRow(popup, 'catl');
  await pressRow(popup, 'catl');
  await waitForWords(popup, 'mention 1 of 1');
  await waitFor('the popover', () => readPopover(page));
});
