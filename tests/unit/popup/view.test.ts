import { describe, expect, it } from 'vitest';
import type { TabEntity, TabSummary } from '../../../src/messaging/messages.ts';
import { groupByKind, mentionAt, siteName, viewOf } from '../../../src/popup/view.ts';
import { defaultSettings } from '../../../src/settings/schema.ts';

const NOW = 1_000_000;
const entity: TabEntity = {
  id: 'a',
  type: 'law',
  name: 'A',
  summary: 'An a.',
  count: 5,
  frames: [
    { frameId: 0, count: 2 },
    { frameId: 9, count: 3 },
  ],
};
const of = (id: string, type: TabEntity['type']) => ({ ...entity, id, type });
const summary: TabSummary = {
  state: 'ready',
  url: 'https://news.example/',
  read: 1,
  published: null,
  packsOn: 1,
  entities: [entity],
};
const known = { summary, settings: defaultSettings(), pausedUntil: 0, now: NOW };

describe('what the popup shows', () => {
  it('is the list, also while more may come', () => {
    expect(viewOf(known)).toEqual({ kind: 'list', scanning: false });
    expect(viewOf({ ...known, summary: { ...summary, state: 'scanning' } })).toEqual({
      kind: 'list',
      scanning: true,
    });
  });

  it.each([
    ['unreadable', 'unreadable'],
    ['not-started', 'not-started'],
    ['loading', 'loading'],
    ['off', 'loading'],
    ['no-page', 'no-page'],
    ['scanning', 'scanning'],
    ['ready', 'nothing-found'],
  ] as const)('of a page without entities that is %s is "%s"', (state, kind) => {
    expect(viewOf({ ...known, summary: { ...summary, state, entities: [] } }).kind).toBe(kind);
  });

  it('tells the switches apart', () => {
    const settings = { ...defaultSettings(), enabled: false };
    expect(viewOf({ ...known, settings }).kind).toBe('off-everywhere');
    expect(viewOf({ ...known, pausedUntil: NOW + 1 })).toEqual({ kind: 'paused', until: NOW + 1 });
    expect(viewOf({ ...known, pausedUntil: NOW }).kind).toBe('list');
    const sites = ['*://news.example/*'];
    expect(viewOf({ ...known, settings: { ...defaultSettings(), sites } }).kind).toBe('site-off');
  });

  it('tells packs that are off from a page that is about to be on again', () => {
    const off: TabSummary = { ...summary, state: 'off', entities: [] };
    expect(viewOf({ ...known, summary: { ...off, packsOn: 0 } }).kind).toBe('packs-off');
    expect(viewOf({ ...known, summary: off }).kind).toBe('loading');
    expect(viewOf({ ...known, summary: { ...off, url: null } }).kind).toBe('site-off');
    const settings = { ...defaultSettings(), sites: ['*://news.example/*'] };
    expect(viewOf({ ...known, summary: { ...off, packsOn: 0 }, settings }).kind).toBe('site-off');
  });
});

describe('the list', () => {
  it('groups by kind in the order of the kinds, and keeps the order within', () => {
    const groups = groupByKind([of('a', 'topic'), of('b', 'person'), of('c', 'topic')]);
    expect(groups.map(({ type, entities }) => [type, entities.map(({ id }) => id)])).toEqual([
      ['person', ['b']],
      ['topic', ['a', 'c']],
    ]);
  });

  it('groups no more entities than it is asked for, the first in that order', () => {
    const all = [of('a', 'topic'), of('b', 'person'), of('c', 'topic'), of('d', 'person')];
    const ids = (most: number) =>
      groupByKind(all, most).map(({ entities }) => entities.map(({ id }) => id));
    expect(ids(0)).toEqual([]);
    expect(ids(1)).toEqual([['b']]);
    expect(ids(3)).toEqual([['b', 'd'], ['a']]);
    expect(ids(9)).toEqual([
      ['b', 'd'],
      ['a', 'c'],
    ]);
  });

  it('goes through the mentions of all frames and round again', () => {
    expect([0, 1, 2, 4, 5].map((n) => mentionAt(entity, n))).toEqual([
      { frameId: 0, index: 0 },
      { frameId: 0, index: 1 },
      { frameId: 9, index: 0 },
      { frameId: 9, index: 2 },
      { frameId: 0, index: 0 },
    ]);
    expect(mentionAt({ ...entity, frames: [] }, 0)).toBe(null);
  });

  it('names a site shortly', () => {
    expect(siteName('https://www.news.example/a')).toBe('news.example');
    expect(siteName('file:///home/reader/a%20page.html')).toBe('a page.html');
    expect(siteName('about:blank')).toBe(null);
    expect(siteName(null)).toBe(null);
  });
});
