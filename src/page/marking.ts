/**
 * From decided mentions to marks, in slices and in two passes over the page: the first considers every
 * mention and counts the entities, the second sets and takes away marks. A change of the page
 * or of the settings begins them anew; one that comes while they run is seen to when they are over.
 * On a page with very many marks those far from what is seen are known and not shown (near-marks.ts).
 */
import type { Settings } from '../settings/schema.ts';
import { MarkChoice } from './choose.ts';
import type { HitMap } from './hit-test.ts';
import type { LiveMention } from './live-mention.ts';
import type { Marks } from './marks.ts';
import type { MentionBook, PlacedMentions } from './mention-book.ts';
import { NearMarks } from './near-marks.ts';
import { Sections } from './sections.ts';
import type { IsOver } from './slices.ts';
import { lookOf, type Tone, Tones } from './tone.ts';

/** Mentions between two looks at the clock, where each costs much less than the look. */
const BATCH = 32;

/** Elements whose colours tell whether the page has changed its look, with its root and body. */
const LOOK_SAMPLES = 6;

/**
 * A page with more marks than this shows those near what is seen. With 1,000 static ranges a change costs a
 * browser 1.3 to 1.5 times what it costs without, with 3,000 1.7 times, with 10,000 3.6 times.
 */
const MOST_SHOWN = 500;

interface Pass {
  readonly choice: MarkChoice<LiveMention>;
  readonly placed: readonly PlacedMentions[];
  /** The section of each of `placed`: those of the book may be forgotten meanwhile. */
  readonly sections: (Element | null)[];
  readonly counts: Map<string, number>;
  readonly headings: Sections;
  isMarking: boolean;
  next: number;
}

export class Marking {
  readonly #book: Pick<MentionBook<unknown>, 'version' | 'placed' | 'sectionOf'>;
  readonly #marks: Marks;
  readonly #hits: HitMap;
  readonly #tones = new Tones();
  /** What is marked, and as standing on which ground. */
  readonly #marked = new Map<LiveMention, Tone>();
  #settings: Settings;
  /** The book's version that marks were last chosen from; null when something else has changed. */
  #chosenFrom: number | null = null;
  #pass: Pass | null = null;
  #isLookDoubtful = false;
  /** Colours of a few elements when the tones were last looked at. */
  #look = '';
  /** The ground of marks that stand is to be looked at, too. */
  #isRetoning = false;
  readonly #near: NearMarks;
  /** Some marks may not be shown. */
  #isPartial = false;
  /** The last choice has been carried out, and what of it is near is being shown. */
  #isShowing = false;
  /** How often each entity is on the page, as counted by the last pass, in page order. */
  counts: ReadonlyMap<string, number> = new Map();

