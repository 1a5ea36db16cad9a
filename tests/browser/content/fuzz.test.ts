/**
 * Whatever a bug, another version or another extension sends to a frame: its content script answers or
 * refuses, leaves the page alone and goes on. Bounded and seeded.
 */
import '../../fixtures/extension.ts';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { SEED } from '../../support/fuzz.ts';
import { soon } from '../../support/soon.ts';

// After the fake: the polyfill takes what it finds when it is loaded.
const { Frame } = await import('../../../src/content/frame.ts');
const { PARTS } = await import('../../support/parts.ts');
const { FRAME_NAMES } = await import('../../../src/messaging/frame-requests.ts');

/** Bounds the run in CI: some seconds. */
const RUNS = 100;
const TEXT = '<p>In Ningde CATL builds cells, and CATL sells them.</p>';
const OWN = { id: fake.browser.runtime.id };

/** Values of the right shape now and then, so that more than the check is reached. */
const index = fc.oneof(fc.nat(3), fc.double(), fc.maxSafeInteger(), fc.constant(-1));
const likely = fc.record(
  {
    entity: fc.oneof(fc.constantFrom('catl', 'cop26', '__proto__', 'constructor'), fc.string()),
    index,
    text: fc.oneof(fc.string(), fc.constantFrom('<img src=x onerror=alert(1)>', '\ud800')),
  },
  { requiredKeys: [] },
);
const request = fc.oneof(
  likely,
  fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true }),
);

const ask = (gloss: string, sent: unknown) => fake.deliver({ gloss, request: sent }, OWN);
/** The page without the host of what Gloss opened. */
const markup = () => {
  const copy = document.body.cloneNode(true) as Element;
  for (const host of copy.querySelectorAll('gloss-popover')) host.remove();
  return copy.innerHTML;
};
let page = '';

beforeAll(async () => {
  document.body.innerHTML = TEXT;
  page = markup();
  await Frame.start(PARTS);
  // What the frame loads is built when it is asked for here, which takes seconds on a busy machine.
  await soon(async () => expect(await ask('frame.ping', {})).toMatchObject({ state: 'ready' }));
});
afterEach(async () => {
  expect(markup()).toBe(page);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('a frame', () => {
  it.each(FRAME_NAMES)('answers or refuses whatever is sent as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        await ask(name, sent).catch((error) => expect(error).toBeInstanceOf(Error));
        // A good request is answered as ever.
        expect(await ask('frame.ping', {})).toMatchObject({ state: 'ready', read: 1 });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it.each([
    ['frame.jump', { entity: 'catl', index: -1 }],
    ['frame.jump', { entity: 'catl' }],
    ['frame.step', { index: 0.5 }],
    ['frame.enter', { index: '0' }],
    ['frame.note', { text: 'x'.repeat(100_001) }],
    ['frame.note', null],
  ])('refuses %s of another form (%#)', async (name, sent) => {
    await expect(ask(name, sent)).rejects.toThrow(`no request of ${name}`);
  });

  it('does what it is asked in the right form', async () => {
    expect(await ask('frame.jump', { entity: 'catl', index: 1 })).toEqual({ done: true });
    expect(await ask('frame.jump', { entity: 'no-such-entity', index: 0 })).toEqual({
      done: false,
    });
  });

  it('hears no other extension, and no page', async () => {
    for (const name of FRAME_NAMES) {
      const message = { gloss: name, request: {} };
      await expect(fake.deliver(message, { id: 'another@example' })).rejects.toThrow(
        'does not exist',
      );
      await expect(fake.fromPage(message, 7)).rejects.toThrow('does not exist');
    }
  });
});
