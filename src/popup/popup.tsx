/** Entry of the toolbar popup. */
import '../polyfill.ts';
import { render } from 'preact';
import { loadPause } from '../settings/pause.ts';
import { loadSettings } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';
import { applyLook } from '../ui/look.ts';
import { App } from './app.tsx';
import { findTab } from './tab.ts';
import { askOpened } from './use-page.ts';

/** Everything is asked at once: the list must not wait for the settings, nor they for the tab. */
async function open(): Promise<void> {
  const tab = findTab(location.search);
  const opened = tab.then(({ id }) => askOpened(id));
  const [settings, pausedUntil, shown] = await Promise.all([
    loadSettings(),
    loadPause(Date.now()),
    tab,
  ]);
  applyLook(document.documentElement, settings);
  document.title = t('ext_name');
  document.documentElement.classList.toggle('full-page', shown.ownPage);
  // What the page itself brings, to be seen meanwhile.
  document.body.replaceChildren();
  render(
    <App tab={shown} settings={settings} pausedUntil={pausedUntil} opened={opened} />,
    document.body,
  );
}

void open();
