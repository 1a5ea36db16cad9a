/** Colours as `getComputedStyle` serialises them: how light they are. Pure. */

export interface Lightness {
  /** Perceived lightness: 0 black to 1 white (L* of CIELAB over 100). */
  readonly value: number;
  /** 0 clear to 1 solid. */
  readonly alpha: number;
}

/** `rgb(1, 2, 3)`, `rgba(1 2 3 / .5)`, `color(srgb 0.1 0.2 0.3)`, `oklch(0.7 0.1 120)`, `lab(50 ...)` */
const COLOR = /^(rgba?|color|oklch|oklab|lab|lch)\((?:([a-z][a-z0-9-]*)\s+)?(.*)\)$/;

/** Share of each linear sRGB channel in luminance (IEC 61966-2-1, as WCAG 2.2 uses it). */
const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance (0 to 1) to CIE L* over 100. */
function lightness(luminance: number): number {
  const epsilon = 216 / 24389; // CIE 15:2004
  const kappa = 24389 / 27;
  const star = luminance <= epsilon ? luminance * kappa : 116 * Math.cbrt(luminance) - 16;
  return star / 100;
}

/** A number or percentage; a percentage counts `whole` for 100 %. */
function parse(text: string | undefined, whole: number): number {
  if (text === undefined || text === 'none') return 0;
  const number = Number.parseFloat(text);
  return text.endsWith('%') ? (number / 100) * whole : number;
}

/**
 * How light a computed colour is; null for what is no computed colour. Wide-gamut RGB is read as if
 * it were sRGB, which is near enough to tell light from dark.
 */
export function lightnessOf(color: string): Lightness | null {
  if (color === 'transparent') return { value: 0, alpha: 0 };
  const parts = COLOR.exec(color);
  if (!parts) return null;
  const [, form = '', , body = ''] = parts;
  const numbers = body.split(/[\s,/]+/).filter(Boolean);
  const alpha = numbers[3] === undefined ? 1 : parse(numbers[3], 1);
  if (form.startsWith('ok')) return { value: parse(numbers[0], 1), alpha };
  if (form === 'lab' || form === 'lch') return { value: parse(numbers[0], 100) / 100, alpha };
  const whole = form === 'color' ? 1 : 255;
  const luminance = LUMINANCE.reduce(
    (sum, share, i) => sum + share * linear(parse(numbers[i], whole) / whole),
    0,
  );
  return { value: lightness(luminance), alpha };
}
