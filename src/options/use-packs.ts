/** The packs as the background lists them, with what keeps some of them from being used. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ListedPack, PackTroubles } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import { onAddedPacksChanged } from '../settings/added-packs.ts';

const NONE: PackTroubles = { all: null, packs: {} };

export interface ListedPacks {
  readonly packs: readonly ListedPack[];
  /** None until they are known: finding them may take as long as compiling a pack. */
  readonly troubles: PackTroubles;
  reload(): Promise<void>;
}

export function usePacks(): ListedPacks {
  const [packs, setPacks] = useState<readonly ListedPack[]>([]);
  const [troubles, setTroubles] = useState(NONE);
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    // Who asks later knows better.
    const isStale = () => mine !== asked.current;
    const listed = await send('background.packs', {});
    if (isStale()) return;
    setPacks(listed);
    const found = await send('background.pack-troubles', {});
    if (!isStale()) setTroubles(found);
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    // An import brings packs too, and so do another tab and a note that was written elsewhere.
    onAddedPacksChanged(() => void reload(), stop.signal);
    void reload();
    return () => stop.abort();
  }, [reload]);
  return { packs, troubles, reload };
}
