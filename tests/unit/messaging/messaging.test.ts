import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';

const { handle, send, sendToFrame } = await import('../../../src/messaging/messaging.ts');
const { handleChecked } = await import('../../../src/messaging/checked.ts');

let stop: AbortController;
beforeEach(() => {
  fake.reset();
  stop = new AbortController();
});
afterEach(() => stop.abort());

const card = { gloss: 'background.card', request: { id: 'a' } };
const leaveIt = () => undefined;
const summary = { gloss: 'background.summary', request: { tabId: 1 } };

describe('messages', () => {
  it('brings a request to its handler and the answer back', async () => {
    const asked = vi.fn(() => null);
    handle('background.card', asked, stop.signal);
    handle('background.packs', () => [], stop.signal);
    expect(await send('background.card', { id: 'a' })).toBe(null);
    expect(await send('background.packs', {})).toEqual([]);
    expect(asked).toHaveBeenCalledWith({ id: 'a' }, expect.objectContaining({ tabId: null }));
  });

  it('tells the handler which frame asks', async () => {
    const asked = vi.fn(() => null);
    handle('background.card', asked, stop.signal);
    await fake.fromPage(card, 7, 3);
    expect(asked).toHaveBeenCalledWith(expect.anything(), {
      tabId: 7,
      frameId: 3,
      url: 'https://news.example/a',
    });
  });

  it('hears no other extension', async () => {
    handle('background.card', () => null, stop.signal);
    await expect(fake.deliver(card, { id: 'another@example' })).rejects.toThrow(/does not exist/);
  });

  it('lets pages ask only what they may', async () => {
    const answer = {
      state: 'ready',
      url: null,
      read: 1,
      published: null,
      packsOn: 1,
      entities: [],
    } as const;
    handle('background.summary', () => ({ ...answer, entities: [] }), stop.signal);
    await expect(fake.fromPage(summary, 7)).rejects.toThrow(/does not exist/);
    // An extension page in a tab, such as the options, is no page of the web.
    const url = fake.browser.runtime.getURL('src/options/options.html');
    await expect(fake.fromPage(summary, 7, 0, url)).resolves.toMatchObject({ state: 'ready' });
  });

  it('passes a failure on to whoever asked', async () => {
    handle(
      'background.card',
      () => {
        throw new Error('no library');
      },
      stop.signal,
    );
    await expect(send('background.card', { id: 'a' })).rejects.toThrow('no library');
  });

  it('says that nobody answers where all listeners leave it to somebody else', async () => {
    fake.browser.runtime.onMessage.addListener(leaveIt);
    vi.spyOn(fake.browser.runtime, 'sendMessage').mockResolvedValueOnce(undefined);
    await expect(send('background.card', { id: 'a' })).rejects.toThrow('Nobody answers');
    fake.browser.runtime.onMessage.removeListener(leaveIt);
  });

  it('fails by its promise where the script is cut off from the extension', async () => {
    vi.spyOn(fake.browser.runtime, 'sendMessage').mockImplementationOnce(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(send('background.card', { id: 'a' })).rejects.toThrow('context invalidated');
  });

  it('forgets the answer where whoever asked is gone', async () => {
    const asked = vi.fn(() => null);
    handle('background.card', asked, stop.signal);
    const gone = vi.fn(() => {
      throw new Error('Attempting to use a disconnected port object');
    });
    // An unhandled rejection would fail the run.
    fake.browser.runtime.onMessage.emit(card, { id: fake.browser.runtime.id }, gone);
    await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce());
    expect(asked).toHaveBeenCalledOnce();
  });

  it('answers no more once stopped', async () => {
    handle('background.card', () => null, stop.signal);
    stop.abort();
    await expect(send('background.card', { id: 'a' })).rejects.toThrow();
    expect(fake.browser.runtime.onMessage.listeners.size).toBe(0);
  });

  it('asks one frame', async () => {
    fake.frames.set('7:3', { 'frame.ping': () => ({ state: 'ready' }) });
    expect(await sendToFrame(7, 3, 'frame.ping', {})).toEqual({ state: 'ready' });
    await expect(sendToFrame(7, 4, 'frame.ping', {})).rejects.toThrow();
  });
});

describe('checked messages', () => {
  it.each([
    { entities: [{ id: 'a', count: -1 }], state: 'ready' },
    { entities: [{ id: 'a'.repeat(181), count: 1 }], state: 'ready' },
    { entities: 'all', state: 'ready' },
    { entities: [], state: 'done' },
    null,
  ])('refuses a report such as %j', async (request) => {
    const asked = vi.fn(() => []);
    handleChecked('background.report', asked, stop.signal);
    await expect(fake.fromPage({ gloss: 'background.report', request }, 7)).rejects.toThrow();
    expect(asked).not.toHaveBeenCalled();
  });
});
