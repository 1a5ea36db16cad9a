/**
 * What opening/ and popover/ know of each other. popover/ is a file of its own in what ships, loaded when a
 * popover is first wanted: it can share types and constants with the content script, and no state.
 */
import type { EntityCard } from '../packs/card.ts';
import type { PageMention } from '../page/types.ts';
import type { Settings } from '../settings/schema.ts';
import type { CloseReason, Event, Opener, Sample } from './opening.ts';
import type { OwnHosts } from './own-hosts.ts';
import type { Box } from './safe-triangle.ts';

/** What a popover can show and do, whoever opens it. */
export interface CardActions {
  /** A card that is here already: those of the page's entities are. */
  card(id: string): EntityCard | undefined;
  /** A card from the background; null where no pack has it. */
  fetchCard(id: string): Promise<EntityCard | null>;
  settings(): Settings;
  /** Never marks this entity again; false where an organisation has set what is marked. */
  mute(id: string): Promise<boolean>;
  unmute(id: string): Promise<void>;
  /** Shows an entity in the toolbar popup's list; false where it could not. Missing: no such list. */
  openList?(id: string): Promise<boolean>;
  /** What can be done with the reader's own notes; left out where there are none. */
  readonly notes?: {
    isNote(card: EntityCard): boolean;
    edit(card: EntityCard, anchor: Element, at: DOMRect | null): void;
    remove(card: EntityCard): Promise<void>;
  };
  /** Ends everything and takes the host out of the page. */
  readonly signal: AbortSignal;
}

export interface SurfaceDeps extends CardActions {
  /** Tells the opening machine what was done in the popover, or happened around it. */
  send(event: Event<PageMention>): void;
  /** Is told of the element that is put into the page. */
  readonly hosts: OwnHosts;
}

/** The popover of one frame as it is seen: made once, and shown as the opening machine says. */
export interface Surface {
  /** Its element in the page, once there is one. */
  readonly element: Element | null;
  /** Where it is on screen, in client coordinates; null while none is shown. */
  box(): Box | null;
  /** Renders a card that may be wanted soon, as long as `isWanted` says so. */
  prepare(on: PageMention, isWanted: () => boolean): void;
  /** @param at where the pointer is, in client coordinates; null without one */
  open(on: PageMention, by: Opener, at: Sample | null): void;
  close(reason: CloseReason): void;
  /** The page's mentions have changed: the one that is open may have left. */
  pageChanged(): void;
}

/** As much of popover/ as opening/ needs. */
export interface SurfaceMaker {
  createSurface(deps: SurfaceDeps): Surface;
}
