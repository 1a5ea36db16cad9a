/** The order in which packs win where their names clash, as the reader has set it on this device. */
import { browser } from '../browser.ts';
import { NOTES_ID } from '../packs/ids.ts';

/** In storage.local: ids of packs, the one that wins first. */
const ITEM = 'packs.order';

/**
 * Place of a pack in the order in which packs win: as the reader has ordered them, then the reader's
 * own notes, the bundled pack, and the others as they come.
 */
export async function packRank(bundledId: string): Promise<(packId: string) => number> {
  const { [ITEM]: stored } = await browser.storage.local.get(ITEM);
  const own = Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  const order = [...new Set([...own, NOTES_ID, bundledId])];
  return (packId) => {
    const at = order.indexOf(packId);
    return at === -1 ? order.length : at;
  };
}

export async function savePackOrder(order: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [ITEM]: order });
}
