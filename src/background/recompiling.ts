/**
 * Compiling packs anew that are on the shelf already: another version of Gloss may read words otherwise, and
 * what it has stored may mean something else (`KEYS_FORMAT`).
 *
 * The browser may be closed in the middle. Pages are told only when everything is compiled, so that until
 * then they have the note of the other version, by which the next start sees that something is left to do.
 */

import { KEYS_FORMAT } from '../packs/keys-format.ts';
import { readPackText } from '../packs/read-file.ts';
import { hasForeignNote } from '../settings/added-packs.ts';
import { preparePack } from '../shelf/prepare.ts';
import type { Shelf, ShelvedHead } from '../shelf/shelf.ts';

/** False for what another version has compiled, and nobody else can read. */
export const isReadable = ({ format }: ShelvedHead): boolean => format === KEYS_FORMAT;

/** The packs of a shelf, but for managed ones, which policy-packs.ts compiles. */
export class Recompiling {
  readonly #shelf: Shelf;
  readonly #tellPages: () => Promise<void>;
  /** What is to be done is done one after the other; never rejected. */
  #last: Promise<unknown> = Promise.resolve();
  /** Packs that could not be compiled: tried again when the background is next started. */
  readonly #failed = new Set<string>();
  /** Packs that were compiled because they said nothing. */
  readonly #mended = new Set<string>();

  /** @param tellPages of the packs as they are on the shelf by then */
  constructor(shelf: Shelf, tellPages: () => Promise<void>) {
    this.#shelf = shelf;
    this.#tellPages = tellPages;
  }

  /** Compiles all packs. One that is no longer valid, or cannot be written, stays as it was. */
  all(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#compile(() => true);
      await this.#tellPages();
    });
  }

  /** Tells pages of packs, and compiles before what another version has left of them. */
  foreign(): Promise<void> {
    return this.#inTurn(() => this.#foreign());
  }

  /** The same where pages have only what another version told them. Opens the shelf only then. */
  left(): Promise<void> {
    return this.#inTurn(async () => {
      if (await hasForeignNote()) await this.#foreign();
    });
  }

  /**
   * Compiles these packs though it failed before, and tells pages where it did not this time. Who asks again when
   * pages are told comes to an end: what could be compiled is not compiled once more.
   */
  again(packIds: () => Promise<readonly string[]>): Promise<void> {
    return this.#inTurn(async () => {
      const ids = (await packIds()).filter((id) => !this.#mended.has(id));
      for (const id of ids) this.#failed.delete(id);
      const done = await this.#compile(({ id }) => ids.includes(id));
      for (const id of done) this.#mended.add(id);
      if (done.length > 0) await this.#tellPages();
    });
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #foreign(): Promise<void> {
    // A shelf that cannot be opened has nothing on it.
    await this.#compile((head) => !isReadable(head)).catch(() => undefined);
    await this.#tellPages();
  }

  /** @returns those that could be compiled */
  async #compile(isWanted: (head: ShelvedHead) => boolean): Promise<string[]> {
    const done: string[] = [];
    for (const head of await this.#shelf.heads()) {
      const { id, origin, removed } = head;
      if (removed || origin === 'policy' || this.#failed.has(id) || !isWanted(head)) continue;
      try {
        await this.#compileOne(id, origin);
        done.push(id);
      } catch {
        // pack-troubles.ts says why, where somebody asks.
        this.#failed.add(id);
      }
    }
    return done;
  }

  async #compileOne(packId: string, origin: ShelvedHead['origin']): Promise<void> {
    const text = await this.#shelf.text(packId);
    const { pack } = text === null ? {} : readPackText(text);
    if (!pack || text === null) throw new Error(`${packId} is no valid pack`);
    await this.#shelf.put(preparePack(pack, text, origin));
  }
}
