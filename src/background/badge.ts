/** The number on the toolbar button: how many different entities the tab names. */
import { browser } from '../browser.ts';

/** 9.2:1 on each other; dark enough to be told from the light and the dark toolbar by its text. */
const BACKGROUND = '#0a504c';
const TEXT = '#ffffff';
/** A badge holds about four characters. */
const MOST = 999;

/** What a badge says of so many entities; nothing of none, since a zero on every page is noise. */
function badgeText(entities: number): string {
  if (entities === 0) return '';
  return entities > MOST ? `${MOST}+` : String(entities);
}

/** Sets the colours, once a start of the background. */
export async function setUpBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BACKGROUND });
  await browser.action.setBadgeTextColor({ color: TEXT });
}

/** Shows a tab's count. A tab that has gone in the meantime is no error. */
export async function showBadge(tabId: number, entities: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: badgeText(entities) }).catch(() => undefined);
}
