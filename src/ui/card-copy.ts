/** A card's text for the clipboard, in the UI's language. */
import type { EntityCard } from '../packs/card.ts';
import { type CopyFormat, copyText } from './card-text.ts';
import { t, uiLocale } from './i18n.ts';
import { dateInWords } from './source.tsx';

/** The whole card with the date and source of every fact. */
export function cardInWords(card: EntityCard, format: CopyFormat): string {
  return copyText(card, format, {
    locale: uiLocale(),
    sinceThen: t('popover_since_then'),
    inArticle: t('popover_in_article'),
    pack: t('popover_pack_long', card.pack.title, dateInWords(card.pack.asOf)),
    since: (year) => t('popover_since_year', year),
    article: (title, publisher, date) => t('popover_article', title, publisher, date),
  });
}
