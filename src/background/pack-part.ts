/** The part of a shelved pack that a page can reach, as a pack of its own to be compiled for it. Pure. */
import { qualified } from '../packs/ids.ts';
import type { Entity, Pack } from '../packs/schema.ts';
import type { ShelfItem } from '../shelf/prepare.ts';
import type { ShelvedHead } from '../shelf/shelf.ts';

/**
 * The pack that these items are of, with nothing else in it, as matching needs it: ids say whose they
 * are, and what popovers show is left out.
 */
export function packOfItems(head: ShelvedHead, items: readonly ShelfItem[]): Pack {
  const entities = items.flatMap((item): Entity[] => {
    if (!('entity' in item)) return [];
    const { entity, card } = item;
    return [
      {
        ...entity,
        id: card.id,
        related: entity.related.map((id) => qualified(head.id, id)),
        name: card.name,
        summary: '',
        inArticle: [],
        facts: [],
        since: [],
        metrics: [],
      },
    ];
  });
  const { id, title, description, language, version, asOf, licence } = head;
  return {
    format: 1,
    id,
    title,
    description,
    language,
    version,
    asOf,
    licence,
    sources: {},
    entities,
    decoys: items.flatMap((item) => ('decoy' in item ? [item.decoy] : [])),
  };
}
