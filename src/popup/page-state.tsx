/** The popup's words for a page without a list: what is the matter, and what can be done. */
import { useState } from 'preact/hooks';
import { send } from '../messaging/messaging.ts';
import { savePause } from '../settings/pause.ts';
import type { Settings } from '../settings/schema.ts';
import { saveSetting } from '../settings/store.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import type { View } from './view.ts';

interface PageStateProps {
  view: Exclude<View, { kind: 'list' }>;
  tabId: number | null;
  settings: Settings;
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <>
      <p class="sum">{title}</p>
      <p class="state-text">{text}</p>
    </>
  );
}

function clock(time: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { timeStyle: 'short' }).format(time);
}

export function PageState({ view, tabId, settings }: PageStateProps) {
  switch (view.kind) {
    case 'off-everywhere':
      return (
        <section class="state">
          <Said title={t('popup_off_title')} text={t('popup_off_text')} />
          <button type="button" class="button primary" onClick={() => saveSetting('enabled', true)}>
            {t('popup_switch_on')}
          </button>
        </section>
      );
    case 'paused':
      return (
        <section class="state">
          <Said title={t('popup_paused_title', clock(view.until))} text={t('popup_paused_text')} />
          <button type="button" class="button primary" onClick={() => savePause(0)}>
            {t('popup_resume')}
          </button>
        </section>
      );
    case 'site-off':
      return (
        <section class="state">
          <Said
            title={t('popup_site_off_title')}
            text={
              settings.sitesMode === 'only-on'
                ? t('popup_site_off_text_only')
                : t('popup_site_off_text')
            }
          />
        </section>
      );
    case 'not-started':
      return <NotStarted tabId={tabId} />;
    case 'loading':
      return (
        <section class="state" aria-busy="true">
          <Said title={t('popup_loading_title')} text={t('popup_loading_text')} />
        </section>
      );
    case 'unreadable':
      return (
        <section class="state">
          <Said title={t('popup_unreadable_title')} text={t('popup_unreadable_text')} />
        </section>
      );
    case 'nothing-found':
      return (
        <section class="state">
          <Said title={t('popup_nothing_title')} text={t('popup_nothing_text')} />
        </section>
      );
  }
}

function NotStarted({ tabId }: { tabId: number | null }) {
  const [failed, setFailed] = useState(false);
  const start = async () => {
    if (tabId === null) return;
    // What it finds comes as any frame's report does.
    await send('background.start', { tabId }).catch(() => setFailed(true));
  };
  return (
    <section class="state">
      <Said
        title={t('popup_not_started_title')}
        text={failed ? t('popup_start_failed') : t('popup_not_started_text')}
      />
      <button type="button" class="button primary" onClick={start}>
        {t('popup_start')}
      </button>
    </section>
  );
}
