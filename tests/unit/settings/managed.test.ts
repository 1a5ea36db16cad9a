import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { soon } from '../../support/soon.ts';

const { followPolicy, loadPolicy, onPolicyChanged } = await import(
  '../../../src/settings/managed.ts'
);
const { NO_POLICY } = await import('../../../src/settings/policy.ts');
const { loadSettings } = await import('../../../src/settings/store.ts');

const { local, managed } = fake.browser.storage;
const dark = () => ({ theme: { locked: 'dark' } });
let stop: AbortController;

/** As the background is started, which it is again and again. */
function restart(): void {
  stop?.abort();
  stop = new AbortController();
  followPolicy(stop.signal);
}
const isWrittenDown = (items: unknown) => soon(() => expect(local.items.policy).toEqual(items));

beforeEach(() => fake.reset());
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

it('is written down at a start and at each change, and everybody is told', async () => {
  managed.items = { ...dark(), packs: ['a long text'] };
  restart();
  await isWrittenDown(dark());
  expect((await loadPolicy()).locked).toEqual({ theme: 'dark' });
  expect((await loadSettings()).theme).toBe('dark');

  const told = vi.fn();
  onPolicyChanged(told, stop.signal);
  await managed.set({ theme: { default: 'light' } });
  await isWrittenDown({ theme: { default: 'light' } });
  expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ defaults: { theme: 'light' } }));

  // It is gone while the background was stopped.
  stop.abort();
  managed.items = {};
  restart();
  await isWrittenDown(undefined);
  expect(await loadPolicy()).toEqual(NO_POLICY);
});

it('is not written again where it says what it said', async () => {
  managed.items = dark();
  restart();
  await isWrittenDown(dark());
  const asked = vi.spyOn(managed, 'get');
  const set = vi.spyOn(local, 'set');
  restart();
  await soon(() => expect(asked).toHaveBeenCalled());
  await managed.set({ theme: { locked: 'light' } });
  await isWrittenDown({ theme: { locked: 'light' } });
  expect(set).toHaveBeenCalledTimes(1);
});

it('is what it was as long as the browser does not answer, and nobody waits', async () => {
  vi.spyOn(managed, 'get').mockReturnValue(new Promise(() => undefined));
  local.items.policy = dark();
  restart();
  expect((await loadSettings()).theme).toBe('dark');
  expect(local.items.policy).toEqual(dark());
});

it('is none where the browser has no such storage', async () => {
  vi.spyOn(managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
  local.items.policy = dark();
  restart();
  await isWrittenDown(undefined);
});

it('is tried again at the next start where storage refused it', async () => {
  managed.items = dark();
  const set = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('disk full'));
  restart();
  await soon(() => expect(set).toHaveBeenCalled());
  expect(local.items.policy).toBe(undefined);
  restart();
  await isWrittenDown(dark());
});
