/**
 * Notes that come with an import. The pack of notes is made from their records, so these are what is
 * written and taken back; a pack alone would neither change a note nor go away again.
 */
import { type Note, notesOf } from '../notes/notes.ts';
import { deleteNote, loadNotes, saveNote } from '../notes/store.ts';
import { NOTES_ID } from '../packs/ids.ts';
import type { PackChange } from './transfer.ts';

/** No note of the file is passed over for being there. */
const NONE: ReadonlySet<string> = new Set();

const isSame = (a: Note, b: Note): boolean =>
  a.name === b.name && a.text === b.text && a.lang === b.lang;

export interface PutNotes {
  /** How many of them only this device keeps, since sync has no more room. */
  readonly onDevice: number;
  /** Takes it back: what is new is deleted, what was there has its words again. */
  undo(): Promise<void>;
}

/**
 * Writes the notes of an import: new ones, ones that were deleted since, and of those that are there
 * their words. A note keeps the page that it was made on, which not every file names.
 */
export async function putNotes(packs: readonly PackChange[]): Promise<PutNotes> {
  const change = packs.find(({ own }) => own.id === NOTES_ID);
  if (!change) return { onDevice: 0, undo: async () => undefined };
  const here = new Map((await loadNotes()).map((note) => [note.id, note]));
  const written: string[] = [];
  let onDevice = 0;
  const undo = async () => {
    for (const id of written) {
      const before = here.get(id);
      // The newest edit counts, on every device: to take back is an edit too.
      if (before) await saveNote({ ...before, edited: Date.now() });
      else await deleteNote(id, Date.now());
    }
  };
  try {
    for (const note of notesOf(change.pack, NONE, Date.now())) {
      const before = here.get(note.id);
      if (before && isSame(before, note)) continue;
      written.push(note.id);
      const { name, text, lang, edited } = note;
      const saved = await saveNote(before ? { ...before, name, text, lang, edited } : note);
      if (saved === 'device') onDevice += 1;
    }
  } catch (error) {
    await undo().catch(() => undefined);
    throw error;
  }
  return { onDevice, undo };
}
