/**
 * Whatever a page's process, another extension or a bug sends: the background answers or refuses, keeps
 * what is the reader's, and goes on. Bounded and seeded.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { SEED } from '../../support/fuzz.ts';
import { PACK } from '../../support/pack.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { CHECKED_NAMES } = await import('../../../src/messaging/checked.ts');
const { ALLOWED_TO_PAGES } = await import('../../../src/messaging/messages.ts');

/** Bounds the run in CI: some seconds, and thousands of messages in all. */
const RUNS = 400;
const TAB = 7;
const KNOWN_IDS = ['work-act', 'the-works', 'zoe-e'];

/** Values of the right shape now and then, so that more than the first check is reached. */
const id = fc.oneof(fc.constantFrom(...KNOWN_IDS, '__proto__', 'constructor'), fc.string());
const count = fc.oneof(fc.nat(9), fc.double(), fc.maxSafeInteger());
const likely = fc.record(
  {
    id,
    ids: fc.array(id, { maxLength: 4 }),
    known: fc.array(id, { maxLength: 4 }),
    entities: fc.array(fc.record({ id, count }), { maxLength: 4 }),
    state: fc.constantFrom('scanning', 'ready', 'off', 'done'),
    muted: fc.boolean(),
    section: fc.string(),
    tabId: fc.oneof(fc.constant(TAB), count),
    query: fc.string(),
    limit: count,
    keys: fc.oneof(fc.base64String(), fc.string()),
    removed: fc.boolean(),
    order: fc.array(id, { maxLength: 4 }),
  },
  { requiredKeys: [] },
);
const anything = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true });
const request = fc.oneof(likely, anything);

let stop: AbortController;
beforeEach(() => {
  fake.reset();
  fake.tabs.set(TAB, { id: TAB, url: 'https://news.example/a', status: 'complete', active: true });
  stop = new AbortController();
  startBackground(PACK, stop.signal);
});
afterEach(() => stop.abort());

/** A good request is answered as ever, and no prototype has been written to. */
async function isWell(): Promise<void> {
  const card = await fake.fromPage({ gloss: 'background.card', request: { id: 'work-act' } }, TAB);
  expect(card).toMatchObject({ id: 'work-act' });
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe('the background', () => {
  it.each(CHECKED_NAMES)('answers or refuses whatever is sent as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(request, fc.boolean(), async (sent, fromPage) => {
        const message = { gloss: name, request: sent };
        const answer = fromPage
          ? fake.fromPage(message, TAB)
          : fake.deliver(message, { id: fake.browser.runtime.id });
        if (fromPage && !ALLOWED_TO_PAGES.has(name)) {
          await expect(answer).rejects.toThrow('does not exist');
        } else {
          await answer.catch((error) => expect(error).toBeInstanceOf(Error));
        }
        await isWell();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('leaves alone what is no message of its own', async () => {
    const strange = fc.oneof(anything, fc.record({ gloss: fc.string(), request: anything }));
    await fc.assert(
      fc.asyncProperty(strange, async (message) => {
        fc.pre(!isNamed(message));
        await expect(fake.fromPage(message, TAB)).rejects.toThrow('does not exist');
        await isWell();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

function isNamed(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('gloss' in message)) return false;
  return CHECKED_NAMES.some((name) => name === message.gloss);
}
