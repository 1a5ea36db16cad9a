/** Gathers what is exported, and applies an import: all of it, or nothing. */
import { send } from '../messaging/messaging.ts';
import { readPackText } from '../packs/read-file.ts';
import { loadPolicy } from '../settings/managed.ts';
import { changeSettings, loadOwnSettings, type Saved } from '../settings/store.ts';
import { preparePack } from '../shelf/prepare.ts';
import { openShelf, type Shelf } from '../shelf/shelf.ts';
import { type PutNotes, putNotes } from './import-notes.ts';
import type { Everything, Import, OwnPack, PackChange } from './transfer.ts';

/** All that there is to export, as it stands. */
export async function gather(shelf: Shelf = openShelf()): Promise<Everything> {
  const [settings, policy, listed] = await Promise.all([
    loadOwnSettings(),
    loadPolicy(),
    send('background.packs', {}),
  ]);
  const packs = await Promise.all(
    listed.map(async ({ id, title, origin }): Promise<OwnPack[]> => {
      // What is managed comes from elsewhere again, and the bundled pack with Gloss.
      if (origin !== 'file' && origin !== 'notes') return [];
      const text = await shelf.text(id);
      return text === null ? [] : [{ id, title, origin, text }];
    }),
  );
  return {
    settings,
    policy,
    packs: packs.flat(),
    order: listed.map(({ id }) => id),
    bundledId: listed.find(({ bundled }) => bundled)?.id ?? '',
    managedIds: listed.flatMap(({ id, origin }) => (origin === 'policy' ? [id] : [])),
  };
}

export interface Applied {
  saved: Saved;
  /** Notes that only this device keeps, since sync has no more room. */
  notesOnDevice: number;
  /** Puts everything back as it was; what was changed since then stays. */
  undo(): Promise<void>;
}

/**
 * Applies an import.
 * @param before what `gather` said when the import was read
 * @throws whatever storage throws; everything is then as it was.
 */
export async function apply(
  { values, packs, order }: Extract<Import, { kind: 'ready' }>,
  before: Everything,
  shelf: Shelf = openShelf(),
): Promise<Applied> {
  await exchange(shelf, packs);
  let notes: PutNotes | null = null;
  const takeBack = async () => {
    // Notes first: from those that are left the background makes their pack.
    await (notes?.undo() ?? Promise.resolve()).finally(() => takeBackPacks(shelf, packs));
  };
  try {
    notes = await putNotes(packs);
    const saved = await changeSettings(before.settings, values);
    await noteOrder(packs, order);
    return {
      saved,
      notesOnDevice: notes.onDevice,
      async undo() {
        await takeBack();
        await changeSettings(values, before.settings);
        await noteOrder(packs, order && before.order);
      },
    };
  } catch (error) {
    await takeBack();
    throw error;
  }
}

const shelved = ({ text, origin }: OwnPack, pack = readPackText(text).pack) =>
  pack ? [preparePack(pack, text, origin)] : [];

async function exchange(shelf: Shelf, packs: readonly PackChange[]): Promise<void> {
  if (packs.length === 0) return;
  await shelf.exchange({ put: packs.flatMap(({ own, pack }) => shelved(own, pack)), remove: [] });
}

async function takeBackPacks(shelf: Shelf, packs: readonly PackChange[]): Promise<void> {
  if (packs.length === 0) return;
  await shelf.exchange({
    put: packs.flatMap(({ before }) => (before ? shelved(before) : [])),
    remove: packs.flatMap(({ before, own }) => (before ? [] : [own.id])),
  });
}

/** Tells the background, and so all pages, what has become of the packs. */
async function noteOrder(
  packs: readonly PackChange[],
  order: readonly string[] | null,
): Promise<void> {
  if (order) await send('background.pack-order', { order: [...order] });
  else if (packs.length > 0) await send('background.pack-order', { order: await currentOrder() });
}

const currentOrder = async (): Promise<string[]> =>
  (await send('background.packs', {})).map(({ id }) => id);
