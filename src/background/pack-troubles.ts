/** Added packs that are there and say nothing: whether they can be put right, and if not, why. */
import { handleChecked } from '../messaging/checked.ts';
import type { PackTrouble, PackTroubles } from '../messaging/messages.ts';
import { KEYS_FORMAT } from '../packs/keys-format.ts';
import { formatProblem } from '../packs/problems.ts';
import { parseJson } from '../packs/read-file.ts';
import { PackSchema } from '../packs/schema.ts';
import { validatePack } from '../packs/validate.ts';
import type { PackHead } from '../shelf/prepare.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { AddedPacks } from './added-packs.ts';

const PACK_FORMAT = PackSchema.entries.format.literal;

/** True for a file of a later format of packs. */
function isLater(value: unknown): boolean {
  const { format } = Object(value) as { format?: unknown };
  return typeof format === 'number' && format > PACK_FORMAT;
}

/**
 * Why nothing could be compiled of a pack. Pure.
 * @param head says by which version it was compiled last
 * @param text what is stored as its file: of a damaged database it may be anything
 */
export function troubleOf({ format }: Pick<PackHead, 'format'>, text: unknown): PackTrouble {
  if (typeof text !== 'string') return { kind: 'lost', detail: '' };
  const { value, problems: unparsed } = parseJson(text);
  const { pack, problems = [] } = unparsed ? { problems: unparsed } : validatePack(value);
  if (pack) return { kind: 'unprepared', detail: '' };
  // A newer version took it for a pack, so that it is one by rules that this version does not know.
  const isNewer = isLater(value) || (value !== undefined && format > KEYS_FORMAT);
  if (isNewer) return { kind: 'newer', detail: '' };
  return { kind: 'damaged', detail: problems.slice(0, 1).map(formatProblem).join() };
}

/** Why no pack can be read; null where they can. */
async function troubleOfAll(shelf: Shelf): Promise<PackTroubles['all']> {
  try {
    await shelf.heads();
    return null;
  } catch (error) {
    // What IndexedDB says of a database whose version is higher than the one asked for.
    return error instanceof Error && error.name === 'VersionError' ? 'newer' : 'closed';
  }
}

/** Tries to compile what says nothing, and tells what still does so. */
async function findTroubles(shelf: Shelf, added: AddedPacks): Promise<PackTroubles> {
  const all = await troubleOfAll(shelf);
  if (all !== null) return { all, packs: {} };
  const silent = await added.mend();
  const packs = await Promise.all(
    silent.map(async (head) => {
      const text = await shelf.text(head.id).catch(() => null);
      return [head.id, troubleOf(head, text)] as const;
    }),
  );
  return { all, packs: Object.fromEntries(packs) };
}

/** What the options ask when they have drawn their list. */
export function answerAboutTroubles(shelf: Shelf, added: AddedPacks, signal?: AbortSignal): void {
  handleChecked('background.pack-troubles', () => findTroubles(shelf, added), signal);
}
