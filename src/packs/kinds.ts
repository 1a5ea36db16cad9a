/** The kinds of entity. A file of its own, so that a content script needs no validation library. */

/** Kinds of entity, in the order in which lists show them. */
export const ENTITY_TYPES = [
  'person',
  'organization',
  'law',
  'agreement',
  'event',
  'place',
  'topic',
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];
