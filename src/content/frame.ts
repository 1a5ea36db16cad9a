/**
 * Gloss in one frame of a page: on while the settings say so, and then `Running`; off, nothing at
 * all. This much each frame of each page has; `Running` and what it needs are loaded where it is on.
 *
 *   storage ──settings──▶ Frame ──on──▶ Running ──report──▶ background ──cards──▶ its popover
 */
import { browser } from '../browser.ts';
import { handleInFrame } from '../messaging/frame-requests.ts';
import type { FrameReport, FrameState } from '../messaging/messages.ts';
import { send } from '../messaging/messaging.ts';
import { OwnHosts } from '../opening/own-hosts.ts';
import type { EntityCard } from '../packs/card.ts';
import { publishedOn, quotesOf } from '../page/quotes.ts';
import { onAddedPacksChanged } from '../settings/added-packs.ts';
import { type ForPage, loadForPage } from '../settings/for-page.ts';
import { leftOfPause, onPauseChanged } from '../settings/pause.ts';
import { isSiteOn } from '../settings/sites.ts';
import { onSettingsChanged } from '../settings/store.ts';
import { onDocumentReplaced } from './document-life.ts';
import { answerKeys } from './keys.ts';
import { createNotes, isNote } from './note-form.ts';
import { packsInUse } from './packs-in-use.ts';
import { pageAddress } from './page-address.ts';
import type { Parts } from './parts.ts';
import type { Running } from './running.ts';

type RunningPart = Awaited<ReturnType<Parts['running']>>;

export class Frame {
  readonly #controller = new AbortController();
  readonly #cards = new Map<string, EntityCard>();
  readonly #hosts = new OwnHosts();
  readonly #parts: Parts;
  readonly #readable: boolean | Promise<boolean>;
  readonly #notes: ReturnType<typeof createNotes>;
  #stored: ForPage;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  /** Null until Gloss has been on here. */
  #part: RunningPart | null = null;
  #isLoading = false;
  #running: Running | null = null;
  #hasReported = false;

  private constructor(stored: ForPage, parts: Parts, readable: boolean | Promise<boolean>) {
    this.#stored = stored;
    this.#parts = parts;
    this.#readable = readable;
    this.#notes = createNotes({
      settings: () => this.#stored.settings,
      parts,
      hosts: this.#hosts,
      signal: this.#controller.signal,
    });
  }

  /**
   * Starts in this document, on or off as the settings say, and follows them from then on.
   * @param readable until it says so, only what reading takes is loaded; false where there is nothing to read
   */
  static async start(parts: Parts, readable: boolean | Promise<boolean> = true): Promise<void> {
    const frame = new Frame(await loadForPage(Date.now()), parts, readable);
    frame.#listen();
    frame.#follow();
    if (!(await readable)) frame.#stop();
  }

  #listen(): void {
    const { signal } = this.#controller;
    onSettingsChanged((settings) => {
      this.#stored = { ...this.#stored, settings };
      this.#follow();
    }, signal);
    onPauseChanged((pausedUntil) => {
      this.#stored = { ...this.#stored, pausedUntil };
      this.#follow();
    }, signal);
    onAddedPacksChanged((addedPacks) => {
      this.#stored = { ...this.#stored, addedPacks };
      // What was changed may be a card that is here.
      this.#cards.clear();
      this.#follow();
    }, signal);
    // Nothing was heard while the page lay in the back/forward cache.
    const restored = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted || this.#isOrphaned()) return;
      this.#stored = await loadForPage(Date.now());
      this.#follow();
    };
    addEventListener('pageshow', restored, { signal });
    // All that listened to the page is gone with the old document.
    onDocumentReplaced(() => {
      this.#running?.end();
      this.#running = null;
      this.#follow();
    }, signal);
    handleInFrame(
      'frame.ping',
      () => ({
        state: this.#state(),
        read: this.#running?.read ?? 0,
        published: publishedOn(),
      }),
      signal,
    );
    handleInFrame(
      'frame.report-again',
      async () => {
        // A change of address within the page may have led to another site's rules.
        this.#follow();
        await this.#report(this.#running?.report ?? { entities: [], state: this.#state() });
        return { done: true };
      },
      signal,
    );
    handleInFrame(
      'frame.jump',
      (request) => this.#running?.jump(request) ?? { done: false },
      signal,
    );
    handleInFrame('frame.quotes', () => quotesOf(this.#running?.mentions() ?? []), signal);
    handleInFrame(
      'frame.note',
      ({ text }) => {
        this.#notes.add(text);
        return { done: true };
      },
      signal,
    );
    answerKeys(() => this.#running, signal);
  }

  /** Brings the frame in line with settings and pause. */
  #follow(): void {
    clearTimeout(this.#pauseTimer);
    const { settings, pausedUntil, addedPacks } = this.#stored;
    const pause = leftOfPause(pausedUntil, Date.now());
    if (pause > 0) this.#pauseTimer = setTimeout(() => this.#follow(), pause);
    const isOn = pause === 0 && this.#isWanted();
    const part = this.#part;
    if (isOn && !part) void this.#load();
    else if (isOn && part && this.#running?.packs !== packsInUse(settings, addedPacks)) {
      this.#running?.end();
      this.#turnOn(part);
    } else if (isOn && this.#running) {
      this.#running.apply(settings);
    } else if (this.#running) {
      this.#turnOff();
    }
  }

  /** On here, as far as the settings go. */
  #isWanted(): boolean {
    const { settings, addedPacks } = this.#stored;
    const hasPacks = packsInUse(settings, addedPacks) !== null;
    return settings.enabled && hasPacks && isSiteOn(settings, pageAddress());
  }

  /** Goes on once what reads and marks the page is there. */
  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const part = await this.#parts.running().catch(() => null);
    await this.#readable;
    this.#part = part;
    this.#isLoading = false;
    // Not there: the extension was updated or removed in this very moment.
    if (!this.#part || this.#controller.signal.aborted) {
      this.#isOrphaned();
      return;
    }
    this.#follow();
    // Switched off meanwhile: who asked was told that the page is being read.
    if (!this.#running) this.#turnOff();
  }

  #turnOn({ Running }: RunningPart): void {
    this.#running = new Running({
      settings: this.#stored.settings,
      addedPacks: this.#stored.addedPacks,
      loadPopover: this.#parts.popover,
      hosts: this.#hosts,
      notes: { isNote, edit: this.#notes.edit, remove: this.#notes.remove },
      card: (id) => this.#cards.get(id),
      mute: async (id, muted) => (await send('background.mute', { id, muted })).done,
      openList: async (id) =>
        (await send('background.list', { id }).catch(() => null))?.done ?? false,
      onReport: (report) => void this.#report(report),
      isAlive: () => !this.#isOrphaned(),
    });
  }

  #turnOff(): void {
    this.#running?.end();
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
    this.#running?.end();
    this.#running = null;
    clearTimeout(this.#pauseTimer);
    this.#controller.abort();
  }

  #state(): FrameState {
    return this.#running?.state ?? (this.#isLoading ? 'scanning' : 'off');
  }
}
