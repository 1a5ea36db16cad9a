/**
 * A valid pack as it is put on the shelf: cut into parts that can be fetched one by one, since a
 * background that has just been started must answer a page without reading a whole pack. Pure.
 */
import { type EntityCard, toCard } from '../packs/card.ts';
import { qualified } from '../packs/ids.ts';
import { KEYS_FORMAT } from '../packs/keys-format.ts';
import { buildReach, type ReachIndex } from '../packs/reach.ts';
import type { Decoy, Entity, Pack } from '../packs/schema.ts';
import { type PackStats, packStats } from '../packs/stats.ts';
import { fold } from '../ui/find.ts';

/** Where a pack comes from: Gloss, a file, the reader's own notes, or who manages the browser. */
export type Origin = 'bundled' | 'file' | 'notes' | 'policy';

/** What is known of a pack without opening it. */
export interface PackHead {
  readonly id: string;
  /** `KEYS_FORMAT` of what is compiled of it. */
  readonly format: number;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly version: string;
  readonly asOf: string;
  readonly licence: string;
  readonly homepage: string | null;
  readonly article: {
    title: string;
    publisher: string;
    published: string;
    url: string | null;
  } | null;
  readonly origin: Origin;
  readonly stats: PackStats;
  /** Length of the file, in UTF-16 units. */
  readonly size: number;
}

/** What matching needs of an entity; `id` is the entity's own, without its pack. */
type Matchable = Pick<Entity, 'id' | 'type' | 'aliases' | 'cues' | 'antiCues' | 'related'>;

/** One entity with its card, or one decoy. */
export type ShelfItem = { entity: Matchable; card: EntityCard } | { decoy: Decoy };

export interface ShelvedPack {
  readonly head: PackHead;
  /** The file as it was, with the fields that this version does not know. */
  readonly text: string;
  readonly reach: ReachIndex;
  /** Items in the order of the index, `CHUNK_ITEMS` a chunk. */
  readonly chunks: readonly (readonly ShelfItem[])[];
  readonly names: string;
}

/** Items that are fetched together: few, since a page mostly reaches one of them. */
export const CHUNK_ITEMS = 16;

/** Between the names of one entity, and between entities, in `ShelvedPack.names`. */
export const NAME_END = '\t';
export const LINE_END = '\n';

/** All names as they are searched: a line an entity, folded, its name first. */
function namesOf({ entities }: Pack): string {
  const lines = entities.map(({ name, fullName, aliases }) => {
    const names = [name, fullName ?? '', ...aliases.map(({ text }) => text)];
    return [...new Set(names.map(fold))].filter((text) => text !== '').join(NAME_END);
  });
  return lines.join(LINE_END);
}

function cardOf(pack: Pack, entity: Entity): EntityCard {
  const card = toCard(pack, entity);
  const related = card.related.map((other) => ({ ...other, id: qualified(pack.id, other.id) }));
  return { ...card, id: qualified(pack.id, entity.id), related };
}

export function headOf(pack: Pack, origin: Origin, size: number): PackHead {
  const { id, title, description, language, version, asOf, licence, homepage, article } = pack;
  return {
    id,
    format: KEYS_FORMAT,
    title,
    description,
    language,
    version,
    asOf,
    licence,
    homepage: homepage ?? null,
    article: article
      ? {
          title: article.title,
          publisher: article.publisher,
          published: article.published,
          url: article.url ?? null,
        }
      : null,
    origin,
    stats: packStats(pack),
    size,
  };
}

/**
 * Compiles a valid pack for the shelf.
 * @param text the file that it was read from.
 * @param progress is told the share that is done, 0 to 1.
 */
export function preparePack(
  pack: Pack,
  text: string,
  origin: Origin,
  progress: (share: number) => void = () => {},
): ShelvedPack {
  const items: ShelfItem[] = [
    ...pack.entities.map((entity) => {
      const { id, type, aliases, cues, antiCues, related } = entity;
      return {
        entity: { id, type, aliases, cues, antiCues, related },
        card: cardOf(pack, entity),
      };
    }),
    ...(pack.decoys ?? []).map((decoy) => ({ decoy })),
  ];
  const chunks: ShelfItem[][] = [];
  for (let i = 0; i < items.length; i += CHUNK_ITEMS) chunks.push(items.slice(i, i + CHUNK_ITEMS));
  return {
    head: headOf(pack, origin, text.length),
    text,
    reach: buildReach(pack, progress),
    chunks,
    names: namesOf(pack),
  };
}
