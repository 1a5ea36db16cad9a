/** Notes in one frame of a page: what is selected becomes a note, and a note is changed or deleted. */
import { send } from '../messaging/messaging.ts';
import type { OwnHosts } from '../opening/own-hosts.ts';
import type { EntityCard } from '../packs/card.ts';
import { NOTES_ID, splitId } from '../packs/ids.ts';
import type { NoteBox } from '../popover/note-box.ts';
import type { Settings } from '../settings/schema.ts';
import { pageAddress } from './page-address.ts';
import type { Parts } from './parts.ts';

/** A note's id, from the id of its card; null for a card of another pack. */
function noteIdOf({ id }: Pick<EntityCard, 'id'>): string | null {
  const { packId, entityId = null } = splitId(id) ?? {};
  return packId === NOTES_ID ? entityId : null;
}

export const isNote = (card: EntityCard): boolean => noteIdOf(card) !== null;

interface NotesDeps {
  settings(): Settings;
  readonly parts: Parts;
  readonly hosts: OwnHosts;
  readonly signal: AbortSignal;
}

export function createNotes({ settings, parts, hosts, signal }: NotesDeps) {
  let box: NoteBox | null = null;
  const theBox = async (): Promise<NoteBox> => {
    const { createNoteBox } = await parts.popover();
    box ??= createNoteBox({
      settings,
      hosts,
      signal,
      async save({ id }, name, text) {
        const lang = document.documentElement.lang;
        const source = { title: document.title, url: pageAddress() };
        const { saved } = await send('background.note-save', {
          id,
          name,
          text,
          lang,
          source,
        }).catch(() => ({ saved: null }));
        return saved;
      },
    });
    return box;
  };
  const open = async (...form: Parameters<NoteBox['open']>): Promise<void> => {
    const opened = await theBox().catch(() => null);
    if (!signal.aborted) opened?.open(...form);
  };
  /** The selected words, as far as they can be seen. */
  const selected = (): { text: string; rect: DOMRect | null; anchor: Element } => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const node = range?.commonAncestorContainer ?? null;
    const anchor = node instanceof Element ? node : (node?.parentElement ?? document.body);
    return {
      text: selection?.toString() ?? '',
      rect: range?.getBoundingClientRect() ?? null,
      anchor,
    };
  };
  return {
    /** Opens the form for the words given, or for those selected. */
    add(text: string): void {
      const { text: own, rect, anchor } = selected();
      const name = (text || own).replace(/\s+/g, ' ').trim();
      void open({ id: null, name, text: '', title: document.title }, anchor, rect);
    },
    edit(card: EntityCard, anchor: Element, rect: DOMRect | null): void {
      const title = card.source?.title ?? card.pack.title;
      void open({ id: noteIdOf(card), name: card.name, text: card.summary, title }, anchor, rect);
    },
    async remove(card: EntityCard): Promise<void> {
      const id = noteIdOf(card);
      if (id) await send('background.note-delete', { id });
    },
  };
}
