/**
 * Every message that Gloss's parts send one another, in one typed map: `request` is what is sent,
 * `response` what comes back. Names are `receiver.verb`.
 */

import type { Note } from '../notes/notes.ts';
import type { EntityBrief, EntityCard } from '../packs/card.ts';
import type { NamedAlias } from '../packs/clashes.ts';
import type { GazetteerData } from '../packs/gazetteer-data.ts';

/** What one frame holds after a detection pass. Replaces that frame's earlier report. */
export interface FrameReport {
  /** Mentions an entity, in the order of the page; every mention counts, marked or not. */
  entities: { id: string; count: number }[];
  /** `scanning` until the first pass over the page is through; `off` when Gloss is off here. */
  state: FrameState;
  /** Entities whose cards the frame has already: the answer leaves them out. */
  known?: string[];
}
export type FrameState = 'scanning' | 'ready' | 'off';

/** What a frame says of itself when it is asked. */
export interface FrameAnswer {
  state: FrameState;
  /** How much of the page's text has been read, 0 to 1; a guess that only grows to 1 when it is. */
  read: number;
  /** YYYY-MM-DD where the page says when it was published, else null. */
  published: string | null;
}

export interface TabEntity extends EntityBrief {
  summary: string;
  count: number;
  /** Frames that mention it, with their share of the count, main frame first. */
  frames: { frameId: number; count: number }[];
}

export interface TabSummary {
  /**
   * `unreadable`: extensions may not run here (browser pages, stores). `no-page`: a PDF, plain
   * text, an image. `not-started`: the tab was opened before Gloss was installed, or the
   * browser waits for the reader's word, and one click starts it. `loading`: the page is not there
   * yet. `off`: switched off, everywhere or on this site.
   */
  state: 'unreadable' | 'no-page' | 'not-started' | 'loading' | FrameState;
  /** Address of the main frame where the browser tells it. */
  url: string | null;
  /** Of the main frame, as in its answer; 0 and null where it gives none. */
  read: number;
  published: string | null;
  /** Number of packs that are switched on. */
  packsOn: number;
  entities: TabEntity[];
}

/** What a list of entities shows of one, wherever it stands in a list. */
export interface ListedEntity extends EntityBrief {
  fullName: string | null;
  summary: string;
  packId: string;
}

export interface ListedPack {
  id: string;
  title: string;
  description: string;
  version: string;
  asOf: string;
  licence: string;
  language: string;
  homepage: string | null;
  article: { title: string; publisher: string; published: string; url: string | null } | null;
  entities: number;
  sources: number;
  aliases: number;
  /** Comes with the extension: can be switched off, not removed. */
  bundled: boolean;
  /** A file that was added, the reader's own notes, or a policy of who manages the browser. */
  origin: 'bundled' | 'file' | 'notes' | 'policy';
  /** Length of the pack's file in UTF-16 units; 0 for the bundled one. */
  size: number;
}

/** Why an added pack says nothing though it is there. */
export interface PackTrouble {
  /**
   * `newer`: a newer version of Gloss has stored it, in a format that this one cannot read. `damaged`: its
   * file is no valid pack. `lost`: its file is gone. `unprepared`: its file is valid, but what is compiled of it
   * could not be stored.
   */
  kind: 'newer' | 'damaged' | 'lost' | 'unprepared';
  /** What is wrong with a damaged file first, in English; else empty. */
  detail: string;
}

export interface PackTroubles {
  /** All packs are out of reach: a newer Gloss has changed their database, or the browser does not open it. */
  all: 'newer' | 'closed' | null;
  /** By the packs' ids. */
  packs: Record<string, PackTrouble>;
}

/** What added packs say of the words that a page asked about. */
export interface ReachedPart {
  /** The part of them that these words can reach; null where they reach nothing. */
  gazetteer: GazetteerData | null;
  /** Entities whose pack stands before the bundled one: they win where both name the same words. */
  stronger: string[];
}

/** A mention as an annotation points at it: by its words and by its place in the frame's text. */
export interface QuotedMention {
  entity: string;
  /** The words as the page shows them, and what stands before and after. */
  exact: string;
  prefix: string;
  suffix: string;
  /** UTF-16 offsets into the text of the frame's document (`document.body.textContent`). */
  start: number;
  end: number;
}

export interface PageQuotes {
  url: string;
  title: string;
  /** BCP 47 tag of the document; empty where it says none. */
  language: string;
  /** YYYY-MM-DD where the page says when it was published, else null. */
  published: string | null;
  mentions: QuotedMention[];
}

/** A frame's marks as keys step through them, and where it stands in its tab. */
export interface FrameOutline {
  /** Indices into each window's `frames` on the way down from the top; empty for the main frame. */
  path: number[];
  /** Number of marks. */
  stops: number;
  /** The mark that was stepped to last, and when, in ms since 1970; null where none was or it is gone. */
  last: { index: number; time: number } | null;
  /** The first mark that is not above the frame's window. */
  inView: number;
  /**
   * Frames inside it in the order of its document: index in `frames`, number of its own marks before
   * it, and whether it lies above the window.
   */
  children: { index: number; before: number; isPast: boolean }[];
  isOpen: boolean;
  /** Keys go to this frame itself, not to one inside it. */
  hasFocus: boolean;
  /** Keys write text there. */
  isTyping: boolean;
}

