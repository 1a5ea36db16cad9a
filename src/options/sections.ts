/** Which settings stand in which section of the options, in the order of the page. */
import type { SettingKey, Settings } from '../settings/schema.ts';

export const SECTION_IDS = [
  'opening',
  'marks',
  'what',
  'sites',
  'packs',
  'look',
  'keyboard',
  'data',
  'about',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Every setting stands in exactly one section (tests/unit/options). */
export const SECTION_SETTINGS: Readonly<Record<SectionId, readonly SettingKey[]>> = {
  opening: ['enabled', 'opening', 'openingDelay', 'modifierKey'],
  marks: ['markStyle', 'markFrequency', 'markColors'],
  what: ['hiddenTypes', 'ambiguity', 'markFurniture', 'muted'],
  sites: ['sitesMode', 'sites'],
  packs: ['packsOff'],
  look: ['theme', 'textSize'],
  keyboard: [],
  data: [],
  about: [],
};

/** Does the setting do anything as the others stand? One that does not is shown as such. */
export function hasEffect(key: SettingKey, settings: Settings): boolean {
  if (key === 'openingDelay') return settings.opening !== 'click';
  if (key === 'modifierKey') {
    return settings.opening === 'modifier' || settings.markStyle === 'modifier';
  }
  return true;
}
