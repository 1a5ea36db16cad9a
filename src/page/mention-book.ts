/** All mentions of the page, in its order, decided in the light of the evidence of the whole page. */
import type { DetectionMode, Mention } from '../detection/types.ts';
import { LiveMention } from './live-mention.ts';
import { comesBefore, placeInOrder } from './order.ts';
import type { BlockRecord } from './reading.ts';
import { sectionOf } from './sections.ts';
import type { Detector, Evidence } from './types.ts';

interface Entry<Scan> {
  readonly record: BlockRecord<Scan>;
  mentions: readonly LiveMention[];
  /** Evidence in whose light the mentions were decided; null before that. */
  decidedWith: number | null;
  previewed: boolean;
  dropped: boolean;
  /** The heading it stands under; undefined until that has been found out. */
  section: Element | null | undefined;
}

export class MentionBook<Scan> {
  readonly #detector: Detector<Scan>;
  readonly #onExpired: (mention: LiveMention) => void;
  readonly #entries = new Map<BlockRecord<Scan>, Entry<Scan>>();
  #ordered: Entry<Scan>[] = [];
  #added: Entry<Scan>[] = [];
  /** Entries that are still in `#ordered`, by their first node. */
  readonly #dropped = new Map<Node, Entry<Scan>>();
  #mode: DetectionMode;
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
    this.#dropped.set(firstNode(entry), entry);
    for (const mention of entry.mentions) {
      mention.expire();
      this.#onExpired(mention);
    }
    if (entry.mentions.length > 0) this.version++;
  }

  /** Puts a block where it stands now, if it has moved. */
  checkPlace(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    this.#putInOrder();
    const place = this.#ordered.indexOf(entry);
    if (this.#isInPlace(place)) return;
    this.#ordered.splice(place, 1);
    this.#ordered.splice(placeInOrder(this.#ordered, firstNode(entry), firstNode), 0, entry);
    entry.section = undefined;
    this.version++;
  }

  setMode(mode: DetectionMode): void {
    this.#mode = mode;
    for (const entry of this.#entries.values()) entry.decidedWith = null;
  }

  /**
   * Decides blocks whose evidence has changed.
   * @param preview while the page is still being read: only what needs no evidence counts yet
   * @returns false when the slice was over before all were decided
   */
  decide(evidence: Evidence<Scan>, preview: boolean, isOver: () => boolean): boolean {
    this.#putInOrder();
    const { version } = evidence;
    for (const entry of this.#ordered) {
      if (preview ? entry.previewed : entry.decidedWith === version) continue;
      if (isOver()) return false;
      const all = this.#detector.decide(entry.record.scan, evidence, this.#mode);
      this.#replace(entry, preview ? all.filter((mention) => !mention.ambiguous) : all);
      entry.previewed = true;
      if (!preview) entry.decidedWith = version;
    }
    return true;
  }

  /** Headings have come: every section is to be found out again. */
  forgetSections(): void {
    for (const entry of this.#entries.values()) entry.section = undefined;
    this.version++;
  }

  /** All mentions in page order, each with the heading of its section. */
  inSections(): { mention: LiveMention; section: Element | null }[] {
    this.#putInOrder();
    const all: { mention: LiveMention; section: Element | null }[] = [];
    let known: { node: Node; section: Element | null } | null = null;
    for (const entry of this.#ordered) {
      if (entry.section === undefined || entry.section?.isConnected === false) {
        entry.section = sectionOf(firstNode(entry), known);
      }
      const { section } = entry;
      known = { node: firstNode(entry), section };
      for (const mention of entry.mentions) all.push({ mention, section });
    }
    return all;
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

  #putInOrder(): void {
    this.#takeOverPlaces();
    if (this.#dropped.size > 0) {
      this.#ordered = this.#ordered.filter((entry) => !entry.dropped);
      this.#dropped.clear();
    }
    for (const entry of this.#added) {
      if (entry.dropped) continue;
      const last = this.#ordered.at(-1);
      // Comparing places costs as much as an element has siblings; one reading is in order by itself.
      const isNext = last?.record.block.reading === entry.record.block.reading;
      const place = isNext
        ? this.#ordered.length
        : placeInOrder(this.#ordered, firstNode(entry), firstNode);
      this.#ordered.splice(place, 0, entry);
    }
    this.#added = [];
  }

  /** A block that was read again stands where it stood. */
  #takeOverPlaces(): void {
    if (this.#dropped.size === 0) return;
    this.#added = this.#added.filter((entry) => {
      const old = entry.dropped ? undefined : this.#dropped.get(firstNode(entry));
      const place = old ? this.#ordered.indexOf(old) : -1;
      if (place < 0) return true;
      const standing = this.#ordered[place];
      this.#ordered[place] = entry;
      if (this.#isInPlace(place)) return false;
      if (standing) this.#ordered[place] = standing;
      return true;
    });
  }

  /** True when the entry at a place comes after the one before it and before the one after it. */
  #isInPlace(place: number): boolean {
    const entry = this.#ordered[place];
    const before = this.#ordered[place - 1];
    const after = this.#ordered[place + 1];
    if (!entry) return false;
    const node = firstNode(entry);
    return (
      (!before || comesBefore(firstNode(before), node)) &&
      (!after || comesBefore(node, firstNode(after)))
    );
  }
}

function firstNode<Scan>(entry: Entry<Scan>): Node {
  return entry.record.block.parts[0]?.node ?? entry.record.block.container;
}
