/** What this is, which version, what it promises. */
import { browser } from '../browser.ts';
import { t } from '../ui/i18n.ts';

export function About() {
  return (
    <div class="setting about">
      <p>
        {t('ext_name')} {browser.runtime.getManifest().version}
      </p>
      <ul class="promises">
        <li>{t('options_about_network')}</li>
        <li>{t('options_about_page')}</li>
        <li>{t('options_about_sources')}</li>
      </ul>
      <p class="hint">{t('options_about_licence')}</p>
    </div>
  );
}
