/** Ids of packs and entities beyond their own file. */

/** Id of the pack that the reader's own notes make up. */
export const NOTES_ID = 'my-notes';

/** Joins a pack's id and an entity's. No id contains it, so that the bundled pack's never clash. */
const JOINT = ':';

/** The id by which an entity of an added pack is known outside of it. */
export const qualified = (packId: string, entityId: string): string => packId + JOINT + entityId;

/** The pack and the entity of an id; null for an id of the bundled pack. */
export function splitId(id: string): { packId: string; entityId: string } | null {
  const at = id.indexOf(JOINT);
  return at === -1 ? null : { packId: id.slice(0, at), entityId: id.slice(at + 1) };
}
