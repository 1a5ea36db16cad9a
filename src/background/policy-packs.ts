/**
 * Packs that an organisation has set for its users: brought to the shelf from storage.managed, and
 * taken from it when they are no longer there.
 *
 * Chromium says when a policy changes; Firefox reads it when it starts. So they are compared with the
 * shelf once a session of the browser, however often the background is started in it, and at each
 * change.
 */
import { browser, type Storage } from '../browser.ts';
import { NOTES_ID } from '../packs/ids.ts';
import { formatProblem } from '../packs/problems.ts';
import { readPackText } from '../packs/read-file.ts';
import type { Pack } from '../packs/schema.ts';
import { managedItems } from '../settings/managed.ts';
import { POLICY_PACKS } from '../settings/policy.ts';
import { notePolicyPacks, policyPackProblems } from '../settings/policy-packs.ts';
import { preparePack } from '../shelf/prepare.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { AddedPacks } from './added-packs.ts';
import { isReadable } from './recompiling.ts';

interface Wanted {
  readonly pack: Pack;
  readonly text: string;
}

/** The packs of a policy that can be used, and what is wrong with the others. */
export function readPolicyPacks(
  value: unknown,
  bundledId: string,
): { packs: Wanted[]; problems: string[] } {
  if (value === undefined) return { packs: [], problems: [] };
  if (!Array.isArray(value)) {
    return { packs: [], problems: [`${POLICY_PACKS}: must be a list of packs as text`] };
  }
  const packs: Wanted[] = [];
  const problems: string[] = [];
  const taken = new Set([bundledId, NOTES_ID]);
  for (const [i, text] of value.entries()) {
    const wrong = (path: string, message: string) =>
      problems.push(formatProblem({ path: `${POLICY_PACKS}[${i}]${path}`, message }));
    if (typeof text !== 'string') {
      wrong('', 'must be the text of a pack');
      continue;
    }
    const { pack, problems: found = [] } = readPackText(text);
    const [first] = found;
    if (!pack) wrong(first?.path ? `.${first.path}` : '', first?.message ?? 'is no pack');
    else if (taken.has(pack.id)) wrong('.id', `"${pack.id}" is the id of another pack`);
    else {
      taken.add(pack.id);
      packs.push({ pack, text });
    }
  }
  return { packs, problems };
}

/**
 * Brings the shelf in line with the policy.
 * @param anew compiles also what is there already
 * @returns whether anything had to change
 */
async function putPolicyPacks(
  shelf: Shelf,
  packs: readonly Wanted[],
  anew: boolean,
): Promise<boolean> {
  const heads = await shelf.heads();
  let changed = false;
  for (const { pack, text } of packs) {
    const head = heads.find(({ id }) => id === pack.id);
    const stands = head?.origin === 'policy' && !head.removed && isReadable(head);
    if (!anew && stands && (await shelf.text(pack.id)) === text) continue;
    await shelf.put(preparePack(pack, text, 'policy'));
    changed = true;
  }
  for (const { id, origin } of heads) {
    if (origin !== 'policy' || packs.some(({ pack }) => pack.id === id)) continue;
    await shelf.delete(id);
    changed = true;
  }
  return changed;
}

/**
 * Follows the packs of the policy until `signal` aborts.
 * @returns compiles them anew, as another version of Gloss has to
 */
export function followPolicyPacks(
  shelf: Shelf,
  added: AddedPacks,
  bundledId: string,
  signal?: AbortSignal,
): () => void {
  let last: Promise<unknown> = Promise.resolve();
  const follow = (anew = false) => {
    // One after the other, each from the policy as it then stands.
    last = last
      .then(async () => {
        const items = await managedItems([POLICY_PACKS]);
        const { packs, problems } = readPolicyPacks(items[POLICY_PACKS], bundledId);
        if (signal?.aborted) return;
        if (await putPolicyPacks(shelf, packs, anew)) await added.changed();
        await notePolicyPacks(problems);
        for (const problem of problems) console.warn(`Gloss, managed policy: ${problem}`);
      })
      // A shelf that cannot be written: the next session tries again.
      .catch(() => undefined);
  };
  const changed = (changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area === 'managed' && POLICY_PACKS in changes) follow();
  };
  // Wakes the background with the browser; what it has to do it does at any start.
  const started = () => undefined;
  browser.storage.onChanged.addListener(changed);
  browser.runtime.onStartup.addListener(started);
  signal?.addEventListener('abort', () => {
    browser.storage.onChanged.removeListener(changed);
    browser.runtime.onStartup.removeListener(started);
  });
  void policyPackProblems().then((known) => {
    if (known === null) follow();
  });
  return () => follow(true);
}
