/** Finding a text on a page for a picture of it. */
import type { Tab } from './driver.ts';

/**
 * Scrolls the first place where a text stands to `below` CSS px under the window's top, and selects it
 * where that is asked for.
 * @returns its middle, in client px
 * @throws Error when the page does not have it in one Text node
 */
export async function bringText(
  tab: Tab,
  text: string,
  below: number,
  select = false,
): Promise<{ x: number; y: number }> {
  const place = await tab.evaluate(
    (wanted: string, under: number, isSelected: boolean) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const top = scrollY + range.getBoundingClientRect().top - under;
        scrollTo({ top, behavior: 'instant' });
        if (isSelected) getSelection()?.addRange(range);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return null;
    },
    text,
    below,
    select,
  );
  if (!place) throw new Error(`no "${text}" on the page`);
  return place;
}
