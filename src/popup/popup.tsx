/** Entry of the toolbar popup. */
import { render } from 'preact';
import { send } from '../messaging/messaging.ts';
import { loadPause } from '../settings/pause.ts';
import { loadSettings } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';
import { applyLook } from '../ui/look.ts';
import { App } from './app.tsx';
import { findTab } from './tab.ts';

async function open(): Promise<void> {
  const [settings, pausedUntil, tab] = await Promise.all([
    loadSettings(),
    loadPause(Date.now()),
    findTab(location.search),
  ]);
  applyLook(document.documentElement, settings);
  document.title = t('ext_name');
  document.documentElement.classList.toggle('full-page', tab.ownPage);
  const { id: listed } =
    tab.id === null
      ? { id: null }
      : await send('background.listed', { tabId: tab.id }).catch(() => ({ id: null }));
  render(
    <App tab={tab} settings={settings} pausedUntil={pausedUntil} listed={listed} />,
    document.body,
  );
}

void open();
