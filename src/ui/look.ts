/** Applies the reader's look to one of Gloss's own pages. */
import type { Settings } from '../settings/schema.ts';
import { uiDirection, uiLocale } from './i18n.ts';

/** Sets theme, text size, language and direction on the page's root, which must wear `gloss`. */
export function applyLook(root: HTMLElement, { theme, textSize }: Settings): void {
  root.lang = uiLocale();
  root.dir = uiDirection();
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  // These pages measure in rem, so that the browser's own text size counts too.
  root.style.fontSize = `${textSize}%`;
}
