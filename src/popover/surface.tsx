/**
 * The popover of one frame of a page as it is seen: where (host.ts, place.ts), how it looks (theme.ts) and what
 * it shows (view.tsx). When it opens is settled in opening/, which makes it and calls it.
 */
import { render } from 'preact';
import { FAR_SCROLL_SHARE } from '../opening/delays.ts';
import type { CloseReason, Opener, Sample } from '../opening/opening.ts';
import type { Surface, SurfaceDeps } from '../opening/surface.ts';
import type { EntityCard } from '../packs/card.ts';
import type { PageMention } from '../page/types.ts';
import { TEXT_SIZE } from '../settings/schema.ts';
import { copyToClipboard } from './clipboard.ts';
import { giveBack, leadOut } from './focus.ts';
import { createHost, type Host, mount, unmount } from './host.ts';
import { type Ground, groundOf, keepInside, lineAt, place, visibleArea } from './place.ts';
import { drawRing } from './ring.ts';
import { newSession, type Session } from './session.ts';
import { shield } from './shield.ts';
import { type Theme, themeFor } from './theme.ts';
import { View, type ViewActions } from './view.tsx';
import { watchPage } from './while-open.ts';

export function createSurface(deps: SurfaceDeps): Surface {
  const { send, signal } = deps;
  let host: Host | null = null;
  let session: Session | null = null;
  /** A session that is rendered but not shown: that of the mention under a resting pointer. */
  let prepared: Session | null = null;
  let preparing = 0;
  let observer: ResizeObserver | null = null;
  let stopWatching = () => {};
  const scale = () => deps.settings().textSize / TEXT_SIZE.default;

  // Before the shield, which keeps keys pressed inside from all who listen later.
  const onKey = (event: KeyboardEvent) => leadOut(event, host, session?.before ?? null);
  window.addEventListener('keydown', onKey, { capture: true, signal });

  function theHost(): Host {
    if (host) return host;
    host = createHost(deps.hosts);
    shield(host, signal);
    const { surface } = host;
    observer = new ResizeObserver(() => {
      // Its first report is of the height that it was just placed by, but for rounding.
      const grown = session && Math.abs(surface.offsetHeight - session.placedHeight) > 1;
      if (grown) void replace();
    });
    observer.observe(surface);
    return host;
  }

  /**
   * Renders the card while the pointer rests or is pressed, outside of what is shown: at the end of
   * the delay it only has to be put in its place. Where the browser is busy, opening renders it.
   */
  function prepare(mention: PageMention, isWanted: () => boolean): void {
    if (session || prepared?.mention === mention || !deps.card(mention.entity)) return;
    cancelIdleCallback(preparing);
    preparing = requestIdleCallback(() => {
      const card = deps.card(mention.entity);
      if (session || !card || !isWanted()) return;
      const { surface, scaleTo } = theHost();
      scaleTo(scale());
      prepared = newSession(mention, 'hover', null, null);
      render(null, surface);
      rerender(prepared, card);
    });
  }

  async function open(mention: PageMention, by: Opener, at: Sample | null): Promise<void> {
    const line = lineAt(mention.rects(), at);
    const known = deps.card(mention.entity);
    const rendered = !session && prepared?.mention === mention ? prepared : null;
    const mine = newSession(mention, by, at, session?.before ?? document.activeElement);
    mine.startedAt = line?.top ?? 0;
    if (session) end();
    // What was rendered acts on the session that it was rendered for.
    const shown = rendered ? Object.assign(rendered, mine) : mine;
    session = shown;
    prepared = null;
    const card = known ?? (await deps.fetchCard(mention.entity).catch(() => null));
    // Closed or replaced while the card was on its way.
    if (session !== shown || signal.aborted) return;
    if (card && line) draw(shown, card, line, rendered !== null);
    else send({ type: 'close' });
  }

  function draw(mine: Session, card: EntityCard, line: DOMRect, isRendered: boolean): void {
    const { element } = mine.mention;
    // All that is asked of the page comes before all that changes it: nothing is laid out twice.
    const theme = themeFor(element, deps.settings().theme);
    const ground = groundOf(element);
    const shown = theHost();
    if (!isRendered) {
      render(null, shown.surface);
      rerender(mine, card);
    }
    dress(shown, theme, card);
    mount(shown, element);
    void settle(mine, shown, line, ground);
    if (mine.by === 'key') {
      drawRing(shown.ring, mine.mention.rects());
      shown.surface.focus({ preventScroll: true });
    }
    stopWatching();
    stopWatching = watchPage({
      moved: follow,
      resized,
      left: () => send({ type: 'close' }),
    });
  }

  function rerender(mine: Session, card: EntityCard): void {
    if (!host) return;
    const actions: ViewActions = {
      fetchCard: async (id) => deps.card(id) ?? (await deps.fetchCard(id).catch(() => null)),
      mute: async (id) => {
        mine.frozen = true;
        keepFocus();
        return deps.mute(id);
      },
      unmute: async (id) => {
        keepFocus();
        return deps.unmute(id);
      },
      openList: deps.openList ?? null,
      editNote: (note) =>
        deps.notes?.isNote(note)
          ? () => {
              const { element } = mine.mention;
              const at = lineAt(mine.mention.rects(), mine.at);
              send({ type: 'close' });
              deps.notes?.edit(note, element, at);
            }
          : null,
      deleteNote: (note) =>
        deps.notes?.isNote(note)
          ? () => {
              send({ type: 'close' });
              void deps.notes?.remove(note);
            }
          : null,
      copy: async (text) => (host ? copyToClipboard(text, host.root) : false),
      pin: (pinned) => {
        mine.pinned = pinned;
        send({ type: 'pin', pinned });
        rerender(mine, card);
      },
      close: () => send({ type: 'close' }),
      turned: (next) => {
        if (!host) return;
        host.surface.dataset.kind = next.type;
        keepFocus();
      },
      nameOf: (id) => deps.card(id)?.name ?? card.related.find((other) => other.id === id)?.name,
    };
    render(
      <View card={card} mention={mine.mention} pinned={mine.pinned} actions={actions} />,
      host.surface,
    );
  }

  /**
   * To be called where what has focus (a chip, the way back, an action) goes with what it stands in:
   * lost focus would count as leaving the popover, and close it under the pointer.
   */
  function keepFocus(): void {
    if (host?.root.activeElement) host.surface.focus({ preventScroll: true });
  }

  /** Colours and sizes for this opening. */
  function dress({ surface, scaleTo }: Host, theme: Theme, card: EntityCard): void {
    surface.dataset.theme = theme;
    surface.dataset.kind = card.type;
    scaleTo(scale());
  }

  /** Places the popover anew: when its content has changed, or its mention has moved. */
  async function replace(): Promise<void> {
    const mine = session;
    if (!mine || !host || mine.frozen || (mine.pinned && mine.side)) return;
    const line = lineAt(mine.mention.rects(), mine.at);
    if (line) await settle(mine, host, line, groundOf(mine.mention.element));
  }

  async function settle(mine: Session, { surface }: Host, line: DOMRect, ground: Ground) {
    const placed = await place({ surface, line, ...ground, scale: scale(), keep: mine.side });
    if (session !== mine) return;
    mine.side = placed.side;
    mine.placedHeight = placed.height;
  }

  /** After a scroll or a change of the page: follows the mention, or closes if it is gone or far. */
  function follow(): void {
    const mine = session;
    if (!mine || mine.frozen || mine.pinned) return;
    const line = mine.mention.isCurrent() ? lineAt(mine.mention.rects(), mine.at) : null;
    const view = visibleArea();
    const seen = line && line.bottom > view.y && line.top < view.y + view.height;
    const moved = line ? Math.abs(line.top - mine.startedAt) : 0;
    // Who opened it by key or from the list has the page scrolled for them.
    const far = mine.by === 'hover' && moved > view.height * FAR_SCROLL_SHARE;
    if (!seen || far) {
      send({ type: 'far' });
      return;
    }
    void replace();
    if (host && mine.by === 'key') drawRing(host.ring, mine.mention.rects());
  }

  /** In a window of another size another side may be the best; a pinned one only stays inside. */
  function resized(): void {
    if (!session || !host) return;
    if (session.pinned || session.frozen) keepInside(host.surface, scale());
    else {
      session.side = null;
      follow();
    }
  }

  function end(): void {
    stopWatching();
    session = null;
    if (!host) return;
    host.ring.replaceChildren();
    render(null, host.surface);
    unmount(host);
  }

  function close(reason: CloseReason): void {
    const before = session?.before ?? null;
    const focused = host?.element.matches(':focus-within') ?? false;
    end();
    if (focused && (reason === 'escape' || reason === 'asked')) giveBack(before);
  }

  signal.addEventListener('abort', () => {
    end();
    observer?.disconnect();
    host?.element.remove();
    host = null;
  });

  return {
    get element() {
      return host?.element ?? null;
    },
    box: () => (session && host ? host.surface.getBoundingClientRect() : null),
    prepare,
    open: (mention, by, at) => void open(mention, by, at),
    close,
    pageChanged: follow,
  };
}
