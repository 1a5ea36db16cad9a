/**
 * The packs that readers have added, in IndexedDB. A pack is put there whole or not at all: one
 * transaction writes all its parts, so a background that dies in between leaves the old one.
 *
 * Written by the options page's worker (files) and by the background (notes, managed packs); read
 * by both. Whoever changes something tells the background, which tells the pages.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { ReachIndex } from '../packs/reach.ts';
import { CHUNK_ITEMS, type PackHead, type ShelfItem, type ShelvedPack } from './prepare.ts';

const NAME = 'gloss-packs';
/** Counts up when the parts below change; `upgrade` then has to bring the old ones along. */
const VERSION = 1;

/** A head with what the shelf knows of it. */
export interface ShelvedHead extends PackHead {
  /** Removed by the reader, who may still want it back; swept away later. */
  readonly removed: boolean;
}

interface Schema extends DBSchema {
  heads: { key: string; value: ShelvedHead };
  /** The files as they were. */
  texts: { key: string; value: string };
  reach: { key: string; value: ReachIndex };
  names: { key: string; value: string };
  chunks: { key: [packId: string, chunk: number]; value: readonly ShelfItem[] };
}

const STORES = ['heads', 'texts', 'reach', 'names', 'chunks'] as const;

/** Of a damaged database anything may come; what is no head at all keeps nobody from the others. */
function isHead(head: unknown): head is ShelvedHead {
  const { id, title, stats } = Object(head) as Partial<ShelvedHead>;
  return typeof id === 'string' && typeof title === 'string' && typeof stats === 'object';
}

/** Every key of a pack's chunks lies between these. */
const chunksOf = (packId: string) => IDBKeyRange.bound([packId, 0], [packId, Infinity]);

export interface Shelf {
  /** What is there, removed packs too, by id. */
  heads(): Promise<ShelvedHead[]>;
  text(packId: string): Promise<string | null>;
  reach(packId: string): Promise<ReachIndex | null>;
  names(packId: string): Promise<string>;
  /** Items by their numbers in the pack, in the order asked; those that are not there are left out. */
  items(packId: string, numbers: readonly number[]): Promise<ShelfItem[]>;
  /** Puts a pack in the place of the one with its id. */
  put(pack: ShelvedPack): Promise<void>;
  /** Puts packs and marks others as removed: all of it, or nothing where it throws. */
  exchange(change: { put: readonly ShelvedPack[]; remove: readonly string[] }): Promise<void>;
  /** Marks a pack as removed, or brings it back. */
  setRemoved(packId: string, removed: boolean): Promise<void>;
  /** Deletes a pack for good. */
  delete(packId: string): Promise<void>;
}

/** The shelf of this browser profile. Opens the database when it is first asked something. */
export function openShelf(): Shelf {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opened = null;
  };
  const db = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(NAME, VERSION, {
      upgrade(upgraded) {
        for (const store of STORES) upgraded.createObjectStore(store);
      },
      // A newer version of Gloss waits to open it: let go, and open anew when next asked.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opened.catch(forget);
    return opened;
  };
  const exchange: Shelf['exchange'] = async ({ put, remove }) => {
    const tx = (await db()).transaction(STORES, 'readwrite');
    const writes: Promise<unknown>[] = [tx.done];
    try {
      for (const pack of put) for (const write of putParts(tx, pack)) writes.push(write);
      for (const id of remove) writes.push(markRemoved(tx, id, true));
      await Promise.all(writes);
    } catch (error) {
      // What cannot be cloned throws at once, and would leave the transaction with what came before.
      for (const write of writes) write.catch(() => undefined);
      abort(tx);
      throw error;
    }
  };
  return {
    heads: async () => (await (await db()).getAll('heads')).filter(isHead),
    text: async (packId) => (await (await db()).get('texts', packId)) ?? null,
    reach: async (packId) => (await (await db()).get('reach', packId)) ?? null,
    names: async (packId) => (await (await db()).get('names', packId)) ?? '',
    async items(packId, numbers) {
      const { store } = (await db()).transaction('chunks');
      const wanted = [...new Set(numbers.map((number) => Math.floor(number / CHUNK_ITEMS)))];
      const chunks = new Map(
        await Promise.all(
          wanted.map(async (chunk) => [chunk, await store.get([packId, chunk])] as const),
        ),
      );
      return numbers.flatMap(
        (number) => chunks.get(Math.floor(number / CHUNK_ITEMS))?.[number % CHUNK_ITEMS] ?? [],
      );
    },
    put: (pack) => exchange({ put: [pack], remove: [] }),
    exchange,
    async setRemoved(packId, removed) {
      const tx = (await db()).transaction('heads', 'readwrite');
      const head = await tx.store.get(packId);
      if (head) await tx.store.put({ ...head, removed }, packId);
      await tx.done;
    },
    async delete(packId) {
      const tx = (await db()).transaction(STORES, 'readwrite');
      await Promise.all([
        tx.objectStore('chunks').delete(chunksOf(packId)),
        ...(['heads', 'texts', 'reach', 'names'] as const).map((name) =>
          tx.objectStore(name).delete(packId),
        ),
        tx.done,
      ]);
    },
  };
}

type Writing = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {
    // It has failed by itself already, as when the disk is full.
  }
}

function* putParts(
  tx: Writing,
  { head, text, reach, names, chunks }: ShelvedPack,
): Generator<Promise<unknown>> {
  const { id } = head;
  const store = tx.objectStore('chunks');
  yield store.delete(chunksOf(id));
  for (const [chunk, items] of chunks.entries()) yield store.put(items, [id, chunk]);
  yield tx.objectStore('heads').put({ ...head, removed: false }, id);
  yield tx.objectStore('texts').put(text, id);
  yield tx.objectStore('reach').put(reach, id);
  yield tx.objectStore('names').put(names, id);
}

async function markRemoved(tx: Writing, packId: string, removed: boolean): Promise<void> {
  const store = tx.objectStore('heads');
  const head = await store.get(packId);
  if (head) await store.put({ ...head, removed }, packId);
}
