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
  loadGazetteer,
  type PageEvidence,
} from '../detection/detect.ts';
import type { FrameReport, FrameState } from '../messaging/messages.ts';
import { handle, send } from '../messaging/messaging.ts';
import type { EntityCard } from '../packs/card.ts';
import { bundledPackId, readGazetteerData } from '../packs/gazetteer.generated.ts';
import { quotesOf } from '../page/quotes.ts';
import { PageSession } from '../page/session.ts';
import type { Detector, PageMention } from '../page/types.ts';
import { createPopover, type PopoverController } from '../popover/popover.tsx';
import { loadPause, onPauseChanged } from '../settings/pause.ts';
import type { Settings } from '../settings/schema.ts';
import { isSiteOn } from '../settings/sites.ts';
import { loadSettings, onSettingsChanged } from '../settings/store.ts';
import { MarkSheets } from './mark-sheets.ts';
import { pageAddress } from './page-address.ts';

/** Longest time that a timer can wait, in ms; a longer one would fire at once (HTML, timers). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What runs while Gloss is on. */
interface Running {
  readonly session: PageSession<BlockScan>;
  readonly popover: PopoverController;
  readonly sheets: MarkSheets;
  readonly controller: AbortController;
  report: FrameReport;
}

/** Made for the first page that Gloss is on for; a site that is off never pays for it. */
let detector: Detector<BlockScan> | null = null;

function getDetector(): Detector<BlockScan> {
  if (!detector) {
    const created = createDetector(loadGazetteer(readGazetteerData()));
    detector = {
      ...created,
      decide: (scan, evidence, mode) => created.decide(scan, evidence as PageEvidence, mode),
    };
  }
  return detector;
}

export class Frame {
  readonly #controller = new AbortController();
  readonly #cards = new Map<string, EntityCard>();
  #settings: Settings;
  #pausedUntil: number;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  #running: Running | null = null;
  #hasReported = false;

  private constructor(settings: Settings, pausedUntil: number) {
    this.#settings = settings;
    this.#pausedUntil = pausedUntil;
  }

  /** Starts in this document, on or off as the settings say, and follows them from then on. */
  static async start(): Promise<void> {
    const [settings, pausedUntil] = await Promise.all([loadSettings(), loadPause(Date.now())]);
    const frame = new Frame(settings, pausedUntil);
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
    // Nothing was heard while the page lay in the back/forward cache.
    const restored = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted || this.#isOrphaned()) return;
      this.#settings = await loadSettings();
      this.#pausedUntil = await loadPause(Date.now());
      this.#follow();
    };
    addEventListener('pageshow', restored, { signal });
    handle('frame.ping', () => ({ state: this.#state() }), signal);
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
    if (isOn && this.#running) {
      this.#running.session.applySettings(this.#settings);
      this.#running.sheets.setColors(this.#settings.markColors);
    } else if (isOn) {
      this.#turnOn();
    } else if (this.#running) {
      this.#turnOff();
    }
  }

  /** On here, as far as the settings go. The bundled pack is the only one that pages know yet. */
  #isWanted(): boolean {
    const { enabled, packsOff } = this.#settings;
    return enabled && !packsOff.includes(bundledPackId) && isSiteOn(this.#settings, pageAddress());
  }

  #turnOn(): void {
    const controller = new AbortController();
    const { signal } = controller;
    const sheets = new MarkSheets(markRules, signal);
    sheets.setColors(this.#settings.markColors);
    const session = new PageSession({
      detector: getDetector(),
      settings: this.#settings,
      signal,
      onShadowRoot: (root) => sheets.enter(root),
      onReport: (report) => {
        if (this.#running) this.#running.report = report;
        this.#running?.popover.pageChanged();
        void this.#report(report);
      },
    });
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
    this.#running = { session, popover, sheets, controller, report };
    session.start();
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
