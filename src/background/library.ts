/** All packs that the background holds, and what the other parts ask of them. Pure. */
import type { ListedEntity, ListedPack } from '../messaging/messages.ts';
import { type EntityCard, toCard } from '../packs/card.ts';
import { ENTITY_TYPES } from '../packs/kinds.ts';
import type { Entity, Pack } from '../packs/schema.ts';
import { find } from '../ui/find.ts';

interface Held {
  pack: Pack;
  entity: Entity;
}

export interface Library {
  /** The card of an entity; null when no pack has it. Of two packs that have it, the first counts. */
  card(id: string): EntityCard | null;
  /** Entities that fit what was typed, best first; of equal fit, by kind and name. */
  search(query: string, limit: number, packsOff: readonly string[]): ListedEntity[];
  packs(): ListedPack[];
}

/** @param packs Valid packs, the bundled one first. */
export function createLibrary(packs: readonly Pack[]): Library {
  const held = new Map<string, Held>();
  for (const pack of packs) {
    for (const entity of pack.entities) {
      if (!held.has(entity.id)) held.set(entity.id, { pack, entity });
    }
  }
  const inOrder = [...held.values()].sort(
    (a, b) =>
      ENTITY_TYPES.indexOf(a.entity.type) - ENTITY_TYPES.indexOf(b.entity.type) ||
      a.entity.name.localeCompare(b.entity.name, a.pack.language),
  );
  const cards = new Map<string, EntityCard>();

  return {
    card(id) {
      const known = cards.get(id);
      if (known) return known;
      const found = held.get(id);
      if (!found) return null;
      const card = toCard(found.pack, found.entity);
      cards.set(id, card);
      return card;
    },
    search(query, limit, packsOff) {
      const searched = inOrder.filter(({ pack }) => !packsOff.includes(pack.id));
      return find(searched, query, ({ entity }) => ({
        names: [entity.name, entity.fullName ?? '', ...entity.aliases.map((alias) => alias.text)],
        text: entity.summary,
      }))
        .slice(0, limit)
        .map(({ pack, entity }) => ({
          id: entity.id,
          type: entity.type,
          name: entity.name,
          fullName: entity.fullName ?? null,
          summary: entity.summary,
          packId: pack.id,
        }));
    },
    packs: () => packs.map((pack, index) => listed(pack, index === 0)),
  };
}

function listed(pack: Pack, bundled: boolean): ListedPack {
  const { id, title, description, version, asOf, licence, language, article } = pack;
  return {
    id,
    title,
    description,
    version,
    asOf,
    licence,
    language,
    homepage: pack.homepage ?? null,
    article: article
      ? {
          title: article.title,
          publisher: article.publisher,
          published: article.published,
          url: article.url ?? null,
        }
      : null,
    entities: pack.entities.length,
    sources: Object.keys(pack.sources).length,
    aliases: pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0),
    bundled,
  };
}
