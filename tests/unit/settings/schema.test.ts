import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemOf, readSettings } from '../../../src/settings/items.ts';
import {
  type Items,
  type Migration,
  migrate,
  OLD_ITEMS,
  SCHEMA_VERSION,
  upgradeOf,
  VERSION_ITEM,
} from '../../../src/settings/migrations.ts';
import {
  DEFAULT_SETTINGS,
  FIELDS,
  isSameSetting,
  isValidSetting,
  SETTING_KEYS,
} from '../../../src/settings/schema.ts';

const FIXTURES = new URL('../../fixtures/settings/', import.meta.url);
const fixture = (version: number): { items: Items; settings: object } =>
  JSON.parse(readFileSync(new URL(`version-${version}.json`, FIXTURES), 'utf8'));
const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);

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
  it.each(VERSIONS)('reads the settings of version %i', (version) => {
    const { items, settings } = fixture(version);
    expect(items[VERSION_ITEM]).toBe(version);
    expect(readSettings(items, {})).toEqual({ ...DEFAULT_SETTINGS, ...settings });
    expect(readSettings({}, items)).toEqual({ ...DEFAULT_SETTINGS, ...settings });
  });

  it('has a file of the newest version in which no setting is as it was at first', () => {
    const { settings } = fixture(SCHEMA_VERSION);
    const untold = SETTING_KEYS.filter((key) =>
      isSameSetting(Reflect.get(settings, key), DEFAULT_SETTINGS[key]),
    );
    expect(Object.keys(settings).sort()).toEqual([...SETTING_KEYS].sort());
    expect(untold).toEqual([]);
  });

  it('reads every item that a past version had', () => {
    const known = [VERSION_ITEM, ...OLD_ITEMS, ...SETTING_KEYS.map(itemOf)];
    const all = VERSIONS.flatMap((version) => Object.keys(fixture(version).items));
    expect(all.filter((item) => !known.includes(item))).toEqual([]);
  });

  it('rewrites what has changed, and takes out what is no more', () => {
    const rename: Migration = ({ 'setting.delay': delay, ...others }) => ({
      ...others,
      'setting.openingDelay': delay,
    });
    const stored = { settingsVersion: 1, 'setting.delay': 100, 'setting.theme': 'dark', other: 1 };
    expect(upgradeOf(stored, [rename])).toEqual({
      set: { settingsVersion: 2, 'setting.openingDelay': 100 },
      remove: ['setting.delay'],
    });
    expect(upgradeOf({ ...stored, settingsVersion: 3 }, [rename])).toEqual({ set: {}, remove: [] });
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
