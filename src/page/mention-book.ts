/** All mentions of the page, in its order, decided in the light of the evidence of the whole page. */
import type { DetectionMode, Mention } from '../detection/types.ts';
import { LiveMention } from './live-mention.ts';
import { comesBefore, placeInOrder } from './order.ts';
import type { BlockRecord } from './reading.ts';
import type { Sections } from './sections.ts';
import type { IsOver } from './slices.ts';
import type { Detector, Evidence } from './types.ts';

/** The mentions of one block, among those of the page. */
export interface PlacedMentions {
  readonly mentions: readonly LiveMention[];
  /** The block's first node. */
  readonly node: Node;
}

interface Entry<Scan> extends PlacedMentions {
  readonly record: BlockRecord<Scan>;
  mentions: readonly LiveMention[];
  /** Grows in the order of the page: finds an entry's place without asking the DOM. */
  rank: number;
  /** Evidence in whose light the mentions were decided; null before that. */
  decidedWith: number | null;
  previewed: boolean;
  dropped: boolean;
  /** The heading it stands under; undefined until that has been found out. */
  section: Element | null | undefined;
}

/** Distance of the ranks of two blocks that were read one behind the other. */
const RANK_STEP = 1;

/** Blocks between two looks at the clock. */
const BATCH = 16;

const never: IsOver = () => false;

const nodeOf = ({ node }: PlacedMentions): Node => node;

export class MentionBook<Scan> {
  readonly #detector: Detector<Scan>;
  readonly #onExpired: (mention: LiveMention) => void;
  readonly #entries = new Map<BlockRecord<Scan>, Entry<Scan>>();
  /** In page order; replaced, not changed, since `placed` gives it away. */
  #ordered: Entry<Scan>[] = [];
  #added: Entry<Scan>[] = [];
  /** How many of those added have been found to take nobody's place. */
  #homeless = 0;
  /** Read again, and maybe moved. */
  readonly #doubtful = new Set<Entry<Scan>>();
  /** Entries that are still in `#ordered`, by their first node. */
  readonly #dropped = new Map<Node, Entry<Scan>>();
  #mode: DetectionMode;
  /** Evidence in whose light all were decided at the last time. */
  #decidedWith: number | null = null;
  /** Changes with the mentions: whatever was made from them is stale. */
  version = 0;

  constructor(
    detector: Detector<Scan>,
    mode: DetectionMode,
    onExpired: (mention: LiveMention) => void,
  ) {
    this.#detector = detector;
    this.#mode = mode;
    this.#onExpired = onExpired;
  }

  get size(): number {
    return this.#entries.size;
  }

  add(record: BlockRecord<Scan>): void {
    const entry: Entry<Scan> = {
      record,
      node: record.block.parts[0]?.node ?? record.block.container,
      rank: 0,
      mentions: [],
      decidedWith: null,
      previewed: false,
      dropped: false,
      section: record.block.section,
    };
    this.#entries.set(record, entry);
    this.#added.push(entry);
  }

  drop(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    this.#entries.delete(record);
    entry.dropped = true;
    this.#dropped.set(entry.node, entry);
    for (const mention of entry.mentions) {
      mention.expire();
      this.#onExpired(mention);
    }
    if (entry.mentions.length > 0) this.version++;
  }

  /** What detection says of a block has changed: it is decided anew. */
  doubt(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    entry.decidedWith = null;
    this.#decidedWith = null;
  }

  /** Puts a block where it stands now, if it has moved, before anything is decided again. */
  checkPlace(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (entry) this.#doubtful.add(entry);
  }

  #putInPlace(entry: Entry<Scan>): void {
    const place = this.#placeOf(entry);
    if (place < 0 || this.#isInPlace(place)) return;
    this.#ordered = this.#ordered.filter((other) => other !== entry);
    this.#insert(entry, placeInOrder(this.#ordered, entry.node, nodeOf));
    entry.section = undefined;
    this.version++;
  }

