/**
 * The packs that readers have added, as the background answers for them. It may be started for one
 * question and stopped again: what it needs of a pack is compiled on the shelf, the small index is
 * read when first needed, and entities only where they are reached.
 */
import type { ReachedPart } from '../messaging/messages.ts';
import type { EntityCard } from '../packs/card.ts';
import { settleClashes } from '../packs/clashes.ts';
import { compileGazetteer } from '../packs/compile.ts';
import { splitId } from '../packs/ids.ts';
import { KEYS_FORMAT } from '../packs/keys-format.ts';
import { itemsWithIds, type ReachIndex, reachedItems } from '../packs/reach.ts';
import type { Pack } from '../packs/schema.ts';
import { buildWordFilter, toBase64 } from '../packs/word-keys.ts';
import { noteAddedPacks } from '../settings/added-packs.ts';
import { loadSettings } from '../settings/store.ts';
import type { Shelf, ShelvedHead } from '../shelf/shelf.ts';
import { fold } from '../ui/find.ts';
import { bestLines } from './name-lines.ts';
import { packRank, savePackOrder } from './pack-order.ts';
import { packOfItems } from './pack-part.ts';
import { isReadable, Recompiling } from './recompiling.ts';

/**
 * More entities than any page of text names. What goes beyond is left out, so that no page can keep
 * the background busy.
 */
const MOST_REACHED = 5_000;

/** More found entities of added packs than any list shows. */
const MOST_FOUND = 500;

interface FoundEntity {
  card: EntityCard;
  packId: string;
  /** As `fitOfName` says it. */
  fit: number;
}

const NOTHING: ReachedPart = { gazetteer: null, stronger: [] };

export class AddedPacks {
  readonly #shelf: Shelf;
  readonly #bundledId: string;
  /** What has to be done when packs or Gloss itself have changed. */
  readonly recompiling: Recompiling;
  #heads: Promise<ShelvedHead[]> | null = null;
  readonly #indexes = new Map<string, Promise<ReachIndex | null>>();

