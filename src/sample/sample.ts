/**
 * Gloss on a sample text in one of its own pages, where no content script runs: the same reading,
 * marks and popover as on any page, on one element of it.
 */
import { answerKeys } from '../content/keys.ts';
import { packsInUse } from '../content/packs-in-use.ts';
import { Running } from '../content/running.ts';
import { send } from '../messaging/messaging.ts';
import { OwnHosts } from '../opening/own-hosts.ts';
import type { EntityCard } from '../packs/card.ts';
import { createSurface } from '../popover/surface.tsx';
import {
  type AddedPacksNote,
  loadAddedPacks,
  onAddedPacksChanged,
} from '../settings/added-packs.ts';
import type { Settings } from '../settings/schema.ts';
import { updateSetting } from '../settings/store.ts';

export interface SampleOptions {
  /** The sample text; it may change, and is then read again. */
  readonly root: Element;
  readonly settings: Settings;
  /** Takes marks and popover away. */
  readonly signal: AbortSignal;
}

async function mute(id: string, muted: boolean): Promise<boolean> {
  const saved = await updateSetting('muted', (now) => {
    const others = now.filter((other) => other !== id);
    return muted ? [...others, id] : others;
  });
  return saved.on !== 'nowhere';
}

/** Marks the sample; the function that it answers with takes new settings. */
export function startSample({
  root,
  settings: initial,
  signal,
}: SampleOptions): (settings: Settings) => void {
  const cards = new Map<string, EntityCard>();
  const hosts = new OwnHosts();
  let settings = initial;
  let addedPacks: AddedPacksNote | null = null;
  let running: Running | null = null;

  const fetchCards = async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !cards.has(id));
    if (missing.length === 0) return;
    for (const card of await send('background.cards', { ids: missing })) cards.set(card.id, card);
  };
  const start = () =>
    new Running({
      root,
      settings,
      addedPacks,
      card: (id) => cards.get(id),
      mute,
      // Nothing to wait for: these pages have it from the beginning.
      loadPopover: async () => ({ createSurface }),
      hosts,
      onReport: ({ entities }) => void fetchCards(entities.map(({ id }) => id)),
      isAlive: () => true,
    });
  const draw = () => {
    if (signal.aborted) return;
    // Sites and pauses do not count here.
    const packs = settings.enabled ? packsInUse(settings, addedPacks) : null;
    if (running && running.packs === packs) {
      running.apply(settings);
      return;
    }
    running?.end();
    running = packs === null ? null : start();
  };
  const setPacks = (note: AddedPacksNote | null) => {
    addedPacks = note;
    cards.clear();
    draw();
  };
  onAddedPacksChanged(setPacks, signal);
  // The keys that step through mentions work here as they do on pages.
  answerKeys(() => running, signal);
  signal.addEventListener('abort', () => running?.end(), { once: true });
  void loadAddedPacks().then(setPacks);
  return (changed) => {
    settings = changed;
    draw();
  };
}
