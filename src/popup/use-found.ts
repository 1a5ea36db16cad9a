/** What the packs have for what is typed. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedEntity, TabEntity } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';

/** More than these nobody reads; a narrower search finds them. */
const MOST_FOUND = 30;

/** What the packs have for a query beside what is on the page. */
export function useFoundElsewhere(query: string, here: readonly TabEntity[]): ListedEntity[] {
  const [found, setFound] = useState<ListedEntity[]>([]);
  useEffect(() => {
    if (query.trim() === '') return setFound([]);
    let stale = false;
    void send('background.search', { query, limit: MOST_FOUND }).then((answer) => {
      if (!stale) setFound(answer);
    });
    return () => {
      stale = true;
    };
  }, [query]);
  return found.filter(({ id }) => !here.some((entity) => entity.id === id));
}
