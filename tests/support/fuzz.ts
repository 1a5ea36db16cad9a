/** What fuzzing of files has in common: where to put something wrong, and what. Bounded and seeded. */
import fc from 'fast-check';

/** The same runs on every machine: what CI finds is found at home, and the other way round. */
export const SEED = 20_261_127;

export type Path = readonly (string | number)[];

/** Paths to every value of a JSON value, so that any of them can be put wrong. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

/** A copy with another value at a path. */
export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Values that files should not hold where they are put, and some that they may. */
export const oddValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a@b.example/',
    '\ud800',
    '__proto__',
    'constructor',
    -0,
    1e308,
    '',
    ' ',
    'a'.repeat(5_000),
    [],
    {},
    null,
  ),
);
