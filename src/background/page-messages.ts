/**
 * What content scripts ask, but for added packs (pack-messages.ts) and notes (notes.ts). They share their process
 * with a page, which could claim anything: only what a pack has is taken up.
 */
import { handleChecked } from '../messaging/checked.ts';
import type { Request, Response } from '../messaging/messages.ts';
import type { Sender } from '../messaging/messaging.ts';
import { updateSetting } from '../settings/store.ts';
import { showBadge } from './badge.ts';
import type { Library } from './library.ts';
import { openList, openOptions } from './pages.ts';
import { countByEntity, recordFindings } from './reports.ts';

export function answerPages(library: Library, signal?: AbortSignal): void {
  handleChecked('background.report', (report, from) => takeReport(library, report, from), signal);
  handleChecked('background.card', ({ id }) => library.card(id), signal);
  handleChecked('background.mute', (request) => mute(library, request), signal);
  handleChecked('background.list', ({ id }, from) => showInList(library, id, from), signal);
  handleChecked(
    'background.options',
    async ({ section }) => {
      await openOptions(section);
      return { done: true };
    },
    signal,
  );
}

/** Keeps what a frame has found. @returns the cards that it does not have */
async function takeReport(
  library: Library,
  { entities, state, known = [] }: Request<'background.report'>,
  { tabId, frameId, url }: Sender,
): Promise<Response<'background.report'>> {
  if (tabId === null || frameId === null) throw new Error('a report comes from a frame');
  const named = entities.filter(({ count }) => count > 0);
  const cards = await library.cards(named.map(({ id }) => id));
  const ids = new Set(cards.map(({ id }) => id));
  const found = named.filter(({ id }) => ids.has(id));
  const frames = await recordFindings(tabId, { frameId, url, entities: found, state });
  await showBadge(tabId, countByEntity(frames).size);
  return cards.filter(({ id }) => !known.includes(id));
}

async function mute(
  library: Library,
  { id, muted }: Request<'background.mute'>,
): Promise<Response<'background.mute'>> {
  if (muted && !(await library.card(id))) return { done: false };
  const saved = await updateSetting('muted', (now) => {
    const others = now.filter((other) => other !== id);
    return muted ? [...others, id] : others;
  });
  return { done: saved.on !== 'nowhere' };
}

async function showInList(
  library: Library,
  id: string,
  { tabId }: Sender,
): Promise<Response<'background.list'>> {
  if (tabId === null || !(await library.card(id))) return { done: false };
  await openList(tabId, id);
  return { done: true };
}
