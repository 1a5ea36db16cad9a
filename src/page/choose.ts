/** Which mentions get a mark. Pure: what a section is, and the order of mentions, come from outside. */
import type { EntityType } from '../packs/schema.ts';
import type { Settings } from '../settings/schema.ts';

/** What choosing needs to know of a mention. */
export interface Choosable {
  readonly entity: string;
  readonly type: EntityType;
}

export type MarkSettings = Pick<Settings, 'markFrequency' | 'hiddenTypes' | 'muted'>;

/**
 * One choice over a whole page: every mention is considered, in page order; then each can be asked
 * about. In two steps, so that both can be done a few mentions at a time.
 */
export class MarkChoice<M extends Choosable> {
  readonly #frequency: MarkSettings['markFrequency'];
  readonly #hidden: ReadonlySet<EntityType>;
  readonly #muted: ReadonlySet<string>;
  readonly #marked: Pick<ReadonlySet<M>, 'has'>;
  /** By section and entity, the mention that gets the mark. */
  readonly #firsts = new Map<unknown, Map<string, M>>();

  /**
   * @param marked what was marked before: where an entity needs one mark only, a mark that stands
   *   stays, so that no mark jumps away under the reader when text arrives above it
   */
  constructor(settings: MarkSettings, marked: Pick<ReadonlySet<M>, 'has'>) {
    this.#frequency = settings.markFrequency;
    this.#hidden = new Set(settings.hiddenTypes);
    this.#muted = new Set(settings.muted);
    this.#marked = marked;
  }

  /** @param section any value that identifies the section in which the mention stands */
  consider(mention: M, section: unknown): void {
    if (this.#frequency === 'every' || this.#isUnwanted(mention)) return;
    const key = this.#keyOf(section);
    let entities = this.#firsts.get(key);
    if (!entities) {
      entities = new Map();
      this.#firsts.set(key, entities);
    }
    const standing = entities.get(mention.entity);
    if (!standing || (!this.#marked.has(standing) && this.#marked.has(mention))) {
      entities.set(mention.entity, mention);
    }
  }

  /** Whether a mention that was considered gets a mark. */
  isChosen(mention: M, section: unknown): boolean {
    if (this.#isUnwanted(mention)) return false;
    if (this.#frequency === 'every') return true;
    return this.#firsts.get(this.#keyOf(section))?.get(mention.entity) === mention;
  }

  #keyOf(section: unknown): unknown {
    return this.#frequency === 'section' ? section : null;
  }

  #isUnwanted({ type, entity }: M): boolean {
    return this.#hidden.has(type) || this.#muted.has(entity);
  }
}
