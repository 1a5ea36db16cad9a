/** What is wrong with a pack, and where: `entities[3].facts[0].source: no source "x"`. */
import type * as v from 'valibot';

export interface Problem {
  /** Keys from the top of the pack down; empty for the pack as a whole. */
  path: string;
  message: string;
}

/** Keys that can be read in a path without quotes. */
const PLAIN_KEY = /^[\w-]+$/;
/** Longer keys are cut in messages: a key can be as long as the file. */
const MAX_SHOWN = 60;

/** A value from the file, short enough to stand in a message. */
export function shown(text: string): string {
  const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return JSON.stringify(cut);
}

/** `['entities', 3, 'facts']` -> `entities[3].facts`. */
export function formatPath(keys: readonly unknown[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (PLAIN_KEY.test(String(key)) && String(key).length <= MAX_SHOWN)
      path += path ? `.${String(key)}` : String(key);
    else path += `[${shown(String(key))}]`;
  }
  return path;
}

/** One line for a terminal. */
export function formatProblem({ path, message }: Problem): string {
  return `${path || '(whole pack)'}: ${message}`;
}

/** Puts an issue of valibot into our words; checks of our own already speak for themselves. */
function sayIssue(issue: v.BaseIssue<unknown>): string {
  const { kind, type, expected, received, message } = issue;
  if (kind === 'schema') {
    if (received === 'undefined') return 'is missing';
    if (type === 'loose_object' || type === 'record') return 'must be an object';
    if (type === 'array') return 'must be an array';
    if (type === 'picklist' || type === 'literal') {
      return `must be ${(expected ?? '').replaceAll('"', '').replace(/^\((.*)\)$/, '$1')}`;
    }
    return `must be ${expected ?? 'something else'}, not ${received.slice(0, MAX_SHOWN)}`;
  }
  if (type === 'max_length') return `is too long (at most ${(expected ?? '').replace('<=', '')})`;
  if (type === 'min_length') return message.startsWith('Invalid') ? 'must not be empty' : message;
  if (message.startsWith('Invalid'))
    return `must be ${(expected ?? '').replace('>=', 'at least ').replace('<=', 'at most ')}`;
  return message;
}

export function fromIssue(issue: v.BaseIssue<unknown>): Problem {
  return { path: formatPath((issue.path ?? []).map(({ key }) => key)), message: sayIssue(issue) };
}
