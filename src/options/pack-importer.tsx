/** Where a pack file is dropped or chosen, and what is said of it until it is added. */
import { useId, useState } from 'preact/hooks';
import { t, tn } from '../ui/i18n.ts';
import type { Phase } from './pack-jobs.ts';
import { PackPreviewCard } from './pack-preview.tsx';
import type { ImportState, PackImport } from './use-pack-import.ts';

const PHASES: Readonly<Record<Phase, () => string>> = {
  reading: () => t('options_pack_reading'),
  checking: () => t('options_pack_checking'),
  comparing: () => t('options_pack_comparing'),
  compiling: () => t('options_pack_compiling'),
  saving: () => t('options_pack_saving'),
};

export function PackImporter({ importing }: { importing: PackImport }) {
  const [over, setOver] = useState(false);
  const id = useId();
  const { state, check } = importing;
  const isBusy = state.kind === 'working';
  return (
    <div class="pack-import">
      <h3>
        <label for={id}>{t('options_pack_add')}</label>
      </h3>
      <p class="hint" id={`${id}-hint`}>
        {t('options_pack_add_hint')}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the field in it does by key */}
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          if (!event.dataTransfer?.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer?.files[0];
          if (file && !isBusy) check(file);
        }}
      >
        <input
          id={id}
          type="file"
          accept=".json,.jsonld,.csv,.tsv,application/json,application/ld+json,text/csv"
          disabled={isBusy}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file chosen again is read again.
            event.currentTarget.value = '';
            if (file) check(file);
          }}
        />
        <span class="hint">{t('options_pack_drop')}</span>
      </div>
      <div aria-live="polite">
        <Found state={state} importing={importing} />
      </div>
    </div>
  );
}

function Found({ state, importing }: { state: ImportState; importing: PackImport }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'working':
      return (
        <div class="import">
          <p id="pack-phase">{PHASES[state.phase]()}</p>
          <p class="buttons">
            <progress
              aria-labelledby="pack-phase"
              max={1}
              {...(state.share === null ? {} : { value: state.share })}
            />
            <button type="button" class="button" onClick={importing.cancel}>
              {t('options_import_cancel')}
            </button>
          </p>
        </div>
      );
    case 'too-large':
      return <p class="warning">{t('options_pack_too_large', state.file)}</p>;
    case 'failed':
      return <p class="warning">{t('options_pack_failed')}</p>;
    case 'problems':
      return (
        <div class="import">
          <p class="warning" dir="auto">
            {t('options_pack_not_added', state.file)} {tn('options_pack_problems', state.total)}
          </p>
          <ul class="problems" dir="ltr" lang="en">
            {state.shown.map((problem, i) => (
              <li key={i}>{problem}</li>
            ))}
          </ul>
          {state.total > state.shown.length && (
            <p class="hint">{t('options_pack_problems_shown', state.shown.length)}</p>
          )}
          <p class="buttons">
            <button type="button" class="button" onClick={importing.cancel}>
              {t('options_pack_dismiss')}
            </button>
          </p>
        </div>
      );
    case 'ready':
      return (
        <PackPreviewCard
          preview={state.preview}
          onAdd={importing.add}
          onCancel={importing.cancel}
        />
      );
  }
}
