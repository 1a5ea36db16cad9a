/** Entry of the page that is opened once, when Gloss has been installed. */
import './polyfill.ts';
import { render } from 'preact';
import { startSample } from './sample/sample.ts';
import { loadSettings, onSettingsChanged } from './settings/store.ts';
import { t } from './ui/i18n.ts';
import { applyLook } from './ui/look.ts';
import { Welcome } from './welcome/welcome.tsx';

async function open(): Promise<void> {
  const settings = await loadSettings();
  applyLook(document.documentElement, settings);
  document.title = t('welcome_title');
  const { signal } = new AbortController();
  const startDemo = (root: HTMLElement) => {
    const draw = startSample({ root, settings, signal });
    onSettingsChanged((changed) => {
      applyLook(document.documentElement, changed);
      draw(changed);
    }, signal);
  };
  render(<Welcome startDemo={startDemo} />, document.body);
}

void open();
