/** The words of settings, found by the settings' own names: the compiler checks that they exist. */
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import { FIELDS, type SettingKey, type Settings } from '../settings/schema.ts';
import { formatNumber } from '../ui/format.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';

/** Keys of messages have no hyphens. */
type Snake<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : T;

type ChoiceWord = {
  [K in SettingKey]: (typeof FIELDS)[K] extends { kind: 'choice'; options: readonly (infer T)[] }
    ? T extends string
      ? `options_${K}_${Snake<T>}`
      : never
    : never;
}[SettingKey];

export const labelOf = (key: SettingKey): string => t(`options_${key}`);
export const hintOf = (key: SettingKey): string => t(`options_${key}_hint`);

/** The words of one option of a choice. */
export function optionLabel(key: SettingKey, option: string): string {
  // Every choice of the schema gives a key of this type; see `ChoiceWord`.
  return t(`options_${key}_${option.replaceAll('-', '_')}` as ChoiceWord);
}

export const kindsLabel = (type: EntityType): string => t(`kinds_${type}`);

const isKind = (word: string): word is EntityType =>
  (ENTITY_TYPES as readonly string[]).includes(word);

/** A valid value of the setting in words, for "what will change" and for undo. */
export function valueInWords(key: SettingKey, value: Settings[SettingKey]): string {
  const field = FIELDS[key];
  switch (field.kind) {
    case 'flag':
      return value === true ? t('options_on') : t('options_off');
    case 'choice':
      return optionLabel(key, String(value));
    case 'number':
      return `${formatNumber(Number(value), uiLocale())} ${field.unit}`;
    case 'set': {
      const words = (value as readonly string[]).map((word) =>
        isKind(word) ? kindsLabel(word) : word,
      );
      return words.length > 0
        ? new Intl.ListFormat(uiLocale(), { type: 'unit' }).format(words)
        : t('options_none');
    }
    case 'colors':
      return tn('options_colors_own', Object.keys(value).length);
  }
}
