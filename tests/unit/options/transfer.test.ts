import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Everything,
  exportFile,
  type OwnPack,
  readImport,
  unexportable,
} from '../../../src/options/transfer.ts';
import { NO_POLICY } from '../../../src/settings/policy.ts';
import { defaultSettings, type Settings } from '../../../src/settings/schema.ts';
import version1 from '../../fixtures/settings/version-1.json';
import { sketchPack } from '../../support/shelved.ts';

const changed = version1.settings as Settings;

const own = (id: string, names: string[], origin: OwnPack['origin'] = 'file'): OwnPack => {
  const pack = sketchPack(
    id,
    names.map((name) => ({ id: name, aliases: [name] })),
  );
  return { id, title: pack.title, origin, text: JSON.stringify(pack) };
};
const all = (some: Partial<Everything> = {}): Everything => {
  const { packs = [] } = some;
  const order = ['bundled', ...packs.map(({ id }) => id)];
  return {
    settings: defaultSettings(),
    policy: NO_POLICY,
    packs,
    order,
    bundledId: 'bundled',
    managedIds: [],
    ...some,
  };
};
const ready = (text: string, now: Everything) => {
  const found = readImport(text, now);
  if (found.kind !== 'ready') throw new Error(found.kind);
  return found;
};
const fixture = (version: number) =>
  readFileSync(new URL(`../../fixtures/exports/version-${version}.json`, import.meta.url), 'utf8');

describe('everything in one file', () => {
  it('leaves out a pack whose stored text is damaged, and takes one in its place', () => {
    const damaged = { ...own('rivers', ['elbe']), text: '{"id":' };
    const newer = { ...own('lakes', ['erie']), text: '{"format":2,"id":"lakes"}' };
    const packs = [damaged, newer, own('hills', ['zion'])];
    expect(unexportable(packs)).toEqual([damaged]);
    const file = JSON.parse(exportFile(all({ packs })));
    expect(file.packs.map(({ pack }: { pack: { id: string } }) => pack.id)).toEqual([
      'lakes',
      'hills',
    ]);
    const text = exportFile(all({ packs: [own('rivers', ['elbe', 'rhine'])] }));
    expect(ready(text, all({ packs })).packs).toMatchObject([
      { kind: 'replaced', own: { id: 'rivers' }, before: damaged, more: 2 },
    ]);
  });

  it('comes back as it was', () => {
    const packs = [own('notes', ['a'], 'notes'), own('rivers', ['elbe'])];
    const text = exportFile(all({ settings: changed, packs }));
    const found = ready(text, all());
    expect(found.values).toEqual(changed);
    expect(found.packs.map(({ kind, own }) => [kind, own.origin])).toEqual([
      ['added', 'notes'],
      ['added', 'file'],
    ]);
    const again = found.packs.map(({ own }) => own);
    expect(exportFile(all({ settings: found.values, packs: again }))).toBe(text);
    expect(ready(text, all({ settings: changed, packs }))).toMatchObject({
      changes: [],
      packs: [],
      order: null,
    });
  });

  it('holds nothing that was not set', () => {
    const file = JSON.parse(exportFile(all({ settings: { ...defaultSettings(), theme: 'dark' } })));
    expect(file).toEqual({
      gloss: 'export',
      version: 2,
      settings: { settingsVersion: 1, 'setting.theme': 'dark' },
      packs: [],
      order: [],
    });
  });

  it('says what would change, to the default too', () => {
    const now = all({ settings: { ...defaultSettings(), theme: 'light' } });
    const file = exportFile(all({ settings: { ...defaultSettings(), markStyle: 'solid' } }));
    expect(ready(file, now).changes).toEqual([
      { key: 'markStyle', from: 'dotted', to: 'solid' },
      { key: 'theme', from: 'light', to: 'auto' },
    ]);
  });

  it.each([1, 2])('is read from a file of version %i', (version) => {
    const found = ready(fixture(version), all());
    expect(found.values).toEqual({
      ...defaultSettings(),
      theme: 'dark',
      sites: ['*://*.example.com/*'],
      muted: ['catl'],
    });
    expect(found.packs.map(({ own }) => own.id)).toEqual(version === 1 ? [] : ['rivers']);
    expect(found.order).toEqual(version === 1 ? null : ['rivers', 'bundled']);
  });

  it('keeps fields of a pack that this version does not know', () => {
    const { packs } = ready(fixture(2), all());
    expect(packs[0]?.own.text).toContain('a field that this version does not know');
  });
});

