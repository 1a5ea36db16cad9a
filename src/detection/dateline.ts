/** The line that says where a report was written: it names the place, whatever else its name stands for. */

import { beginsLine } from './lines.ts';
import { isCapitalised } from './words.ts';

/** Characters behind a name in which its dateline ends. */
const WINDOW = 48;
/**
 * "TAIPEI, May 20 — ", "BRUXELLES (Reuters) - ", "Brüssel/Kiew (dpa) - ", "Brussels – "; then a sentence begins. Letters are ranges that hold those of
 * all scripts and little else, since `\p{L}` takes milliseconds to be made ready, and datelines are on many pages.
 */
const BEHIND =
  /^(?:\/[A-Z][A-Za-z\u00c0-\u00ff]+)?(?:,[ \u00a0][A-Za-z\u00aa-\u1fff\u3041-\ud7ff][A-Za-z\u00aa-\u1fff\u3041-\ud7ff ]{2,20})?(?:,[ \u00a0](?:[A-Za-z\u00aa-\u1fff\u3041-\ud7ff]+\.?[ \u00a0]\d{1,2}|\d{1,2}\.?[ \u00a0](?:de[ \u00a0])?[A-Za-z\u00aa-\u1fff\u3041-\ud7ff]+)(?:[ \u00a0,]{1,2}\d{4})?)?(?:[ \u00a0]?[(（][A-Za-z\u00aa-\u1fff\u3041-\ud7ff /.-]{2,24}[)）])?[ \u00a0](?:—|–|--?)[ \u00a0]["“„«‘']?(\S)/;
/** "Brüssel/" at the head of a line, before the second of two places. */
const TWIN_BEFORE = /(?:^|\n)[A-Z][A-Za-z\u00c0-\u00ff]+\/$/;
/** What it ends with: asked first, since it is soon asked. */
const DASH = /[ \u00a0][—–-]/;

/** ［モスクワ　１４日　ロイター］, 【台北共同】 */
const BRACKETED =
  /^(?:[ \u3000]+[\d０-９]{1,2}日|[ \u3000]?共同|[ \u3000]?時事)[^\n]{0,16}[］\]】）]/u;

/** 新华社莫斯科5月9日电 */
const WIRED = /^(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)/;

/** True where the words at text[start, end) begin a line and a dash parts them from the report. */
export function isDateline(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + WINDOW);
  if (/[［[【（]/.test(text.charAt(start - 1))) return BRACKETED.test(behind);
  if (WIRED.test(behind)) return true;
  if (!DASH.test(behind)) return false;
  const isTwin =
    text.charAt(start - 1) === '/' &&
    TWIN_BEFORE.test(text.slice(Math.max(0, start - WINDOW), start));
  if (!isTwin && !beginsLine(text, start)) return false;
  const first = BEHIND.exec(behind)?.[1];
  return first !== undefined && (isCapitalised(first) || /\d/.test(first));
}
