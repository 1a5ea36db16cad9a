/** The popup's words for a page without a list: what is the matter, and what can be done. */
import { useState } from 'preact/hooks';
import { send } from '../messaging/messaging.ts';
import { savePause } from '../settings/pause.ts';
import { isLocked, type Policy } from '../settings/policy.ts';
import type { Settings } from '../settings/schema.ts';
import { siteSwitched } from '../settings/sites.ts';
import { saveSetting } from '../settings/store.ts';
import { formatShare } from '../ui/format.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import { openOptions } from './open-options.ts';
import type { View } from './view.ts';

interface PageStateProps {
  view: Exclude<View, { kind: 'list' }>;
  tabId: number | null;
  url: string | null;
  settings: Settings;
  policy: Policy;
  /** Switches Gloss on for this site. */
  onSiteOn: () => void;
}

interface StateProps {
  title: string;
  text: string;
  /** The one thing to do about it, where there is one. */
  action?: { label: string; onPress: () => unknown; disabled?: boolean };
  children?: preact.ComponentChildren;
}

function State({ title, text, action, children }: StateProps) {
  return (
    <section class="state">
      <div role="status">
        <p class="sum">{title}</p>
        <p class="state-text">{text}</p>
      </div>
      {children}
      {action && (
        <button
          type="button"
          class="button primary"
          disabled={action.disabled ?? false}
          onClick={action.onPress}
        >
          {action.label}
        </button>
      )}
    </section>
  );
}

function clock(time: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { timeStyle: 'short' }).format(time);
}

export function PageState(props: PageStateProps) {
  const { view, tabId, policy } = props;
  switch (view.kind) {
    case 'off-everywhere':
      if (isLocked(policy, 'enabled')) {
        return <State title={t('popup_off_title')} text={t('ext_locked')} />;
      }
      return (
        <State
          title={t('popup_off_title')}
          text={t('popup_off_text')}
          action={{ label: t('popup_switch_on'), onPress: () => saveSetting('enabled', true) }}
        />
      );
    case 'paused':
      return (
        <State
          title={t('popup_paused_title', clock(view.until))}
          text={t('popup_paused_text')}
          action={{ label: t('popup_resume'), onPress: () => savePause(0) }}
        />
      );
    case 'site-off':
      return <SiteOff {...props} />;
    case 'packs-off':
      return (
        <State
          title={t('popup_packs_off_title')}
          text={t('popup_packs_off_text')}
          action={{ label: t('popup_packs_off_open'), onPress: () => openOptions('packs') }}
        />
      );
    case 'not-started':
      return <NotStarted tabId={tabId} />;
    case 'loading':
      return <State title={t('popup_loading_title')} text={t('popup_loading_text')} />;
    case 'scanning':
      return (
        <State title={t('popup_loading_title')} text={t('popup_loading_text')}>
          <p class="progress">
            <progress value={view.read} aria-label={t('popup_loading_title')} />
            <span aria-hidden="true">{formatShare(view.read, uiLocale())}</span>
          </p>
        </State>
      );
    case 'unreadable':
      return <State title={t('popup_unreadable_title')} text={t('popup_unreadable_text')} />;
    case 'no-page':
      return <State title={t('popup_no_page_title')} text={t('popup_no_page_text')} />;
    case 'nothing-found':
      return (
        <State title={t('popup_nothing_title')} text={t('popup_nothing_text')}>
          <button type="button" class="button" onClick={() => openOptions('what')}>
            {t('popup_nothing_options')}
          </button>
        </State>
      );
  }
}

function SiteOff({ url, settings, policy, onSiteOn }: PageStateProps) {
  const title = t('popup_site_off_title');
  if (isLocked(policy, 'sites')) return <State title={title} text={t('ext_locked')} />;
  if (url === null || siteSwitched(settings, url, true) === null) {
    return (
      <State
        title={title}
        text={t('popup_wider_pattern')}
        action={{ label: t('popup_open_sites'), onPress: () => openOptions('sites') }}
      />
    );
  }
  const listed = settings.sitesMode === 'only-on';
  return (
    <State
      title={title}
      text={listed ? t('popup_site_off_text_only') : t('popup_site_off_text')}
      action={{ label: t('popup_site_on'), onPress: onSiteOn }}
    />
  );
}

function NotStarted({ tabId }: { tabId: number | null }) {
  const [step, setStep] = useState<'idle' | 'starting' | 'failed'>('idle');
  const start = async () => {
    if (tabId === null) return;
    setStep('starting');
    // What it finds comes as any frame's report does.
    await send('background.start', { tabId }).catch(() => setStep('failed'));
  };
  return (
    <State
      title={t('popup_not_started_title')}
      text={step === 'failed' ? t('popup_start_failed') : t('popup_not_started_text')}
      action={{ label: t('popup_start'), onPress: start, disabled: step === 'starting' }}
    />
  );
}
