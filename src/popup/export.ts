/** Gathers what the exports need from the background and from the page's frames. */
import type { TabEntity } from '../messaging/messages.ts';
import { send, sendToFrame } from '../messaging/messaging.ts';
import type { EntityCard } from '../packs/card.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import { kindLabel } from '../ui/kinds.ts';
import { type AnnotationPage, asAnnotations } from './annotations.ts';
import { pageAsMarkdown } from './markdown.ts';
import type { ShownTab } from './tab.ts';
import { siteName } from './view.ts';

async function cardsOf(entities: readonly TabEntity[]): Promise<Map<string, EntityCard>> {
  const cards = await send('background.cards', { ids: entities.map(({ id }) => id) });
  return new Map(cards.map((card) => [card.id, card]));
}

/** The page's entities with all their facts as Markdown. */
export async function markdownOf(tab: ShownTab, entities: readonly TabEntity[]): Promise<string> {
  const cards = await cardsOf(entities);
  const found = entities.flatMap((entity) => {
    const card = cards.get(entity.id);
    return card ? [{ entity, card }] : [];
  });
  return pageAsMarkdown(tab, found, {
    locale: uiLocale(),
    sinceThen: t('popover_since_then'),
    sources: t('popup_sources'),
    kind: (card) => kindLabel(card.type),
    mentions: (count) => tn('popup_mentions', count),
    since: (year) => t('popover_since_year', year),
    pack: (title, asOf) => t('popover_pack_long', title, asOf),
  });
}

/**
 * The page's mentions as annotations.
 * @throws Error when the main frame does not answer; another frame may be gone.
 */
export async function annotationsOf(
  tab: ShownTab,
  entities: readonly TabEntity[],
): Promise<AnnotationPage> {
  const { id: tabId } = tab;
  if (tabId === null) throw new Error('there is no tab');
  const frameIds = new Set(entities.flatMap(({ frames }) => frames.map(({ frameId }) => frameId)));
  const [cards, answers] = await Promise.all([
    cardsOf(entities),
    Promise.allSettled(
      [...frameIds].map((frameId) => sendToFrame(tabId, frameId, 'frame.quotes', {})),
    ),
  ]);
  const frames = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (frames.length === 0) throw new Error('no frame answers');
  return asAnnotations(
    frames,
    (id) => cards.get(id),
    () => `urn:uuid:${crypto.randomUUID()}`,
  );
}

/** `gloss-news.example.md`: letters that no file system minds. */
export function fileName(tab: ShownTab, extension: string): string {
  const site = (siteName(tab.url) ?? '').replace(/[^\p{L}\p{N}.-]+/gu, '-');
  return `gloss-${site || 'page'}.${extension}`;
}
