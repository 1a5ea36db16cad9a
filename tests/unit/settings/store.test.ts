import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-browser.ts';
import { soon } from '../../support/soon.ts';

const {
  changeSettings,
  loadOwnSettings,
  loadSettings,
  onSettingsChanged,
  saveSetting,
  updateSetting,
} = await import('../../../src/settings/store.ts');
const { defaultSettings } = await import('../../../src/settings/schema.ts');

const { sync, local } = fake.browser.storage;
beforeEach(() => fake.reset());

describe('settings in storage', () => {
  it('writes one item a changed setting and nothing for a default', async () => {
    await saveSetting('theme', 'dark');
    expect(sync.items).toEqual({ 'setting.theme': 'dark', settingsVersion: 1 });
    await saveSetting('theme', 'auto');
    expect(sync.items).toEqual({ settingsVersion: 1 });
    expect(await loadSettings()).toEqual(defaultSettings());
  });

  it('lets a damaged value fall back by itself', async () => {
    sync.items = {
      'setting.theme': 'purple',
      'setting.openingDelay': 1e9,
      'setting.hiddenTypes': ['law', 'dragon'],
      'setting.muted': ['ira', 7],
      'setting.markColors': { law: 'url(x)' },
      'setting.markStyle': 'solid',
    };
    expect(await loadSettings()).toEqual({ ...defaultSettings(), markStyle: 'solid' });
  });

  it('does not lose what two pages change at once', async () => {
    await Promise.all([
      saveSetting('theme', 'dark'),
      saveSetting('markStyle', 'solid'),
      updateSetting('muted', (now) => [...now, 'a']),
      updateSetting('muted', (now) => [...now, 'b']),
    ]);
    expect(await loadSettings()).toMatchObject({
      theme: 'dark',
      markStyle: 'solid',
      muted: ['a', 'b'],
    });
  });

  it('keeps on this device what sync refuses, and goes back to sync when it can', async () => {
    sync.refuse = new Error('QUOTA_BYTES quota exceeded');
    expect(await saveSetting('sites', ['*://a.example/*'])).toEqual({
      on: 'device',
      because: 'quota',
    });
    expect((await loadSettings()).sites).toEqual(['*://a.example/*']);
    sync.refuse = null;
    expect(await saveSetting('sites', ['*://b.example/*'])).toEqual({ on: 'sync' });
    expect((await loadSettings()).sites).toEqual(['*://b.example/*']);
    expect(local.items).not.toHaveProperty('setting.sites');
  });

  it('brings back all that only this device has kept, with the first write that sync takes', async () => {
    sync.refuse = new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    await saveSetting('muted', ['a', 'b']);
    await saveSetting('theme', 'dark');
    sync.refuse = null;
    await saveSetting('markStyle', 'solid');
    expect(sync.items).toMatchObject({ 'setting.muted': ['a', 'b'], 'setting.theme': 'dark' });
    expect(Object.keys(local.items)).toEqual(['settingsVersion']);
  });

  it('keeps a change on this device where sync cannot even be read', async () => {
    const get = vi.spyOn(sync, 'get').mockRejectedValue(new Error('sync is off'));
    expect(await saveSetting('theme', 'dark')).toEqual({ on: 'device', because: 'quota' });
    expect((await loadSettings()).theme).toBe('dark');
    get.mockRestore();
  });

  it('says that nothing could be saved where this device refuses too, and changes nothing', async () => {
    await saveSetting('theme', 'dark');
    sync.refuse = local.refuse = new Error('disk full');
    await expect(saveSetting('theme', 'light')).rejects.toThrow('disk full');
    sync.refuse = local.refuse = null;
    expect((await loadSettings()).theme).toBe('dark');
  });

  it('loses nothing where two tabs change the same list, each from what it saw', async () => {
    await saveSetting('sites', ['a', 'b']);
    const from = { sites: ['a', 'b'] };
    await Promise.all([
      changeSettings(from, { sites: ['a', 'b', 'c'] }),
      changeSettings(from, { sites: ['b'] }),
      changeSettings(from, { sites: ['a', 'b', 'd'] }),
    ]);
    expect((await loadSettings()).sites).toEqual(['b', 'c', 'd']);
  });

  it('takes back a change without what was changed since', async () => {
    await changeSettings({ muted: [] }, { muted: ['a'] });
    await changeSettings({ muted: ['a'] }, { muted: ['a', 'b'] });
    await changeSettings({ muted: ['a'] }, { muted: [] });
    expect((await loadSettings()).muted).toEqual(['b']);
  });

  it('leaves what a newer version wrote as it is', async () => {
    const newer = { settingsVersion: 2, 'setting.theme': 'sepia', 'setting.opening': 'click' };
    sync.items = { ...newer };
    expect(await loadSettings()).toMatchObject({ theme: 'auto', opening: 'click' });
    expect(await saveSetting('opening', 'hover')).toEqual({
      on: 'device',
      because: 'newer-version',
    });
    expect(sync.items).toEqual(newer);
    expect((await loadSettings()).opening).toBe('hover');
  });

  it('refuses a value that the setting cannot have', async () => {
    await expect(saveSetting('openingDelay', -1)).rejects.toThrow(RangeError);
    expect(sync.items).toEqual({});
  });

  it('tells of changes until it is told to stop', async () => {
    const stop = new AbortController();
    const told = vi.fn();
    onSettingsChanged(told, stop.signal);
    await saveSetting('theme', 'dark');
    await soon(() => expect(told).toHaveBeenCalledTimes(1));
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ theme: 'dark' }), ['theme']);
    await local.set({ somethingElse: 1 });
    stop.abort();
    await saveSetting('theme', 'light');
    expect(told).toHaveBeenCalledTimes(1);
    expect(fake.browser.storage.onChanged.listeners.size).toBe(0);
  });
});

