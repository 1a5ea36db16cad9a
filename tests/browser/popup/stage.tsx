/** The toolbar popup on a page of its own, over a real background and a fake browser; also for pictures. */
import '../../fixtures/extension.ts';
import { fake } from '../../support/fake-browser.ts';
import '../../../src/ui/tokens.css';
import '../../../src/ui/page.css';
import '../../../src/ui/charts.css';
import '../../../src/ui/source.css';
import '../../../src/popup/popup.css';
import { render } from 'preact';
import { startBackground } from '../../../src/background/start.ts';
import type { Pack } from '../../../src/packs/schema.ts';
import { App } from '../../../src/popup/app.tsx';
import { findTab } from '../../../src/popup/tab.ts';
import { askOpened } from '../../../src/popup/use-page.ts';
import { loadPause } from '../../../src/settings/pause.ts';
import { loadSettings } from '../../../src/settings/store.ts';
import { PACK } from '../../support/pack.ts';

export const TAB = 7;

export interface Page {
  /** Mentions an entity by frame; null for a tab in which no content script answers. */
  frames: Record<number, Record<string, number>> | null;
  state?: 'scanning' | 'ready' | 'off';
  /** How much of it has been read. */
  read?: number;
  /** The day that it gives for its publication. */
  published?: string | null;
  pack?: Pack;
  url?: string;
  /** The entity that a popover opened the list for. */
  listed?: string | null;
}

/** The jumps that were asked of the page's frames. */
export const jumps: { frame: number; index: number }[] = [];

let stop: AbortController | undefined;

/** Opens the popup over a page; resolves when the page's state is on show. */
export async function openPopup(what: Page): Promise<void> {
  const { frames, state = 'ready', read = 1, published = null, pack = PACK, listed = null } = what;
  const { url = 'https://news.example/a' } = what;
  stop = new AbortController();
  startBackground(pack, stop.signal);
  fake.tabs.set(TAB, { id: TAB, url, status: 'complete', active: true });
  for (const [frame, counts] of Object.entries(frames ?? {})) {
    const frameId = Number(frame);
    fake.frames.set(`${TAB}:${frameId}`, {
      'frame.ping': () => ({ state, read, published }),
      'frame.jump': (request) => {
        jumps.push({ frame: frameId, index: (request as { index: number }).index });
        return { done: true };
      },
    });
    const entities = Object.entries(counts).map(([id, count]) => ({ id, count }));
    const report = { gloss: 'background.report', request: { entities, state } };
    await fake.fromPage(report, TAB, frameId, url);
  }
  document.documentElement.classList.add('gloss');
  const [tab, settings, pausedUntil] = await Promise.all([
    findTab(''),
    loadSettings(),
    loadPause(Date.now()),
  ]);
  const opened = askOpened(tab.id).then((known) => ({ ...known, listed: listed ?? known.listed }));
  render(
    <App tab={tab} settings={settings} pausedUntil={pausedUntil} opened={opened} />,
    document.body,
  );
  await isKnown();
}

/** Resolves when the popup says what it knows of the page. */
function isKnown(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.sum')) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}

export function closePopup(): void {
  render(null, document.body);
  stop?.abort();
  fake.reset();
  jumps.length = 0;
  document.documentElement.removeAttribute('style');
  delete document.documentElement.dataset.theme;
}

export { fake };
