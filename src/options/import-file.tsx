/** Import: a file, what it would change, and only then the change. */
import { useId, useState } from 'preact/hooks';
import { t, tn, uiLocale } from '../ui/i18n.ts';
import {
  type Everything,
  type Import,
  LARGEST_FILE,
  type PackChange,
  readImport,
} from './transfer.ts';
import { apply, gather } from './transfer-apply.ts';
import { type Options, savedInWords } from './use-options.ts';
import { labelOf, valueInWords } from './words.ts';

interface Read {
  found: Import;
  /** What was there when the file was read. */
  now: Everything | null;
}

async function readFile(file: File): Promise<Read> {
  if (file.size > LARGEST_FILE) return { found: { kind: 'too-large' }, now: null };
  const [text, now] = await Promise.all([file.text(), gather()]);
  return { found: readImport(text, now), now };
}

/** A file on its way in: read, shown, and applied when the reader says so. */
function useImport(options: Options) {
  const [read, setRead] = useState<Read | 'busy' | 'failed' | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setRead('busy');
    setRead(await readFile(file).catch(() => 'failed' as const));
  };
  const doIt = async () => {
    if (read === null || typeof read === 'string' || !read.now) return;
    const { found, now } = read;
    if (found.kind !== 'ready') return;
    setRead('busy');
    try {
      const { saved, notesOnDevice, undo } = await apply(found, now);
      const words = [savedInWords(t('options_imported'), saved)];
      if (notesOnDevice > 0) words.push(tn('options_imported_notes_here', notesOnDevice));
      options.say(words.join(' '), async () => {
        await undo();
        options.say(t('options_undone'));
      });
      setRead(null);
    } catch {
      setRead('failed');
    }
  };
  return { read, choose, doIt, cancel: () => setRead(null) };
}

export function ImportFile({ options }: { options: Options }) {
  const { read, choose, doIt, cancel } = useImport(options);
  const id = useId();
  return (
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
        disabled={read === 'busy'}
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0]);
          // The same file chosen again is read again.
          event.currentTarget.value = '';
        }}
      />
      <div aria-live="polite">
        {read === 'busy' && <p class="hint">{t('options_import_busy')}</p>}
        {read === 'failed' && <p class="warning">{t('options_import_failed')}</p>}
        {read !== null && typeof read === 'object' && (
          <Found found={read.found} onApply={() => void doIt()} onCancel={cancel} />
        )}
      </div>
    </div>
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
    case 'too-large':
      return <p class="warning">{t('options_import_too_large')}</p>;
    case 'newer':
      return <p class="warning">{t('options_import_newer')}</p>;
    case 'damaged':
      return <Damaged settings={found.settings.map(labelOf)} packs={found.packs} />;
    case 'ready':
      return <Changes found={found} onApply={onApply} onCancel={onCancel} />;
  }
}

function Damaged({ settings, packs }: { settings: readonly string[]; packs: readonly string[] }) {
  return (
    <div class="warning">
      <p>{t('options_import_damaged')}</p>
      <ul class="plain-list">
        {settings.map((name) => (
          <li key={name}>{t('options_import_damaged_setting', name)}</li>
        ))}
        {packs.map((problem) => (
          <li key={problem}>
            <code dir="ltr">{problem}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes({
  found: { changes, kept, packs, order },
  onApply,
  onCancel,
}: FoundProps & { found: Extract<Import, { kind: 'ready' }> }) {
  const count = changes.length + packs.length + (order ? 1 : 0);
  return (
    <div class="import">
      <p>{count > 0 ? tn('options_import_changes', count) : t('options_import_same')}</p>
      <dl>
        {changes.map(({ key, from, to }) => (
          <div key={key}>
            <dt>{labelOf(key)}</dt>
            <dd>
              <del>{valueInWords(key, from)}</del> <ins>{valueInWords(key, to)}</ins>
            </dd>
          </div>
        ))}
        {kept.map((key) => (
          <div key={key}>
            <dt>{labelOf(key)}</dt>
            <dd>{t('ext_locked')}</dd>
          </div>
        ))}
        {packs.map((change) => (
          <div key={change.own.id}>
            <dt dir="auto">{change.own.title}</dt>
            <dd>{packInWords(change)}</dd>
          </div>
        ))}
        {order && (
          <div>
            <dt>{t('options_import_order')}</dt>
            <dd>{t('options_import_order_changes')}</dd>
          </div>
        )}
      </dl>
      <p class="buttons">
        <button type="button" class="button primary" disabled={count === 0} onClick={onApply}>
          {t('options_import_apply')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('options_import_cancel')}
        </button>
      </p>
    </div>
  );
}

function packInWords({ kind, pack, more }: PackChange): string {
  const entries = tn('options_pack_entities', pack.entities.length);
  const by = new Intl.NumberFormat(uiLocale(), { signDisplay: 'exceptZero' }).format(more);
  switch (kind) {
    case 'added':
      return t('options_import_pack_added', entries);
    case 'replaced':
      return t('options_import_pack_replaced', entries, by);
    case 'notes-merged':
      return t('options_import_notes', entries, by);
  }
}
