/** What pages and the options ask of the added packs, and what makes pages ask anew. */
import { handleChecked } from '../messaging/checked.ts';
import { namesIn } from '../packs/clashes.ts';
import type { Pack } from '../packs/schema.ts';
import { fromBase64 } from '../packs/word-keys.ts';
import { onSettingsChanged } from '../settings/store.ts';
import type { AddedPacks } from './added-packs.ts';

/** @param packsCame is called when packs may have come by other ways than `background.pack-added`. */
export function answerAboutPacks(
  bundled: Pack,
  added: AddedPacks,
  packsCame: () => void,
  signal?: AbortSignal,
): void {
  handleChecked('background.reach', ({ keys }) => added.reach(fromBase64(keys)), signal);
  handleChecked(
    'background.bundled-names',
    () => ({ id: bundled.id, aliases: namesIn(bundled) }),
    signal,
  );
  followChanges(added, packsCame, signal);
}

/** What the options do to packs, and switches that are turned anywhere. */
function followChanges(added: AddedPacks, packsCame: () => void, signal?: AbortSignal): void {
  const done = { done: true };
  handleChecked(
    'background.pack-added',
    async () => {
      // Whoever adds something no longer wants back what was removed before.
      await added.sweep();
      await added.changed();
      return done;
    },
    signal,
  );
  handleChecked(
    'background.pack-remove',
    async ({ id, removed }) => {
      await added.setRemoved(id, removed);
      return done;
    },
    signal,
  );
  handleChecked(
    'background.pack-order',
    async ({ order }) => {
      await added.setOrder(order);
      // An import of everything ends with the order, and may have brought notes.
      packsCame();
      return done;
    },
    signal,
  );
  onSettingsChanged((_, changed) => {
    if (changed.includes('packsOff')) void added.changed();
  }, signal);
}
