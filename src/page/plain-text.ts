/**
 * A document of plain text, which browsers show as one `pre` in a page that they make for it. There it
 * is what is to be read; in a page that somebody wrote, `pre` is code.
 */

/**
 * Longest plain text that is read, in UTF-16 units: twice a long novel. Logs and data are longer, and
 * nobody reads them.
 */
const LONGEST = 2_000_000;

export function isPlainText(): boolean {
  return document.contentType === 'text/plain';
}

/** True for a plain text of more than ordinary length. Asks no node for its text. */
export function isTooLong(body: Element): boolean {
  let length = 0;
  for (let node = body.firstElementChild?.firstChild; node; node = node.nextSibling) {
    if (node instanceof Text) length += node.length;
    if (length > LONGEST) return true;
  }
  return false;
}
