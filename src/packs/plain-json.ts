/**
 * First look at a file that a stranger wrote, before any schema: is it plain JSON of a sane shape?
 * Works without recursion, so that nesting cannot exhaust the stack, and reads every value once.
 */
import { formatPath, type Problem } from './problems.ts';

/** The format itself needs 6 levels; the rest is room for fields of newer formats. */
const MAX_DEPTH = 32;

/** Keys that reach an object's prototype when a careless reader copies them. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** With the `u` flag this matches only a surrogate whose other half is missing. */
const LONE_SURROGATE = /\p{Surrogate}/u;

interface Step {
  value: unknown;
  key: string | number | null;
  depth: number;
  parent: Step | null;
}

function pathOf(step: Step): string {
  const keys: (string | number)[] = [];
  for (let at: Step | null = step; at; at = at.parent) if (at.key !== null) keys.push(at.key);
  return formatPath(keys.reverse());
}

function isAncestor(step: Step): boolean {
  for (let at = step.parent; at; at = at.parent) if (at.value === step.value) return true;
  return false;
}

/** What is wrong with one value by itself; null for containers and for what JSON can say. */
function problemOfLeaf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return LONE_SURROGATE.test(value) ? 'has half of a character (lone surrogate)' : null;
    case 'number':
      return Number.isFinite(value) ? null : 'is too large a number';
    case 'boolean':
    case 'object':
      return null;
    default:
      return `must be plain JSON, not ${typeof value}`;
  }
}

/**
 * Problems of shape: keys that reach prototypes, half characters, numbers beyond double precision,
 * nesting beyond 32 levels, cycles. Empty when the value is safe to be read by the schema.
 */
export function findShapeProblems(root: unknown): Problem[] {
  const problems: Problem[] = [];
  const seen = new WeakSet<object>();
  const steps: Step[] = [{ value: root, key: null, depth: 0, parent: null }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { value, depth } = step;
    const leaf = problemOfLeaf(value);
    if (leaf) problems.push({ path: pathOf(step), message: leaf });
    if (typeof value !== 'object' || value === null) continue;
    if (seen.has(value)) {
      if (isAncestor(step)) problems.push({ path: pathOf(step), message: 'contains itself' });
      continue;
    }
    seen.add(value);
    if (depth >= MAX_DEPTH) {
      problems.push({ path: pathOf(step), message: `is nested deeper than ${MAX_DEPTH} levels` });
      continue;
    }
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--)
        steps.push({ value: value[i], key: i, depth: depth + 1, parent: step });
      continue;
    }
    for (const [key, inner] of Object.entries(value).reverse()) {
      const next: Step = { value: inner, key, depth: depth + 1, parent: step };
      if (PROTOTYPE_KEYS.has(key))
        problems.push({ path: pathOf(next), message: 'is a reserved key' });
      else if (LONE_SURROGATE.test(key))
        problems.push({ path: pathOf(step), message: 'has a key with half of a character' });
      else steps.push(next);
    }
  }
  return problems;
}