describe('packs of a file', () => {
  it('replace those with their id, and leave the others', () => {
    const now = all({ packs: [own('rivers', ['elbe', 'rhine']), own('lakes', ['como'])] });
    const file = exportFile(all({ packs: [own('rivers', ['elbe'])] }));
    expect(ready(file, now).packs).toMatchObject([{ kind: 'replaced', more: -1 }]);
  });

  it('bring notes together with those that are there', () => {
    const now = all({ packs: [own('my-notes', ['a', 'b'], 'notes')] });
    const file = exportFile(all({ packs: [own('my-notes', ['b', 'c'], 'notes')] }));
    const [change] = ready(file, now).packs;
    expect(change).toMatchObject({ kind: 'notes-merged', more: 1 });
    expect(change?.pack.entities.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('cannot take the place of the bundled one', () => {
    const file = exportFile(all({ packs: [own('bundled', ['a'])] }));
    expect(readImport(file, all())).toMatchObject({ kind: 'damaged', settings: [] });
  });
});

describe('where an organisation has set some settings', () => {
  const policy = {
    locked: { theme: 'dark' },
    defaults: { opening: 'click' },
    problems: [],
  } as const;
  const settings = { ...defaultSettings(), opening: 'click' as const };

  it('exports what the reader chose against its defaults, and nothing that it has set', () => {
    const choice = { ...settings, opening: 'hover' as const };
    expect(JSON.parse(exportFile(all({ settings, policy }))).settings).toEqual({
      settingsVersion: 1,
    });
    expect(JSON.parse(exportFile(all({ settings: choice, policy }))).settings).toEqual({
      settingsVersion: 1,
      'setting.opening': 'hover',
    });
  });

  it('imports around what is locked, and says so', () => {
    const file = exportFile(
      all({ settings: { ...defaultSettings(), theme: 'light', markStyle: 'solid' } }),
    );
    const found = ready(file, all({ settings, policy }));
    expect(found.changes.map(({ key }) => key)).toEqual(['markStyle']);
    expect(found.kept).toEqual(['theme']);
    expect(found.values).toMatchObject({ theme: 'auto', opening: 'click', markStyle: 'solid' });
  });

  it('leaves a managed pack as it is', () => {
    const text = exportFile(all({ packs: [own('rivers', ['elbe'])] }));
    expect(ready(text, all({ managedIds: ['rivers'] })).packs).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['not-json', '{'],
    ['not-gloss', '[]'],
    ['not-gloss', '{"settings":{}}'],
    ['not-gloss', 'null'],
    ['not-gloss', '{"gloss":"export","version":2,"settings":{},"packs":[{"origin":"moon"}]}'],
    ['newer', '{"gloss":"export","version":3,"settings":{}}'],
    ['newer', '{"gloss":"export","version":1,"settings":{"settingsVersion":2}}'],
  ])('is told as %s', (kind, text) => {
    expect(readImport(text, all())).toEqual({ kind });
  });

  it('is refused as a whole, with all that is damaged', () => {
    const file = JSON.stringify({
      gloss: 'export',
      version: 2,
      settings: { 'setting.theme': 'dark', 'setting.openingDelay': 'long', other: 1 },
      packs: [
        { origin: 'file', pack: JSON.parse(own('rivers', ['elbe']).text) },
        { origin: 'file', pack: { id: 'broken' } },
      ],
    });
    const found = readImport(file, all());
    expect(found).toMatchObject({ kind: 'damaged', settings: ['openingDelay'] });
    expect(found).toHaveProperty('packs', [expect.stringMatching(/^broken: \w+/)]);
  });
});
