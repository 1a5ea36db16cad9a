/** The reader's notes, to be changed or deleted one by one. */
import { useEffect, useId, useState } from 'preact/hooks';
import { send } from '../messaging/messaging.ts';
import type { Note } from '../notes/notes.ts';
import { LONGEST_NAME, LONGEST_TEXT } from '../notes/notes.ts';
import { onNotesChanged } from '../notes/store.ts';
import { t } from '../ui/i18n.ts';
import { dateInWords } from '../ui/source.tsx';

/** The notes as they stand, the newest first. */
function useNotes(): readonly Note[] {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const load = () => void send('background.notes', {}).then(setNotes);
    onNotesChanged(load, stop.signal);
    load();
    return () => stop.abort();
  }, []);
  return notes;
}

export function Notes({ say }: { say: (words: string) => void }) {
  const notes = useNotes();
  const [edited, setEdited] = useState<string | null>(null);
  const save = async (note: Note, name: string, text: string) => {
    const request = { id: note.id, name, text, lang: note.lang, source: null };
    const { saved } = await send('background.note-save', request);
    if (saved === null) say(t('notes_not_saved'));
    else {
      setEdited(null);
      say(saved === 'device' ? t('notes_on_device') : t('notes_saved'));
    }
  };
  const remove = async (note: Note) => {
    await send('background.note-delete', { id: note.id });
    say(t('notes_deleted', note.name));
  };
  return (
    <ul class="entries">
      {notes.map((note) =>
        edited === note.id ? (
          <NoteEdit
            key={note.id}
            note={note}
            onSave={(name, text) => void save(note, name, text)}
            onCancel={() => setEdited(null)}
          />
        ) : (
          <NoteEntry
            key={note.id}
            note={note}
            onEdit={() => setEdited(note.id)}
            onRemove={() => void remove(note)}
          />
        ),
      )}
    </ul>
  );
}

interface NoteEntryProps {
  note: Note;
  onEdit: () => void;
  onRemove: () => void;
}

function NoteEntry({ note, onEdit, onRemove }: NoteEntryProps) {
  return (
    <li class="entry note-entry">
      <div>
        <p class="note-name" dir="auto">
          {note.name}
        </p>
        <p dir="auto">{note.text}</p>
        <p class="hint" dir="auto">
          {dateInWords(note.made)} · {note.title || note.url}
        </p>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={onEdit}>
          {t('notes_edit')}
          <span class="quiet"> {note.name}</span>
        </button>
        <button type="button" class="button" onClick={onRemove}>
          {t('notes_delete')}
          <span class="quiet"> {note.name}</span>
        </button>
      </div>
    </li>
  );
}

interface NoteEditProps {
  note: Note;
  onSave: (name: string, text: string) => void;
  onCancel: () => void;
}

function NoteEdit({ note, onSave, onCancel }: NoteEditProps) {
  const [name, setName] = useState(note.name);
  const [text, setText] = useState(note.text);
  const id = useId();
  const isEmpty = name.trim() === '' || text.trim() === '';
  return (
    <li class="entry">
      <form
        class="note-edit"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onSave(name, text);
        }}
      >
        <label for={`${id}-name`}>{t('notes_name')}</label>
        <input
          id={`${id}-name`}
          class="field"
          maxLength={LONGEST_NAME}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <label for={`${id}-text`}>{t('notes_text')}</label>
        <textarea
          id={`${id}-text`}
          class="field"
          rows={3}
          maxLength={LONGEST_TEXT}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="buttons">
          <button type="submit" class="button primary" disabled={isEmpty}>
            {t('notes_save')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('notes_cancel')}
          </button>
        </p>
      </form>
    </li>
  );
}
