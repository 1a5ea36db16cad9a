/** What the popup has to say of a page, decided from what is known of it. Pure. */
import type { TabEntity, TabSummary } from '../messaging/messages.ts';
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import type { Settings } from '../settings/schema.ts';
import { isSiteOn } from '../settings/sites.ts';

/**
 * The states of the popup. All but `list` say in words what is the matter and, where the reader can
 * do something about it, offer just that.
 */
export type View =
  | { kind: 'off-everywhere' }
  | { kind: 'paused'; until: number }
  | { kind: 'unreadable' }
  | { kind: 'no-page' }
  | { kind: 'site-off' }
  | { kind: 'packs-off' }
  | { kind: 'not-started' }
  | { kind: 'loading' }
  /** `read`: how much of the text, 0 to 1. */
  | { kind: 'scanning'; read: number }
  | { kind: 'nothing-found' }
  | { kind: 'list'; scanning: boolean };

interface Known {
  summary: TabSummary;
  settings: Settings;
  /** End of the pause in ms since 1970; 0 for none. */
  pausedUntil: number;
  now: number;
}

export function viewOf({ summary, settings, pausedUntil, now }: Known): View {
  const { state, url, entities, read, packsOn } = summary;
  if (!settings.enabled) return { kind: 'off-everywhere' };
  if (pausedUntil > now) return { kind: 'paused', until: pausedUntil };
  if (state === 'unreadable' || state === 'no-page') return { kind: state };
  if (url !== null && !isSiteOn(settings, url)) return { kind: 'site-off' };
  if (packsOn === 0) return { kind: 'packs-off' };
  // Neither switch, pause nor packs have done it. Where the address is known no site rule has either:
  // the page is about to hear that it is on again.
  if (state === 'off') return { kind: url === null ? 'site-off' : 'loading' };
  if (state === 'not-started' || state === 'loading') return { kind: state };
  if (entities.length > 0) return { kind: 'list', scanning: state === 'scanning' };
  return state === 'scanning' ? { kind: 'scanning', read } : { kind: 'nothing-found' };
}

export interface Group<T> {
  type: EntityType;
  entities: T[];
}

/**
 * By kind in the order of `ENTITY_TYPES`; within a kind as they came. Empty kinds are left out.
 * @param most how many entities at most, the first in that order
 */
export function groupByKind<T extends { type: EntityType }>(
  entities: readonly T[],
  most = entities.length,
): Group<T>[] {
  let left = most;
  return ENTITY_TYPES.map((type) => {
    const group = entities.filter((entity) => entity.type === type).slice(0, left);
    left -= group.length;
    return { type, entities: group };
  }).filter((group) => group.entities.length > 0);
}

/** Where the n-th mention of an entity is, counting on over frames and round to the first again. */
export function mentionAt(entity: TabEntity, n: number): { frameId: number; index: number } | null {
  const total = entity.frames.reduce((sum, frame) => sum + frame.count, 0);
  if (total === 0) return null;
  let index = n % total;
  for (const { frameId, count } of entity.frames) {
    if (index < count) return { frameId, index };
    index -= count;
  }
  return null;
}

/** What a page is called in the popup's head: its host without `www.`, or the file's name. */
export function siteName(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return decodeURIComponent(pathname.split('/').at(-1) ?? '') || null;
  return hostname.replace(/^www\./, '') || null;
}
