import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings/items.ts';
import { type Items, migrate } from '../../../src/settings/migrations.ts';
import {
  DEFAULT_SETTINGS,
  FIELDS,
  isSameSetting,
  isValidSetting,
  SETTING_KEYS,
} from '../../../src/settings/schema.ts';
import version1 from '../../fixtures/settings/version-1.json';

describe('the settings schema', () => {
  it('has defaults that are valid', () => {
    for (const key of SETTING_KEYS)
      expect(isValidSetting(key, FIELDS[key].default), key).toBe(true);
  });

  it.each([
    ['enabled', 1],
    ['opening', 'HOVER'],
    ['openingDelay', 200.5],
    ['openingDelay', '200'],
    ['sites', '*://a.example/*'],
    ['hiddenTypes', null],
    ['markColors', ['#000000']],
    ['markColors', { law: '#FFF' }],
  ] as const)('refuses %s = %j', (key, value) => {
    expect(isValidSetting(key, value)).toBe(false);
  });

  it('compares sets whatever their order', () => {
    expect(isSameSetting(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(
      isSameSetting({ law: '#111111', event: '#222222' }, { event: '#222222', law: '#111111' }),
    ).toBe(true);
    expect(isSameSetting(['a'], ['a', 'b'])).toBe(false);
  });
});

describe('migrations', () => {
  it('reads the settings of version 1', () => {
    expect(readSettings(version1.items, {})).toEqual({ ...DEFAULT_SETTINGS, ...version1.settings });
  });

  it('takes the steps that are missing, in order, and says the new version', () => {
    const steps = [
      (items: Items) => ({ ...items, 'setting.b': items['setting.a'] }),
      (items: Items) => ({ ...items, 'setting.c': `${items['setting.b']}!` }),
    ];
    expect(migrate({ 'setting.a': 'x' }, steps)).toMatchObject({
      'setting.c': 'x!',
      settingsVersion: 3,
    });
    expect(migrate({ settingsVersion: 2, 'setting.b': 'y' }, steps)).toMatchObject({
      'setting.c': 'y!',
      settingsVersion: 3,
    });
  });

  it('does not touch items of a newer version', () => {
    const items = { settingsVersion: 9, 'setting.a': 'x' };
    expect(migrate(items, [() => ({})])).toBe(items);
  });
});
