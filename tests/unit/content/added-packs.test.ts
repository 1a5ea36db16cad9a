/** A page's side of added packs: what it asks, when, and what it reads again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { detectorWithAddedPacks } from '../../../src/content/added-packs.ts';
import type { LayeredScan } from '../../../src/detection/layers.ts';
import type { ReachedPart } from '../../../src/messaging/messages.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { buildReach, reachedItems } from '../../../src/packs/reach.ts';
import { buildWordFilter, fromBase64, toBase64 } from '../../../src/packs/word-keys.ts';
import type { ReadBlock } from '../../../src/page/blocks.ts';
import { sketchPack } from '../../support/shelved.ts';
import { soon } from '../../support/soon.ts';

const PACK = sketchPack('p', [
  { id: 'p:lime', aliases: ['Market Lime'] },
  { id: 'p:oak', aliases: ['Far Oak'] },
  { id: 'p:nice', aliases: ['Nice'], type: 'place' },
]);
const INDEX = buildReach(PACK);
const FILTER = toBase64(buildWordFilter([INDEX.firsts]));

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => stop.abort());

/** Answers as the background does. */
function answer(keys: string): ReachedPart {
  const entities = reachedItems(INDEX, fromBase64(keys)).flatMap((i) => PACK.entities[i] ?? []);
  const gazetteer = entities.length > 0 ? compileGazetteer([{ ...PACK, entities }]) : null;
  return { gazetteer, stronger: [] };
}

function page(isRead = () => true) {
  const ask = vi.fn(async (keys: string) => answer(keys));
  const readAgain = vi.fn((_: readonly ReadBlock[], __: (scan: LayeredScan) => boolean) => {});
  const detector = detectorWithAddedPacks({
    filter: FILTER,
    bundled: null,
    ask,
    isRead,
    readAgain,
    signal: stop.signal,
  });
  /** A block as the page layer reads it; its node is only passed on. */
  const block = (text: string) => {
    const node = { text } as unknown as Text;
    return { text, lang: 'en', role: 'text' as const, parts: [{ node }] };
  };
  return {
    ask,
    readAgain,
    scan: (text: string) => detector.scan(block(text)),
    /** Scans a block; the same again each time that what is returned is called. */
    scanNode(text: string) {
      const read = block(text);
      detector.scan(read);
      return () => detector.scan(read);
    },
  };
}

/** Holds back the next answer; what is returned lets it go. */
function holdAnswer(ask: ReturnType<typeof page>['ask']): () => void {
  let letGo = () => {};
  ask.mockImplementationOnce(
    (keys) =>
      new Promise((resolve) => {
        letGo = () => resolve(answer(keys));
      }),
  );
  return () => letGo();
}

const namesIn = (scan: LayeredScan) => scan.added?.candidates.length ?? 0;

