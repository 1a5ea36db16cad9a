/**
 * What the content script does when it starts on a page that names nothing, as most pages do: counted,
 * not timed, so that it holds on any machine. A budget: more of it has to be decided.
 */
import '../../fixtures/extension.ts';
import { expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';

/** When something counts as never coming, on a busy machine too; in ms. */
const AT_LAST = { timeout: 30_000 };

const PARAGRAPHS = 200;
/** Listeners to the page, its settings and its messages; observers of its text and its replacement. */
const MOST_LISTENERS = 18;
const MOST_OBSERVERS = 4;
/** Settings, policy, pause and added packs in one read of each of two stores; storage.managed may not answer. */
const MOST_READS = 2;
const TEXT = '<p>A recipe for <b>bread</b>: flour, water, salt and <a href="#">patience</a>.</p>';

/** How often something was called. */
function counted<T extends object, K extends keyof T & string>(owner: T, ...names: K[]) {
  return names.map((name) => vi.spyOn(owner, name as never));
}
const calls = (spies: readonly { mock: { calls: unknown[] } }[]): number =>
  spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);

it('starting on a page without mentions stays within its budget', async () => {
  document.body.innerHTML = TEXT.repeat(PARAGRAPHS);
  const page = document.documentElement.outerHTML;
  const styles = counted(globalThis, 'getComputedStyle');
  const layout = [
    ...counted(Element.prototype, 'getBoundingClientRect', 'getClientRects', 'checkVisibility'),
    ...counted(Range.prototype, 'getBoundingClientRect', 'getClientRects'),
  ];
  const listeners = counted(EventTarget.prototype, 'addEventListener');
  const observers = counted(MutationObserver.prototype, 'observe');
  const { sync, local, managed } = fake.browser.storage;
  const stored = [sync, local, managed].flatMap((area) => counted(area, 'get'));
  const sent: string[] = [];
  fake.browser.runtime.onMessage.addListener((message, _, respond) => {
    sent.push((message as { gloss: string }).gloss);
    if (!sent.at(-1)?.startsWith('background.')) return undefined;
    respond({ response: [] });
    return true;
  });

  const { Frame } = await import('../../../src/content/frame.ts');
  const { PARTS } = await import('../../support/parts.ts');
  await Frame.start(PARTS);
  const ping = { gloss: 'frame.ping', request: {} };
  await vi.waitFor(
    async () =>
      expect(await fake.deliver(ping, { id: fake.browser.runtime.id })).toMatchObject({
        state: 'ready',
      }),
    AT_LAST,
  );
  expect({
    stylesAsked: calls(styles),
    boxesAsked: calls(layout),
    messages: sent.filter((name) => name.startsWith('background.')).length,
  }).toEqual({ stylesAsked: 0, boxesAsked: 0, messages: 0 });
  expect(calls(listeners)).toBeLessThanOrEqual(MOST_LISTENERS);
  expect(calls(observers)).toBeLessThanOrEqual(MOST_OBSERVERS);
  expect(calls(stored)).toBeLessThanOrEqual(MOST_READS);
  expect(document.documentElement.outerHTML).toBe(page);
  expect([...CSS.highlights.keys()]).toEqual([]);

  // What is counted is what a mention costs.
  document.body.insertAdjacentHTML('beforeend', '<p>In Ningde CATL builds cells.</p>');
  await vi.waitFor(() => expect(CSS.highlights.has('gloss-organization')).toBe(true), AT_LAST);
  expect(calls(layout)).toBeGreaterThan(0);
  expect(sent).toContain('background.report');
});
