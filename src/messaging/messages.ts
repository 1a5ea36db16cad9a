/**
 * Every message that Gloss's parts send one another, in one typed map: `request` is what is sent,
 * `response` what comes back. Names are `receiver.verb`.
 */
import type { EntityBrief, EntityCard } from '../packs/card.ts';

/** What one frame holds after a detection pass. Replaces that frame's earlier report. */
export interface FrameReport {
  /** Mentions an entity, in the order of the page; every mention counts, marked or not. */
  entities: { id: string; count: number }[];
  /** `scanning` until the first pass over the page is through. */
  state: 'scanning' | 'ready';
}

export interface TabEntity extends EntityBrief {
  summary: string;
  count: number;
  /** Frames that mention it, with their share of the count, main frame first. */
  frames: { frameId: number; count: number }[];
}

export interface TabSummary {
  /** `none`: no content script answers here (browser page, or tab opened before installation). */
  state: 'none' | 'off' | 'scanning' | 'ready';
  entities: TabEntity[];
}

export interface Messages {
  /** Content script to background, after each pass; answers with the cards of its entities. */
  'background.report': { request: FrameReport; response: EntityCard[] };
  /** A related entity's card, for a chip in the popover. */
  'background.card': { request: { id: string }; response: EntityCard | null };
  /** Toolbar popup to background. */
  'background.summary': { request: { tabId: number }; response: TabSummary };
  /** Background or toolbar popup to a frame's content script: is anybody there? */
  'frame.ping': {
    request: Record<string, never>;
    response: { state: FrameReport['state'] | 'off' };
  };
  /** Jump to a mention: scroll, flash, open its popover. `index` counts that frame's mentions. */
  'frame.jump': { request: { entity: string; index: number }; response: { done: boolean } };
  /** Commands that act on the page. */
  'frame.command': {
    request: { command: 'next-mention' | 'previous-mention' | 'toggle-popover' };
    response: { done: boolean };
  };
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N]['request'];
export type Response<N extends MessageName> = Messages[N]['response'];
