/**
 * The reader's own notes: what one is, which of two versions counts, and all of them as a pack. Pure.
 * A note is written on one page and read on every other, on every device of the reader.
 */
import { isPlainAddress } from '../packs/addresses.ts';
import { NOTES_ID } from '../packs/ids.ts';
import type { Pack } from '../packs/schema.ts';

export interface Note {
  /** A random UUID; also the entity's id in the pack. */
  readonly id: string;
  /** The words that are marked. */
  readonly name: string;
  /** One sentence. */
  readonly text: string;
  /** BCP 47 tag of the page. */
  readonly lang: string;
  /** Title and address of the page that it was made on. */
  readonly title: string;
  readonly url: string;
  /** YYYY-MM-DD. */
  readonly made: string;
  /** When it was last changed, in ms since 1970. */
  readonly edited: number;
}

/** What is left of a note that was deleted, so that no other device brings it back. */
interface Deleted {
  readonly id: string;
  readonly deleted: true;
  readonly edited: number;
}

export type NoteRecord = Note | Deleted;

/** As an alias and a summary of the pack format may be. */
export const LONGEST_NAME = 160;
export const LONGEST_TEXT = 600;
const LONGEST_TITLE = 200;
const LONGEST_URL = 2_000;
/** The format's ids. A UUID is one. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Of an id; `then` is what an object with such a field would be taken for. */
const LONGEST_ID = 80;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** Half of a character, which a selection can end with and no pack may hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** After this long every device that is still in use has heard that a note is gone. */
const REMEMBER_DELETED_MS = 180 * 24 * 3600 * 1000;

export const isDeleted = (record: NoteRecord): record is Deleted => 'deleted' in record;

/**
 * Notes of a pack that was imported as the reader's own: those of its entities that are no records.
 * @param now becomes their time of change, in ms since 1970.
 */
export function notesOf(pack: Pack, known: ReadonlySet<string>, now: number): Note[] {
  return pack.entities.flatMap(({ id, name, summary, source, aliases }) => {
    if (known.has(id)) return [];
    const from = source === undefined ? undefined : pack.sources[source];
    const published = from?.published ?? '';
    const note = tidyNote({
      id,
      name,
      text: summary,
      lang: aliases[0]?.lang ?? pack.language,
      title: from?.title ?? '',
      url: from?.url ?? '',
      made: DAY.test(published) ? published : new Date(now).toISOString().slice(0, DAY_LENGTH),
      edited: now,
    });
    return note ?? [];
  });
}

/** Text in one line and of a length. */
const tidy = (text: string, longest: number): string =>
  text.replace(LONE_SURROGATE, '').replace(/\s+/g, ' ').trim().slice(0, longest).trim();

/** A note with its texts as the pack format wants them; null where nothing is left of one. */
export function tidyNote(note: Note): Note | null {
  const name = tidy(note.name, LONGEST_NAME);
  const text = tidy(note.text, LONGEST_TEXT);
  if (name === '' || text === '') return null;
  const url = note.url.length <= LONGEST_URL ? note.url : '';
  const lang = LANGUAGE.test(note.lang) ? note.lang : 'en';
  return { ...note, name, text, lang, url, title: tidy(note.title, LONGEST_TITLE) };
}

/** What lies in storage as a record; null for anything else. */
export function readRecord(id: string, value: unknown): NoteRecord | null {
  if (!ID.test(id) || id.length > LONGEST_ID || typeof value !== 'object' || value === null)
    return null;
  const { name, text, lang, title, url, made, edited, deleted } = value as Record<string, unknown>;
  if (typeof edited !== 'number' || !Number.isFinite(edited)) return null;
  if (deleted === true) return { id, deleted, edited };
  if (typeof name !== 'string' || typeof text !== 'string' || typeof lang !== 'string') return null;
  if (typeof title !== 'string' || typeof url !== 'string' || typeof made !== 'string') return null;
  if (!DAY.test(made)) return null;
  return tidyNote({ id, name, text, lang, title, url, made, edited });
}

/** Of two records of one note the one that counts: the newest edit, on a tie a deletion. */
export function newer(a: NoteRecord, b: NoteRecord): NoteRecord {
  if (a.edited !== b.edited) return a.edited > b.edited ? a : b;
  return isDeleted(b) ? b : a;
}

/** Records of several stores, one a note. */
export function mergeRecords(records: readonly NoteRecord[]): Map<string, NoteRecord> {
  const merged = new Map<string, NoteRecord>();
  for (const record of records) {
    const known = merged.get(record.id);
    merged.set(record.id, known ? newer(known, record) : record);
  }
  return merged;
}

/** True for a deletion that nobody has to be told of any more. */
export const isForgotten = (record: NoteRecord, now: number): boolean =>
  isDeleted(record) && now - record.edited > REMEMBER_DELETED_MS;

/**
 * All notes as a pack, the newest first.
 * @param words how the pack calls itself, in the reader's language `language`.
 * @throws RangeError without any note: a pack says up to when it holds.
 */
export function notesPack(
  notes: readonly Note[],
  words: { title: string; description: string; language: string },
): Pack {
  const inOrder = [...notes].sort((a, b) => b.edited - a.edited);
  const [newest] = inOrder;
  if (!newest) throw new RangeError('no notes');
  const sources: Pack['sources'] = {};
  const seen = new Map<string, number>();
  for (const { name, lang } of inOrder) {
    const key = `${lang} ${name.normalize('NFKC').toLowerCase()}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const given = new Set<string>();
  const entities = inOrder.map((note): Pack['entities'][number] => {
    const { id, name, text, lang, title, url, made } = note;
    // Only pages that anybody can open by a safe address are linked to.
    const source = isPlainAddress(url) ? `page-${id}` : null;
    if (source) {
      const publisher = new URL(url).hostname;
      sources[source] = {
        title: title || publisher,
        publisher,
        url,
        published: made,
        tier: 'reference',
      };
    }
    const key = `${lang} ${name.normalize('NFKC').toLowerCase()}`;
    const isShared = (seen.get(key) ?? 0) > 1;
    const isFirst = !given.has(key);
    given.add(key);
    return {
      id,
      type: 'topic',
      name,
      summary: text,
      ...(source ? { source } : {}),
      inArticle: [],
      facts: [],
      since: [],
      metrics: [],
      // Of notes on the same words the newest is meant.
      aliases: [
        {
          text: name,
          lang,
          ...(isShared ? { ambiguous: true, prior: 'usual' as const } : {}),
          ...(isShared && isFirst ? { preferred: true } : {}),
        },
      ],
      cues: [],
      antiCues: [],
      related: [],
    };
  });
  // Dates of this form sort by their letters.
  const [asOf = newest.made] = inOrder
    .map(({ made }) => made)
    .sort()
    .reverse();
  return {
    format: 1,
    id: NOTES_ID,
    ...words,
    version: asOf,
    asOf,
    licence: 'private',
    sources,
    entities,
  };
}
