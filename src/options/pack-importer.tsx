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
  const id = useId();
  const { state, check } = importing;
  return (
    <div class="pack-import">
      <h3>
        <label for={id}>{t('options_pack_add')}</label>
      </h3>
      <p class="hint" id={`${id}-hint`}>
        {t('options_pack_add_hint')}
      </p>
      <FileField id={id} isBusy={state.kind === 'working'} onFile={check} />
      <div aria-live="polite">
        <Found state={state} importing={importing} />
      </div>
    </div>
  );
}

interface FileFieldProps {
  /** Its label is elsewhere, its hint at `ID-hint`. */
  id: string;
  isBusy: boolean;
  onFile: (file: File) => void;
}

/** A field that takes a file, in a place where one can be dropped, too. */
function FileField({ id, isBusy, onFile }: FileFieldProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the field in it does by key
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
        if (file && !isBusy) onFile(file);
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
          if (file) onFile(file);
        }}
      />
      <span class="hint">{t('options_pack_drop')}</span>
    </div>
  );
}

function Found({ state, importing }: { state: ImportState; importing: PackImport }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'working':
      return <Working state={state} onCancel={importing.cancel} />;
    case 'too-large':
      return <p class="warning">{t('options_pack_too_large', state.file)}</p>;
    case 'failed':
      return <p class="warning">{t('options_pack_failed')}</p>;
    case 'problems':
      return <Problems state={state} onDismiss={importing.cancel} />;
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

type StateOf<K extends ImportState['kind']> = Extract<ImportState, { kind: K }>;

interface WorkingProps {
  state: StateOf<'working'>;
  onCancel: () => void;
}

function Working({ state: { phase, share }, onCancel }: WorkingProps) {
  return (
    <div class="import">
      <p id="pack-phase">{PHASES[phase]()}</p>
      <p class="buttons">
        <progress
          aria-labelledby="pack-phase"
          max={1}
          {...(share === null ? {} : { value: share })}
        />
        <button type="button" class="button" onClick={onCancel}>
          {t('options_import_cancel')}
        </button>
      </p>
    </div>
  );
}

interface ProblemsProps {
  state: StateOf<'problems'>;
  onDismiss: () => void;
}

function Problems({ state: { file, shown, total }, onDismiss }: ProblemsProps) {
  return (
    <div class="import">
      <p class="warning" dir="auto">
        {t('options_pack_not_added', file)} {tn('options_pack_problems', total)}
      </p>
      <ul class="problems" dir="ltr" lang="en">
        {shown.map((problem, i) => (
          <li key={i}>{problem}</li>
        ))}
      </ul>
      {total > shown.length && <p class="hint">{t('options_pack_problems_shown', shown.length)}</p>}
      <p class="buttons">
        <button type="button" class="button" onClick={onDismiss}>
          {t('options_pack_dismiss')}
        </button>
      </p>
    </div>
  );
}
