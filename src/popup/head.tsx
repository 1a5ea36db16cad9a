/** The popup's head: which site this is, whether Gloss is on here, and the switch for it. */
import { sitePattern } from '../settings/sites.ts';
import { t } from '../ui/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import { siteName, type View } from './view.ts';

interface HeadProps {
  url: string | null;
  /** Null until something is known of the page. */
  view: View | null;
  /** An organisation has set the list of sites. */
  locked: boolean;
  onSwitchSite: (on: boolean) => void;
}

function stateWords(view: View | null): string | null {
  switch (view?.kind) {
    case undefined:
    case 'unreadable':
    case 'no-page':
    case 'not-started':
    case 'packs-off':
      return null;
    case 'off-everywhere':
      return t('popup_state_off_everywhere');
    case 'paused':
      return t('popup_state_paused');
    case 'site-off':
      return t('popup_state_off');
    default:
      return t('popup_state_on');
  }
}

/** Views in which the switch for the site would do nothing, or something else decides. */
const WITHOUT_SWITCH: readonly View['kind'][] = [
  'unreadable',
  'no-page',
  'off-everywhere',
  'paused',
  'packs-off',
];

export function Head({ url, view, locked, onSwitchSite }: HeadProps) {
  const name = siteName(url);
  const state = stateWords(view);
  const canSwitch =
    url !== null &&
    sitePattern(url) !== null &&
    view !== null &&
    !WITHOUT_SWITCH.includes(view.kind);
  return (
    <header class="head">
      <div>
        <h1>{t('ext_name')}</h1>
        <p class="site">
          {name && <span dir="auto">{name}</span>}
          {name && state && <span aria-hidden="true"> · </span>}
          {state}
        </p>
      </div>
      {canSwitch && (
        <Switch
          label={t('popup_this_site')}
          checked={view.kind !== 'site-off'}
          disabled={locked}
          {...(locked ? { hint: t('ext_locked') } : {})}
          onChange={onSwitchSite}
        />
      )}
    </header>
  );
}
