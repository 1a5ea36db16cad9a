/**
 * One page, from its text to its marks, as long as Gloss is on for it. Ties together the parts of
 * this room; what happens when stands in `#turn`.
 *
 *   Watcher, Sleepers, ShadowRoots --touch--> Reading --records--> MentionBook --chooseMarks--> Marks
 *                                                                                               HitMap
 */
import type { FrameReport } from '../messaging/messages.ts';
import type { Settings } from '../settings/schema.ts';
import { chooseMarks } from './choose.ts';
import { HitMap, markAt } from './hit-test.ts';
import type { LiveMention } from './live-mention.ts';
import { Marks } from './marks.ts';
import { MentionBook } from './mention-book.ts';
import { Watcher } from './observe.ts';
import { Reading } from './reading.ts';
import { ShadowRoots } from './shadow-roots.ts';
import { Sleepers } from './sleepers.ts';
import { browserClock, type Clock, Slicer } from './slices.ts';
import { furnitureIn } from './special.ts';
import { type Tone, Tones } from './tone.ts';
import type { Detector, PageMention } from './types.ts';
import { bringIntoView, firstInView, seenFirst } from './viewport.ts';

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
 * While a long page is read, marks are set when this many times more blocks with mentions are known
 * than at the last time: soon for the first ones, and seldom enough to cost little in all.
 */
