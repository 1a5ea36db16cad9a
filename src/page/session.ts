/**
 * One page, from its text to its marks, as long as Gloss is on for it. Ties together the parts of
 * this room; what happens when stands in `#turn`.
 *
 *   Watcher, Sleepers, ShadowRoots --touch--> Reading --records--> MentionBook ---> Marking --> Marks
 *                                                                                             HitMap
 */
import type { FrameOutline, FrameReport } from '../messaging/messages.ts';
import type { Settings } from '../settings/schema.ts';
import { payAttention } from './attention.ts';
import type { ReadBlock } from './blocks.ts';
import { childFrames } from './child-frames.ts';
import { HitMap, markAt, markBeneath } from './hit-test.ts';
import type { LiveMention } from './live-mention.ts';
import { Marking } from './marking.ts';
import { Marks } from './marks.ts';
import { MentionBook } from './mention-book.ts';
import { Watcher } from './observe.ts';
import { Reading } from './reading.ts';
import { ShadowRoots } from './shadow-roots.ts';
import { Sleepers } from './sleepers.ts';
import { browserClock, type Clock, type IsOver, Slicer, STOP_MS } from './slices.ts';
import { furnitureIn } from './special.ts';
import type { Detector, PageMention } from './types.ts';
import { bringIntoView, firstInView, seenNow } from './viewport.ts';
import { isSeen } from './visibility.ts';

export interface SessionOptions<Scan> {
  /** What is read of the document; all of it where this is left out. */
  readonly root?: Element;
  readonly detector: Detector<Scan>;
  readonly settings: Settings;
  /** Ends everything and takes all marks away. */
  readonly signal: AbortSignal;
  /** Called when what the page holds has changed, and once when it has first been read through. */
  readonly onReport: (report: FrameReport) => void;
  /** Called for each open shadow root, before anything in it is marked. */
  readonly onShadowRoot?: (root: ShadowRoot) => void;
  readonly clock?: Clock;
}

/**
 * While a page is read for the first time, what has been found is marked after this time, in ms: with the first
 * slice, whose text stands at the top or where the reader is.
 */
const FIRST_PREVIEW_MS = 2;

/** Then after so many times as long each time: seldom enough to cost little in all. */
const PREVIEW_FACTOR = 4;

/** The phase in which text is read: what comes behind it makes of it what is in hand in a preview. */
const READING = 1;

/** A page that is still changing after so many rounds never rests, and counts as read. */
const MOST_FIRST_ROUNDS = 4;

export class PageSession<Scan> {
  readonly #options: SessionOptions<Scan>;
  #settings: Settings;
  readonly #reading: Reading<Scan>;
  readonly #book: MentionBook<Scan>;
  readonly #marks = new Marks();
  readonly #hits = new HitMap();
  readonly #roots: ShadowRoots;
  readonly #watcher: Watcher;
  readonly #slicer: Slicer;
  readonly #marking: Marking;
  readonly #clock: Clock;
  /** What is done in turn, in this order; each says whether it has come to its end. */
  readonly #phases: readonly ((isOver: IsOver) => boolean)[];
  #phase = 0;
  /** How often all phases have been gone through. */
  #rounds = 0;
  #nextPreview = Number.POSITIVE_INFINITY;
  #previewWait = FIRST_PREVIEW_MS;
  /** Something may have been found since the last preview. */
  #hasNews = false;
  #reported = '';
  #state: FrameReport['state'] = 'scanning';
  #isEdited = false;
  #followBody = (): void => undefined;
  /** What was gone to last, and when, in ms since 1970. */
  #stepped: { mention: LiveMention; time: number } | null = null;

