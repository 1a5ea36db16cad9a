/** Whether the page looks light or dark where a mention stands, so that the popover fits in. */
import type { Settings } from '../settings/schema.ts';
import { lightnessOf } from '../ui/color.ts';

export type Theme = 'light' | 'dark';

/** Half of perceived lightness. */
const MIDDLE = 0.5;
/** More see-through than this, a background shows what is behind it rather than itself. */
const SOLID = 0.5;

/** The composed parent: through slots and out of shadow roots. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A page that inverts itself (`html { filter: invert(1) }`) looks the opposite of what it says. */
function isInverted(): boolean {
  return /\binvert\((?:1|100%)\)/.test(getComputedStyle(document.documentElement).filter);
}

/** The lightness of what is behind an element; null where a picture or nothing known is. */
function backgroundLightness(element: Element): number | null {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    const color = lightnessOf(style.backgroundColor);
    if (color && color.alpha >= SOLID) return color.value;
    if (style.backgroundImage !== 'none') return null;
  }
  // Nothing is painted: what shows is the browser's canvas, which follows the root's colour scheme.
  const scheme = getComputedStyle(document.documentElement).colorScheme.split(' ');
  const dark =
    scheme.includes('dark') &&
    (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? 0 : 1;
}

/** The theme for a popover at an element of the page. Reads styles, changes nothing. */
export function themeFor(element: Element, setting: Settings['theme']): Theme {
  if (setting !== 'auto') return setting;
  const behind = backgroundLightness(element);
  // Over a picture the text's colour tells: light text is meant for a dark ground.
  const text = behind === null ? lightnessOf(getComputedStyle(element).color) : null;
  const dark = behind !== null ? behind < MIDDLE : (text?.value ?? 0) > MIDDLE;
  return dark !== isInverted() ? 'dark' : 'light';
}
