/**
 * What becomes of a setting that was changed from one value to another, where somebody else has
 * changed it in between: two tabs, two devices, or an undo after other changes. Pure.
 */
import { FIELDS, SETTING_KEYS, type SettingKey, type Settings } from './schema.ts';

/**
 * @param from values that the change was made from
 * @param to values that they were changed to
 * @param now the settings that stand
 * @returns for each setting of `to` what is to stand: for sets and colours, `now` with what was
 *   added, taken out or recoloured; else the value of `to`
 */
export function mergeChange(
  from: Partial<Settings>,
  to: Partial<Settings>,
  now: Settings,
): Partial<Settings> {
  const changed = SETTING_KEYS.filter((key) => to[key] !== undefined);
  return Object.fromEntries(changed.map((key) => [key, merge(key, from[key], to[key], now[key])]));
}

function merge(key: SettingKey, from: unknown, to: unknown, now: unknown): unknown {
  const { kind } = FIELDS[key];
  if (from === undefined) return to;
  if (kind === 'set') return mergeSets(from as string[], to as string[], now as string[]);
  if (kind === 'colors') return mergeNames(from as Names, to as Names, now as Names);
  return to;
}

function mergeSets(from: readonly string[], to: readonly string[], now: readonly string[]) {
  const kept = now.filter((word) => to.includes(word) || !from.includes(word));
  const added = to.filter((word) => !from.includes(word) && !now.includes(word));
  return [...kept, ...added];
}

type Names = Readonly<Record<string, string>>;

function mergeNames(from: Names, to: Names, now: Names): Names {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to), ...Object.keys(now)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = from[name] === to[name] ? now[name] : to[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
