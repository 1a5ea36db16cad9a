/** Small packs as they are added, for tests. */
import type { Alias, Decoy, Entity, Pack } from '../../src/packs/schema.ts';
import { type Origin, preparePack, type ShelvedPack } from '../../src/shelf/prepare.ts';

interface Sketch {
  id: string;
  aliases: (string | Partial<Alias>)[];
  type?: Entity['type'];
  cues?: string[];
}

/** A valid pack of entities that are sketched by their ids and aliases. */
export function sketchPack(id: string, sketches: readonly Sketch[], decoys: string[] = []): Pack {
  return {
    format: 1,
    id,
    title: `Pack ${id}`,
    description: 'For tests.',
    language: 'en',
    version: '1',
    asOf: '2026-01',
    licence: 'CC0-1.0',
    sources: {},
    entities: sketches.map(({ id: entity, aliases, type = 'topic', cues = [] }) => ({
      id: entity,
      type,
      name: entity,
      summary: `What ${entity} is.`,
      inArticle: [],
      facts: [],
      since: [],
      metrics: [],
      cues,
      antiCues: [],
      related: [],
      aliases: aliases.map((alias) =>
        typeof alias === 'string'
          ? { text: alias, lang: 'en' }
          : { text: '', lang: 'en', ...alias },
      ),
    })),
    decoys: decoys.map((text): Decoy => ({ text, lang: 'en' })),
  };
}

/** A pack as it is put on the shelf. */
export const shelved = (pack: Pack, origin: Origin = 'file'): ShelvedPack =>
  preparePack(pack, JSON.stringify(pack), origin);
