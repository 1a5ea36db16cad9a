/** An on/off switch with its words. */
import { useId } from 'preact/hooks';

interface SwitchProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  /** Says more, below the label. */
  hint?: string;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, checked, disabled = false, hint, onChange }: SwitchProps) {
  const hintId = useId();
  return (
    <label class="switch">
      <span class="switch-words">
        <span>{label}</span>
        {hint && (
          <small id={hintId} class="hint">
            {hint}
          </small>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
