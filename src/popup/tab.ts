/** The tab that the popup is about. */
import { browser } from '../browser.ts';

export interface ShownTab {
  /** Null when the window has no tab that can be told of. */
  id: number | null;
  title: string;
  url: string | null;
  /** The popup fills a page of its own: opened in a tab, or on Android, where it fills the screen. */
  ownPage: boolean;
  /** It does so in front of the page that it is about. */
  inFront: boolean;
}

/** @param query The popup's own `location.search`: `?tab=7` names a tab, else it is the active one. */
export async function findTab(query: string): Promise<ShownTab> {
  const named = new URLSearchParams(query).get('tab');
  const [own, platform, shown] = await Promise.all([
    browser.tabs.getCurrent().catch(() => undefined),
    browser.runtime.getPlatformInfo().catch(() => null),
    named
      ? browser.tabs.get(Number(named)).catch(() => undefined)
      : browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab),
  ]);
  const ownPage = own !== undefined || platform?.os === 'android';
  return {
    id: shown?.id ?? null,
    title: shown?.title ?? '',
    url: shown?.url ?? null,
    ownPage,
    inFront: ownPage && named === null,
  };
}