  setMode(mode: DetectionMode): void {
    this.#mode = mode;
    this.#decidedWith = null;
    for (const entry of this.#entries.values()) entry.decidedWith = null;
  }

  /**
   * Decides blocks whose evidence has changed.
   * @param preview while the page is still being read: only what needs no evidence counts yet
   * @returns false when the slice was over before all were decided
   */
  decide(evidence: Evidence<Scan>, preview: boolean, isOver: IsOver): boolean {
    if (!this.#putInOrder(isOver)) return false;
    for (const entry of this.#ordered) {
      const version = evidence.versionOf(entry.record.scan);
      if (preview ? entry.previewed : entry.decidedWith === version) continue;
      if (isOver()) return false;
      const all = this.#detector.decide(entry.record.scan, evidence, this.#mode);
      this.#replace(entry, preview ? all.filter((mention) => !mention.ambiguous) : all);
      entry.previewed = true;
      if (!preview) entry.decidedWith = version;
    }
    if (!preview) this.#decidedWith = evidence.version;
    return true;
  }

  /** True when all blocks have been decided in the light of the evidence as it stands. */
  isDecided(evidence: Evidence<Scan>): boolean {
    const { size } = this.#doubtful;
    return size === 0 && this.#added.length === 0 && this.#decidedWith === evidence.version;
  }

  /** Headings have come: every section is to be found out again. */
  forgetSections(): void {
    for (const entry of this.#entries.values()) entry.section = undefined;
    this.version++;
  }

  /** All blocks in page order, as they stand now: the list stays as it is when the page changes. */
  placed(): readonly PlacedMentions[] {
    this.#putInOrder();
    return this.#ordered;
  }

  /** The heading that a block of `placed` stands under. */
  sectionOf(placed: PlacedMentions, sections: Sections): Element | null {
    const entry = placed as Entry<Scan>;
    if (entry.section === undefined || entry.section?.isConnected === false) {
      entry.section = sections.of(entry.node);
    }
    return entry.section;
  }

  /** All mentions in page order. */
  inOrder(): LiveMention[] {
    this.#putInOrder();
    return this.#ordered.flatMap((entry) => entry.mentions);
  }

  #replace(entry: Entry<Scan>, mentions: readonly Mention[]): void {
    const old = entry.mentions;
    const next = mentions.map((mention) => {
      const same = old.find(
        (live) =>
          live.entity === mention.entity &&
          live.mention.start === mention.start &&
          live.mention.end === mention.end,
      );
      if (!same) {
        const type = this.#detector.typeOf(mention.entity);
        return new LiveMention(entry.record.block, mention, type);
      }
      same.mention = mention;
      return same;
    });
    const gone = old.filter((live) => !next.includes(live));
    if (gone.length === 0 && next.length === old.length) return;
    entry.mentions = next;
    this.version++;
    for (const mention of gone) {
      mention.expire();
      this.#onExpired(mention);
    }
  }

  /** @returns false when the slice was over before all had their place */
  #putInOrder(isOver: IsOver = never): boolean {
    return this.#takeIn(isOver) && this.#checkPlaces(isOver);
  }

  #checkPlaces(isOver: IsOver): boolean {
    let count = 0;
    for (const entry of this.#doubtful) {
      if (++count % BATCH === 0 && isOver()) return false;
      this.#doubtful.delete(entry);
      if (!entry.dropped) this.#putInPlace(entry);
    }
    return true;
  }

  #takeIn(isOver: IsOver): boolean {
    if (this.#dropped.size === 0 && this.#added.length === 0) return true;
    // Whoever was given the list keeps it as it was.
    this.#ordered = [...this.#ordered];
    if (!this.#takeOverPlaces(isOver)) return false;
    if (this.#dropped.size > 0) {
      this.#ordered = this.#ordered.filter((entry) => !entry.dropped);
      this.#dropped.clear();
    }
    let done = 0;
    let place = 0;
    for (const entry of this.#added) {
      if (done % BATCH === BATCH - 1 && isOver()) break;
      done++;
      if (entry.dropped) continue;
      place = this.#placeFor(entry, place);
      this.#insert(entry, place);
    }
    this.#added.splice(0, done);
    return this.#added.length === 0;
  }

  /** @param before where the entry before it was put, if it was read just before this one */
  #placeFor(entry: Entry<Scan>, before: number): number {
    const { reading } = entry.record.block;
    // Comparing places costs as much as an element has siblings; one reading is in order by itself.
    if (this.#ordered.at(-1)?.record.block.reading === reading) return this.#ordered.length;
    const next = this.#ordered[before + 1];
    const follows = this.#ordered[before]?.record.block.reading === reading;
    if (follows && next && comesBefore(entry.node, next.node)) return before + 1;
    return placeInOrder(this.#ordered, entry.node, nodeOf);
  }

  #insert(entry: Entry<Scan>, place: number): void {
    const before = this.#ordered[place - 1]?.rank ?? 0;
    const after = this.#ordered[place]?.rank ?? before + 2 * RANK_STEP;
    entry.rank = (before + after) / 2;
    this.#ordered.splice(place, 0, entry);
    // Halved some fifty times at one place, numbers have no room left between them.
    if (entry.rank <= before || entry.rank >= after) {
      for (const [index, standing] of this.#ordered.entries()) {
        standing.rank = (index + 1) * RANK_STEP;
      }
    }
  }

  /** Where an entry stands in the list; -1 for one that is not in it. */
  #placeOf({ rank, record }: Entry<Scan>): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ordered[middle]?.rank ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    return this.#ordered[low]?.record === record ? low : -1;
  }

  /** Blocks that were read again stand where they stood. @returns false when the slice was over before */
  #takeOverPlaces(isOver: IsOver): boolean {
    if (this.#dropped.size === 0) return true;
    for (let count = 1; this.#homeless < this.#added.length; count++) {
      if (count % BATCH === 0 && isOver()) return false;
      const entry = this.#added[this.#homeless];
      if (entry && this.#takesOver(entry)) this.#added.splice(this.#homeless, 1);
      else this.#homeless++;
    }
    this.#homeless = 0;
    return true;
  }

  #takesOver(entry: Entry<Scan>): boolean {
    const old = entry.dropped ? undefined : this.#dropped.get(entry.node);
    const place = old ? this.#placeOf(old) : -1;
    const standing = this.#ordered[place];
    if (!standing) return false;
    entry.rank = standing.rank;
    this.#ordered[place] = entry;
    if (this.#isInPlace(place)) return true;
    this.#ordered[place] = standing;
    return false;
  }

  /** True when the entry at a place comes after the one before it and before the one after it. */
  #isInPlace(place: number): boolean {
    const entry = this.#ordered[place];
    const before = this.#ordered[place - 1];
    const after = this.#ordered[place + 1];
    if (!entry) return false;
    const node = entry.node;
    return (!before || comesBefore(before.node, node)) && (!after || comesBefore(node, after.node));
  }
}
