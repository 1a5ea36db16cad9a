import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MANAGED_SCHEMA_FILE, managedSchema } from '../../../scripts/managed-schema.ts';
import { POLICY_PACKS, readPolicy, unchosenSettings } from '../../../src/settings/policy.ts';
import {
  defaultSettings,
  isValidSetting,
  SETTING_KEYS,
  type SettingKey,
} from '../../../src/settings/schema.ts';

describe('public/managed-schema.json', () => {
  it('is what the settings say (npm run managed:schema writes it)', () => {
    expect(JSON.parse(readFileSync(MANAGED_SCHEMA_FILE, 'utf8'))).toEqual(managedSchema());
  });

  it('has an item for each setting, and none that is both a setting and the packs', () => {
    expect(Object.keys(Reflect.get(managedSchema(), 'properties'))).toEqual([
      ...SETTING_KEYS,
      POLICY_PACKS,
    ]);
    expect(SETTING_KEYS).not.toContain(POLICY_PACKS);
  });
});

describe('a policy', () => {
  it('is read item by item', () => {
    const policy = readPolicy({
      theme: { locked: 'dark' },
      markStyle: { default: 'solid', locked: 'purple' },
      openingDelay: { default: -1 },
      enabled: true,
      muted: null,
      other: { locked: 1 },
      packs: ['{}'],
    });
    expect(policy).toEqual({
      locked: { theme: 'dark' },
      defaults: { markStyle: 'solid' },
      problems: [
        'enabled: must be an object with "default" or "locked"',
        'openingDelay.default: is no value of this setting',
        'markStyle.locked: is no value of this setting',
        'muted: must be an object with "default" or "locked"',
      ],
    });
    expect(unchosenSettings(policy)).toEqual({
      ...defaultSettings(),
      theme: 'dark',
      markStyle: 'solid',
    });
  });

  it('never brings a value that a setting cannot have, whatever it is', () => {
    const said = fc.dictionary(
      fc.constantFrom(...SETTING_KEYS, '__proto__', 'packs'),
      fc.oneof(
        fc.anything(),
        fc.record({ default: fc.anything(), locked: fc.anything() }, { requiredKeys: [] }),
      ),
    );
    fc.assert(
      fc.property(said, (items) => {
        const { locked, defaults } = readPolicy(items);
        for (const values of [locked, defaults]) {
          for (const [key, value] of Object.entries(values)) {
            expect(isValidSetting(key as SettingKey, value)).toBe(true);
          }
        }
      }),
    );
  });
});
