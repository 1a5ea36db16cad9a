/**
 * Gloss in one frame of a page: on while the settings say so, and then a PageSession with its
 * popover; off, nothing at all. The one place that knows both page/ and popover/.
 *
 *   storage ──settings──▶ Frame ──on──▶ PageSession ──report──▶ background ──cards──▶ popover
 */
import { browser } from '../browser.ts';
import markRules from '../content.css?inline';
import {
  type BlockScan,
  createDetector,
  type Gazetteer,
  loadGazetteer,
  type PageEvidence,
} from '../detection/detect.ts';
import type { LayeredScan } from '../detection/layers.ts';
import type { FrameReport, FrameState } from '../messaging/messages.ts';
import { handle, send } from '../messaging/messaging.ts';
import type { EntityCard } from '../packs/card.ts';
import { bundledPackId, readGazetteerData } from '../packs/gazetteer.generated.ts';
import { publishedOn, quotesOf } from '../page/quotes.ts';
import { PageSession } from '../page/session.ts';
import type { Detector, PageMention } from '../page/types.ts';
import { createPopover, type PopoverController } from '../popover/popover.tsx';
import {
  type AddedPacksNote,
  loadAddedPacks,
  onAddedPacksChanged,
} from '../settings/added-packs.ts';
import { loadPause, onPauseChanged } from '../settings/pause.ts';
import type { Settings } from '../settings/schema.ts';
import { isSiteOn } from '../settings/sites.ts';
import { loadSettings, onSettingsChanged } from '../settings/store.ts';
import { detectorWithAddedPacks } from './added-packs.ts';
import { MarkSheets } from './mark-sheets.ts';
import { pageAddress } from './page-address.ts';

/** Longest time that a timer can wait, in ms; a longer one would fire at once (HTML, timers). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What runs while Gloss is on. */
interface Running {
  readonly session: PageSession<BlockScan> | PageSession<LayeredScan>;
  /** Says which packs the session reads by; when it changes, the page is read anew. */
  readonly packs: string;
  readonly popover: PopoverController;
  readonly sheets: MarkSheets;
  readonly controller: AbortController;
  report: FrameReport;
}

/** Made for the first page that Gloss is on for; a site that is off never pays for it. */
let gazetteer: Gazetteer | null = null;

function getGazetteer(): Gazetteer {
  gazetteer ??= loadGazetteer(readGazetteerData());
  return gazetteer;
}

function bundledDetector(): Detector<BlockScan> {
  const created = createDetector(getGazetteer());
  return {
    ...created,
    decide: (scan, evidence, mode) => created.decide(scan, evidence as PageEvidence, mode),
  };
}

/** What is stored of all that decides what happens in a frame. */
const load = () => Promise.all([loadSettings(), loadPause(Date.now()), loadAddedPacks()]);

export class Frame {
  readonly #controller = new AbortController();
  readonly #cards = new Map<string, EntityCard>();
  #settings: Settings;
  #pausedUntil: number;
  #addedPacks: AddedPacksNote | null;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  #running: Running | null = null;
  #hasReported = false;

  private constructor([settings, pausedUntil, addedPacks]: Awaited<ReturnType<typeof load>>) {
    this.#settings = settings;
    this.#pausedUntil = pausedUntil;
    this.#addedPacks = addedPacks;
  }

  /** Starts in this document, on or off as the settings say, and follows them from then on. */
  static async start(): Promise<void> {
    const frame = new Frame(await load());
    frame.#listen();
    frame.#follow();
  }

  #listen(): void {
    const { signal } = this.#controller;
    onSettingsChanged((settings) => {
      this.#settings = settings;
      this.#follow();
    }, signal);
    onPauseChanged((until) => {
      this.#pausedUntil = until;
      this.#follow();
    }, signal);
    onAddedPacksChanged((note) => {
      this.#addedPacks = note;
      // What was changed may be a card that is here.
      this.#cards.clear();
      this.#follow();
    }, signal);
    // Nothing was heard while the page lay in the back/forward cache.
    const restored = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted || this.#isOrphaned()) return;
      [this.#settings, this.#pausedUntil, this.#addedPacks] = await load();
      this.#follow();
    };
    addEventListener('pageshow', restored, { signal });
    handle(
      'frame.ping',
      () => ({
        state: this.#state(),
        read: this.#running?.session.read ?? 0,
        published: publishedOn(),
      }),
      signal,
    );
    handle(
      'frame.report-again',
      async () => {
        // A change of address within the page may have led to another site's rules.
        this.#follow();
        await this.#report(this.#running?.report ?? { entities: [], state: 'off' });
        return { done: true };
      },
      signal,
    );
    handle(
      'frame.jump',
      ({ entity, index }) => this.#show(this.#running?.session.jump(entity, index), false),
      signal,
    );
    handle('frame.quotes', () => quotesOf(this.#mentions()), signal);
    handle('frame.command', ({ command }) => this.#obey(command), signal);
  }

  /** Brings the frame in line with settings and pause. */
  #follow(): void {
    clearTimeout(this.#pauseTimer);
    const pause = this.#pausedUntil - Date.now();
    if (pause > 0) {
      const again = () => this.#follow();
      this.#pauseTimer = setTimeout(again, Math.min(pause, LONGEST_TIMER_MS));
    }
    const isOn = pause <= 0 && this.#isWanted();
    if (isOn && this.#running?.packs !== this.#packs()) {
      this.#running?.controller.abort();
      this.#turnOn();
    } else if (isOn && this.#running) {
      this.#running.session.applySettings(this.#settings);
      this.#running.sheets.setColors(this.#settings.markColors);
    } else if (this.#running) {
      this.#turnOff();
    }
  }

  #isBundledOn(): boolean {
    return !this.#settings.packsOff.includes(bundledPackId);
  }

  /** Says which packs the page is read by. */
  #packs(): string {
    return `${this.#isBundledOn()} ${this.#addedPacks?.revision ?? ''}`;
  }

