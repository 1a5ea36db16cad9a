import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameOutline } from '../../../src/messaging/messages.ts';
import { fake } from '../../support/fake-browser.ts';
import { PACK } from '../../support/pack.ts';
import { soon } from '../../support/soon.ts';

const { startBackground } = await import('../../../src/background/start.ts');
const { send } = await import('../../../src/messaging/messaging.ts');
const { loadSettings } = await import('../../../src/settings/store.ts');

const TAB = 7;
let stop: AbortController;

/** What the browser does to a background: stops it and starts it anew. */
function restart(): void {
  stop?.abort();
  stop = new AbortController();
  startBackground(PACK, stop.signal);
}

beforeEach(() => {
  fake.reset();
  fake.tabs.set(TAB, { id: TAB, url: 'https://news.example/a', status: 'complete', active: true });
  restart();
});
afterEach(() => stop.abort());

const report = (counts: Record<string, number>, more: object = {}) => ({
  gloss: 'background.report',
  request: {
    entities: Object.entries(counts).map(([id, count]) => ({ id, count })),
    state: 'ready',
    ...more,
  },
});
const alive = (state = 'ready') => ({
  'frame.ping': () => ({ state, read: 0.5, published: '2024-01-31' }),
  'frame.report-again': () => ({ done: true }),
});

describe('the first-run page', () => {
  it.each([
    ['install', 1],
    ['update', 0],
    ['browser_update', 0],
  ])('is opened on %s: %i times', async (reason, times) => {
    fake.browser.runtime.onInstalled.emit({ reason });
    restart();
    await soon(() => expect(fake.calls.created).toHaveLength(times));
    expect(fake.calls.created.every(({ url }) => url?.endsWith('welcome.html'))).toBe(true);
  });
});

describe('reports of frames', () => {
  it('are answered with the cards of what they name', async () => {
    const cards = await fake.fromPage(report({ 'work-act': 2, nonsense: 5 }), TAB);
    expect(cards).toMatchObject([{ id: 'work-act', related: [{ id: 'the-works' }] }]);
  });

  it('are not answered with cards that the frame has', async () => {
    const again = report({ 'work-act': 2, 'the-works': 1 }, { known: ['work-act'] });
    expect(await fake.fromPage(again, TAB)).toMatchObject([{ id: 'the-works' }]);
  });

  it('show the number of different entities of all frames on the badge', async () => {
    await fake.fromPage(report({ 'work-act': 2, 'the-works': 1 }), TAB, 0);
    await fake.fromPage(report({ 'work-act': 9, 'zoe-e': 1 }), TAB, 5);
    expect(fake.badges.get(TAB)).toBe('3');
    await fake.fromPage(report({}), TAB, 0);
    expect(fake.badges.get(TAB)).toBe('2');
    await fake.fromPage(report({}), TAB, 5);
    expect(fake.badges.get(TAB)).toBe('');
  });

  it('lose nothing when many frames report at once', async () => {
    const frames = Array.from({ length: 20 }, (_, frameId) => frameId);
    for (const frameId of frames) fake.frames.set(`${TAB}:${frameId}`, alive());
    await Promise.all(frames.map((frameId) => fake.fromPage(report({ 'zoe-e': 1 }), TAB, frameId)));
    const { entities } = await send('background.summary', { tabId: TAB });
    expect(entities).toMatchObject([{ id: 'zoe-e', count: 20 }]);
    expect(entities[0]?.frames).toHaveLength(20);
  });

  it('must come from a frame', async () => {
    await expect(send('background.report', { entities: [], state: 'ready' })).rejects.toThrow();
  });
});

