/**
 * The one settings schema. Types, defaults, validation, storage and the options form all follow
 * from it: to add a setting, add a line here and its words to `_locales`.
 */
import { ENTITY_TYPES } from '../packs/kinds.ts';
import { choice, colorsFor, type Field, flag, setOf, wholeNumber } from './field.ts';

/** Rest before a popover opens; 200 ms is PRODUCT.md's default, 2 s is as good as never. */
const OPENING_DELAY = { min: 0, max: 2000, step: 50, default: 200, unit: 'ms' } as const;
/** Text size of Gloss's own UI; 200 % is what WCAG 1.4.4 asks for. */
export const TEXT_SIZE = { min: 80, max: 200, step: 10, default: 100, unit: '%' } as const;

export const FIELDS = {
  /** Off: nothing is marked anywhere. */
  enabled: flag(true),
  sitesMode: choice(['everywhere-except', 'only-on'], 'everywhere-except'),
  /** Match patterns: the exceptions, or the only places, by `sitesMode`. */
  sites: setOf(),
  opening: choice(['hover', 'modifier', 'click'], 'hover'),
  openingDelay: wholeNumber(OPENING_DELAY),
  modifierKey: choice(['Alt', 'Control', 'Shift', 'Meta'], 'Alt'),
  /** `modifier` draws nothing until the modifier key is held. */
  markStyle: choice(['dotted', 'solid', 'background', 'modifier'], 'dotted'),
  /** Colours that the reader chose; the look's own where there is none. */
  markColors: colorsFor(ENTITY_TYPES),
  /** A mark at the first mention in each section, at every mention, or at the first on the page. */
  markFrequency: choice(['section', 'every', 'first'], 'section'),
  /** Also in navigation, footers and the like. */
  markFurniture: flag(false),
  hiddenTypes: setOf(ENTITY_TYPES),
  /** Entity ids that are never marked. */
  muted: setOf(),
  ambiguity: choice(['strict', 'balanced', 'eager'], 'balanced'),
  theme: choice(['auto', 'light', 'dark'], 'auto'),
  textSize: wholeNumber(TEXT_SIZE),
  /** Pack ids that are switched off. */
  packsOff: setOf(),
} as const satisfies Record<string, Field>;

export type SettingKey = keyof typeof FIELDS;
export type Settings = { [K in SettingKey]: (typeof FIELDS)[K]['default'] };

export const SETTING_KEYS = Object.keys(FIELDS) as SettingKey[];

/** The settings of somebody who has changed nothing; a fresh object each time. */
export function defaultSettings(): Settings {
  return structuredClone(
    Object.fromEntries(SETTING_KEYS.map((key) => [key, FIELDS[key].default])),
  ) as Settings;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = defaultSettings();

/** Is `value` one that the setting can have? */
export function isValidSetting<K extends SettingKey>(key: K, value: unknown): value is Settings[K] {
  return FIELDS[key].isValid(value);
}

/** Equal as settings are: sets whatever their order, colours whatever the order of their names. */
export function isSameSetting(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value)].sort());
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify(value);
}
