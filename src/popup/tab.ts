/** The tab that the popup is about. */
import { browser } from '../browser.ts';

export interface ShownTab {
  /** Null when the window has no tab that can be told of. */
  id: number | null;
  title: string;
  url: string | null;
  /** The popup fills a page of its own: opened in a tab, or by Firefox for Android. */
  ownPage: boolean;
  /** It does so in front of the page that it is about. */
  inFront: boolean;
}

/** @param query The popup's own `location.search`: `?tab=7` names a tab, else it is the active one. */
export async function findTab(query: string): Promise<ShownTab> {
  const named = new URLSearchParams(query).get('tab');
  const [own, shown] = await Promise.all([
    browser.tabs.getCurrent().catch(() => undefined),
    named
      ? browser.tabs.get(Number(named)).catch(() => undefined)
      : browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab),
  ]);
  return {
    id: shown?.id ?? null,
    title: shown?.title ?? '',
    url: shown?.url ?? null,
    ownPage: own !== undefined,
    inFront: own !== undefined && named === null,
  };
}
