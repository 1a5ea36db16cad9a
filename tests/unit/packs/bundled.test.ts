/**
 * How the bundled pack is put together from its folder and checked. What it says is audited in
 * the bundled-*-audit tests beside this one.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assembleBundledPack, loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { ENTITY_TYPES, type Entity, type Pack } from '../../../src/packs/schema.ts';
import { formatProblem, validatePack } from '../../../src/packs/validate.ts';

const FOLDER = fileURLToPath(
  new URL('../../../src/packs/bundled/us-china-climate/', import.meta.url),
);

const pack: Pack = loadBundledPack();

describe('the bundled pack', () => {
  it('holds the 65 entities, in the order of their types and then of their ids', () => {
    expect(pack.entities).toHaveLength(65);
    const rank = (entity: Entity) => ENTITY_TYPES.indexOf(entity.type);
    for (const [i, entity] of pack.entities.entries()) {
      const next = pack.entities[i + 1];
      if (!next) continue;
      expect(rank(entity)).toBeLessThanOrEqual(rank(next));
      if (entity.type === next.type) expect(entity.id < next.id).toBe(true);
    }
  });
});

describe('loading the bundled pack', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  async function copyWith(file: string, change: (text: string) => string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'gloss-pack-'));
    folders.push(folder);
    await cp(FOLDER, folder, { recursive: true });
    const path = join(folder, file);
    writeFileSync(path, change(await readFile(path, 'utf8')));
    return folder;
  }

  it('names problems by file and place', async () => {
    const folder = await copyWith('entities/catl.json', (text) =>
      text.replace('"cnevpost-sne-2023"', '"nobody"'),
    );
    expect(() => loadBundledPack(folder)).toThrow(
      'entities/catl.json: facts[0].source: no source "nobody"',
    );
  });
  it('names problems of sources by their file', async () => {
    const folder = await copyWith('sources.json', (text) => text.replace('https://', 'http://'));
    expect(() => loadBundledPack(folder)).toThrow(/^sources\.json: [\w-]+\.url: must be an https/);
  });
  it('names the file that is no JSON', async () => {
    const folder = await copyWith('series.json', (text) => text.slice(0, -5));
    expect(() => assembleBundledPack(folder)).toThrow('series.json');
  });
  it('refuses a file whose name is not its id', async () => {
    const folder = await copyWith('entities/glasgow.json', (text) => text);
    await cp(join(folder, 'entities/glasgow.json'), join(folder, 'entities/other.json'));
    rmSync(join(folder, 'entities/glasgow.json'));
    expect(() => loadBundledPack(folder)).toThrow('entities/other.json: id: is "glasgow"');
  });
});

/** The first of a list that is surely there. */
function the<T>(list: readonly T[], what: (item: T) => boolean = () => true): T {
  const found = list.find(what);
  if (found === undefined) throw new Error('the pack has no such thing');
  return found;
}

describe('what the validator refuses in the bundled pack', () => {
  /** Each breaks one thing in a copy of the pack, as a slip of an editor would. */
  const slips: [string, (copy: Pack) => void, RegExp][] = [
    [
      'a fact whose source does not exist',
      ({ entities }) => {
        the(the(entities).facts).source = 'nobody';
      },
      /facts\[0\]\.source: no source "nobody"/,
    ],
    [
      'a number without a source',
      ({ entities }) => {
        Reflect.deleteProperty(the(the(entities, (e) => e.metrics.length > 0).metrics), 'source');
      },
      /metrics\[0\]\.source: is missing/,
    ],
    [
      'a related entity that does not exist',
      ({ entities }) => {
        the(entities).related[0] = 'nowhere';
      },
      /related\[0\]: no entity "nowhere"/,
    ],
    [
      'a chart that does not exist',
      ({ entities }) => {
        the(entities).charts = ['nothing'];
      },
      /charts\[0\]: no series "nothing"/,
    ],
    [
      'words of two entities in one language without a stated winner',
      ({ entities }) => {
        const methane = the(entities, ({ id }) => id === 'methane');
        methane.aliases.push({ text: 'CATL', lang: 'en' });
      },
      /"CATL" is also an alias of "catl"/,
    ],
    [
      'a day that the calendar does not have',
      ({ entities }) => {
        the(the(entities).facts).date = '2023-02-30';
      },
      /facts\[0\]\.date: "2023-02-30" is no date of the calendar/,
    ],
    [
      'a date after the pack’s own',
      ({ entities }) => {
        the(the(entities).since).date = '2027-01';
      },
      /since\[0\]\.date: "2027-01" is after the pack's asOf/,
    ],
    [
      'an address that is not https',
      ({ sources }) => {
        the(Object.values(sources)).url = 'http://example.org/';
      },
      /url: must be an https address/,
    ],
  ];

  it.each(slips)('%s', (_what, slip, problem) => {
    const copy = structuredClone(pack);
    slip(copy);
    expect((validatePack(copy).problems ?? []).map(formatProblem).join('\n')).toMatch(problem);
  });

  afterEach(() => {
    vi.useRealTimers();
  });
  it.each(['2001-01-01', '2101-01-01'])('nothing, whatever today is (%s)', (today) => {
    vi.useFakeTimers({ now: new Date(today) });
    expect(validatePack(assembleBundledPack().pack).problems).toBeUndefined();
  });
});
