/** Whether the reader is typing: nothing opens then, and Gloss's keys are the field's. */

/** Inputs that are not written into. */
const PRESSED =
  '[type=button], [type=checkbox], [type=color], [type=file], [type=image], [type=radio], ' +
  '[type=range], [type=reset], [type=submit]';
const EDITABLE =
  `input:not(${PRESSED}), textarea, select, [role="textbox"], ` +
  '[contenteditable]:not([contenteditable="false"])';

/** What has focus, inside open shadow roots too. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Focus is where keys write text. */
export function isTyping(): boolean {
  const at = focused();
  return at !== null && (at.matches(EDITABLE) || (at as HTMLElement).isContentEditable === true);
}
