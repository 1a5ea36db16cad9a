/** Whether the reader is typing: nothing opens then, and Gloss's keys are the field's. */

import type { OwnHosts } from './own-hosts.ts';

/** Inputs that are not written into. */
const PRESSED =
  '[type=button], [type=checkbox], [type=color], [type=file], [type=image], [type=radio], ' +
  '[type=range], [type=reset], [type=submit]';
const EDITABLE =
  `input:not(${PRESSED}), textarea, select, [role="textbox"], ` +
  '[contenteditable]:not([contenteditable="false"])';

/** What has focus, inside shadow roots and frames of the same origin (editors are such) too. */
function focused(hosts: OwnHosts): Element | null {
  let at = document.activeElement;
  for (;;) {
    if (!at) return null;
    const inside =
      hosts.rootOf(at)?.activeElement ?? (at as HTMLIFrameElement).contentDocument?.activeElement;
    if (!inside) return at;
    at = inside;
  }
}

/** Focus is where keys write text, a form of Gloss's own among them. */
export function isTyping(hosts: OwnHosts): boolean {
  const at = focused(hosts);
  if (at === null) return false;
  const isEdited =
    (at as HTMLElement).isContentEditable === true || at.ownerDocument.designMode === 'on';
  return isEdited || at.matches(EDITABLE);
}