describe('a page with added packs', () => {
  it('asks once for all its words, and reads again only where they stand', async () => {
    const { ask, readAgain, scan } = page();
    scan('Under the Market Lime.');
    scan('At the market: bread and salt.');
    scan('Once more the Market Lime.');
    await soon(() => expect(readAgain).toHaveBeenCalledOnce());
    expect(ask).toHaveBeenCalledOnce();
    const texts = readAgain.mock.calls[0]?.[0].map(({ text }) => text);
    expect(texts).toEqual(['Under the Market Lime.', 'Once more the Market Lime.']);
    expect(namesIn(scan('A third time, Market Lime.'))).toBe(1);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('does not read again where only the letters of a name stand, and not its capitals', async () => {
    const { readAgain, scan } = page();
    scan('A nice day.');
    scan('They went to Nice.');
    await soon(() => expect(readAgain).toHaveBeenCalledOnce());
    expect(readAgain.mock.calls[0]?.[0].map(({ text }) => text)).toEqual(['They went to Nice.']);
  });

  it('asks nothing about a block that is only read again', async () => {
    const { ask, readAgain, scanNode } = page();
    const standing = scanNode('Market Lime.');
    await soon(() => expect(readAgain).toHaveBeenCalledOnce());
    vi.useFakeTimers();
    try {
      expect(namesIn(standing())).toBe(1);
      expect(vi.getTimerCount()).toBe(0);
      // Read once more, it has been changed by the page.
      standing();
      expect(vi.getTimerCount()).toBe(1);
    } finally {
      vi.useRealTimers();
    }
    expect(ask).toHaveBeenCalledOnce();
  });

  it('waits until it has been read through', async () => {
    let isRead = false;
    let asked = 0;
    const { ask, readAgain, scan } = page(() => {
      asked++;
      return isRead;
    });
    scan('Market Lime.');
    // It asks again and again whether the page has been read.
    await soon(() => expect(asked).toBeGreaterThan(1));
    expect(ask).not.toHaveBeenCalled();
    isRead = true;
    await soon(() => expect(readAgain).toHaveBeenCalledOnce());
  });

  it('that grows asks for the new words with the old ones, and outdates what it had', async () => {
    const { ask, readAgain, scan } = page();
    scan('Market Lime.');
    await soon(() => expect(readAgain).toHaveBeenCalledTimes(1));
    const early = scan('Market Lime.');
    scan('Far Oak.');
    await soon(() => expect(readAgain).toHaveBeenCalledTimes(2));
    // The new words alone, then all of them, since both are to be matched together.
    expect(ask).toHaveBeenCalledTimes(3);
    expect(readAgain.mock.calls[1]?.[1](early)).toBe(true);
    expect([scan('Far Oak.'), scan('Market Lime.')].map(namesIn)).toEqual([1, 1]);
  });

  it('reads again what came while it was asking, whether its words are new or not', async () => {
    const { ask, readAgain, scan } = page();
    const answered = holdAnswer(ask);
    scan('Market Lime.');
    await soon(() => expect(ask).toHaveBeenCalledOnce());
    scan('Again the Market Lime.');
    scan('Far Oak.');
    answered();
    const texts = () => readAgain.mock.calls.flatMap(([blocks]) => blocks.map(({ text }) => text));
    await soon(() =>
      expect(texts()).toEqual(['Market Lime.', 'Again the Market Lime.', 'Far Oak.']),
    );
  });

  it('reads again what came while it was asking when no word of it is new', async () => {
    const { ask, readAgain, scan } = page();
    const answered = holdAnswer(ask);
    scan('Market Lime.');
    await soon(() => expect(ask).toHaveBeenCalledOnce());
    scan('Market Lime again.');
    answered();
    await soon(() => expect(readAgain).toHaveBeenCalledTimes(2));
    expect(readAgain.mock.calls[1]?.[0]).toHaveLength(1);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('reads again what came while it was asking when its new words reach nothing', async () => {
    const { ask, readAgain, scan } = page();
    const letGo = holdAnswer(ask);
    scan('Under the Market Lime.');
    await soon(() => expect(ask).toHaveBeenCalledTimes(1));
    const early = 'A Market Lime, as Far as one sees.';
    scan(early);
    letGo();
    await soon(() => expect(ask.mock.calls.length).toBeGreaterThan(1));
    await soon(() =>
      expect(readAgain.mock.calls.flatMap(([blocks]) => blocks.map(({ text }) => text))).toContain(
        early,
      ),
    );
  });

  it('asks again after a failure, when the next word comes', async () => {
    const { ask, readAgain, scan } = page();
    ask.mockRejectedValueOnce(new Error('no background'));
    scan('Market Lime.');
    await soon(() => expect(ask).toHaveBeenCalledTimes(1));
    scan('Far Oak.');
    await soon(() => expect(readAgain).toHaveBeenCalledOnce());
    expect([scan('Far Oak.'), scan('Market Lime.')].map(namesIn)).toEqual([1, 1]);
  });

  it('asks nothing any more once it has ended', async () => {
    const { ask, scan } = page();
    vi.useFakeTimers();
    try {
      scan('Market Lime.');
      expect(vi.getTimerCount()).toBe(1);
      stop.abort();
      expect(vi.getTimerCount()).toBe(0);
      expect(ask).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });
});
