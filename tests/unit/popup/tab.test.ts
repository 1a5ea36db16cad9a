import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';

const { findTab } = await import('../../../src/popup/tab.ts');

const ACTIVE = { id: 3, url: 'https://news.example/a', title: 'A page', active: true };

beforeEach(() => {
  fake.reset();
  fake.tabs.set(3, ACTIVE);
  fake.tabs.set(8, { id: 8 });
});
afterEach(() => vi.restoreAllMocks());

describe('the tab that the popup is about', () => {
  it('is the active one, over which a desktop browser shows the popup', async () => {
    expect(await findTab('')).toEqual({
      id: 3,
      title: 'A page',
      url: 'https://news.example/a',
      ownPage: false,
      inFront: false,
    });
  });

  it('is the named one; what a browser does not tell of it is missing', async () => {
    expect(await findTab('?tab=8')).toMatchObject({ id: 8, title: '', url: null });
    expect((await findTab('?tab=9')).id).toBe(null);
  });

  it('is covered by the popup on Android, where it fills the screen', async () => {
    vi.spyOn(fake.browser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'android' });
    expect(await findTab('')).toMatchObject({ id: 3, ownPage: true, inFront: true });
  });

  it('stands beside a popup that was opened in a tab of its own', async () => {
    vi.spyOn(fake.browser.tabs, 'getCurrent').mockResolvedValue({ id: 9 } as never);
    expect(await findTab('?tab=3')).toMatchObject({ id: 3, ownPage: true, inFront: false });
  });
});
