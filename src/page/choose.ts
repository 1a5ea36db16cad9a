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
 * @param mentions in page order, each with the section it stands in (any value that identifies it)
 * @param marked what was marked before: where an entity needs one mark only, a mark that stands
 *   stays, so that no mark jumps away under the reader when text arrives above it
 */
export function chooseMarks<M extends Choosable>(
  mentions: readonly { readonly mention: M; readonly section: unknown }[],
  settings: MarkSettings,
  marked: Pick<ReadonlySet<M>, 'has'>,
): Set<M> {
  const { markFrequency } = settings;
  const hidden = new Set<EntityType>(settings.hiddenTypes);
  const muted = new Set(settings.muted);
  const chosen = new Set<M>();
  const firsts = new Map<unknown, Map<string, M>>();
  for (const { mention, section } of mentions) {
    if (hidden.has(mention.type) || muted.has(mention.entity)) continue;
    if (markFrequency === 'every') {
      chosen.add(mention);
      continue;
    }
    const key = markFrequency === 'section' ? section : null;
    let entities = firsts.get(key);
    if (!entities) {
      entities = new Map();
      firsts.set(key, entities);
    }
    const standing = entities.get(mention.entity);
    if (!standing || (!marked.has(standing) && marked.has(mention))) {
      entities.set(mention.entity, mention);
    }
  }
  for (const entities of firsts.values()) {
    for (const mention of entities.values()) chosen.add(mention);
  }
  return chosen;
}
