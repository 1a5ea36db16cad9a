/** What is known of the page, kept up to date while the popup is open. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import type { TabSummary } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import type { EntityCard } from '../packs/card.ts';
import { loadPolicy, onPolicyChanged } from '../settings/managed.ts';
import { onPauseChanged } from '../settings/pause.ts';
import { NO_POLICY, type Policy } from '../settings/policy.ts';
import type { Settings } from '../settings/schema.ts';
import { onSettingsChanged } from '../settings/store.ts';

/** While the page is not through, how often it is looked at again. */
const LOOK_AGAIN_MS = 400;
const UNREADABLE: TabSummary = {
  state: 'unreadable',
  url: null,
  read: 0,
  published: null,
  packsOn: 1,
  entities: [],
};

/** What the popup opens with. */
export interface Opened {
  summary: TabSummary;
  /** The entity that the list is opened for, from a popover. */
  listed: string | null;
}

async function askSummary(tabId: number | null): Promise<TabSummary> {
  if (tabId === null) return UNREADABLE;
  const ask = () => send('background.summary', { tabId });
  // The browser may stop the background while it is asked; asking again starts it anew.
  return ask()
    .catch(ask)
    .catch(() => UNREADABLE);
}

/** Asks for all that the list needs, at once; to be called before anything is drawn. */
export async function askOpened(tabId: number | null): Promise<Opened> {
  const asked =
    tabId === null ? null : send('background.listed', { tabId }).catch(() => ({ id: null }));
  const [summary, listed] = await Promise.all([askSummary(tabId), asked]);
  return { summary, listed: listed?.id ?? null };
}

/**
 * What the popup opened with, its summary kept up to date; null until it is there.
 * @param opened what has been asked already
 */
export function useOpened(
  tabId: number | null,
  settings: Settings,
  opened: Promise<Opened>,
): Opened | null {
  const [known, setKnown] = useState<Opened | null>(null);
  const isFirst = useRef(true);
  // Not an effect after the first frame: the answer may be here before it.
  useLayoutEffect(() => {
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const look = async () => {
      clearTimeout(again);
      asked += 1;
      const turn = asked;
      const anew = isFirst.current ? null : askSummary(tabId);
      isFirst.current = false;
      // What the list is opened for is said once, at the first answer.
      const { summary: first, listed } = await opened;
      const summary = (await anew) ?? first;
      if (stop.signal.aborted || turn !== asked) return;
      setKnown({ summary, listed });
      if (summary.state === 'loading' || summary.state === 'scanning') {
        again = setTimeout(look, LOOK_AGAIN_MS);
      }
    };
    // Frames report to the background, which writes it down there.
    const reported = (_: unknown, area: string) => {
      if (area === 'session') void look();
    };
    browser.storage.onChanged.addListener(reported);
    stop.signal.addEventListener('abort', () => {
      clearTimeout(again);
      browser.storage.onChanged.removeListener(reported);
    });
    void look();
    return () => stop.abort();
  }, [tabId, settings, opened]);
  return known;
}

/** The cards of these entities by id; those that are not there yet are missing. */
export function useCards(ids: readonly string[]): ReadonlyMap<string, EntityCard> {
  const [cards, setCards] = useState<ReadonlyMap<string, EntityCard>>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let stopped = false;
    const missing = wanted.split(' ').filter((id) => id !== '' && !cards.has(id));
    if (missing.length === 0) return;
    void send('background.cards', { ids: missing }).then((found) => {
      if (!stopped)
        setCards((known) => new Map([...known, ...found.map((c) => [c.id, c] as const)]));
    });
    return () => {
      stopped = true;
    };
  }, [wanted, cards]);
  return cards;
}

/** The settings as they stand. */
export function useSettings(initial: Settings): Settings {
  const [settings, setSettings] = useState(initial);
  useEffect(() => {
    const stop = new AbortController();
    onSettingsChanged(setSettings, stop.signal);
    return () => stop.abort();
  }, []);
  return settings;
}

/** What an organisation has set; nothing until that is known. */
export function usePolicy(): Policy {
  const [policy, setPolicy] = useState(NO_POLICY);
  useEffect(() => {
    const stop = new AbortController();
    onPolicyChanged(setPolicy, stop.signal);
    void loadPolicy().then(setPolicy);
    return () => stop.abort();
  }, []);
  return policy;
}

/** End of the pause in ms since 1970; 0 for none, and again when it is over. */
export function usePause(initial: number): number {
  const [until, setUntil] = useState(initial);
  useEffect(() => {
    const stop = new AbortController();
    onPauseChanged(setUntil, stop.signal);
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (until === 0) return;
    const timer = setTimeout(() => setUntil(0), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);
  return until;
}