const PREVIEW_GROWTH = 1.5;

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
  readonly #tones = new Tones();
  /** What is marked, and as standing on which ground. */
  readonly #marked = new Map<LiveMention, Tone>();
  /** What is to be marked, or to be marked anew, the next at the end. */
  #toMark: LiveMention[] = [];
  /** The book's version that marks were last chosen from; null when settings have changed since. */
  #chosenFrom: number | null = null;
  #previewedAt = 0;
  #reported = '';
  #state: FrameReport['state'] = 'scanning';
  #stepped: LiveMention | null = null;

  constructor(options: SessionOptions<Scan>) {
    const { detector, settings, signal, clock = browserClock } = options;
    this.#options = options;
    this.#settings = settings;
    this.#book = new MentionBook(detector, settings.ambiguity, (mention) => this.#unmark(mention));
    const sleepers = new Sleepers((element) => this.#touch(element), signal);
    this.#reading = new Reading(detector, {
      added: (record) => {
        if (record.hasCandidates) this.#book.add(record);
      },
      dropped: (record) => this.#book.drop(record),
      reread: (record) => this.#book.checkPlace(record),
      hidden: (element) => sleepers.add(element),
      heading: () => this.#book.forgetSections(),
    });
    this.#reading.setFurniture(settings.markFurniture);
    this.#roots = new ShadowRoots((root) => this.#enter(root), signal);
    const changes = {
      touch: (node: Element | Text) => this.#touch(node),
      changed: (parent: Element) => this.#roots.ask(parent),
      removed: () => {
        this.#reading.noteRemoval();
        this.#slicer.request();
      },
    };
    this.#watcher = new Watcher(changes, signal);
    this.#slicer = new Slicer((isOver) => this.#turn(isOver), signal, clock);
  }

  /** Reads the page and keeps its marks true until the signal aborts. */
  start(): void {
    const { root, signal } = this.#options;
    this.#marks.setStyle(this.#settings.markStyle);
    this.#watcher.watch(root ?? document);
    this.#reading.touch(root ?? document.body);
    const first = root ? null : seenFirst();
    if (first) this.#reading.readFirst(first);
    this.#roots.explore(root ?? document);
    this.#listen(signal);
    signal.addEventListener('abort', () => this.#marks.clear(), { once: true });
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
    }
    this.#chosenFrom = null;
    this.#slicer.request();
  }

  /** See `Reading.readAgain`. */
  readAgain(texts: Iterable<Text>, isOutdated: (scan: Scan) => boolean): void {
    this.#reading.readAgain(texts, isOutdated);
    this.#slicer.request();
  }

  /** The marked mention under a point, in client coordinates. */
  mentionAt(x: number, y: number): PageMention | null {
    this.#marks.repair();
    if (this.#marked.size === 0) return null;
    return markAt(x, y, this.#hits, this.#roots.connected);
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
    const all = this.#book.inOrder().filter((mention) => mention.entity === entity);
    return this.#goTo(all[index % Math.max(1, all.length)]);
  }

  /** Goes to the next (1) or previous (-1) mark, from the last one stepped to or what is in view. */
  step(direction: 1 | -1): PageMention | null {
    const marked = this.#book.inOrder().filter((mention) => this.#marked.has(mention));
    const from = this.#stepped ? marked.indexOf(this.#stepped) : -1;
    const { length } = marked;
    if (length === 0) return null;
    if (from >= 0) return this.#goTo(marked[(from + direction + length) % length]);
    const inView = firstInView(marked);
    return this.#goTo(marked[direction === 1 ? inView : (inView - 1 + length) % length]);
  }

  #goTo(mention: LiveMention | undefined): PageMention | null {
    if (!mention) return null;
    this.#stepped = mention;
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

  /** One slice of work, the steps in order; whatever a slice does not finish, the next one does. */
  #turn(isOver: () => boolean): boolean {
    if (!this.#reading.work(isOver)) {
      if (this.#state === 'scanning') this.#preview(isOver);
      return false;
    }
    if (!this.#book.decide(this.#reading.evidence, false, isOver)) return false;
    if (this.#chosenFrom !== this.#book.version) this.#choose();
    if (!this.#applyMarks(isOver)) return false;
    if (!this.#roots.work(isOver)) return false;
    // Shadow roots that were found have text to read.
    if (!this.#reading.work(isOver)) return false;
    if (!this.#book.decide(this.#reading.evidence, false, isOver)) return false;
    this.#marks.repair();
    this.#state = 'ready';
    this.#report();
    return this.#chosenFrom === this.#book.version;
  }

  #preview(isOver: () => boolean): void {
    if (this.#book.size > this.#previewedAt * PREVIEW_GROWTH) {
      this.#previewedAt = this.#book.size;
      this.#book.decide(this.#reading.evidence, true, () => false);
      this.#choose();
    }
    this.#applyMarks(isOver);
  }

  #choose(): void {
    const mentions = this.#book.inSections();
    const chosen = chooseMarks(mentions, this.#settings, this.#marked);
    for (const mention of this.#marked.keys()) if (!chosen.has(mention)) this.#unmark(mention);
    const anew = this.#toMark.filter((mention) => this.#marked.has(mention));
    this.#toMark = [
      ...anew,
      ...[...chosen].filter((mention) => !this.#marked.has(mention)).reverse(),
    ];
    this.#chosenFrom = this.#book.version;
  }

  #applyMarks(isOver: () => boolean): boolean {
    for (let mention = this.#toMark.pop(); mention; mention = this.#toMark.pop()) {
      if (mention.isCurrent()) this.#mark(mention);
      if (isOver()) return this.#toMark.length === 0;
    }
    return true;
  }

  #mark(mention: LiveMention): void {
    const tone = this.#tones.of(mention.element);
    const before = this.#marked.get(mention);
    if (before === tone) return;
    if (before) this.#marks.delete(mention.type, before, mention.range());
    else this.#hits.add(mention);
    this.#marked.set(mention, tone);
    this.#marks.add(mention.type, tone, mention.range());
  }

  #unmark(mention: LiveMention): void {
    const tone = this.#marked.get(mention);
    if (!tone) return;
    this.#marked.delete(mention);
    this.#marks.delete(mention.type, tone, mention.range());
    this.#hits.delete(mention);
  }

  /** The page may have turned dark or light: looks at the ground of every mark again. */
  #retone(): void {
    if (this.#marked.size === 0) return;
    this.#tones.forget();
    this.#toMark = [...this.#toMark, ...this.#marked.keys()];
    this.#slicer.request();
  }

  #report(): void {
    const counts = new Map<string, number>();
    for (const { entity } of this.#book.inOrder()) {
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    const entities = [...counts].map(([id, count]) => ({ id, count }));
    const report: FrameReport = { entities, state: this.#state };
    const print = JSON.stringify(report);
    if (print === this.#reported) return;
    this.#reported = print;
    this.#options.onReport(report);
  }

  #listen(signal: AbortSignal): void {
    const repair = () => this.#marks.repair();
    addEventListener('scroll', repair, { passive: true, capture: true, signal });
    addEventListener('focus', repair, { signal });
    document.addEventListener('visibilitychange', repair, { signal });
    const hold = (held: boolean) => (event: KeyboardEvent) => {
      if (event.key === this.#settings.modifierKey) this.#marks.setHeld(held);
    };
    addEventListener('keydown', hold(true), { capture: true, passive: true, signal });
    addEventListener('keyup', hold(false), { capture: true, passive: true, signal });
    // A key let go in another window is never reported here.
    addEventListener('blur', () => this.#marks.setHeld(false), { signal });
    const retone = () => this.#retone();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', retone, { signal });
    watchLook(retone, signal);
  }
}

/** Pages turn dark by an attribute of the root or the body; no other element is watched for it. */
function watchLook(changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  observer.observe(document.body, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
