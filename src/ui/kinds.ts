/** How kinds of entity are named, everywhere in Gloss's UI. Their colours: `data-kind`, tokens.css. */
import type { EntityType } from '../packs/schema.ts';
import { t } from './i18n.ts';

/** `Organisation`, `Law` ... */
export function kindLabel(type: EntityType): string {
  return t(`kind_${type}`);
}
