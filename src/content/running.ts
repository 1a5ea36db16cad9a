/**
 * Gloss while it is on for a text: a PageSession, the popover that opens at its marks, and the style
 * sheets of both. The one place that knows both page/ and opening/; pages have it by `Frame`, which
 * loads this file when it is first on (parts.ts), the sample texts of Gloss's own pages by sample/.
 */
import markRules from '../content.css?inline';
import {
  type BlockScan,
  createDetector,
  type Gazetteer,
  loadGazetteer,
  type PageEvidence,
} from '../detection/detect.ts';
import type { LayeredScan } from '../detection/layers.ts';
import type { FrameOutline, FrameReport, Request } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import type { OwnHosts } from '../opening/own-hosts.ts';
import { createPopover, type PopoverController, type PopoverDeps } from '../opening/popover.ts';
import { isTyping } from '../opening/typing.ts';
import type { EntityCard } from '../packs/card.ts';
import { readGazetteerData } from '../packs/gazetteer.generated.ts';
import { FRAME_ELEMENTS, framePath } from '../page/child-frames.ts';
import { PageSession, type SessionOptions } from '../page/session.ts';
import type { Detector, PageMention } from '../page/types.ts';
import type { AddedPacksNote } from '../settings/added-packs.ts';
import type { Settings } from '../settings/schema.ts';
import { detectorWithAddedPacks } from './added-packs.ts';
import { MarkSheets } from './mark-sheets.ts';
import { isBundledOn, packsInUse } from './packs-in-use.ts';

/** Made for the first text that Gloss is on for; a site that is off never pays for it. */
let gazetteer: Gazetteer | null = null;

function getGazetteer(): Gazetteer {
  gazetteer ??= loadGazetteer(readGazetteerData());
  return gazetteer;
}

function bundledDetector(): Detector<BlockScan> {
  const created = createDetector(getGazetteer());
  return {
    ...created,
    decide: (scan, evidence, ...how) => created.decide(scan, evidence as PageEvidence, ...how),
  };
}

export interface RunningOptions {
  /** What is read; the whole document where it is left out. */
  readonly root?: Element;
  readonly settings: Settings;
  readonly addedPacks: AddedPacksNote | null;
  /** A card that is here already. */
  card(id: string): EntityCard | undefined;
  /** Never mark this entity again, or mark it again; false where an organisation has set that. */
  mute(id: string, muted: boolean): Promise<boolean>;
  /** Shows an entity in the toolbar popup's list; missing where there is no page to list. */
  openList?(id: string): Promise<boolean>;
  /** Loads what a popover looks like and shows, when one is first wanted. */
  readonly loadPopover: PopoverDeps['load'];
  /** What Gloss has put into the document. */
  readonly hosts: OwnHosts;
  /** What can be done with the reader's own notes. */
  readonly notes?: NonNullable<PopoverDeps['notes']>;
  /** What the text holds has changed, or it has been read through for the first time. */
  onReport(report: FrameReport): void;
  /** Asked when a pointer is over the text: false where this script is to do nothing any more. */
  isAlive(): boolean;
}

export class Running {
  readonly #controller = new AbortController();
  readonly #session: PageSession<BlockScan> | PageSession<LayeredScan>;
  readonly #popover: PopoverController;
  readonly #sheets: MarkSheets;
  readonly #hosts: OwnHosts;
  #settings: Settings;
  /** As `packsInUse` says it: when that changes, the text is to be read anew by another `Running`. */
  readonly packs: string | null;
  /** The latest report. */
  report: FrameReport = { entities: [], state: 'scanning' };

  /** Starts at once, and goes on until `end`. */
  constructor(options: RunningOptions) {
    const { settings, addedPacks, card, mute, openList, loadPopover, hosts, notes, isAlive } =
      options;
    const { signal } = this.#controller;
    this.#settings = settings;
    this.#hosts = hosts;
    this.packs = packsInUse(settings, addedPacks);
    this.#sheets = new MarkSheets(markRules, signal);
    this.#sheets.setColors(settings.markColors);
    this.#session = this.#createSession(options);
    this.#popover = createPopover({
      mentionAt: (x, y, target) => (isAlive() ? this.#session.mentionAt(x, y, target) : null),
      load: loadPopover,
      hosts,
      card,
      fetchCard: (id) => send('background.card', { id }),
      settings: () => this.#settings,
      mute: (id) => mute(id, true),
      unmute: async (id) => void (await mute(id, false)),
      ...(openList ? { openList } : {}),
      ...(notes ? { notes } : {}),
      signal,
    });
    this.#session.start();
  }

  #createSession({
    root,
    settings,
    addedPacks,
    onReport,
  }: RunningOptions): PageSession<BlockScan> | PageSession<LayeredScan> {
    const { signal } = this.#controller;
    const common: Omit<SessionOptions<never>, 'detector'> = {
      ...(root ? { root } : {}),
      settings,
      signal,
      onShadowRoot: (shadow) => this.#sheets.enter(shadow),
      onReport: (report) => {
        this.report = report;
        this.#popover.pageChanged();
        onReport(report);
      },
    };
    if (!addedPacks) return new PageSession({ ...common, detector: bundledDetector() });
    const session: PageSession<LayeredScan> = new PageSession({
      ...common,
      detector: detectorWithAddedPacks({
        filter: addedPacks.filter,
        bundled: isBundledOn(settings) ? getGazetteer() : null,
        ask: (keys) => send('background.reach', { keys }),
        isRead: () => session.state === 'ready',
        readAgain: (blocks, isOutdated) => session.readAgain(blocks, isOutdated),
        signal,
      }),
    });
    return session;
  }

  get state(): FrameReport['state'] {
    return this.#session.state;
  }

  /** How much of the text has been read; see PageSession.read. */
  get read(): number {
    return this.#session.read;
  }

  apply(settings: Settings): void {
    this.#settings = settings;
    this.#session.applySettings(settings);
    this.#sheets.setColors(settings.markColors);
  }

  /** Takes away everything that it has brought. */
  end(): void {
    this.#controller.abort();
  }

  /** All mentions, entity by entity in the order of the report. */
  mentions(): PageMention[] {
    return this.report.entities.flatMap(({ id }) => this.#session.mentionsOf(id));
  }

  /** Goes to a mention of an entity and opens its popover; see PageSession.jump. */
  jump({ entity, index }: Request<'frame.jump'>): { done: boolean } {
    return this.#show(this.#session.jump(entity, index), false);
  }

  /** What a key that steps through the tab has to know of this frame. */
  outline(): FrameOutline {
    return {
      ...this.#session.outline(),
      path: framePath(),
      isOpen: this.#popover.isOpen,
      hasFocus: document.hasFocus() && !document.activeElement?.matches(FRAME_ELEMENTS),
      isTyping: document.hasFocus() && isTyping(this.#hosts),
    };
  }

  /** Goes to a mark and opens its popover, with the focus in it. */
  step({ index }: Request<'frame.step'>): { done: boolean } {
    return this.#show(this.#session.step(index), true);
  }

  close(): { done: boolean } {
    const done = this.#popover.isOpen;
    this.#popover.close();
    return { done };
  }

  #show(mention: PageMention | null, focus: boolean): { done: boolean } {
    if (mention) this.#popover.openAt(mention, { focus });
    return { done: Boolean(mention) };
  }
}
