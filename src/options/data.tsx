/** Everything in one file and back, and everything as it was at first. */
import { useState } from 'preact/hooks';
import { unchosenSettings } from '../settings/policy.ts';
import { download } from '../ui/download.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import { ImportFile } from './import-file.tsx';
import { Storage } from './storage.tsx';
import { changesBetween, exportFile, type OwnPack, unexportable } from './transfer.ts';
import { gather } from './transfer-apply.ts';
import type { Options } from './use-options.ts';

/** `2026-11-26`: so that one export does not hide behind the last one. */
const today = () => new Date().toISOString().slice(0, 10);

function exportedInWords(without: readonly OwnPack[]): string {
  if (without.length === 0) return t('options_exported');
  const titles = without.map(({ title }) => title);
  const list = new Intl.ListFormat(uiLocale(), { type: 'unit' });
  return t('options_exported_without', list.format(titles));
}

export function Data({ options }: { options: Options }) {
  const { settings, policy } = options;
  const [failed, setFailed] = useState(false);
  const save = async () => {
    setFailed(false);
    try {
      const everything = await gather();
      download(`gloss-${today()}.json`, 'application/json', exportFile(everything));
      options.say(exportedInWords(unexportable(everything.packs)));
    } catch {
      setFailed(true);
    }
  };
  const reset = () => options.change(unchosenSettings(policy), t('options_was_reset'));
  const canReset = changesBetween(settings, unchosenSettings(policy)).length > 0;
  return (
    <>
      <div class="setting">
        <h3>{t('options_export')}</h3>
        <p class="hint">{t('options_export_hint')}</p>
        <button type="button" class="button" onClick={() => void save()}>
          {t('options_export_button')}
        </button>
        <p class="warning" role="alert">
          {failed && t('options_export_failed')}
        </p>
      </div>
      <ImportFile options={options} />
      <div class="setting">
        <h3>{t('options_reset')}</h3>
        <p class="hint">{t('options_reset_hint')}</p>
        <button type="button" class="button" disabled={!canReset} onClick={reset}>
          {t('options_reset_button')}
        </button>
      </div>
      <Storage options={options} />
    </>
  );
}
