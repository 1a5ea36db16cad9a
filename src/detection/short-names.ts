/** Which names are short for which. */
import { isAscii } from './words.ts';

const SMALL_WORD = /^(?:of|the|and|for|on|in|to|de|la|le|les|des|du|der|die|das|und|et|y|e)$/i;

/** True when `words` is how people shorten `name`: its surname or other part, or its initials. */
export function shortens(words: string, name: string): boolean {
  if (words === words.toLowerCase()) return false;
  const small = words.toLowerCase();
  const full = name.toLowerCase();
  const parts: string[] = full.match(isAscii(full) ? /[a-z0-9.]+/g : /[\p{L}\p{N}\p{M}.]+/gu) ?? [];
  if (parts.length < 2) return false;
  if (parts.includes(small)) return true;
  const letters = small.replace(isAscii(small) ? /[^a-z]/g : /[^\p{L}]/gu, '');
  // Two letters are the initials of too many things.
  if (letters.length < 3) return false;
  const initials = parts.filter((part) => !SMALL_WORD.test(part)).map((part) => part.charAt(0));
  return initials.join('').startsWith(letters);
}

/** True when `words`, one common noun, is the last word of `name`: the grid of a "power grid". */
export const isHeadOf = (words: string, name: string): boolean =>
  !/[\s-]/.test(words) && name.toLowerCase().endsWith(` ${words.toLowerCase()}`);

/** An abbreviation without its dots and what tells a plural: U.S. and US, EV and EVs are one word. */
export const stemOf = (words: string): string => words.replaceAll('.', '').replace(/s$/, '');
