/**
 * The popover of one frame of a page as the content script has it: when it opens (opening.ts by pointer.ts).
 * How it looks and what it shows is popover/, loaded when the pointer first comes to a mark, a press begins
 * on one, or a key or the toolbar opens one. On most pages none of that ever happens.
 *
 * Nothing is added to the page before the first popover opens, and all ends with `deps.signal`.
 */
import type { PageMention } from '../page/types.ts';
import type { CloseReason, Opener, Sample } from './opening.ts';
import type { OwnHosts } from './own-hosts.ts';
import { watchPointer } from './pointer.ts';
import type { CardActions, Surface, SurfaceMaker } from './surface.ts';
import { isTyping } from './typing.ts';

export interface PopoverDeps extends CardActions {
  /** The mention at a point, in client coordinates; also one beneath a see-through link that is the target. */
  mentionAt(x: number, y: number, target?: EventTarget | null): PageMention | null;
  /** Loads popover/, or has it already. Rejected where it cannot be had; it is then asked again later. */
  load(): Promise<SurfaceMaker>;
  readonly hosts: OwnHosts;
}

export interface PopoverController {
  /**
   * Opens the popover of a mention, by command or from the toolbar. With `focus` (a key was
   * pressed) focus moves into it, a frame is drawn around the mention, and closing gives focus back.
   */
  openAt(mention: PageMention, options: { focus: boolean }): void;
  close(): void;
  /** To be called when the page's mentions have changed: the one that is open may have left. */
  pageChanged(): void;
  readonly isOpen: boolean;
  /** The mention whose popover is open. */
  readonly current: PageMention | null;
}

export function createPopover(deps: PopoverDeps): PopoverController {
  const { hosts, signal } = deps;
  let surface: Surface | null = null;
  /** The opening that was shown last, until it is hidden; an object of its own for each. */
  let shown: { readonly on: PageMention } | null = null;
  hosts.removeOld();

  const opening = watchPointer({
    settings: deps.settings,
    mentionAt: deps.mentionAt,
    isTyping: () => isTyping(hosts),
    host: () => surface?.element ?? null,
    box: () => surface?.box() ?? null,
    prepare,
    show,
    hide,
    signal,
  });

  /** Null where it cannot be had: the extension was updated or removed under the page, or Gloss is off by now. */
  async function load(): Promise<Surface | null> {
    const maker = await deps.load().catch(() => null);
    if (!maker || signal.aborted) return null;
    surface ??= maker.createSurface({ ...deps, send: opening.send });
    return surface;
  }

  function prepare(on: PageMention, isWanted: () => boolean): void {
    if (surface) surface.prepare(on, isWanted);
    else void load().then((loaded) => isWanted() && loaded?.prepare(on, isWanted));
  }

  function show(on: PageMention, by: Opener, at: Sample | null): void {
    const mine = { on };
    shown = mine;
    if (surface) surface.open(on, by, at);
    else void load().then((loaded) => openLoaded(loaded, mine, by, at));
  }

  /** Goes on with an opening that had to wait, unless it was closed or followed by another meanwhile. */
  function openLoaded(
    loaded: Surface | null,
    mine: { readonly on: PageMention },
    by: Opener,
    at: Sample | null,
  ): void {
    if (shown !== mine) return;
    if (loaded) loaded.open(mine.on, by, at);
    else opening.send({ type: 'close' });
  }

  function hide(reason: CloseReason): void {
    shown = null;
    surface?.close(reason);
  }

  signal.addEventListener('abort', () => {
    shown = null;
  });

  return {
    openAt: (on, { focus }) => opening.send({ type: 'open', on, by: focus ? 'key' : 'toolbar' }),
    close: () => opening.send({ type: 'close' }),
    pageChanged: () => surface?.pageChanged(),
    get isOpen() {
      return shown !== null;
    },
    get current() {
      return shown?.on ?? null;
    },
  };
}
