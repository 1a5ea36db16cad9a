/** What is known of a popover while it is open. */
import type { Opener, Sample } from '../opening/opening.ts';
import type { PageMention } from '../page/types.ts';
import type { Placement } from './place.ts';

/** One popover that is open, from showing to hiding. */
export interface Session {
  readonly mention: PageMention;
  readonly by: Opener;
  readonly at: Sample | null;
  /** Top of the mention's line when it opened, in client coordinates. */
  startedAt: number;
  /** What had focus before, to be given it back. */
  readonly before: Element | null;
  side: Placement | null;
  /** Height of the surface when it was last placed, in CSS px. */
  placedHeight: number;
  /** Muting takes the mark away: the popover then stays where it is, with its undo. */
  frozen: boolean;
  pinned: boolean;
}

export function newSession(
  mention: PageMention,
  by: Opener,
  at: Sample | null,
  before: Element | null,
): Session {
  return {
    mention,
    by,
    at,
    before,
    startedAt: 0,
    side: null,
    placedHeight: 0,
    frozen: false,
    pinned: false,
  };
}
