/** What a reader sees between two pieces of text whose letters touch in the markup. */
import { kindByDisplay } from './kinds.ts';

/** A floated first letter is part of the word that it begins. */
const DROP_CAP_LENGTH = 2;

/** True when the element's text is laid out apart from the text around it. */
export function isLaidOutApart(element: Element, style: CSSStyleDeclaration): boolean {
  if (kindByDisplay(style.display) !== 'block') return false;
  return style.float === 'none' || (element.textContent ?? '').trim().length > DROP_CAP_LENGTH;
}

/** Labels in boxes side by side (inline-block with room around it) are words of their own. */
function hasRoom(style: CSSStyleDeclaration): boolean {
  if (style.display === 'inline' || style.display === 'contents') return false;
  const { marginLeft, marginRight, paddingLeft, paddingRight } = style;
  return [marginLeft, marginRight, paddingLeft, paddingRight].some(
    (width) => Number.parseFloat(width) > 0,
  );
}

/**
 * @returns '' where the pieces are one word, '\n' or ' ' where a line break or room is between them,
 * null where they belong to different blocks.
 */
export function jointBetween(before: Text, after: Text, container: Element): string | null {
  let between = '';
  const see = (element: Element): boolean => {
    if (element.localName === 'br') between = '\n';
    else if (element.localName === 'img') between = ' ';
    else if (element.localName !== 'wbr' && element !== container) {
      const style = getComputedStyle(element);
      if (isLaidOutApart(element, style)) return false;
      if (between === '' && hasRoom(style)) between = ' ';
    }
    return true;
  };
  for (
    let element = before.parentElement;
    element && element !== container && !element.contains(after);
    element = element.parentElement
  ) {
    if (!see(element)) return null;
  }
  const walker = document.createTreeWalker(before.getRootNode(), NodeFilter.SHOW_ALL);
  walker.currentNode = before;
  for (let node = walker.nextNode(); node && node !== after; node = walker.nextNode()) {
    if (node instanceof Element && !see(node)) return null;
  }
  return between;
}