  constructor(options: SessionOptions<Scan>) {
    const { detector, settings, signal, clock = browserClock } = options;
    this.#options = options;
    this.#settings = settings;
    this.#clock = clock;
    this.#book = new MentionBook(detector, settings.ambiguity, (mention) =>
      this.#marking.unmark(mention),
    );
    this.#marking = new Marking(this.#book, this.#marks, this.#hits, settings);
    const sleepers = new Sleepers(
      (element) => {
        this.#touch(element);
        // Of tabs and slides one hides as another shows.
        this.#doubtSight();
      },
      () => this.#slicer.request(),
      signal,
    );
    this.#reading = new Reading(detector, {
      added: (record) => {
        if (!record.hasCandidates) return;
        this.#book.add(record);
        this.#hasNews = true;
      },
      dropped: (record, replaced) => this.#book.drop(record, replaced),
      changed: (record, node) => this.#book.change(record, node),
      reread: (record) => this.#book.checkPlace(record),
      rescanned: (record) => this.#book.doubt(record),
      hidden: (element, text) => sleepers.add(element, text),
      heading: () => this.#book.forgetSections(),
      // What is in view gets its marks before the rest is read.
      seen: () => {
        this.#nextPreview = Number.NEGATIVE_INFINITY;
      },
    });
    this.#reading.setFurniture(settings.markFurniture);
    this.#roots = new ShadowRoots((root) => this.#enter(root), signal);
    const changes = {
      touch: (node: Element | Text) => this.#touch(node),
      changed: (parent: Element) => {
        this.#roots.ask(parent);
        if (parent === document.documentElement) this.#followBody();
      },
      edited: (element: Element) => {
        this.#touch(element);
        this.#doubtSight();
      },
      removed: () => {
        this.#reading.noteRemoval();
        sleepers.noteRemoval();
        this.#roots.noteRemoval();
        this.#slicer.request();
      },
    };
    this.#watcher = new Watcher(changes, signal);
    this.#phases = [
      (isOver) => sleepers.work(isOver),
      (isOver) => this.#reading.work(isOver),
      (isOver) => this.#book.decide(this.#reading.evidence, false, isOver),
      (isOver) => this.#marking.work(isOver),
      (isOver) => this.#roots.work(isOver),
    ];
    this.#slicer = new Slicer((isOver) => this.#turn(isOver), signal, clock);
  }

  /** Reads the page and keeps its marks true until the signal aborts. */
  start(): void {
    const { root, signal } = this.#options;
    this.#marks.setStyle(this.#settings.markStyle);
    this.#watcher.watch(root ?? document);
    this.#reading.touch(root ?? document.body);
    // At its top the order of the page is the order of the reader.
    if (scrollY > 0) this.#readSeen();
    this.#roots.explore(root ?? document);
    this.#followBody = this.#payAttention(signal);
    this.#listen(signal);
    signal.addEventListener('abort', () => this.#marks.clear(), { once: true });
    this.#nextPreview = this.#clock.now() + this.#previewWait;
    this.#slicer.runNow();
  }

  get state(): FrameReport['state'] {
    return this.#state;
  }

  /** How much of the page's text has been read, 0 to 1. Counts the page's text: not for hot code. */
  get read(): number {
    return this.#state === 'ready' ? 1 : this.#reading.share;
  }

  /** Brings the page in line with changed settings; text is read again only for furniture. */
  applySettings(settings: Settings): void {
    const old = this.#settings;
    this.#settings = settings;
    this.#marks.setStyle(settings.markStyle);
    if (settings.ambiguity !== old.ambiguity) this.#book.setMode(settings.ambiguity);
    if (settings.markFurniture !== old.markFurniture) {
      this.#reading.setFurniture(settings.markFurniture);
      for (const element of furnitureIn(this.#options.root ?? document))
        this.#reading.touch(element);
      for (const root of this.#roots.connected) this.#reading.touch(root);
    }
    this.#marking.applySettings(settings);
    this.#slicer.request();
  }

  /** See `Reading.readAgain`. */
  readAgain(blocks: Iterable<ReadBlock>, isOutdated: (scan: Scan) => boolean): void {
    this.#reading.readAgain(blocks, isOutdated);
    this.#slicer.request();
  }

  /**
   * The marked mention under a point, in client coordinates.
   * @param target the element that the pointer is on; without it what lies over a mark hides it in any case
   */
  mentionAt(x: number, y: number, target: EventTarget | null = null): PageMention | null {
    this.#lookAround();
    if (this.#marking.size === 0) return null;
    const mark = markAt(x, y, this.#hits, this.#roots.connected);
    if (mark || !(target instanceof Element && target.closest('a[href]'))) return mark;
    return markBeneath(x, y, this.#hits);
  }

  /** Mentions of an entity in page order, marked or not. */
  mentionsOf(entity: string): readonly PageMention[] {
    return this.#book.inOrder().filter((mention) => mention.entity === entity);
  }

  /**
   * Scrolls to a mention and lights it up.
   * @param index counts the entity's mentions; beyond the last it begins again
   * @returns the mention, or null when the page has none
   */
  jump(entity: string, index: number): PageMention | null {
    const all = this.#seen(({ entity: id }) => id === entity);
    return this.#goTo(all[index % Math.max(1, all.length)]);
  }

  /** The marks that keys step through, and what lies between them. */
  outline(): Pick<FrameOutline, 'stops' | 'last' | 'inView' | 'children'> {
    const marked = this.#marked();
    const { mention, time } = this.#stepped ?? { time: 0 };
    const index = mention ? marked.indexOf(mention) : -1;
    return {
      stops: marked.length,
      last: index < 0 ? null : { index, time },
      inView: firstInView(marked),
      children: childFrames(marked, ({ element }) => element),
    };
  }

  /** Goes to a mark, counted in the order of the page; null where there is none. */
  step(index: number): PageMention | null {
    return this.#goTo(this.#marked()[index]);
  }

  #marked(): LiveMention[] {
    return this.#seen((mention) => this.#marking.isMarked(mention));
  }

  /** Where one can go to, in the order of the page: what that has hidden meanwhile is found out here. */
  #seen(isWanted: (mention: LiveMention) => boolean): LiveMention[] {
    this.#doubtSight();
    return this.#book.inOrder().filter((mention) => isWanted(mention) && isSeen(mention.element));
  }

  #goTo(mention: LiveMention | undefined): PageMention | null {
    if (!mention) return null;
    this.#stepped = { mention, time: Date.now() };
    bringIntoView(mention);
    this.#marks.flash([mention.range()], this.#options.signal);
    return mention;
  }

  #touch(node: Element | Text): void {
    this.#reading.touch(node);
    if (node instanceof Element) this.#roots.explore(node);
    this.#slicer.request();
  }

  #enter(root: ShadowRoot): void {
    this.#options.onShadowRoot?.(root);
    this.#watcher.watch(root);
    this.#reading.touch(root);
    this.#slicer.request();
  }

  /** One slice of work; whatever a slice does not finish, the next one does. */
  #turn(isOver: IsOver): boolean {
    this.#checkMode();
    if (this.#state === 'scanning' && !this.#preview(isOver)) return false;
    for (; this.#phase < this.#phases.length; this.#phase++) {
      if (!this.#phases[this.#phase]?.(isOver)) return false;
    }
    this.#phase = 0;
    // Shadow roots that were found have text to read, and the page may have changed meanwhile.
    const { evidence, isDone } = this.#reading;
    const isAll = isDone && this.#book.isDecided(evidence) && this.#marking.isDone;
    this.#marks.repair();
    if (isAll || ++this.#rounds === MOST_FIRST_ROUNDS) {
      this.#state = 'ready';
      this.#slicer.takeRests();
    }
    if (this.#state === 'ready') this.#report();
    return isAll;
  }

  /** Looks for what no event tells; called when the reader does something, and never by a timer. */
  #lookAround(): void {
    this.#marks.repair();
    this.#checkMode();
  }

  /** Of a page that turns into an editor as a whole, or is no longer one, no event tells. */
  #checkMode(): void {
    const isEdited = document.designMode === 'on';
    if (isEdited === this.#isEdited) return;
    this.#isEdited = isEdited;
    this.#reading.touch(this.#options.root ?? document.body);
    this.#reading.doubtSight();
    this.#slicer.request();
  }

  /** Marks what is known so far, when it is time to. @returns false when the slice was over before */
  #preview(isOver: IsOver): boolean {
    if (this.#phase > READING || !this.#hasNews || this.#clock.now() < this.#nextPreview)
      return true;
    if (!this.#book.decide(this.#reading.evidence, true, isOver)) return false;
    if (!this.#marking.work(isOver)) return false;
    // What was finished may have been begun before this was decided.
    if (!this.#marking.isDone && !this.#marking.work(isOver)) return false;
    this.#hasNews = false;
    this.#previewWait *= PREVIEW_FACTOR;
    this.#nextPreview = this.#clock.now() + this.#previewWait;
    return true;
  }

  /** What the reader sees is read before the rest of a page that is read for the first time. */
  #readSeen(): void {
    const seen = this.#options.root ? null : seenNow();
    if (seen) this.#reading.readFirst(seen);
  }

  /** What is seen has changed: marks follow before it is painted, as far as a slice goes. */
  #follow(scroller: Element): void {
    const end = this.#clock.now() + STOP_MS;
    if (!this.#marking.follow(scroller, () => this.#clock.now() >= end)) this.#slicer.request();
  }

  /** The page may have turned dark or light. */
  #retone(): void {
    if (this.#marking.size === 0) return;
    this.#marking.doubtLook();
    this.#slicer.request();
  }

  #report(): void {
    const entities = [...this.#marking.counts].map(([id, count]) => ({ id, count }));
    const report: FrameReport = { entities, state: this.#state };
    const print = JSON.stringify(report);
    if (print === this.#reported) return;
    this.#reported = print;
    this.#options.onReport(report);
  }

  /** @returns to be called when the document has another body */
  #payAttention(signal: AbortSignal): () => void {
    const attention = {
      looks: () => this.#retone(),
      hides: () => this.#doubtSight(),
      // A page also moves what is seen by growing.
      resized: () => {
        this.#roots.askAwaited();
        if (!this.#marking.follow(null, () => true)) this.#slicer.request();
      },
    };
    return payAttention(attention, signal);
  }

  /** Text that was seen may be hidden by now. */
  #doubtSight(): void {
    if (this.#book.size === 0) return;
    this.#reading.doubtSight();
    this.#slicer.request();
  }

  #listen(signal: AbortSignal): void {
    const lookAround = () => this.#lookAround();
    const scrolled = (event: Event) => {
      lookAround();
      if (this.#state === 'scanning') this.#readSeen();
      const [target] = event.composedPath();
      this.#follow(target instanceof Element ? target : document.documentElement);
    };
    addEventListener('scroll', scrolled, { passive: true, capture: true, signal });
    addEventListener('focus', lookAround, { signal });
    document.addEventListener('visibilitychange', lookAround, { signal });
    addEventListener('beforeprint', () => this.#marks.setPrinted(true), { signal });
    addEventListener('afterprint', () => this.#marks.setPrinted(false), { signal });
    const hold = (held: boolean) => (event: KeyboardEvent) => {
      if (event.key === this.#settings.modifierKey) this.#marks.setHeld(held);
    };
    addEventListener('keydown', hold(true), { capture: true, passive: true, signal });
    addEventListener('keyup', hold(false), { capture: true, passive: true, signal });
    // A key let go in another window is never reported here.
    addEventListener('blur', () => this.#marks.setHeld(false), { signal });
  }
}
