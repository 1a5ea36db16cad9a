/** Which packs a text is read by. */
import { bundledPackId } from '../packs/gazetteer.generated.ts';
import type { AddedPacksNote } from '../settings/added-packs.ts';
import type { Settings } from '../settings/schema.ts';

export const isBundledOn = ({ packsOff }: Settings): boolean => !packsOff.includes(bundledPackId);

/** Says which packs a text is read by; null where there is none to read it by. */
export function packsInUse(settings: Settings, added: AddedPacksNote | null): string | null {
  if (!isBundledOn(settings) && !added) return null;
  return `${isBundledOn(settings)} ${added?.revision ?? ''}`;
}
