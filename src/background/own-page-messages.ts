/** What the toolbar popup and the options ask of pages and of all packs. */
import { handleChecked } from '../messaging/checked.ts';
import { loadSettings } from '../settings/store.ts';
import { startInTab } from './frames.ts';
import type { Library } from './library.ts';
import { takeListed } from './pages.ts';
import { summarise } from './summary.ts';

export function answerPopupAndOptions(library: Library, signal?: AbortSignal): void {
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
