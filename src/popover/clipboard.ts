/** Copying, wherever a content script runs. */

/** Pages over http have no navigator.clipboard; frames may be forbidden it. */
function copyBySelection(text: string, root: ShadowRoot): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'quiet';
  const focused = root.activeElement;
  root.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Copies text; false where the browser did not allow it. To be called in a user's act. */
export async function copyToClipboard(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, root);
  }
}
