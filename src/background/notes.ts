/** The reader's notes: the menu that makes one, what pages and options ask, and the pack of them all. */
import { browser } from '../browser.ts';
import { handleChecked } from '../messaging/checked.ts';
import { sendToFrame } from '../messaging/messaging.ts';
import { type Note, notesOf, notesPack, tidyNote } from '../notes/notes.ts';
import { deleteNote, knownNotes, loadNotes, onNotesChanged, saveNote } from '../notes/store.ts';
import { NOTES_ID } from '../packs/ids.ts';
import { readPackText } from '../packs/read-file.ts';
import { preparePack } from '../shelf/prepare.ts';
import type { Shelf } from '../shelf/shelf.ts';
import { t, uiLocale } from '../ui/i18n.ts';
import type { AddedPacks } from './added-packs.ts';
import { MAIN_FRAME } from './frames.ts';

const MENU_ITEM = 'add-note';

/** @returns brings the pack in line with the notes; to be called when a pack may have come from a file. */
export function setUpNotes(shelf: Shelf, added: AddedPacks, signal?: AbortSignal): () => void {
  answerAboutNotes(signal);
  offerMenu(signal);
  let last: Promise<unknown> = Promise.resolve();
  const rebuild = () => {
    // One after the other, each from the notes as they then stand.
    last = last.then(() => putNotes(shelf, added, signal)).catch(() => undefined);
  };
  onNotesChanged(rebuild, signal);
  return rebuild;
}

/** Makes notes of what was imported as a pack of notes, so that they can be changed and synced. */
async function adoptImported(shelf: Shelf, signal?: AbortSignal): Promise<void> {
  const text = await shelf.text(NOTES_ID);
  const { pack } = text === null ? {} : readPackText(text);
  if (!pack) return;
  for (const note of notesOf(pack, await knownNotes(), Date.now())) {
    if (signal?.aborted) return;
    await saveNote(note);
  }
}

/** Puts the pack of all notes on the shelf, or takes it away with the last of them. */
async function putNotes(shelf: Shelf, added: AddedPacks, signal?: AbortSignal): Promise<void> {
  await adoptImported(shelf, signal);
  const notes = await loadNotes();
  // Stopped meanwhile: whoever comes next starts from what is stored.
  if (signal?.aborted) return;
  if (notes.length === 0) await shelf.delete(NOTES_ID);
  else {
    const pack = notesPack(notes, {
      title: t('notes_title'),
      description: t('notes_description'),
      language: uiLocale().split('-')[0] ?? 'en',
    });
    await shelf.put(preparePack(pack, JSON.stringify(pack, null, 2), 'notes'));
  }
  await added.changed();
}

const today = (now: number): string => new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);

function answerAboutNotes(signal?: AbortSignal): void {
  handleChecked(
    'background.note-save',
    async ({ id, name, text, lang, source }) => {
      const now = Date.now();
      const before = (await loadNotes()).find((note) => note.id === id);
      if (id !== null && !before) return { saved: null };
      const note: Note = before
        ? { ...before, name, text, edited: now }
        : {
            id: crypto.randomUUID(),
            name,
            text,
            lang,
            title: source?.title ?? '',
            url: source?.url ?? '',
            made: today(now),
            edited: now,
          };
      const tidied = tidyNote(note);
      return { saved: tidied ? await saveNote(tidied).catch(() => null) : null };
    },
    signal,
  );
  handleChecked(
    'background.note-delete',
    async ({ id }) => {
      await deleteNote(id, Date.now());
      return { done: true };
    },
    signal,
  );
  handleChecked('background.notes', () => loadNotes(), signal);
}

/** Opens the form for the selected words in the frame where they stand. */
export async function openNoteForm(tabId: number, frameId: number, text: string): Promise<void> {
  // Where no content script runs there is nothing to write a note about.
  await sendToFrame(tabId, frameId, 'frame.note', { text }).catch(() => null);
}

function offerMenu(signal?: AbortSignal): void {
  // Firefox for Android has no context menus of extensions.
  const menus = browser.contextMenus;
  if (!menus) return;
  const create = () => {
    menus.create({ id: MENU_ITEM, title: t('notes_add'), contexts: ['selection'] }, () => {
      // Already there after an update: read, so that it is not reported as an error.
      void browser.runtime.lastError;
    });
  };
  const clicked: Parameters<typeof menus.onClicked.addListener>[0] = (info, tab) => {
    if (info.menuItemId !== MENU_ITEM || tab?.id === undefined) return;
    void openNoteForm(tab.id, info.frameId ?? MAIN_FRAME, info.selectionText ?? '');
  };
  browser.runtime.onInstalled.addListener(create);
  menus.onClicked.addListener(clicked);
  signal?.addEventListener('abort', () => {
    browser.runtime.onInstalled.removeListener(create);
    menus.onClicked.removeListener(clicked);
  });
}
