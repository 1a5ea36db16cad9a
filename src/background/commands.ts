/** The keys of the manifest's `commands`. */
import { browser, type Tabs } from '../browser.ts';
import type { Request } from '../messaging/messages.ts';
import { sendToFrame } from '../messaging/messaging.ts';
import { isSiteOn, siteSwitched } from '../settings/sites.ts';
import { loadSettings, saveSetting } from '../settings/store.ts';
import { MAIN_FRAME } from './frames.ts';
import { openNoteForm } from './notes.ts';
import { openOptions } from './pages.ts';
import { findingsOf } from './reports.ts';

type PageCommand = Request<'frame.command'>['command'];

const PAGE_COMMANDS: readonly string[] = [
  'next-mention',
  'previous-mention',
  'toggle-popover',
] satisfies PageCommand[];

const isPageCommand = (name: string): name is PageCommand => PAGE_COMMANDS.includes(name);

/** Does what a key asks for in the tab where it was pressed. */
export async function runCommand(name: string, pressedIn?: Tabs.Tab): Promise<void> {
  const tab = pressedIn ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return;
  if (isPageCommand(name)) {
    // A page where Gloss may not run has nothing to step through: no answer is the right answer.
    await sendToFrame(tab.id, MAIN_FRAME, 'frame.command', { command: name }).catch(() => null);
  } else if (name === 'add-note') {
    await openNoteForm(tab.id, MAIN_FRAME, '');
  } else if (name === 'toggle-site') {
    await toggleSite(tab.id, tab.url);
  }
}

async function toggleSite(tabId: number, tabUrl: string | undefined): Promise<void> {
  const main = (await findingsOf(tabId)).find(({ frameId }) => frameId === MAIN_FRAME);
  const url = tabUrl ?? main?.url;
  if (!url) return;
  const settings = await loadSettings();
  const sites = siteSwitched(settings, url, !isSiteOn(settings, url));
  const saved = sites && (await saveSetting('sites', sites));
  // The options say why it cannot be done: by a wider pattern, or by who manages the browser.
  if (!saved || saved.on === 'nowhere') await openOptions('sites');
}
