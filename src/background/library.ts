/** All packs that the background holds, bundled and added, and what the other parts ask of them. */
import type { ListedEntity, ListedPack } from '../messaging/messages.ts';
import { type EntityCard, toCard } from '../packs/card.ts';
import { splitId } from '../packs/ids.ts';
import { ENTITY_TYPES } from '../packs/kinds.ts';
import type { Entity, Pack } from '../packs/schema.ts';
import { headOf, type PackHead } from '../shelf/prepare.ts';
import { type Findable, type Folded, fitOf, fold, folded } from '../ui/find.ts';
import type { AddedPacks } from './added-packs.ts';

interface Held {
  pack: Pack;
  entity: Entity;
}

export interface Library {
  /** The card of an entity; null when no pack has it. */
  card(id: string): Promise<EntityCard | null>;
  /** The cards of these entities, in their order; those that no pack has are left out. */
  cards(ids: readonly string[]): Promise<EntityCard[]>;
  /** Entities that fit what was typed, best first; of equal fit, by kind and name. */
  search(query: string, limit: number, packsOff: readonly string[]): Promise<ListedEntity[]>;
  /** All packs in the order in which they win where their names clash. */
  packs(): Promise<ListedPack[]>;
}

/** @param bundled A valid pack. */
export function createLibrary(bundled: Pack, added: AddedPacks): Library {
  const held = new Map(
    bundled.entities.map((entity): [string, Held] => [entity.id, { pack: bundled, entity }]),
  );
  const inOrder = [...held.values()].sort(
    (a, b) =>
      ENTITY_TYPES.indexOf(a.entity.type) - ENTITY_TYPES.indexOf(b.entity.type) ||
      a.entity.name.localeCompare(b.entity.name, a.pack.language),
  );
  const known = new Map<string, EntityCard>();
  /** Made for the first search: each letter typed is another one. */
  let index: (readonly [Entity, Folded])[] | null = null;

  function bundledCard(id: string): EntityCard | null {
    const made = known.get(id);
    if (made) return made;
    const found = held.get(id);
    if (!found) return null;
    const card = toCard(found.pack, found.entity);
    known.set(id, card);
    return card;
  }

  async function cards(ids: readonly string[]): Promise<EntityCard[]> {
    const others = ids.filter((id) => splitId(id));
    // Most pages name nothing of an added pack: the shelf stays closed for them.
    const found = others.length > 0 ? await added.cards(others) : [];
    const byId = new Map(found.map((card) => [card.id, card]));
    return ids.flatMap((id) => byId.get(id) ?? bundledCard(id) ?? []);
  }

  return {
    cards,
    card: async (id) => (await cards([id]))[0] ?? null,
    async search(query, limit, packsOff) {
      index ??= inOrder.map(({ entity }) => [entity, folded(findable(entity))]);
      const own = packsOff.includes(bundled.id) ? [] : index;
      const wanted = fold(query);
      const found = own.flatMap(([entity, words]) => {
        const fit = fitOf(words, wanted);
        return fit === null ? [] : { fit, listed: listedEntity(entity, bundled.id) };
      });
      const more = (await added.search(query, limit)).map(({ card, packId, fit }) => ({
        fit,
        listed: listedEntity(card, packId),
      }));
      return [...found, ...more]
        .sort((a, b) => a.fit - b.fit)
        .slice(0, limit)
        .map(({ listed }) => listed);
    },
    async packs() {
      const heads = [headOf(bundled, 'bundled', 0), ...(await added.heads())];
      const rank = await added.rank();
      return heads.sort((a, b) => rank(a.id) - rank(b.id)).map(listedPack);
    },
  };
}

function findable({ name, fullName, aliases, summary }: Entity): Findable {
  return { names: [name, fullName ?? '', ...aliases.map(({ text }) => text)], text: summary };
}

type Listable = Pick<EntityCard, 'id' | 'type' | 'name' | 'summary'> & {
  fullName?: string | null | undefined;
};

function listedEntity({ id, type, name, fullName, summary }: Listable, packId: string) {
  return { id, type, name, fullName: fullName ?? null, summary, packId };
}

function listedPack({ stats, size, ...head }: PackHead): ListedPack {
  return {
    ...head,
    size,
    entities: stats.entities,
    sources: stats.sources,
    aliases: stats.aliases,
    bundled: head.origin === 'bundled',
  };
}
