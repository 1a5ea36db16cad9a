/**
 * The background: the only owner of the packs, the badge and the keys. The browser starts and stops
 * it at will, so it keeps nothing in memory that it could not make again, and every listener is
 * set in the first turn, before anything is awaited.
 */
import { browser } from '../browser.ts';
import { handleChecked } from '../messaging/checked.ts';
import { sendToAllFrames } from '../messaging/messaging.ts';
import type { Pack } from '../packs/schema.ts';
import { followPolicy } from '../settings/managed.ts';
import { loadSettings, updateSetting, upgradeStored } from '../settings/store.ts';
import { openShelf } from '../shelf/shelf.ts';
import { AddedPacks } from './added-packs.ts';
import { setUpBadge, showBadge } from './badge.ts';
import { runCommand } from './commands.ts';
import { startInTab } from './frames.ts';
import { createLibrary, type Library } from './library.ts';
import { setUpNotes } from './notes.ts';
import { answerAboutPacks } from './pack-messages.ts';
import { answerAboutTroubles } from './pack-troubles.ts';
import { openList, openOptions, openWelcome, takeListed } from './pages.ts';
import { followPolicyPacks } from './policy-packs.ts';
import { countByEntity, forgetTab, recordFindings } from './reports.ts';
import { summarise } from './summary.ts';

/** @param bundled A valid pack. @param signal Takes every listener away. */
export function startBackground(bundled: Pack, signal?: AbortSignal): void {
  const shelf = openShelf();
  const added = new AddedPacks(shelf, bundled.id);
  const library = createLibrary(bundled, added);
  const notesMayHaveChanged = setUpNotes(shelf, added, signal);
  answerAboutPacks(bundled, added, notesMayHaveChanged, signal);
  answerAboutTroubles(shelf, added, signal);
  followPolicy(signal);
  const compilePolicyPacks = followPolicyPacks(shelf, added, bundled.id, signal);
  answerPages(library, signal);
  answerPopupAndOptions(library, signal);
  followTabs(signal);
  // Without its database there is nothing to compile; the next start tries again.
  added.recompiling.left().catch(() => undefined);

  const command = (...args: Parameters<typeof runCommand>) => void runCommand(...args);
  const installed = ({ reason }: { reason: string }) => {
    if (reason === 'install') void openWelcome();
    if (reason !== 'update') return;
    // Where storage refuses, what is stored is still read, and migrated each time.
    upgradeStored().catch(() => undefined);
    added.recompiling.all().catch(() => undefined);
    compilePolicyPacks();
  };
  browser.commands?.onCommand.addListener(command);
  browser.runtime.onInstalled.addListener(installed);
  signal?.addEventListener('abort', () => {
    browser.commands?.onCommand.removeListener(command);
    browser.runtime.onInstalled.removeListener(installed);
  });
  void setUpBadge();
}

/** Messages of content scripts. */
function answerPages(library: Library, signal?: AbortSignal): void {
  handleChecked(
    'background.report',
    async ({ entities, state, known = [] }, { tabId, frameId, url }) => {
      if (tabId === null || frameId === null) throw new Error('a report comes from a frame');
      // Only what a pack has is kept: a page's process could claim anything.
      const named = entities.filter(({ count }) => count > 0);
      const cards = await library.cards(named.map(({ id }) => id));
      const ids = new Set(cards.map(({ id }) => id));
      const found = named.filter(({ id }) => ids.has(id));
      const frames = await recordFindings(tabId, { frameId, url, entities: found, state });
      await showBadge(tabId, countByEntity(frames).size);
      return cards.filter(({ id }) => !known.includes(id));
    },
    signal,
  );
  handleChecked('background.card', ({ id }) => library.card(id), signal);
  handleChecked(
    'background.mute',
    async ({ id, muted }) => {
      if (muted && !(await library.card(id))) return { done: false };
      const saved = await updateSetting('muted', (now) => {
        const others = now.filter((other) => other !== id);
        return muted ? [...others, id] : others;
      });
      return { done: saved.on !== 'nowhere' };
    },
    signal,
  );
  handleChecked(
    'background.list',
    async ({ id }, { tabId }) => {
      if (tabId === null || !(await library.card(id))) return { done: false };
      await openList(tabId, id);
      return { done: true };
    },
    signal,
  );
  handleChecked(
    'background.options',
    async ({ section }) => {
      await openOptions(section);
      return { done: true };
    },
    signal,
  );
}

/** Messages of Gloss's own pages. */
function answerPopupAndOptions(library: Library, signal?: AbortSignal): void {
  handleChecked('background.summary', ({ tabId }) => summarise(library, tabId), signal);
  handleChecked(
    'background.listed',
    async ({ tabId }) => ({ id: await takeListed(tabId) }),
    signal,
  );
  handleChecked(
    'background.start',
    async ({ tabId }) => {
      await startInTab(tabId);
      return { done: true };
    },
    signal,
  );
  handleChecked(
    'background.search',
    async ({ query, limit }) => {
      const { packsOff } = await loadSettings();
      return library.search(query, limit, packsOff);
    },
    signal,
  );
  handleChecked('background.cards', ({ ids }) => library.cards(ids), signal);
  handleChecked('background.packs', () => library.packs(), signal);
}

/**
 * Forgets what a tab has found when its page goes. `loading` also comes for changes of address
 * within a page, whose content script stays: it is asked to say again what it has found.
 */
function followTabs(signal?: AbortSignal): void {
  const updated = async (tabId: number, { status }: { status?: string }) => {
    if (status === 'loading') {
      await forgetTab(tabId);
      await showBadge(tabId, 0);
    }
    if (status) await sendToAllFrames(tabId, 'frame.report-again', {});
  };
  const removed = (tabId: number) => void forgetTab(tabId);
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  signal?.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
  });
}
