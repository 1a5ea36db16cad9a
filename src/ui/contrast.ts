/** Contrast of two colours, as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */

/** Share of each linear sRGB channel in luminance. */
const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;
/** Light that a screen reflects even where it is black. */
const FLARE = 0.05;

function luminance(hex: string): number {
  return LUMINANCE.reduce((sum, share, index) => {
    const channel = Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
    const linear = channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    return sum + share * linear;
  }, 0);
}

/** @param a @param b Colours as `#rrggbb`. @returns 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a) + FLARE, luminance(b) + FLARE];
  return Math.max(one, other) / Math.min(one, other);
}
