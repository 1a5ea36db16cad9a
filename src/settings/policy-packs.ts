/**
 * What the background has found wrong with the packs of a policy, for the options to show. In
 * storage.session, where it is also the sign that the packs have been looked at in this session.
 */
import { browser } from '../browser.ts';
import { onItemChanged } from './on-item.ts';

const ITEM = 'policy.packs';

const read = (value: unknown): string[] | null =>
  Array.isArray(value) ? value.filter((problem) => typeof problem === 'string') : null;

/** The problems found; null where nobody has looked yet in this session of the browser. */
export async function policyPackProblems(): Promise<string[] | null> {
  const { [ITEM]: value } = await browser.storage.session.get(ITEM);
  return read(value);
}

/** For the background alone. */
export async function notePolicyPacks(problems: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [ITEM]: problems });
}

/** Calls back with the problems when the packs have been looked at, until `signal` aborts. */
export function onPolicyPacksChecked(
  callback: (problems: string[]) => void,
  signal: AbortSignal,
): void {
  onItemChanged('session', ITEM, (value) => callback(read(value) ?? []), signal);
}
