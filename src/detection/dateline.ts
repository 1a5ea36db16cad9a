/** The line that says where a report was written: it names the place, whatever else its name stands for. */

import { beginsLine } from './lines.ts';
import { isCapitalised } from './words.ts';

/** Characters behind a name in which its dateline ends. */
const WINDOW = 48;
/**
 * "TAIPEI, May 20 — ", "BRUXELLES (Reuters) - ", "Brussels – "; then a sentence begins. Letters are ranges that hold those of
 * all scripts and little else, since `\p{L}` takes milliseconds to be made ready, and datelines are on many pages.
 */
const BEHIND =
  /^(?:,[ \u00a0][A-Za-z\u00aa-\u1fff\u3041-\ud7ff][A-Za-z\u00aa-\u1fff\u3041-\ud7ff ]{2,20})?(?:,[ \u00a0](?:[A-Za-z\u00aa-\u1fff\u3041-\ud7ff]+\.?[ \u00a0]\d{1,2}|\d{1,2}\.?[ \u00a0](?:de[ \u00a0])?[A-Za-z\u00aa-\u1fff\u3041-\ud7ff]+)(?:[ \u00a0,]{1,2}\d{4})?)?(?:[ \u00a0]?[(（][A-Za-z\u00aa-\u1fff\u3041-\ud7ff /.]{2,24}[)）])?[ \u00a0](?:—|–|--?)[ \u00a0]["“„«‘']?(\S)/;
/** What it ends with: asked first, since it is soon asked. */
const DASH = /[ \u00a0][—–-]/;

/** ［モスクワ　１４日　ロイター］ */
const BRACKETED = /^[ \u3000]+[\d０-９]{1,2}日[^\n]{0,16}[］\]】）]/u;

/** True where the words at text[start, end) begin a line and a dash parts them from the report. */
export function isDateline(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + WINDOW);
  if (/[［[【（]/.test(text.charAt(start - 1))) return BRACKETED.test(behind);
  if (!DASH.test(behind) || !beginsLine(text, start)) return false;
  const first = BEHIND.exec(behind)?.[1];
  return first !== undefined && (isCapitalised(first) || /\d/.test(first));
}
