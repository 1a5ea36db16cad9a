/** Everything in one file and back, reset, and how much is stored. */
import { useEffect, useId, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { defaultSettings } from '../settings/schema.ts';
import { download } from '../ui/download.ts';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import { changesBetween, exportFile, type Import, LARGEST_FILE, readImport } from './transfer.ts';
import type { Options } from './use-options.ts';
import { labelOf, valueInWords } from './words.ts';

export function Data({ options }: { options: Options }) {
  const { settings } = options;
  const [found, setFound] = useState<Import | null>(null);
  const id = useId();
  const read = async (file: File | undefined) => {
    if (!file) return;
    setFound(
      file.size > LARGEST_FILE ? { kind: 'not-gloss' } : readImport(await file.text(), settings),
    );
  };
  const apply = () => {
    if (found?.kind !== 'ready') return;
    options.change(found.values, t('options_imported'));
    setFound(null);
  };
  const reset = () => options.change(defaultSettings(), t('options_was_reset'));
  const canReset = changesBetween(settings, defaultSettings()).length > 0;
  return (
    <>
      <div class="setting">
        <h3>{t('options_export')}</h3>
        <p class="hint">{t('options_export_hint')}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            download('gloss.json', 'application/json', exportFile(settings));
            options.say(t('options_exported'));
          }}
        >
          {t('options_export_button')}
        </button>
      </div>
      <div class="setting">
        <h3>
          <label for={id}>{t('options_import')}</label>
        </h3>
        <p class="hint" id={`${id}-hint`}>
          {t('options_import_hint')}
        </p>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            // The same file chosen again is read again.
            event.currentTarget.value = '';
          }}
        />
        <div aria-live="polite">
          {found && <Found found={found} onApply={apply} onCancel={() => setFound(null)} />}
        </div>
      </div>
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

interface FoundProps {
  found: Import;
  onApply: () => void;
  onCancel: () => void;
}

function Found({ found, onApply, onCancel }: FoundProps) {
  switch (found.kind) {
    case 'not-json':
      return <p class="warning">{t('options_import_not_json')}</p>;
    case 'not-gloss':
      return <p class="warning">{t('options_import_not_gloss')}</p>;
    case 'newer':
      return <p class="warning">{t('options_import_newer')}</p>;
    case 'damaged':
      return (
        <p class="warning">
          {t('options_import_damaged', found.keys.map((key) => labelOf(key)).join(', '))}
        </p>
      );
    case 'ready':
      return (
        <div class="import">
          <p>{tn('options_import_changes', found.changes.length)}</p>
          <dl>
            {found.changes.map(({ key, from, to }) => (
              <div key={key}>
                <dt>{labelOf(key)}</dt>
                <dd>
                  <del>{valueInWords(key, from)}</del> <ins>{valueInWords(key, to)}</ins>
                </dd>
              </div>
            ))}
          </dl>
          <p class="buttons">
            <button
              type="button"
              class="button primary"
              disabled={found.changes.length === 0}
              onClick={onApply}
            >
              {t('options_import_apply')}
            </button>
            <button type="button" class="button" onClick={onCancel}>
              {t('options_import_cancel')}
            </button>
          </p>
        </div>
      );
  }
}

/** Bytes that storage.sync holds in all, in Chrome and in Firefox alike. */
const SYNC_QUOTA = 102_400;

function Storage({ options }: { options: Options }) {
  const [used, setUsed] = useState<{ sync: number; local: number } | null>(null);
  const { settings } = options;
  useEffect(() => {
    void settings;
    void Promise.all([
      browser.storage.sync.getBytesInUse(null),
      browser.storage.local.getBytesInUse(null),
    ]).then(([sync, local]) => setUsed({ sync, local }));
  }, [settings]);
  if (!used) return null;
  const kilobytes = (bytes: number) =>
    new Intl.NumberFormat(uiLocale(), {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: 1,
    }).format(bytes / 1024);
  return (
    <div class="setting">
      <h3>{t('options_storage')}</h3>
      <p class="hint" id="storage-sync">
        {t('options_storage_sync', kilobytes(used.sync), kilobytes(SYNC_QUOTA))}
      </p>
      <meter
        min={0}
        max={SYNC_QUOTA}
        high={SYNC_QUOTA * 0.9}
        value={used.sync}
        aria-labelledby="storage-sync"
      />
      <p class="hint">{t('options_storage_local', kilobytes(used.local))}</p>
    </div>
  );
}
