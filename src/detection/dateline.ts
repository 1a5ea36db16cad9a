/** The line that says where a report was written: it names the place, whatever else its name stands for. */

import { beginsLine } from './lines.ts';

/** Characters behind a name in which its dateline ends. */
const WINDOW = 48;
/** "TAIPEI, May 20 — ", "BRUXELLES (Reuters) - ", "Brussels – "; then a sentence begins. */
const BEHIND =
  /^(?:,[ \u00a0]\p{L}[\p{L} ]{2,20})?(?:,[ \u00a0](?:\p{L}+\.?[ \u00a0]\d{1,2}|\d{1,2}\.?[ \u00a0](?:de[ \u00a0])?\p{L}+)(?:[ \u00a0,]{1,2}\d{4})?)?(?:[ \u00a0]?[(（][\p{L} /.]{2,24}[)）])?[ \u00a0](?:—|–|--?)[ \u00a0](?=["“„«‘']?[\p{Lu}\p{N}])/u;
/** What it ends with: asked first, since it is soon asked. */
const DASH = /[ \u00a0][—–-]/;

/** ［モスクワ　１４日　ロイター］ */
const BRACKETED = /^[ \u3000]+[\d０-９]{1,2}日[^\n]{0,16}[］\]】）]/u;

/** True where the words at text[start, end) begin a line and a dash parts them from the report. */
export function isDateline(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + WINDOW);
  if (/[［[【（]/.test(text.charAt(start - 1))) return BRACKETED.test(behind);
  return beginsLine(text, start) && DASH.test(behind) && BEHIND.test(behind);
}