describe('settings of an organisation', () => {
  it('stand in the order locked, the reader’s own, preset, default', async () => {
    local.items.policy = {
      theme: { locked: 'dark', default: 'light' },
      markStyle: { default: 'solid' },
      opening: { default: 'click' },
    };
    sync.items = { 'setting.theme': 'light', 'setting.opening': 'modifier' };
    const others = { ...defaultSettings(), markStyle: 'solid', opening: 'modifier' };
    expect(await loadSettings()).toEqual({ ...others, theme: 'dark' });
    expect(await loadOwnSettings()).toEqual({ ...others, theme: 'light' });
  });

  it('are never written over, nor written down', async () => {
    local.items.policy = { theme: { locked: 'dark' } };
    sync.items = { 'setting.theme': 'light' };
    expect(await saveSetting('theme', 'auto')).toEqual({ on: 'nowhere', because: 'locked' });
    const all = { theme: 'auto', markStyle: 'solid' } as const;
    expect(await changeSettings({}, all)).toEqual({ on: 'sync' });
    expect(sync.items).toEqual({
      'setting.theme': 'light',
      'setting.markStyle': 'solid',
      settingsVersion: 1,
    });
  });

  it('leave a choice of Gloss’s own default to the reader, and follow the preset again', async () => {
    local.items.policy = { markStyle: { default: 'solid' } };
    await saveSetting('markStyle', 'dotted');
    expect(sync.items).toMatchObject({ 'setting.markStyle': 'dotted' });
    expect((await loadSettings()).markStyle).toBe('dotted');
    await saveSetting('markStyle', 'solid');
    expect(sync.items).not.toHaveProperty('setting.markStyle');
  });

  it('are told of when they change', async () => {
    const stop = new AbortController();
    const told = vi.fn();
    onSettingsChanged(told, stop.signal);
    local.items.policy = { markStyle: { default: 'solid' } };
    await local.set({ policy: { theme: { locked: 'dark' }, markStyle: { default: 'solid' } } });
    await soon(() => expect(told).toHaveBeenCalledTimes(1));
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ theme: 'dark' }), ['theme']);
    stop.abort();
  });
});
