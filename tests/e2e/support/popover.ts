/** What tests do with an open popover, by means that both browsers have. */
import { readPopover, type Tab, waitFor } from '../../../scripts/drivers/driver.ts';

/** Presses the first button whose words or name contain these, after bringing it into view. */
export async function press(tab: Tab, words: string): Promise<void> {
  const at = await waitFor(`the button "${words}"`, () =>
    tab.inPopover(function (wanted: string) {
      const all = [...this.querySelectorAll('button')];
      const found = all.find((button) =>
        `${button.textContent} ${button.getAttribute('aria-label') ?? ''}`.includes(wanted),
      );
      found?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const box = found?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, words),
  );
  await tab.click(at.x, at.y);
}

/** Waits until the open popover says these words. */
export const says = (tab: Tab, words: string) =>
  waitFor(
    `"${words}" in the popover`,
    async () => (await readPopover(tab))?.includes(words) ?? false,
  );

/** Waits until no popover is open. */
export const closed = (tab: Tab) =>
  waitFor('it to close', async () => (await readPopover(tab)) === null);
