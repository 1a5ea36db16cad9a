import { describe, expect, it } from 'vitest';
import { exportFile, readImport } from '../../../src/options/transfer.ts';
import { defaultSettings, type Settings } from '../../../src/settings/schema.ts';
import version1 from '../../fixtures/settings/version-1.json';

const changed = version1.settings as Settings;

describe('everything in one file', () => {
  it('comes back as it was', () => {
    const found = readImport(exportFile(changed), defaultSettings());
    expect(found).toMatchObject({ kind: 'ready', values: changed });
  });

  it('holds nothing that was not set', () => {
    const file = JSON.parse(exportFile({ ...defaultSettings(), theme: 'dark' }));
    expect(file).toEqual({
      gloss: 'export',
      version: 1,
      settings: { settingsVersion: 1, 'setting.theme': 'dark' },
    });
  });

  it('says what would change, to the default too', () => {
    const now = { ...defaultSettings(), theme: 'light' as const };
    const file = exportFile({ ...defaultSettings(), markStyle: 'solid' });
    expect(readImport(file, now)).toMatchObject({
      kind: 'ready',
      changes: [
        { key: 'markStyle', from: 'dotted', to: 'solid' },
        { key: 'theme', from: 'light', to: 'auto' },
      ],
    });
  });

  it.each([
    ['not-json', '{'],
    ['not-gloss', '[]'],
    ['not-gloss', '{"settings":{}}'],
    ['not-gloss', 'null'],
    ['newer', '{"gloss":"export","version":2,"settings":{}}'],
    ['newer', '{"gloss":"export","version":1,"settings":{"settingsVersion":2}}'],
  ])('tells a file that is %s', (kind, text) => {
    expect(readImport(text, defaultSettings())).toEqual({ kind });
  });

  it('takes all or nothing', () => {
    const file = JSON.stringify({
      gloss: 'export',
      version: 1,
      settings: { 'setting.theme': 'dark', 'setting.openingDelay': 'long', other: 1 },
    });
    expect(readImport(file, defaultSettings())).toEqual({
      kind: 'damaged',
      keys: ['openingDelay'],
    });
  });
});
