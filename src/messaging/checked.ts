/**
 * Answering with a check of what was asked: for the background, which trusts no page's process.
 * Content scripts must not import this file; it brings the validation library along.
 */
import * as v from 'valibot';
import type { MessageName, Request } from './messages.ts';
import { type Handler, handle } from './messaging.ts';

/** Longest ids of a pack and an entity (`packs/schema.ts`), joined, with room to spare. */
const ID_LENGTH = 180;
/** More different entities than any page of text names; keeps a hostile page from filling memory. */
const MOST_ENTITIES = 10_000;
/** As long as anybody types into a search field. */
const QUERY_LENGTH = 200;
const SECTION_LENGTH = 40;
/** Keys of more different words than any page has, in base64. */
const KEYS_LENGTH = 4_000_000;
/** Longest text of a note's form before it is cut to size: whole pages can be selected. */
const NOTE_LENGTH = 100_000;
/** More packs than anybody has. */
const MOST_PACKS = 1_000;

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(ID_LENGTH));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const REQUESTS = {
  'background.report': v.object({
    entities: v.pipe(v.array(v.object({ id: Id, count: Count })), v.maxLength(MOST_ENTITIES)),
    state: v.picklist(['scanning', 'ready', 'off']),
    known: v.exactOptional(v.pipe(v.array(Id), v.maxLength(MOST_ENTITIES))),
  }),
  'background.card': v.object({ id: Id }),
  'background.mute': v.object({ id: Id, muted: v.boolean() }),
  'background.list': v.object({ id: Id }),
  'background.listed': v.object({ tabId: Count }),
  'background.options': v.object({
    section: v.exactOptional(v.pipe(v.string(), v.maxLength(SECTION_LENGTH))),
  }),
  'background.summary': v.object({ tabId: Count }),
  'background.start': v.object({ tabId: Count }),
  'background.search': v.object({
    query: v.pipe(v.string(), v.maxLength(QUERY_LENGTH)),
    limit: Count,
  }),
  'background.cards': v.object({ ids: v.pipe(v.array(Id), v.maxLength(MOST_ENTITIES)) }),
  'background.packs': v.object({}),
  'background.pack-troubles': v.object({}),
  'background.reach': v.object({ keys: v.pipe(v.string(), v.maxLength(KEYS_LENGTH), v.base64()) }),
  'background.note-save': v.object({
    id: v.nullable(Id),
    name: v.pipe(v.string(), v.maxLength(NOTE_LENGTH)),
    text: v.pipe(v.string(), v.maxLength(NOTE_LENGTH)),
    lang: v.pipe(v.string(), v.maxLength(NOTE_LENGTH)),
    source: v.nullable(
      v.object({
        title: v.pipe(v.string(), v.maxLength(NOTE_LENGTH)),
        url: v.pipe(v.string(), v.maxLength(NOTE_LENGTH)),
      }),
    ),
  }),
  'background.note-delete': v.object({ id: Id }),
  'background.notes': v.object({}),
  'background.bundled-names': v.object({}),
  'background.pack-added': v.object({ id: Id }),
  'background.pack-remove': v.object({ id: Id, removed: v.boolean() }),
  'background.pack-order': v.object({ order: v.pipe(v.array(Id), v.maxLength(MOST_PACKS)) }),
} satisfies { [N in MessageName as N extends `background.${string}` ? N : never]: unknown };

export type CheckedName = keyof typeof REQUESTS;

/** What each schema gives must be what the map of messages says: the compiler checks it here. */
type Checked = { [N in CheckedName]: v.GenericSchema<unknown, Request<N>> };
const CHECKED: Checked = REQUESTS;

/** Every message that the background answers. */
export const CHECKED_NAMES = Object.keys(CHECKED) as CheckedName[];

/** Like `handle`, but a request that is not what it should be is answered with an error. */
export function handleChecked<N extends CheckedName>(
  name: N,
  handler: Handler<N>,
  signal?: AbortSignal,
): void {
  handle(name, (request, sender) => handler(v.parse(CHECKED[name], request), sender), signal);
}
