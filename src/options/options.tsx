/** Entry of the options page. */
import { render } from 'preact';
import { loadSettings } from '../settings/store.ts';
import { t } from '../ui/i18n.ts';
import { applyLook } from '../ui/look.ts';
import { App } from './app.tsx';

async function open(): Promise<void> {
  const settings = await loadSettings();
  applyLook(document.documentElement, settings);
  document.title = t('options_title');
  render(<App settings={settings} />, document.body);
  // The sections were not there yet when the browser looked for the one in the address.
  const section = location.hash.slice(1);
  if (section) document.getElementById(section)?.scrollIntoView();
}

void open();
