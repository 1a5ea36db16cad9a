/**
 * Entry of the options page, and what composes it with the sample text: the preview shows the marks
 * and the popover that pages get, not a copy of them.
 */
import './polyfill.ts';
import { render } from 'preact';
import { App } from './options/app.tsx';
import type { StartPreview } from './options/preview.tsx';
import { startSample } from './sample/sample.ts';
import { loadPolicy } from './settings/managed.ts';
import { loadSettings } from './settings/store.ts';
import { t } from './ui/i18n.ts';
import { applyLook } from './ui/look.ts';

const startPreview: StartPreview = (root, settings, signal) =>
  startSample({ root, settings, signal });

async function open(): Promise<void> {
  const [settings, policy] = await Promise.all([loadSettings(), loadPolicy()]);
  applyLook(document.documentElement, settings);
  document.title = t('options_title');
  render(<App settings={settings} policy={policy} startPreview={startPreview} />, document.body);
  // The sections were not there yet when the browser looked for the one in the address.
  const section = location.hash.slice(1);
  if (section) document.getElementById(section)?.scrollIntoView();
}

void open();
