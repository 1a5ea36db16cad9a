/** What has left the page is let go: a page that runs for days must not grow by what it once held. */

import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { element, marks, type Opened, open, until } from './harness.ts';

/** Waits until an object has been collected. */
async function isCollected(held: WeakRef<object>): Promise<void> {
  await expect
    .poll(async () => {
      await cdp().send('HeapProfiler.collectGarbage');
      return held.deref() === undefined;
    })
    .toBe(true);
}

/** Takes an element out of the page; only weakly held from here on. */
function remove(selector: string): WeakRef<Element> {
  const removed = element(selector);
  removed.remove();
  return new WeakRef(removed);
}

test('a paragraph with a mark', async () => {
  await open('<p>China</p><p id="gone">COP26</p>');
  expect(marks()).toEqual(['China', 'COP26']);
  await isCollected(remove('#gone'));
  expect(marks()).toEqual(['China']);
});

test('a mention that was jumped to, when its light is out', async () => {
  const { session } = await open('<p>China</p><p id="gone">COP26</p>');
  session.jump('cop26', 0);
  await until(() => !CSS.highlights.has('gloss-flash'));
  // The last one is remembered, for the way on from there.
  session.jump('china', 0);
  await until(() => !CSS.highlights.has('gloss-flash'));
  await isCollected(remove('#gone'));
});

test('hidden text that was waited for, while other text still is', async () => {
  await open('<p hidden>China</p><div id="gone"><p hidden>COP26</p></div><p>CATL</p>');
  const gone = remove('#gone');
  await isCollected(gone);
  element('p[hidden]').hidden = false;
  await until(() => marks().length === 2);
  expect(marks()).toEqual(['China', 'CATL']);
});

/** How many mentions of it the page holds, in shadow roots too. */
const count = ({ session }: Opened, entity: string) => session.mentionsOf(entity).length;

test('shadow roots with their text', async () => {
  const opened = await open('<p>China</p><div id="gone"></div><div id="stays"></div>');
  for (const id of ['gone', 'stays']) {
    element(`#${id}`).attachShadow({ mode: 'open' }).innerHTML = '<p>COP26</p>';
    element(`#${id}`).append('.');
  }
  await until(() => count(opened, 'cop26') === 2);
  await isCollected(remove('#gone'));
  expect(count(opened, 'cop26')).toBe(1);
});

test('elements that never got the shadow root that was waited for', async () => {
  // More than are waited for at once.
  const opened = await open(`<div id="gone">${'<x-never></x-never>'.repeat(250)}</div>`);
  await isCollected(remove('#gone'));
  document.body.insertAdjacentHTML('beforeend', '<x-late></x-late><p>CATL</p>');
  // Explored by the time that the text after it is marked.
  await until(() => count(opened, 'catl') === 1);
  const late = element('x-late').attachShadow({ mode: 'open' });
  late.innerHTML = '<style>:host{display:block}</style><p>COP26</p>';
  await until(() => count(opened, 'cop26') === 1);
});

test('and what comes back is read again, in shadow roots too', async () => {
  const opened = await open('<p>China</p><div id="host"></div>');
  const host = element('#host');
  host.attachShadow({ mode: 'open' }).innerHTML = '<p>COP26</p>';
  host.append('.');
  await until(() => count(opened, 'cop26') === 1);
  host.remove();
  await until(() => count(opened, 'cop26') === 0);
  document.body.append(host);
  await until(() => count(opened, 'cop26') === 1);
});
