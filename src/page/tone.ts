/**
 * Whether text stands on a light or a dark ground, so that its mark can be seen. The text's own colour
 * tells, since somebody chose it to be read there: over pictures, gradients and layers too, where no
 * background colour would. Only middling colours need a look at what is behind them.
 */
import { lightnessOf } from '../ui/color.ts';
import { boxParentOf } from './tree.ts';

/** Named after the ground. */
export type Tone = 'light' | 'dark';

/** Lightness (0 to 1) below which text is dark, and above which it is light, beyond doubt. */
const DARK_TEXT = 0.45;
const LIGHT_TEXT = 0.72;
/** More see-through than this, a background shows what is behind it rather than itself. */
const SOLID = 0.5;

/**
 * The colours of a few elements: while they stay, the page has not turned dark or light. Pages change
 * attributes of their root at every frame, and asking every mark's element then would cost.
 */
export function lookOf(elements: Iterable<Element>): string {
  let look = '';
  for (const element of elements) {
    const { color, backgroundColor } = getComputedStyle(element);
    look += `${color} ${backgroundColor};`;
  }
  return look;
}

/** The tones of a page's elements, asked once for each. */
export class Tones {
  #known = new WeakMap<Element, Tone>();

  of(element: Element): Tone {
    let tone = this.#known.get(element);
    if (!tone) {
      tone = sample(element);
      this.#known.set(element, tone);
    }
    return tone;
  }

  /** The page has changed its look. */
  forget(): void {
    this.#known = new WeakMap();
  }
}

function sample(element: Element): Tone {
  const text = lightnessOf(getComputedStyle(element).color);
  if (!text || text.value <= DARK_TEXT) return 'light';
  if (text.value >= LIGHT_TEXT) return 'dark';
  for (let up: Element | null = element; up; up = boxParentOf(up)) {
    const ground = lightnessOf(getComputedStyle(up).backgroundColor);
    if (ground && ground.alpha >= SOLID) return ground.value < text.value ? 'dark' : 'light';
  }
  return 'light';
}
