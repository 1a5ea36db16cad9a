/**
 * When what happened once began. A law, agreement or event of an earlier year has only the name in common: the Paris
 * Agreement of 1954. Facts are not asked: the first of them may be later than what they are about.
 */
import type { Entity } from './schema.ts';

const YEAR = /(?<!\d)(?:1\d|20)\d\d(?!\d)/g;

/** The first year in the names of a law, agreement or event; 0 for none, and for other kinds of entity. */
export function firstYearOf({ type, name, fullName, aliases }: Entity): number {
  if (type !== 'law' && type !== 'agreement' && type !== 'event') return 0;
  const names = [name, fullName, ...aliases.map(({ text }) => text)];
  const years = names.flatMap((text) => text?.match(YEAR) ?? []).map(Number);
  return years.length > 0 ? Math.min(...years) : 0;
}