describe('the summary of a tab', () => {
  it('survives a restart of the background', async () => {
    fake.frames.set(`${TAB}:0`, alive());
    await fake.fromPage(report({ 'work-act': 2 }), TAB);
    restart();
    expect(await send('background.summary', { tabId: TAB })).toEqual({
      state: 'ready',
      url: 'https://news.example/a',
      read: 0.5,
      published: '2024-01-31',
      packsOn: 1,
      entities: [
        {
          id: 'work-act',
          type: 'law',
          name: 'Work Act',
          summary: 'A law about works.',
          count: 2,
          frames: [{ frameId: 0, count: 2 }],
        },
      ],
    });
  });

  it('forgets frames that have gone', async () => {
    fake.frames.set(`${TAB}:0`, alive());
    await fake.fromPage(report({ 'work-act': 2 }), TAB, 0);
    await fake.fromPage(report({ 'zoe-e': 1 }), TAB, 4);
    const { entities } = await send('background.summary', { tabId: TAB });
    expect(entities.map(({ id }) => id)).toEqual(['work-act']);
  });

  it('keeps what a frame has found that is only busy', async () => {
    fake.frames.set(`${TAB}:0`, alive());
    // It never answers.
    fake.frames.set(`${TAB}:4`, {});
    await fake.fromPage(report({ 'work-act': 2 }), TAB, 0);
    await fake.fromPage(report({ 'zoe-e': 1 }), TAB, 4);
    const { entities } = await send('background.summary', { tabId: TAB });
    expect(entities.map(({ id }) => id)).toEqual(['work-act', 'zoe-e']);
  });

  it.each(['scanning', 'off', 'ready'] as const)('says that the page is %s', async (state) => {
    fake.frames.set(`${TAB}:0`, alive(state));
    expect((await send('background.summary', { tabId: TAB })).state).toBe(state);
  });

  it('tells why nobody answers', async () => {
    const state = async () => (await send('background.summary', { tabId: TAB })).state;
    expect(await state()).toBe('unreadable');
    for (const type of ['application/pdf', 'text/plain', 'image/png']) {
      fake.page.found = { type, loading: false };
      expect(await state()).toBe('no-page');
    }
    fake.page.found = { type: 'text/html', loading: true };
    expect(await state()).toBe('loading');
    fake.page.found = { type: 'text/html', loading: false };
    expect(await state()).toBe('not-started');
    // A frame whose page is too busy to answer is not waited for; it will be asked again.
    fake.frames.set(`${TAB}:0`, {});
    expect(await state()).toBe('loading');
  });

  it('says how many packs are on', async () => {
    fake.frames.set(`${TAB}:0`, alive('off'));
    await fake.browser.storage.sync.set({ 'setting.packsOff': ['test-pack'] });
    expect((await send('background.summary', { tabId: TAB })).packsOn).toBe(0);
  });

  it('keeps what a page has found that is only busy', async () => {
    await fake.fromPage(report({ 'work-act': 2 }), TAB);
    fake.page.found = { type: 'text/html', loading: false };
    let asked = 0;
    const busy = () => {
      asked += 1;
      return asked === 1 ? new Promise(() => undefined) : { state: 'ready', read: 1 };
    };
    fake.frames.set(`${TAB}:0`, { 'frame.ping': busy });
    const { state, entities } = await send('background.summary', { tabId: TAB });
    expect(state).toBe('ready');
    expect(entities).toMatchObject([{ id: 'work-act', count: 2 }]);
  });

  it('is asked of the page anew where it was lost', async () => {
    const again = async () => {
      await fake.fromPage(report({ 'work-act': 3 }), TAB);
      return { done: true };
    };
    fake.frames.set(`${TAB}:0`, { ...alive(), 'frame.report-again': again });
    const { entities } = await send('background.summary', { tabId: TAB });
    expect(entities).toMatchObject([{ id: 'work-act', count: 3 }]);
  });

  it('is of the new page after navigation', async () => {
    fake.frames.set(`${TAB}:0`, alive());
    await fake.fromPage(report({ 'work-act': 2 }), TAB);
    fake.browser.tabs.onUpdated.emit(TAB, { status: 'loading' }, {});
    await soon(() => expect(fake.badges.get(TAB)).toBe(''));
    expect((await send('background.summary', { tabId: TAB })).entities).toEqual([]);
  });

  it('is asked for again where only the address has changed', async () => {
    const again = vi.fn(() => ({ done: true }));
    fake.frames.set(`${TAB}:0`, { ...alive(), 'frame.report-again': again });
    fake.browser.tabs.onUpdated.emit(TAB, { status: 'loading' }, {});
    await soon(() => expect(again).toHaveBeenCalled());
  });

  it('goes with the tab', async () => {
    await fake.fromPage(report({ 'work-act': 2 }), TAB);
    const item = `tab:${TAB}`;
    expect(fake.browser.storage.session.items).toHaveProperty(item);
    fake.browser.tabs.onRemoved.emit(TAB, {});
    await soon(() => expect(fake.browser.storage.session.items).not.toHaveProperty(item));
  });
});

