/** Buttons that narrow the list to one kind, or, pressed again, widen it to all. */
import type { EntityType } from '../packs/kinds.ts';
import { formatNumber } from '../ui/format.ts';
import { t, uiLocale } from '../ui/i18n.ts';

interface FilterProps {
  /** What there is of each kind; kinds that the page lacks are left out. */
  counts: readonly { type: EntityType; count: number }[];
  /** The kind that the list shows; null for all. */
  only: EntityType | null;
  onChange: (only: EntityType | null) => void;
}

export function Filter({ counts, only, onChange }: FilterProps) {
  // With one kind there is nothing to choose between.
  if (counts.length < 2) return null;
  return (
    <fieldset class="filter">
      <legend class="quiet">{t('popup_filter')}</legend>
      {counts.map(({ type, count }) => (
        <button
          key={type}
          type="button"
          class="filter-kind"
          data-kind={type}
          aria-pressed={only === type}
          onClick={() => onChange(only === type ? null : type)}
        >
          {t(`kinds_${type}`)} <span class="filter-count">{formatNumber(count, uiLocale())}</span>
        </button>
      ))}
    </fieldset>
  );
}
