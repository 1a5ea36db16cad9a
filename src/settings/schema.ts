/**
 * The one settings schema. Types, defaults, validation and the options form all follow from it.
 * Settings live in storage.sync, one item a setting, and only where they differ from the default.
 */
import * as v from 'valibot';
import { ENTITY_TYPES } from '../packs/schema.ts';

/** Rest before a popover opens, in ms; 200 is PRODUCT.md's default. */
export const OPENING_DELAY = { min: 0, max: 2000, default: 200 } as const;
/** Text size of Gloss's own UI, in per cent of 15 px. */
export const TEXT_SIZE = { min: 80, max: 200, default: 100 } as const;

export const SettingsSchema = v.object({
  /** Off: nothing is marked anywhere. */
  enabled: v.boolean(),
  sitesMode: v.picklist(['everywhere-except', 'only-on']),
  /** Match patterns: the exceptions, or the only places, by `sitesMode`. */
  sites: v.array(v.string()),
  opening: v.picklist(['hover', 'modifier', 'click']),
  openingDelay: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(OPENING_DELAY.min),
    v.maxValue(OPENING_DELAY.max),
  ),
  modifierKey: v.picklist(['Alt', 'Control', 'Shift', 'Meta']),
  markStyle: v.picklist(['dotted', 'solid', 'background', 'modifier']),
  /** A mark at the first mention in each section, at every mention, or at the first on the page. */
  markFrequency: v.picklist(['section', 'every', 'first']),
  /** Also in navigation, footers and the like. */
  markFurniture: v.boolean(),
  hiddenTypes: v.array(v.picklist(ENTITY_TYPES)),
  /** Entity ids that are never marked. */
  muted: v.array(v.string()),
  ambiguity: v.picklist(['strict', 'balanced', 'eager']),
  theme: v.picklist(['auto', 'light', 'dark']),
  textSize: v.pipe(v.number(), v.integer(), v.minValue(TEXT_SIZE.min), v.maxValue(TEXT_SIZE.max)),
  /** Pack ids that are switched off. */
  packsOff: v.array(v.string()),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  sitesMode: 'everywhere-except',
  sites: [],
  opening: 'hover',
  openingDelay: OPENING_DELAY.default,
  modifierKey: 'Alt',
  markStyle: 'dotted',
  markFrequency: 'section',
  markFurniture: false,
  hiddenTypes: [],
  muted: [],
  ambiguity: 'balanced',
  theme: 'auto',
  textSize: TEXT_SIZE.default,
  packsOff: [],
};