interface Messages {
  /** Content script to background, after each pass; answers with the cards of its entities. */
  'background.report': { request: FrameReport; response: EntityCard[] };
  /** A related entity's card, for a chip in the popover. */
  'background.card': { request: { id: string }; response: EntityCard | null };
  /** Never mark this entity again, or mark it again. */
  'background.mute': { request: { id: string; muted: boolean }; response: { done: boolean } };
  /** Words of a page, as keys (`packs/word-keys.ts`) in base64: what do added packs know of them? */
  'background.reach': { request: { keys: string }; response: ReachedPart };
  /** Shows an entity in the toolbar popup's list, of the tab that asks. */
  'background.list': { request: { id: string }; response: { done: boolean } };
  /** Saves a note of the reader's own; without an id a new one. `saved`: where it went, null if nowhere. */
  'background.note-save': {
    request: {
      id: string | null;
      name: string;
      text: string;
      lang: string;
      source: { title: string; url: string } | null;
    };
    response: { saved: 'sync' | 'device' | null };
  };
  'background.note-delete': { request: { id: string }; response: { done: boolean } };
  /** Opens the options page, at a section where one is named. */
  'background.options': { request: { section?: string }; response: { done: boolean } };

  /** Toolbar popup to background. */
  'background.summary': { request: { tabId: number }; response: TabSummary };
  /** The entity that the popup was opened for, said once; null where it was opened by its button. */
  'background.listed': { request: { tabId: number }; response: { id: string | null } };
  /** Runs Gloss in a tab that was opened before it was installed. */
  'background.start': { request: { tabId: number }; response: { done: boolean } };
  /** Entities of all packs that fit the words, best first; no words give them all by kind. */
  'background.search': { request: { query: string; limit: number }; response: ListedEntity[] };
  /** The cards of these entities, in their order; those that no pack has are left out. */
  'background.cards': { request: { ids: string[] }; response: EntityCard[] };
  'background.packs': { request: Record<string, never>; response: ListedPack[] };
  /** Which added packs say nothing, and why. Tries to put them right before. */
  'background.pack-troubles': { request: Record<string, never>; response: PackTroubles };
  /** The reader's own notes, the newest first. */
  'background.notes': { request: Record<string, never>; response: Note[] };
  /** All names of the bundled pack, to see which of a new pack's clash with them. */
  'background.bundled-names': {
    request: Record<string, never>;
    response: { id: string; aliases: NamedAlias[] };
  };
  /** A pack was put on the shelf: pages have to hear of it. */
  'background.pack-added': { request: { id: string }; response: { done: boolean } };
  /** Takes an added pack away, or brings back one that was taken away just now. */
  'background.pack-remove': {
    request: { id: string; removed: boolean };
    response: { done: boolean };
  };
  /** Ids of packs in the order in which they win where their names clash. */
  'background.pack-order': { request: { order: string[] }; response: { done: boolean } };

  /** Background or toolbar popup to a frame's content script: is anybody there? */
  'frame.ping': { request: Record<string, never>; response: FrameAnswer };
  /** Send `background.report` again: the background has lost or dropped what it knew. */
  'frame.report-again': { request: Record<string, never>; response: { done: boolean } };
  /** Jump to a mention: scroll, flash, open its popover. `index` counts that frame's mentions. */
  'frame.jump': { request: { entity: string; index: number }; response: { done: boolean } };
  /** The frame's mentions with what an annotation of them needs. */
  'frame.quotes': { request: Record<string, never>; response: PageQuotes };
  /** Opens the form of a note on these words, or on those selected where none are given. */
  'frame.note': { request: { text: string }; response: { done: boolean } };
  /** What a key that steps through the tab has to know of the frame; null where Gloss is off. */
  'frame.outline': { request: Record<string, never>; response: FrameOutline | null };
  /** Gives the focus to a frame inside this one, by its index in `frames`. */
  'frame.enter': { request: { index: number }; response: { done: boolean } };
  /** Goes to a mark of the frame, counted in its order, and opens its popover with the focus in it. */
  'frame.step': { request: { index: number }; response: { done: boolean } };
  'frame.close': { request: Record<string, never>; response: { done: boolean } };
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N]['request'];
export type Response<N extends MessageName> = Messages[N]['response'];

/** What a content script, which shares its process with a page, may ask of the background. */
export const ALLOWED_TO_PAGES: ReadonlySet<MessageName> = new Set<MessageName>([
  'background.report',
  'background.card',
  'background.mute',
  'background.list',
  'background.options',
  'background.reach',
  'background.note-save',
  'background.note-delete',
]);
