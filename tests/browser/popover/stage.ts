/**
 * A page with marked-up mentions and a popover on it, for tests and for the gallery of pictures.
 * Mentions are `<span data-entity="id">` here: what finds and marks them is the page layer's matter.
 */
import '../../fixtures/extension.ts';
import type { Reason } from '../../../src/detection/types.ts';
import { OwnHosts } from '../../../src/opening/own-hosts.ts';
import { createPopover, type PopoverController } from '../../../src/opening/popover.ts';
import type { SurfaceMaker } from '../../../src/opening/surface.ts';
import type { EntityCard } from '../../../src/packs/card.ts';
import type { PageMention } from '../../../src/page/types.ts';
import { createSurface } from '../../../src/popover/surface.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';
import { CARDS } from '../../fixtures/cards.ts';

export interface Stage {
  readonly controller: PopoverController;
  readonly settings: Settings;
  readonly muted: string[];
  /** Ids asked of the background. */
  readonly fetched: string[];
  /** Ids that the toolbar popup's list was asked to show. */
  readonly listed: string[];
  mention(id: string, index?: number): PageMention;
  /** The popover's element in the page. */
  host(): HTMLElement | null;
  /** The closed shadow root, which only a test that was there when it was made can have. */
  root(): ShadowRoot;
  end(): void;
}

export interface StageOptions {
  settings?: Partial<Settings>;
  reasons?: readonly Reason[];
  /** Answers for cards that are not prefetched; all are, unless `prefetched` says otherwise. */
  fetchCard?: (id: string) => Promise<EntityCard | null>;
  prefetched?: (id: string) => boolean;
  /** Whether the browser opens the toolbar popup. */
  opensList?: boolean;
  /** How what draws the popover comes; it is there at once unless this says otherwise. */
  load?: (part: SurfaceMaker) => Promise<SurfaceMaker>;
}

const roots = new WeakMap<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};

/** Mentions of a page, one object for each span for as long as that stands. */
function mentionsOf(reasons: readonly Reason[]) {
  const known = new WeakMap<Element, PageMention>();
  return (span: Element): PageMention => {
    const old = known.get(span);
    if (old) return old;
    const text = span.textContent ?? '';
    const entity = span.getAttribute('data-entity') ?? '';
    const mention: PageMention = {
      entity,
      type: CARDS.get(entity)?.type ?? 'topic',
      text,
      mention: {
        entity,
        start: 0,
        end: text.length,
        score: reasons.length > 0 ? 0.8 : 1,
        ambiguous: reasons.length > 0,
        reasons,
      },
      rects: () => [...span.getClientRects()],
      range: () =>
        new StaticRange({
          startContainer: span,
          startOffset: 0,
          endContainer: span,
          endOffset: span.childNodes.length,
        }),
      element: span,
      link: span.closest('a[href]'),
      isCurrent: () => span.isConnected,
    };
    known.set(span, mention);
    return mention;
  };
}

export function setStage({
  settings = {},
  reasons = [],
  prefetched = () => true,
  fetchCard = async (id) => CARDS.get(id) ?? null,
  opensList = true,
  load = async (part) => part,
}: StageOptions = {}): Stage {
  const end = new AbortController();
  const all: Settings = { ...DEFAULT_SETTINGS, ...settings };
  const mentionOf = mentionsOf(reasons);
  const muted: string[] = [];
  const fetched: string[] = [];
  const listed: string[] = [];
  const controller = createPopover({
    load: () => load({ createSurface }),
    hosts: new OwnHosts(),
    mentionAt: (x, y) => {
      const span = document.elementFromPoint(x, y)?.closest('[data-entity]');
      return span ? mentionOf(span) : null;
    },
    card: (id) => (prefetched(id) ? CARDS.get(id) : undefined),
    fetchCard: (id) => {
      fetched.push(id);
      return fetchCard(id);
    },
    settings: () => all,
    mute: async (id) => {
      muted.push(id);
      return true;
    },
    unmute: async (id) => {
      muted.splice(muted.indexOf(id), 1);
    },
    openList: async (id) => {
      listed.push(id);
      return opensList;
    },
    signal: end.signal,
  });
  const host = () => document.querySelector<HTMLElement>('gloss-popover');
  return {
    controller,
    settings: all,
    muted,
    fetched,
    listed,
    mention: (id, index = 0) => {
      const span = document.querySelectorAll(`[data-entity="${id}"]`)[index];
      if (!span) throw new Error(`the page does not mention "${id}"`);
      return mentionOf(span);
    },
    host,
    root: () => {
      const element = host();
      const root = element && roots.get(element);
      if (!root) throw new Error('no popover has been opened');
      return root;
    },
    end: () => end.abort(),
  };
}