describe('what else the background does', () => {
  it('starts Gloss with the files of the manifest', async () => {
    fake.page.found = { type: 'text/html', loading: false };
    await send('background.start', { tabId: TAB });
    const target = { tabId: TAB, allFrames: true };
    expect(fake.calls.insertCSS).toEqual([{ target, files: ['src/content.css'] }]);
    expect(fake.calls.executeScript).toEqual([{ target, files: ['assets/content-hash.js'] }]);
  });

  it('searches names in every script and spelling, best first', async () => {
    const ids = async (query: string) =>
      (await send('background.search', { query, limit: 10 })).map(({ id }) => id);
    expect(await ids('work')).toEqual(['work-act', 'the-works']);
    expect(await ids('zoe e')).toEqual(['zoe-e']);
    expect(await ids('工作')).toEqual(['work-act']);
    expect(await ids('maker things')).toEqual(['the-works']);
    expect(await ids('dragon')).toEqual([]);
    expect(await ids('')).toEqual(['zoe-e', 'the-works', 'work-act']);
    await fake.browser.storage.sync.set({ 'setting.packsOff': ['test-pack'] });
    expect(await ids('work')).toEqual([]);
  });

  it('mutes and unmutes for a page, and only what there is', async () => {
    const mute = (id: string, muted: boolean) =>
      fake.fromPage({ gloss: 'background.mute', request: { id, muted } }, TAB);
    await Promise.all([mute('work-act', true), mute('zoe-e', true)]);
    expect((await loadSettings()).muted.sort()).toEqual(['work-act', 'zoe-e']);
    await mute('work-act', false);
    expect((await loadSettings()).muted).toEqual(['zoe-e']);
    expect(await mute('made-up', true)).toEqual({ done: false });
  });

  const outline = (more: Partial<FrameOutline>): FrameOutline => ({
    path: [],
    stops: 1,
    last: null,
    inView: 0,
    children: [],
    isOpen: false,
    hasFocus: false,
    isTyping: false,
    ...more,
  });

  it('steps from frame to frame by key, closing what is open, unless somebody types', async () => {
    const { onCommand } = fake.browser.commands;
    const stepped = vi.fn((frameId: number) => ({ done: frameId >= 0 }));
    const closed = vi.fn((frameId: number) => ({ done: frameId >= 0 }));
    const entered = vi.fn((frameId: number, index: number) => ({ done: frameId + index >= 0 }));
    const main = outline({ children: [{ index: 0, before: 1, isPast: false }] });
    const inner = outline({ path: [0] });
    const asked = vi.fn(() => inner);
    for (const [frameId, says] of [
      [0, () => main],
      [4, asked],
    ] as const) {
      await fake.fromPage(report({ 'work-act': 1 }), TAB, frameId);
      fake.frames.set(`${TAB}:${frameId}`, {
        'frame.outline': says,
        'frame.enter': (request) => entered(frameId, (request as { index: number }).index),
        'frame.step': () => stepped(frameId),
        'frame.close': () => closed(frameId),
      });
    }
    const goesTo = async (command: string, frames: number[]) => {
      onCommand.emit(command);
      await soon(() => expect(stepped.mock.calls.flat()).toEqual(frames));
    };
    await goesTo('next-mention', [0]);
    Object.assign(main, { last: { index: 0, time: 1 }, isOpen: true });
    await goesTo('next-mention', [0, 4]);
    expect(closed.mock.calls).toEqual([[0]]);
    expect(entered.mock.calls).toEqual([[0, 0]]);
    onCommand.emit('toggle-popover');
    await soon(() => expect(closed.mock.calls).toEqual([[0], [0]]));
    main.isOpen = false;
    // The one that was open is opened again.
    await goesTo('toggle-popover', [0, 4, 0]);
    inner.isTyping = true;
    asked.mockClear();
    onCommand.emit('next-mention');
    await soon(() => expect(asked).toHaveBeenCalled());
    inner.isTyping = false;
    await goesTo('previous-mention', [0, 4, 0, 4]);
  });

  it('switches the site by key', async () => {
    fake.browser.commands.onCommand.emit('toggle-site');
    await soon(async () => expect((await loadSettings()).sites).toEqual(['*://news.example/*']));
    fake.browser.commands.onCommand.emit('toggle-site');
    await soon(async () => expect((await loadSettings()).sites).toEqual([]));
  });

  it('leaves no listener behind', () => {
    stop.abort();
    const { runtime, tabs, commands } = fake.browser;
    for (const event of [runtime.onMessage, tabs.onUpdated, tabs.onRemoved, commands.onCommand]) {
      expect(event.listeners.size).toBe(0);
    }
  });
});

describe('the list for an entity', () => {
  const list = (id: string) =>
    fake.fromPage({ gloss: 'background.list', request: { id } }, TAB) as Promise<{ done: boolean }>;
  const listed = () => send('background.listed', { tabId: TAB });

  it('is the toolbar popup, which is told once what it was opened for', async () => {
    expect(await list('work-act')).toEqual({ done: true });
    expect(fake.calls.popupsOpened).toBe(1);
    expect(await listed()).toEqual({ id: 'work-act' });
    expect(await listed()).toEqual({ id: null });
  });

  it('opens in a tab beside where the browser does not open the popup', async () => {
    fake.popup.mayOpen = false;
    fake.tabs.set(TAB, { id: TAB, index: 3 });
    expect(await list('work-act')).toEqual({ done: true });
    expect(fake.calls.created).toMatchObject([
      { url: expect.stringMatching(/popup\.html\?tab=7$/), index: 4, openerTabId: TAB },
    ]);
  });

  it('does not open for what no pack has, and pages may not ask what it is for', async () => {
    expect(await list('nonsense')).toEqual({ done: false });
    expect(fake.calls.popupsOpened).toBe(0);
    const ask = { gloss: 'background.listed', request: { tabId: TAB } };
    await expect(fake.fromPage(ask, TAB)).rejects.toThrow();
  });
});
