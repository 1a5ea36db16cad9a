/**
 * The background: the only owner of the packs, the badge and the keys. The browser starts and stops
 * it at will, so it keeps nothing in memory that it could not make again, and every listener is
 * set in the first turn, before anything is awaited.
 */
import { browser } from '../browser.ts';
import { sendToAllFrames } from '../messaging/messaging.ts';
import type { Pack } from '../packs/schema.ts';
import { followPolicy } from '../settings/managed.ts';
import { upgradeStored } from '../settings/store.ts';
import { openShelf } from '../shelf/shelf.ts';
import { AddedPacks } from './added-packs.ts';
import { setUpBadge, showBadge } from './badge.ts';
import { runCommand } from './commands.ts';
import { createLibrary } from './library.ts';
import { setUpNotes } from './notes.ts';
import { answerPopupAndOptions } from './own-page-messages.ts';
import { answerAboutPacks } from './pack-messages.ts';
import { answerAboutTroubles } from './pack-troubles.ts';
import { answerPages } from './page-messages.ts';
import { openWelcome } from './pages.ts';
import { followPolicyPacks } from './policy-packs.ts';
import { forgetTab } from './reports.ts';

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
