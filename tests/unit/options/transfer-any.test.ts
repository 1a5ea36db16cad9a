/**
 * Whatever a file holds that somebody imports: an answer, soon, and nothing half-way. What is taken
 * has only settings that a setting can have and packs that are valid, and comes out as it went in.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Everything, exportFile, readImport } from '../../../src/options/transfer.ts';
import { validatePack } from '../../../src/packs/validate.ts';
import { NO_POLICY } from '../../../src/settings/policy.ts';
import { defaultSettings, isValidSetting, SETTING_KEYS } from '../../../src/settings/schema.ts';
import { oddValue, pathsOf, replaced, SEED } from '../../support/fuzz.ts';

const FILE = JSON.parse(
  readFileSync(new URL('../../fixtures/exports/version-2.json', import.meta.url), 'utf8'),
);
const NOW: Everything = {
  settings: defaultSettings(),
  policy: NO_POLICY,
  packs: [],
  order: ['bundled'],
  bundledId: 'bundled',
  managedIds: [],
};

/** @throws when the answer is none that a reader can be given */
function check(text: string): void {
  const found = readImport(text, NOW);
  expect(Object.keys(Object.prototype)).toEqual([]);
  if (found.kind !== 'ready') return;
  for (const key of SETTING_KEYS) expect(isValidSetting(key, found.values[key])).toBe(true);
  for (const { own, pack } of found.packs) {
    expect(validatePack(JSON.parse(own.text)).problems).toBeUndefined();
    expect(own.id).toBe(pack.id);
    expect(own.id).not.toBe(NOW.bundledId);
  }
  const packs = found.packs.map(({ own }) => own);
  const order = found.order ?? NOW.order;
  const again = exportFile({ settings: found.values, policy: NO_POLICY, packs, order });
  expect(readImport(again, NOW)).toMatchObject({ kind: 'ready', values: found.values });
}

describe('a file to import', () => {
  it('of any text is answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => check(text)),
      { numRuns: 500, seed: SEED },
    );
  });

  it('of any settings, packs and order is answered', () => {
    const file = fc.record({
      gloss: fc.constant('export'),
      version: fc.oneof(fc.constantFrom(1, 2), fc.jsonValue()),
      settings: fc.oneof(
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(
              ...SETTING_KEYS.map((key) => `setting.${key}`),
              'settingsVersion',
              '__proto__',
            ),
            fc.string(),
          ),
          fc.jsonValue(),
        ),
        fc.jsonValue(),
      ),
      packs: fc.oneof(
        fc.array(fc.record({ origin: fc.constantFrom('file', 'notes'), pack: fc.jsonValue() })),
        fc.jsonValue(),
      ),
      order: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
    });
    fc.assert(
      fc.property(file, (value) => check(JSON.stringify(value))),
      { numRuns: 500, seed: SEED },
    );
  });

  it('that is damaged in any place is answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(FILE)), oddValue, (path, by) =>
        check(JSON.stringify(replaced(FILE, path, by)) ?? ''),
      ),
      { numRuns: 1_000, seed: SEED },
    );
  });
});