  constructor(shelf: Shelf, bundledId: string) {
    this.#shelf = shelf;
    this.#bundledId = bundledId;
    this.recompiling = new Recompiling(shelf, () => this.#tellPages());
  }

  /** All packs that are not removed, in the reader's order. A shelf that cannot be read is empty. */
  heads(): Promise<ShelvedHead[]> {
    this.#heads ??= this.#readHeads().catch(() => {
      this.#heads = null;
      return [];
    });
    return this.#heads;
  }

  async #readHeads(): Promise<ShelvedHead[]> {
    const [heads, rank] = await Promise.all([this.#shelf.heads(), this.rank()]);
    return heads.filter(({ removed }) => !removed).sort((a, b) => rank(a.id) - rank(b.id));
  }

  /** See pack-order.ts. */
  rank(): Promise<(packId: string) => number> {
    return packRank(this.#bundledId);
  }

  async setOrder(order: readonly string[]): Promise<void> {
    await savePackOrder(order);
    await this.changed();
  }

  /** Those that can be asked something. */
  async #readable(): Promise<ShelvedHead[]> {
    return (await this.heads()).filter(isReadable);
  }

  /** Those that can be asked nothing, as what is compiled of them is another version's or damaged. */
  async #silent(): Promise<ShelvedHead[]> {
    const heads = await this.heads();
    const indexes = await Promise.all(
      heads.map((head) => (isReadable(head) ? this.#index(head.id) : null)),
    );
    // Packs of a policy are brought anew by policy-packs.ts.
    return heads.filter(({ origin }, i) => indexes[i] === null && origin !== 'policy');
  }

  /** Compiles once more what says nothing. @returns what still says nothing */
  async mend(): Promise<ShelvedHead[]> {
    if ((await this.#silent()).length === 0) return [];
    // Asked in its turn: what has to be done may be under way already.
    await this.recompiling.again(async () => (await this.#silent()).map(({ id }) => id));
    return this.#silent();
  }

  async #on(): Promise<ShelvedHead[]> {
    const [heads, { packsOff }] = await Promise.all([this.#readable(), loadSettings()]);
    return heads.filter(({ id }) => !packsOff.includes(id));
  }

  /** To be called when packs, their order or their switches have changed: pages then ask anew. */
  changed(): Promise<void> {
    return this.recompiling.foreign();
  }

  async #tellPages(): Promise<void> {
    this.#heads = null;
    this.#indexes.clear();
    const on = await this.#on();
    const indexes = await Promise.all(on.map(({ id }) => this.#index(id)));
    const firsts = indexes.flatMap((index) => (index ? [index.firsts] : []));
    await noteAddedPacks(
      firsts.length > 0
        ? {
            format: KEYS_FORMAT,
            revision: crypto.randomUUID(),
            filter: toBase64(buildWordFilter(firsts)),
          }
        : null,
    );
  }

  #index(packId: string): Promise<ReachIndex | null> {
    const known = this.#indexes.get(packId);
    if (known) return known;
    // Of a damaged database anything may come.
    const read = this.#shelf
      .reach(packId)
      .then((index) => (index?.firsts instanceof Uint32Array ? index : null))
      .catch(() => null);
    this.#indexes.set(packId, read);
    return read;
  }

  /** The part of all packs that are on which these keys of words can reach. */
  async reach(keys: Uint32Array): Promise<ReachedPart> {
    const on = await this.#on();
    const packs = await Promise.all(on.map((head) => this.#part(head, keys)));
    const settled = settleClashes(packs).map((pack) => ({
      ...pack,
      entities: pack.entities.filter(({ aliases }) => aliases.length > 0),
    }));
    if (settled.every(({ entities }) => entities.length === 0)) return NOTHING;
    const rank = await this.rank();
    const before = settled.filter(({ id }) => rank(id) < rank(this.#bundledId));
    return {
      gazetteer: compileGazetteer(settled),
      stronger: before.flatMap(({ entities }) => entities.map(({ id }) => id)),
    };
  }

  /** Of one pack, what the keys reach, as a pack of its own with ids that say whose they are. */
  async #part(head: ShelvedHead, keys: Uint32Array): Promise<Pack> {
    const index = await this.#index(head.id);
    const numbers = index ? reachedItems(index, keys).slice(0, MOST_REACHED) : [];
    const items = await this.#shelf.items(head.id, numbers).catch(() => []);
    return packOfItems(head, items);
  }

  /** The card of an entity by its qualified id; null where no pack has it. */
  async card(id: string): Promise<EntityCard | null> {
    const [card] = await this.cards([id]);
    return card ?? null;
  }

  /** The cards of these entities, in their order; those that no pack has are left out. */
  async cards(ids: readonly string[]): Promise<EntityCard[]> {
    const heads = await this.#readable();
    const byPack = new Map<string, string[]>();
    for (const id of ids) {
      const { packId = '', entityId = '' } = splitId(id) ?? {};
      if (!heads.some((head) => head.id === packId)) continue;
      const others = byPack.get(packId);
      if (others) others.push(entityId);
      else byPack.set(packId, [entityId]);
    }
    const found = new Map<string, EntityCard>();
    for (const [packId, entityIds] of byPack) {
      const index = await this.#index(packId);
      const numbers = index ? itemsWithIds(index, entityIds) : [];
      for (const item of await this.#shelf.items(packId, numbers).catch(() => [])) {
        if ('card' in item) found.set(item.card.id, item.card);
      }
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Entities whose names fit what was typed, the best first. */
  async search(query: string, limit: number): Promise<FoundEntity[]> {
    const found: FoundEntity[] = [];
    const most = Math.min(limit, MOST_FOUND);
    for (const { id } of await this.#on()) {
      // A pack that cannot be read keeps nobody from finding what is in the others.
      found.push(...(await this.#searchIn(id, query, most).catch(() => [])));
    }
    return found.sort((a, b) => a.fit - b.fit).slice(0, most);
  }

  async #searchIn(packId: string, query: string, most: number): Promise<FoundEntity[]> {
    const lines = bestLines(await this.#shelf.names(packId), fold(query), most);
    const numbers = lines.map(({ line }) => line);
    const items = await this.#shelf.items(packId, numbers);
    return items.flatMap((item, i) =>
      'card' in item ? [{ card: item.card, packId, fit: lines[i]?.fit ?? 0 }] : [],
    );
  }

  /** Takes a pack away, or brings back one that was taken away. */
  async setRemoved(packId: string, removed: boolean): Promise<void> {
    await this.#shelf.setRemoved(packId, removed);
    await this.changed();
  }

  /** Deletes for good what has been taken away and can no longer be brought back. */
  async sweep(): Promise<void> {
    for (const { id, removed } of await this.#shelf.heads()) {
      if (removed) await this.#shelf.delete(id);
    }
  }
}
