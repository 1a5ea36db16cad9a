/** Looking for names in a pack's text of all its names (`ShelvedPack.names`), line by line. Pure. */
import { LINE_END, NAME_END } from '../shelf/prepare.ts';
import { fitOfName } from '../ui/find.ts';

/** The lines whose names fit a folded query best; all the first ones where nothing was typed. */
export function bestLines(
  names: string,
  query: string,
  limit: number,
): { line: number; fit: number }[] {
  const found: { line: number; fit: number }[] = [];
  let line = 0;
  let from = 0;
  while (from < names.length && (query !== '' || found.length < limit)) {
    const next = names.indexOf(query, from);
    if (next === -1) break;
    // Count the lines that were passed over.
    for (let end = names.indexOf(LINE_END, from); end !== -1 && end < next; ) {
      line++;
      from = end + 1;
      end = names.indexOf(LINE_END, from);
    }
    const end = names.indexOf(LINE_END, from);
    const whole = names.slice(from, end === -1 ? names.length : end);
    const fits = whole.split(NAME_END).flatMap((name) => fitOfName(name, query) ?? []);
    if (fits.length > 0) found.push({ line, fit: Math.min(...fits) });
    if (end === -1) break;
    line++;
    from = end + 1;
  }
  return found.sort((a, b) => a.fit - b.fit).slice(0, limit);
}
