/**
 * The few kinds of setting that there are, each with its default, its check and what a form needs
 * to draw it. Written by hand and not with the validation library that packs use, because every
 * page loads this file: see docs/decisions/settings.md.
 */

interface Kind<T> {
  readonly default: T;
  /** True for exactly the values of the setting; anything else counts as damaged. */
  readonly isValid: (value: unknown) => value is T;
}

export interface FlagField extends Kind<boolean> {
  readonly kind: 'flag';
}
export interface ChoiceField<T extends string = string> extends Kind<T> {
  readonly kind: 'choice';
  readonly options: readonly T[];
}
export interface NumberField extends Kind<number> {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Said after the number: `ms`, `%`. */
  readonly unit: string;
}
/** A set of words, kept as a list without doubles; `options` closes it, null leaves it open. */
export interface SetField<T extends string = string> extends Kind<T[]> {
  readonly kind: 'set';
  readonly options: readonly T[] | null;
}
/** A colour for some of the names; a name that is missing keeps the look's own colour. */
export interface ColorsField<T extends string = string> extends Kind<{ [K in T]?: string }> {
  readonly kind: 'colors';
  readonly names: readonly T[];
}
export type Field = FlagField | ChoiceField | NumberField | SetField | ColorsField;

export const flag = (initial: boolean): FlagField => ({
  kind: 'flag',
  default: initial,
  isValid: (value): value is boolean => typeof value === 'boolean',
});

export const choice = <const T extends string>(
  options: readonly T[],
  initial: NoInfer<T>,
): ChoiceField<T> => ({
  kind: 'choice',
  options,
  default: initial,
  isValid: (value): value is T => (options as readonly unknown[]).includes(value),
});

export const wholeNumber = (range: {
  min: number;
  max: number;
  step: number;
  default: number;
  unit: string;
}): NumberField => ({
  kind: 'number',
  ...range,
  isValid: (value): value is number =>
    Number.isInteger(value) && Number(value) >= range.min && Number(value) <= range.max,
});

/** A set of the given options, or of any words when there are none. Empty by default. */
export const setOf = <const T extends string = string>(
  options: readonly T[] | null = null,
): SetField<T> => ({
  kind: 'set',
  options,
  default: [],
  isValid: (value): value is T[] =>
    Array.isArray(value) &&
    value.every((item) =>
      options ? (options as readonly unknown[]).includes(item) : typeof item === 'string',
    ),
});

/** `#rrggbb` in lower case. */
export const HEX_COLOR = /^#[0-9a-f]{6}$/;

/** Colours as `#rrggbb` in lower case, which is what `<input type=color>` gives. */
export const colorsFor = <const T extends string>(names: readonly T[]): ColorsField<T> => ({
  kind: 'colors',
  names,
  default: {},
  isValid: (value): value is { [K in T]?: string } =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([name, color]) =>
        (names as readonly string[]).includes(name) &&
        typeof color === 'string' &&
        HEX_COLOR.test(color),
    ),
});