  /** On here, as far as the settings go. */
  #isWanted(): boolean {
    const hasPacks = this.#isBundledOn() || this.#addedPacks !== null;
    return this.#settings.enabled && hasPacks && isSiteOn(this.#settings, pageAddress());
  }

  #turnOn(): void {
    const controller = new AbortController();
    const { signal } = controller;
    const sheets = new MarkSheets(markRules, signal);
    sheets.setColors(this.#settings.markColors);
    const session = this.#createSession(sheets, signal);
    const popover = createPopover({
      mentionAt: (x, y) => (this.#isOrphaned() ? null : session.mentionAt(x, y)),
      card: (id) => this.#cards.get(id),
      fetchCard: (id) => send('background.card', { id }),
      settings: () => this.#settings,
      mute: (id) => this.#mute(id, true),
      unmute: (id) => this.#mute(id, false),
      signal,
    });
    const report: FrameReport = { entities: [], state: 'scanning' };
    this.#running = { session, packs: this.#packs(), popover, sheets, controller, report };
    session.start();
  }

  #createSession(sheets: MarkSheets, signal: AbortSignal): Running['session'] {
    const common = {
      settings: this.#settings,
      signal,
      onShadowRoot: (root: ShadowRoot) => sheets.enter(root),
      onReport: (report: FrameReport) => {
        if (this.#running) this.#running.report = report;
        this.#running?.popover.pageChanged();
        void this.#report(report);
      },
    };
    if (!this.#addedPacks) return new PageSession({ ...common, detector: bundledDetector() });
    const session: PageSession<LayeredScan> = new PageSession({
      ...common,
      detector: detectorWithAddedPacks({
        filter: this.#addedPacks.filter,
        bundled: this.#isBundledOn() ? getGazetteer() : null,
        ask: (keys) => send('background.reach', { keys }),
        isRead: () => session.state === 'ready',
        readAgain: (texts, isOutdated) => session.readAgain(texts, isOutdated),
        signal,
      }),
    });
    return session;
  }

  #turnOff(): void {
    this.#running?.controller.abort();
    this.#running = null;
    void this.#report({ entities: [], state: 'off' });
  }

  /** Tells the background what the frame holds, and keeps the cards that it answers with. */
  async #report(report: FrameReport): Promise<void> {
    const isNews = report.entities.length > 0 || this.#hasReported || window === window.top;
    // Most frames hold nothing: no need to wake the background for each of them.
    if (!isNews) return;
    this.#hasReported = true;
    try {
      const known = [...this.#cards.keys()];
      const cards = await send('background.report', { ...report, known });
      for (const card of cards) this.#cards.set(card.id, card);
    } catch {
      // The background may be starting; it asks again. Or there is none for this script any more.
      this.#isOrphaned();
    }
  }

  /**
   * Chromium leaves the scripts of an older version in their pages when the extension is updated or
   * removed: they lose their id. This one then ends, and takes what it marked with it.
   */
  #isOrphaned(): boolean {
    if (browser.runtime?.id) return false;
    this.#stop();
    return true;
  }

  #stop(): void {
    this.#running?.controller.abort();
    this.#running = null;
    clearTimeout(this.#pauseTimer);
    this.#controller.abort();
  }

  async #mute(id: string, muted: boolean): Promise<void> {
    await send('background.mute', { id, muted });
  }

  #state(): FrameState {
    return this.#running ? this.#running.session.state : 'off';
  }

  #mentions(): PageMention[] {
    const { session, report } = this.#running ?? {};
    return report?.entities.flatMap(({ id }) => session?.mentionsOf(id) ?? []) ?? [];
  }

  #show(mention: PageMention | null | undefined, focus: boolean): { done: boolean } {
    if (mention) this.#running?.popover.openAt(mention, { focus });
    return { done: Boolean(mention) };
  }

  #obey(command: 'next-mention' | 'previous-mention' | 'toggle-popover'): { done: boolean } {
    const { session, popover } = this.#running ?? {};
    if (!session || !popover) return { done: false };
    if (command === 'toggle-popover' && popover.isOpen) {
      popover.close();
      return { done: true };
    }
    return this.#show(session.step(command === 'previous-mention' ? -1 : 1), true);
  }
}
