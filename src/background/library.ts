/** All packs that the background holds, bundled and added, and what the other parts ask of them. */
import type { ListedEntity, ListedPack } from '../messaging/messages.ts';
import { type EntityCard, toCard } from '../packs/card.ts';
import { splitId } from '../packs/ids.ts';
import { ENTITY_TYPES } from '../packs/kinds.ts';
import type { Entity, Pack } from '../packs/schema.ts';
import { headOf, type PackHead } from '../shelf/prepare.ts';
import { type Findable, type Folded, fitOf, fold, folded } from '../ui/find.ts';
import type { AddedPacks } from './added-packs.ts';

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

/** The bundled pack, which is in memory as a whole. */
class Bundled {
  readonly #pack: Pack;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #cards = new Map<string, EntityCard>();
  /** In the order in which they are listed. Made for the first search: each letter typed is another one. */
  #index: (readonly [Entity, Folded])[] | null = null;

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  }

  /** Made when it is first asked for. */
  card(id: string): EntityCard | null {
    const made = this.#cards.get(id);
    if (made) return made;
    const entity = this.#entities.get(id);
    if (!entity) return null;
    const card = toCard(this.#pack, entity);
    this.#cards.set(id, card);
    return card;
  }

  /** What fits a query, with how well it does, by kind and name. */
  search(query: string): { fit: number; listed: ListedEntity }[] {
    const { id, language } = this.#pack;
    this.#index ??= [...this.#entities.values()]
      .sort(
        (a, b) =>
          ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type) ||
          a.name.localeCompare(b.name, language),
      )
      .map((entity) => [entity, folded(findable(entity))]);
    const wanted = fold(query);
    return this.#index.flatMap(([entity, words]) => {
      const fit = fitOf(words, wanted);
      return fit === null ? [] : { fit, listed: listedEntity(entity, id) };
    });
  }
}

/** @param pack The bundled one, valid. */
export function createLibrary(pack: Pack, added: AddedPacks): Library {
  const bundled = new Bundled(pack);

  async function cards(ids: readonly string[]): Promise<EntityCard[]> {
    const others = ids.filter((id) => splitId(id));
    // Most pages name nothing of an added pack: the shelf stays closed for them.
    const found = others.length > 0 ? await added.cards(others) : [];
    const byId = new Map(found.map((card) => [card.id, card]));
    return ids.flatMap((id) => byId.get(id) ?? bundled.card(id) ?? []);
  }

  return {
    cards,
    card: async (id) => (await cards([id]))[0] ?? null,
    async search(query, limit, packsOff) {
      const own = packsOff.includes(pack.id) ? [] : bundled.search(query);
      const more = (await added.search(query, limit)).map(({ card, packId, fit }) => ({
        fit,
        listed: listedEntity(card, packId),
      }));
      return [...own, ...more]
        .sort((a, b) => a.fit - b.fit)
        .slice(0, limit)
        .map(({ listed }) => listed);
    },
    async packs() {
      const heads = [headOf(pack, 'bundled', 0), ...(await added.heads())];
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
