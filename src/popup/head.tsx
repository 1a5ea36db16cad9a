/** The popup's head: which site this is, whether Gloss is on here, and the switch for it. */
import type { Settings } from '../settings/schema.ts';
import { sitePattern, siteSwitched } from '../settings/sites.ts';
import { saveSetting } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';
import { Switch } from '../ui/switch.tsx';
import { siteName, type View } from './view.ts';

interface HeadProps {
  url: string | null;
  /** Null until something is known of the page. */
  view: View | null;
  settings: Settings;
  onNotice: (text: string) => void;
}

function stateWords(view: View | null): string | null {
  switch (view?.kind) {
    case undefined:
    case 'unreadable':
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

export function Head({ url, view, settings, onNotice }: HeadProps) {
  const name = siteName(url);
  const state = stateWords(view);
  const canSwitch =
    url !== null &&
    sitePattern(url) !== null &&
    view !== null &&
    view.kind !== 'unreadable' &&
    view.kind !== 'off-everywhere' &&
    view.kind !== 'paused';
  const switchSite = async (on: boolean) => {
    const sites = url === null ? null : siteSwitched(settings, url, on);
    if (sites === null) return onNotice(t('popup_wider_pattern'));
    const saved = await saveSetting('sites', sites);
    onNotice(
      saved.on === 'sync'
        ? ''
        : t(`ext_saved_here_${saved.because === 'quota' ? 'quota' : 'newer'}`),
    );
  };
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
          onChange={switchSite}
        />
      )}
    </header>
  );
}
