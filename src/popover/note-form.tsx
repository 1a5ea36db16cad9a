/** The form of a note: its words, one sentence, and the page that it is from. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import { Button } from './press.tsx';

/** What the form begins with. */
export interface NoteDraft {
  /** Null for a note that is not there yet. */
  readonly id: string | null;
  readonly name: string;
  readonly text: string;
  /** Title of the page that is the source. */
  readonly title: string;
}

/** Where the note went; null where it could not be saved. */
export type NoteOutcome = 'sync' | 'device' | null;

interface NoteFormProps {
  draft: NoteDraft;
  save: (name: string, text: string) => Promise<NoteOutcome>;
  close: () => void;
}

/** As the pack format has them; see notes/notes.ts. */
const LONGEST_NAME = 160;
const LONGEST_TEXT = 600;

export function NoteForm({ draft, save, close }: NoteFormProps) {
  const name = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const [isSaved, setSaved] = useState(false);
  const submit = async () => {
    // Read when it is sent: what is typed never passes the page as an event (note-box.ts).
    const named = name.current?.value.trim() ?? '';
    const written = text.current?.value.trim() ?? '';
    if (named === '' || written === '') {
      setSaid(t('notes_incomplete'));
      return;
    }
    const outcome = await save(named, written);
    if (outcome === 'sync') close();
    else {
      setSaid(outcome === 'device' ? t('notes_on_device') : t('notes_not_saved'));
      setSaved(outcome !== null);
    }
  };
  return (
    <>
      <div class="head">
        <h2 class="name" id="name">
          {draft.id === null ? t('notes_add_title') : t('notes_edit_title')}
        </h2>
      </div>
      <form
        class="body note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label>
          <span>{t('notes_name')}</span>
          <input
            ref={name}
            class="note-field"
            maxLength={LONGEST_NAME}
            defaultValue={draft.name}
            dir="auto"
          />
        </label>
        <label>
          <span>{t('notes_text')}</span>
          <textarea
            ref={text}
            class="note-field"
            rows={3}
            maxLength={LONGEST_TEXT}
            defaultValue={draft.text}
            dir="auto"
          />
        </label>
        <p class="note-source" dir="auto">
          {t('notes_source', draft.title)}
        </p>
        <p class="note-said" role="status">
          {said}
        </p>
        <div class="note-buttons">
          {!isSaved && (
            <Button class="note-button primary" onPress={() => void submit()}>
              {t('notes_save')}
            </Button>
          )}
          <Button class="note-button" onPress={close}>
            {isSaved ? t('notes_close') : t('notes_cancel')}
          </Button>
        </div>
      </form>
    </>
  );
}
