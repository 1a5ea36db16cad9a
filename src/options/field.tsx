/** One setting of the form, drawn by its kind in the settings schema. */
import { useId, useState } from 'preact/hooks';
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import type { ChoiceField, NumberField } from '../settings/field.ts';
import { isLocked } from '../settings/policy.ts';
import { FIELDS, type SettingKey, type Settings } from '../settings/schema.ts';
import { t } from '../ui/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import { Colors } from './colors.tsx';
import { ManagedHint } from './managed.tsx';
import { hasEffect } from './sections.ts';
import type { Options } from './use-options.ts';
import { hintOf, kindsLabel, labelOf, optionLabel, valueInWords } from './words.ts';

interface FieldProps {
  name: SettingKey;
  options: Options;
}

export function Field({ name, options }: FieldProps) {
  const field = FIELDS[name];
  const { settings, policy } = options;
  const locked = isLocked(policy, name);
  const value = settings[name];
  const change = (next: Settings[SettingKey]) => {
    const words = t('options_changed', labelOf(name), valueInWords(name, next));
    options.change({ [name]: next }, words);
  };
  const idle = !hasEffect(name, settings);
  return (
    <div class={idle ? 'setting idle' : 'setting'} data-setting={name}>
      {field.kind === 'flag' && (
        <Switch
          label={labelOf(name)}
          hint={hintOf(name)}
          checked={value === true}
          disabled={locked}
          onChange={change}
        />
      )}
      {field.kind === 'choice' && (
        <Choice name={name} field={field} value={String(value)} locked={locked} onChange={change} />
      )}
      {field.kind === 'number' && (
        <NumberInput
          name={name}
          field={field}
          value={Number(value)}
          locked={locked}
          onChange={change}
        />
      )}
      {name === 'hiddenTypes' && (
        <Kinds name={name} value={settings.hiddenTypes} locked={locked} onChange={change} />
      )}
      {field.kind === 'colors' && <Colors options={options} />}
      {idle && <p class="hint">{t('options_idle')}</p>}
      <ManagedHint name={name} policy={policy} />
    </div>
  );
}

interface ControlProps<F, V> {
  name: SettingKey;
  field: F;
  value: V;
  /** Set by an organisation: shown, and not to be changed. */
  locked: boolean;
  onChange: (value: Settings[SettingKey]) => void;
}

function Choice({ name, field, value, locked, onChange }: ControlProps<ChoiceField, string>) {
  const id = useId();
  return (
    <fieldset aria-describedby={id} disabled={locked}>
      <legend>{labelOf(name)}</legend>
      <p class="hint" id={id}>
        {hintOf(name)}
      </p>
      <div class="choices">
        {field.options.map((option) => (
          <label key={option} class="choice">
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option as Settings[SettingKey])}
            />
            <span>{optionLabel(name, option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NumberInput({ name, field, value, locked, onChange }: ControlProps<NumberField, number>) {
  const id = useId();
  /** Where the handle is while it is dragged; the setting follows when it is let go. */
  const [dragged, setDragged] = useState<number | null>(null);
  const words = valueInWords(name, dragged ?? value);
  return (
    <>
      <label for={id}>{labelOf(name)}</label>
      <p class="hint" id={`${id}-hint`}>
        {hintOf(name)}
      </p>
      <div class="range">
        <input
          id={id}
          type="range"
          min={field.min}
          max={field.max}
          step={field.step}
          value={dragged ?? value}
          disabled={locked}
          aria-describedby={`${id}-hint`}
          aria-valuetext={words}
          onInput={(event) => setDragged(event.currentTarget.valueAsNumber)}
          onChange={(event) => {
            setDragged(null);
            onChange(event.currentTarget.valueAsNumber);
          }}
        />
        <output for={id}>{words}</output>
      </div>
    </>
  );
}

/** A kind is ticked when it is not in the set of hidden ones. */
function Kinds({
  name,
  value,
  locked,
  onChange,
}: Omit<ControlProps<never, readonly EntityType[]>, 'field'>) {
  const id = useId();
  return (
    <fieldset aria-describedby={id} disabled={locked}>
      <legend>{labelOf(name)}</legend>
      <p class="hint" id={id}>
        {hintOf(name)}
      </p>
      <div class="choices">
        {ENTITY_TYPES.map((option) => (
          <label key={option} class="choice" data-kind={option}>
            <input
              type="checkbox"
              checked={!value.includes(option)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? value.filter((other) => other !== option)
                    : [...value, option],
                )
              }
            />
            <span class="kind-words">{kindsLabel(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
