/** Going to a mention brings it before the reader's eyes, wherever it is. */
import { expect, test } from 'vitest';
import type { PageMention } from '../../../src/page/types.ts';
import { element, open } from './harness.ts';

const HIGH = '<div style="height:3000px"></div>';

/** What is seen in the middle of a mention. */
function seenAt(mention: PageMention | null): Element | null {
  const rect = mention?.rects()[0];
  if (!rect) throw new Error('not rendered');
  return document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
}

test.each([
  ['far below', `${HIGH}<p id="m">China</p>${HIGH}`],
  [
    'in a box that has scrolled it away, inside the window',
    `<div style="height:100px;overflow:auto"><div style="height:150px"></div><p id="m">China</p>${HIGH}</div>`,
  ],
  [
    'beside the window, in a box that scrolls sideways',
    '<div style="overflow:auto;width:200px"><div style="width:3000px;display:flex;justify-content:end"><p id="m">China</p></div></div>',
  ],
  [
    'in the middle of a text higher than the box that it is in',
    `<div style="height:100px;overflow:auto"><p id="m" style="white-space:pre-line">${'line\n'.repeat(100)}${'line\n'.repeat(20)}China${'\nline'.repeat(200)}</p></div>`,
  ],
])('a mention %s', async (_, html) => {
  const { session } = await open(html);
  expect(seenAt(session.jump('china', 0))).toBe(element('#m'));
});
