/**
 * Is this a pack? Three looks, each only when the one before found nothing: the shape of the JSON,
 * the schema of the format, and what the pack's parts say of one another.
 */
import * as v from 'valibot';
import { findShapeProblems } from './plain-json.ts';
import { fromIssue, type Problem } from './problems.ts';
import { findReferenceProblems } from './references.ts';
import { type Pack, PackSchema } from './schema.ts';

export { formatProblem, type Problem } from './problems.ts';

/** Either the pack or at least one problem. */
export type Validation =
  | { pack: Pack; problems?: undefined }
  | { problems: Problem[]; pack?: undefined };

/** Lists where the format has keyed objects: to valibot's `record` a list is an object as well. */
function findLists(value: object): Problem[] {
  return ['sources', 'series']
    .filter((key) => Object.hasOwn(value, key) && Array.isArray(Reflect.get(value, key)))
    .map((path) => ({ path, message: 'must be an object' }));
}

/**
 * Checks any value, usually what `JSON.parse` made of a file. Never throws, whatever the value is,
 * and takes time in proportion to its size. The pack that it answers is a copy: texts are trimmed,
 * fields that the format does not know are kept.
 */
export function validatePack(value: unknown): Validation {
  const misshapen = findShapeProblems(value);
  if (misshapen.length > 0) return { problems: misshapen };
  const parsed = v.safeParse(PackSchema, value);
  if (!parsed.success) return { problems: parsed.issues.map(fromIssue) };
  const problems = [...findLists(Object(value)), ...findReferenceProblems(parsed.output)];
  return problems.length > 0 ? { problems } : { pack: parsed.output };
}
