/** The keys of the manifest's `commands`. */
import { browser, type Tabs } from '../browser.ts';
import { sendToFrame } from '../messaging/messaging.ts';
import { isSiteOn, siteSwitched } from '../settings/sites.ts';
import { loadSettings, saveSetting } from '../settings/store.ts';
import { inTime, MAIN_FRAME } from './frames.ts';
import { openNoteForm } from './notes.ts';
import { openOptions } from './pages.ts';
import { findingsOf } from './reports.ts';
import { lastStop, nextStop, type OutlinedFrame } from './stepping.ts';

const PAGE_COMMANDS = ['next-mention', 'previous-mention', 'toggle-popover'] as const;
type PageCommand = (typeof PAGE_COMMANDS)[number];

const isPageCommand = (name: string): name is PageCommand =>
  PAGE_COMMANDS.some((command) => command === name);

/**
 * How long a page may take to say what it has marked, in ms: whoever pressed a key waits for what it does,
 * and a page that was busy for a moment must not swallow it.
 */
const KEY_WITHIN_MS = 2_000;

/** The end of the line of keys: the second of two quick presses goes on from where the first led. */
let last: Promise<unknown> = Promise.resolve();

/** Does what a key asks for in the tab where it was pressed, after what earlier keys asked for. */
export function runCommand(name: string, pressedIn?: Tabs.Tab): Promise<void> {
  const run = () => obey(name, pressedIn);
  // A page may be slow to show the form; nobody waits for that.
  if (name === 'add-note') return run();
  const turn = last.then(run);
  last = turn.catch(() => undefined);
  return turn;
}

async function obey(name: string, pressedIn?: Tabs.Tab): Promise<void> {
  const tab = pressedIn ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return;
  if (isPageCommand(name)) {
    await step(tab.id, name);
  } else if (name === 'add-note') {
    await openNoteForm(tab.id, MAIN_FRAME, '');
  } else if (name === 'toggle-site') {
    await toggleSite(tab.id, tab.url);
  }
}

/** Steps through the marks of all frames. A page where Gloss may not run has none. */
async function step(tabId: number, command: PageCommand): Promise<void> {
  const frames = await outlinesOf(tabId);
  if (frames.some(({ outline }) => outline.isTyping)) return;
  const open = frames.filter(({ outline }) => outline.isOpen);
  const close = () =>
    Promise.all(open.map(({ frameId }) => inTime(sendToFrame(tabId, frameId, 'frame.close', {}))));
  if (command === 'toggle-popover' && open.length > 0) {
    await close();
    return;
  }
  const stop =
    (command === 'toggle-popover' ? lastStop(frames) : null) ??
    nextStop(frames, command === 'previous-mention' ? -1 : 1);
  if (!stop) return;
  const { frameId, index } = stop;
  // One popover at a time, in the whole tab.
  if (open.some((other) => other.frameId !== frameId)) await close();
  await enter(tabId, frameId, frames);
  await inTime(sendToFrame(tabId, frameId, 'frame.step', { index }));
}

/** Leads the focus down to a frame, from each frame around it to the next. */
async function enter(tabId: number, to: number, frames: readonly OutlinedFrame[]): Promise<void> {
  const target = frames.find(({ frameId }) => frameId === to);
  for (const [depth, index] of target?.outline.path.entries() ?? []) {
    const way = target?.outline.path.slice(0, depth).join();
    const around = frames.find(({ outline }) => outline.path.join() === way);
    if (around) await inTime(sendToFrame(tabId, around.frameId, 'frame.enter', { index }));
  }
}

/** What can be stepped through: the main frame, and the others that have found something. */
async function outlinesOf(tabId: number): Promise<OutlinedFrame[]> {
  const found = (await findingsOf(tabId)).map(({ frameId }) => frameId);
  const asked = [...new Set([MAIN_FRAME, ...found])].map(async (frameId) => {
    const asking = sendToFrame(tabId, frameId, 'frame.outline', {});
    const outline = await inTime(asking, KEY_WITHIN_MS);
    return outline ? [{ frameId, outline }] : [];
  });
  return (await Promise.all(asked)).flat();
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
