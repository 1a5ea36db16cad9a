/** A frame while what reads and marks its page is on its way, and where it does not come. */
import '../../fixtures/extension.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { PARTS } from '../../support/parts.ts';

const { Frame } = await import('../../../src/content/frame.ts');

type Running = Awaited<ReturnType<typeof PARTS.running>>;

const OWN = { id: fake.browser.runtime.id };
const ask = (gloss: string) => fake.deliver({ gloss, request: {} }, OWN);
const state = async () => ((await ask('frame.ping')) as { state: string }).state;
const set = (enabled: boolean) => fake.browser.storage.sync.set({ 'setting.enabled': enabled });
const isMarked = () => CSS.highlights.has('gloss-organization');

/** Each load waits here until the test lets it come or fail. */
const loads: { come(running: Running): void; fail(error: Error): void }[] = [];
const parts = {
  ...PARTS,
  running: () => new Promise<Running>((come, fail) => loads.push({ come, fail })),
};

beforeEach(() => {
  document.body.innerHTML = '<p>In Ningde CATL builds cells.</p>';
});

it('reads once that has come, if Gloss is still on, and asks anew where it has not', async () => {
  await Frame.start(parts);
  expect(loads).toHaveLength(1);
  expect(await state()).toBe('scanning');

  // Settings that change meanwhile bring no second load.
  await fake.browser.storage.sync.set({ 'setting.markFurniture': true });
  await vi.waitFor(async () => expect(await state()).toBe('scanning'));
  expect(loads).toHaveLength(1);

  // It fails: nothing is marked, and nothing is thrown.
  loads[0]?.fail(new TypeError('Failed to fetch dynamically imported module'));
  await vi.waitFor(async () => expect(await state()).toBe('off'));

  // The next change asks again; switched off before it has come, the frame stays off.
  await fake.browser.storage.sync.set({ 'setting.markFurniture': false });
  await vi.waitFor(() => expect(loads).toHaveLength(2));
  await set(false);
  loads[1]?.come(await PARTS.running());
  await vi.waitFor(async () => expect(await state()).toBe('off'));
  expect(isMarked()).toBe(false);

  // On again, it has what it needs.
  await set(true);
  await vi.waitFor(() => expect(isMarked()).toBe(true));
  expect(loads).toHaveLength(2);
});
