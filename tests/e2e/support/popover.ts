/** What tests do with an open popover, by means that both browsers have. */
import { readPopover, type Tab, waitFor } from '../../../scripts/drivers/driver.ts';

/**
 * Presses the first button whose words or name contain these, after bringing it into view: once it can be
 * pressed and stands still, since a popover finds its place anew when it grows.
 */
export async function press(tab: Tab, words: string): Promise<void> {
  const at = await waitFor(`the button "${words}"`, () =>
    tab.inPopover(async function (wanted: string) {
      const all = [...this.querySelectorAll('button')];
      const found = all.find((button) =>
        `${button.textContent} ${button.getAttribute('aria-label') ?? ''}`.includes(wanted),
      );
      if (!found || found.disabled) return null;
      found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const before = found.getBoundingClientRect();
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      const { x, y, width, height } = found.getBoundingClientRect();
      const stands = found.isConnected && x === before.x && y === before.y && width > 0;
      return stands ? { x: x + width / 2, y: y + height / 2 } : null;
    }, words),
  );
  await tab.click(at.x, at.y);
}

/** Waits until the open popover says these words. */
export const says = (tab: Tab, words: string) =>
  waitFor(`"${words}" in the popover`, async () => (await readPopover(tab))?.includes(words));

/** Waits until no popover is open. */
export const closed = (tab: Tab) =>
  waitFor('it to close', async () => (await readPopover(tab)) === null);

/** Types, key by key, into what has the focus. */
export async function type(tab: Tab, letters: string): Promise<void> {
  for (const letter of letters) await tab.press(letter);
}
