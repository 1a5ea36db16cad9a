/** Where a fact is from and when it was true, set the same way wherever a fact is shown. */
import { Fragment } from 'preact';
import type { CardSource } from '../packs/card.ts';
import type { SourceTier } from '../packs/schema.ts';
import { formatDate } from './format.ts';
import { t, uiLocale } from './i18n.ts';
import { PressIcon, PrimaryIcon, ReferenceIcon, StateIcon } from './icons.tsx';

const TIER_ICONS = {
  primary: PrimaryIcon,
  reference: ReferenceIcon,
  press: PressIcon,
  state: StateIcon,
} satisfies Record<SourceTier, unknown>;

/** A pack's date in the UI's language. */
export function dateInWords(date: string): string {
  return formatDate(date, uiLocale(), (year) => t('popover_since_year', year));
}

/** A link to a source. Its tier is a shape and words; state media are named in the open. */
function Source({ source }: { source: CardSource }) {
  const TierIcon = TIER_ICONS[source.tier];
  const tier = t(`popover_tier_${source.tier}`);
  const { url, title, publisher } = source;
  return (
    <span class={`source ${source.tier}`}>
      <TierIcon size={12} />
      {/* Checked by the pack schema; checked again where it becomes a link. */}
      {url.startsWith('https://') ? (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          title={t('popover_source_title', title, tier)}
        >
          <span dir="auto">{publisher}</span>
          <span class="quiet">
            , {title}, {tier}, {t('popover_new_tab')}
          </span>
        </a>
      ) : (
        <span dir="auto">{publisher}</span>
      )}
      {source.tier === 'state' && <span aria-hidden="true">({tier})</span>}
    </span>
  );
}

/** When a fact was true and who says so. */
export function Meta({ date, sources }: { date: string | null; sources: readonly CardSource[] }) {
  return (
    <span class="meta">
      {date && (
        <>
          {/* Only single dates are machine-readable; spans are not. */}
          <time {...(date.includes('–') ? {} : { dateTime: date })}>{dateInWords(date)}</time>
          <span aria-hidden="true"> · </span>
        </>
      )}
      {sources.map((source) => (
        <Fragment key={source.url}>
          <Source source={source} />{' '}
        </Fragment>
      ))}
    </span>
  );
}
