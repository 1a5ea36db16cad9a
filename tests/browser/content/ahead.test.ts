/** A frame that is started while its page is still coming. */
import '../../fixtures/extension.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { PARTS } from '../../support/parts.ts';

const { Frame } = await import('../../../src/content/frame.ts');

const OWN = { id: fake.browser.runtime.id };
const ping = () => fake.deliver({ gloss: 'frame.ping', request: {} }, OWN);
const set = (key: string, value: unknown) => fake.browser.storage.sync.set({ [key]: value });
const running = vi.fn(PARTS.running);
const parts = { ...PARTS, running };

/** Starts a frame, and can say later whether its page is one to be read. */
function startAhead() {
  let say = (_isReadable: boolean): void => undefined;
  const readable = new Promise<boolean>((resolve) => {
    say = resolve;
  });
  return { started: Frame.start(parts, readable), say };
}

beforeEach(() => {
  running.mockClear();
  document.body.innerHTML = '<p>In Ningde CATL builds cells.</p>';
});

it('ends where there turns out to be nothing to read', async () => {
  const { started, say } = startAhead();
  await vi.waitFor(async () => expect(await ping()).toMatchObject({ state: 'scanning' }));
  say(false);
  await started;
  await running.mock.results[0]?.value;
  // Nobody answers any more, and what is switched on later is not for this document.
  await expect(ping()).rejects.toThrow('Receiving end does not exist');
  await set('setting.enabled', false);
  await set('setting.enabled', true);
  expect(running).toHaveBeenCalledTimes(1);
  expect(CSS.highlights.size).toBe(0);
});

it('has what it needs by the time that the page can be read, and marks nothing before', async () => {
  const { started, say } = startAhead();
  await vi.waitFor(() => expect(running).toHaveBeenCalledTimes(1));
  await running.mock.results[0]?.value;
  expect(await ping()).toMatchObject({ state: 'scanning' });
  // What is set meanwhile is what it begins with.
  await set('setting.markStyle', 'background');
  expect(CSS.highlights.size).toBe(0);
  say(true);
  await started;
  await vi.waitFor(() => expect(CSS.highlights.has('gloss-background-organization')).toBe(true));
  expect(running).toHaveBeenCalledTimes(1);
});
