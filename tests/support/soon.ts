import { vi } from 'vitest';

/** Far beyond what any of it takes: the second that `vi.waitFor` has is short on a busy machine. */
const LONGEST_MS = 20_000;

/** Tries a check again until it throws no more; what it answers. */
export function soon<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: LONGEST_MS });
}