  constructor(
    book: Pick<MentionBook<unknown>, 'version' | 'placed' | 'sectionOf'>,
    marks: Marks,
    hits: HitMap,
    settings: Settings,
  ) {
    this.#book = book;
    this.#marks = marks;
    this.#hits = hits;
    this.#settings = settings;
    this.#near = new NearMarks(({ mentions }, isNear) => {
      for (const mention of mentions) this.#showIf(isNear, mention);
    });
  }

  /** How many mentions are marked. */
  get size(): number {
    return this.#marked.size;
  }

  isMarked(mention: LiveMention): boolean {
    return this.#marked.has(mention);
  }

  applySettings(settings: Settings): void {
    this.#settings = settings;
    this.#pass = null;
    this.#chosenFrom = null;
  }

  /** The page may have turned dark or light: if it has, the ground of every mark is looked at again. */
  doubtLook(): void {
    this.#isLookDoubtful = this.#marked.size > 0;
  }

  /** True when the marks are those of the book as it stands. */
  get isDone(): boolean {
    return this.#isChosen && !this.#isLookDoubtful && this.#near.isDone;
  }

  get #isChosen(): boolean {
    return this.#pass === null && this.#chosenFrom === this.#book.version;
  }

  /** @returns true when a choice has been made and carried out, even if the book has changed since */
  work(isOver: IsOver): boolean {
    if (this.#isLookDoubtful) this.#checkLook();
    if (this.isDone) return true;
    if (!this.#isShowing && !this.#choose(isOver)) return false;
    this.#isShowing = true;
    if (!this.#near.work(isOver)) return false;
    this.#isShowing = false;
    return true;
  }

  /**
   * The page has been scrolled, or has changed its size: marks that have come near are to be shown.
   * @param scroller what was scrolled; null for a change of size
   * @returns false when the slice was over before; `work` does the rest
   */
  follow(scroller: Element | null, isOver: IsOver): boolean {
    if (!this.#isPartial || (scroller && !this.#near.hasScrolled(scroller))) return true;
    this.#near.again();
    return this.#near.work(isOver);
  }

  #choose(isOver: IsOver): boolean {
    if (this.#isChosen) return true;
    this.#pass ??= this.#begin();
    const pass = this.#pass;
    if (!pass.isMarking) {
      if (!this.#consider(pass, isOver)) return false;
      pass.isMarking = true;
      pass.next = 0;
      this.counts = pass.counts;
    }
    if (!this.#carryOut(pass, isOver)) return false;
    this.#isRetoning = false;
    this.#pass = null;
    if (this.#isPartial || this.#isCrowded) this.#near.begin(pass.placed, !this.#isCrowded);
    this.#isPartial = this.#isCrowded;
    return true;
  }

  get #isCrowded(): boolean {
    return this.#marked.size > MOST_SHOWN;
  }

  #showIf(isNear: boolean, mention: LiveMention): void {
    const tone = this.#marked.get(mention);
    if (!tone) return;
    if (isNear) this.#marks.show(mention.type, tone, mention.range());
    else this.#marks.delete(mention.type, tone, mention.range());
  }

  unmark(mention: LiveMention): void {
    const tone = this.#marked.get(mention);
    if (!tone) return;
    this.#marked.delete(mention);
    this.#marks.delete(mention.type, tone, mention.range());
    this.#hits.delete(mention);
  }

  #checkLook(): void {
    this.#isLookDoubtful = false;
    const samples = new Set([document.documentElement, document.body]);
    for (const { element } of this.#marked.keys()) {
      if (samples.size > LOOK_SAMPLES) break;
      samples.add(element as HTMLElement);
    }
    const look = lookOf(samples);
    if (look === this.#look) return;
    this.#look = look;
    this.#tones.forget();
    this.#isRetoning = true;
    this.#pass = null;
    this.#chosenFrom = null;
  }

  #begin(): Pass {
    const placed = this.#book.placed();
    this.#chosenFrom = this.#book.version;
    const choice = new MarkChoice<LiveMention>(this.#settings, this.#marked);
    return {
      choice,
      placed,
      sections: [],
      counts: new Map(),
      headings: new Sections(),
      isMarking: false,
      next: 0,
    };
  }

  #consider(pass: Pass, isOver: IsOver): boolean {
    const { choice, placed, sections, headings, counts } = pass;
    for (; pass.next < placed.length; pass.next++) {
      if (pass.next % BATCH === 0 && isOver()) return false;
      const entry = placed[pass.next];
      if (!entry || entry.mentions.length === 0) continue;
      const section = this.#book.sectionOf(entry, headings);
      sections[pass.next] = section;
      for (const mention of entry.mentions) {
        choice.consider(mention, section);
        counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
      }
    }
    return true;
  }

  #carryOut(pass: Pass, isOver: IsOver): boolean {
    const { choice, placed, sections } = pass;
    for (; pass.next < placed.length; pass.next++) {
      if (isOver() || (this.#marks.isFull && !this.#marks.flush(isOver))) return false;
      const entry = placed[pass.next];
      if (!entry) continue;
      for (const mention of entry.mentions) {
        if (choice.isChosen(mention, sections[pass.next])) this.#mark(mention);
        else this.unmark(mention);
      }
    }
    return this.#marks.flush(isOver);
  }

  #mark(mention: LiveMention): void {
    const before = this.#marked.get(mention);
    if (before ? !this.#isRetoning : !mention.isCurrent()) return;
    const tone = this.#tones.of(mention.element);
    if (before === tone) return;
    this.#marked.set(mention, tone);
    if (before) {
      this.#marks.move(mention.type, before, tone, mention.range());
      return;
    }
    this.#hits.add(mention);
    if (this.#isCrowded) this.#near.forget(mention.block);
    else this.#marks.add(mention.type, tone, mention.range());
  }
}
