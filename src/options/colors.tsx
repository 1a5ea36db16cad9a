/** Colours of marks by kind, with a warning where a mark would be hard to see. */
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import { isLocked } from '../settings/policy.ts';
import { contrast } from '../ui/contrast.ts';
import { t } from '../ui/i18n.ts';
import type { Options } from './use-options.ts';
import { hintOf, kindsLabel, labelOf } from './words.ts';

/** Least contrast of what is no text (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;
const PAPER = '#ffffff';
const NIGHT = '#1a1a1a';

/** Where marks of this colour would be hard to see; null where nowhere. */
export function hardToSee(color: string): 'light' | 'dark' | null {
  if (contrast(color, PAPER) < LEAST_CONTRAST) return 'light';
  return contrast(color, NIGHT) < LEAST_CONTRAST ? 'dark' : null;
}

/** The look's own colour of a kind on light pages, as `#rrggbb`, for the colour field to start from. */
const OWN: Readonly<Record<EntityType, string>> = {
  person: '#6b4bb8',
  organization: '#0b7a75',
  law: '#8f5a00',
  agreement: '#8f5a00',
  event: '#b03060',
  place: '#2a62b8',
  topic: '#5b6470',
};

export function Colors({ options }: { options: Options }) {
  const { markColors } = options.settings;
  const set = (type: EntityType, color: string | null) => {
    const { [type]: _, ...others } = markColors;
    const words = t('options_color_changed', kindsLabel(type));
    options.change({ markColors: color ? { ...others, [type]: color } : others }, words);
  };
  return (
    <fieldset disabled={isLocked(options.policy, 'markColors')}>
      <legend>{labelOf('markColors')}</legend>
      <p class="hint">{hintOf('markColors')}</p>
      <ul class="colors">
        {ENTITY_TYPES.map((type) => {
          const color = markColors[type];
          const hard = color ? hardToSee(color) : null;
          return (
            <li key={type} class="color">
              <label>
                <input
                  type="color"
                  value={color ?? OWN[type]}
                  onChange={(event) => set(type, event.currentTarget.value)}
                />
                <span>{kindsLabel(type)}</span>
              </label>
              {color && (
                <button type="button" class="link" onClick={() => set(type, null)}>
                  {t('options_color_reset')}
                  <span class="quiet"> {kindsLabel(type)}</span>
                </button>
              )}
              {hard && (
                <span class="warning">
                  {hard === 'light' ? t('options_color_light') : t('options_color_dark')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
