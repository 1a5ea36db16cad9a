/** All mentions of the page, in its order, decided in the light of the evidence of the whole page. */
import type { DetectionMode, Mention } from '../detection/types.ts';
import { LiveMention } from './live-mention.ts';
import { placeInOrder } from './order.ts';
import type { BlockRecord } from './reading.ts';
import type { Sections } from './sections.ts';
import type { Detector, Evidence } from './types.ts';

interface Entry<Scan> {
  readonly record: BlockRecord<Scan>;
  mentions: readonly LiveMention[];
  /** Evidence in whose light the mentions were decided; null before that. */
  decidedWith: number | null;
  previewed: boolean;
  dropped: boolean;
  section: number;
  sectionVersion: number;
}

export class MentionBook<Scan> {
  readonly #detector: Detector<Scan>;
  readonly #onExpired: (mention: LiveMention) => void;
  readonly #entries = new Map<BlockRecord<Scan>, Entry<Scan>>();
  #ordered: Entry<Scan>[] = [];
  #added: Entry<Scan>[] = [];
  #hasDropped = false;
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
      section: 0,
      sectionVersion: -1,
    };
    this.#entries.set(record, entry);
    this.#added.push(entry);
  }

  drop(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    this.#entries.delete(record);
    entry.dropped = true;
    this.#hasDropped = true;
    for (const mention of entry.mentions) {
      mention.expire();
      this.#onExpired(mention);
    }
    if (entry.mentions.length > 0) this.version++;
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

  /** All mentions in page order, each with the index of its section. */
  inSections(sections: Sections): { mention: LiveMention; section: number }[] {
    this.#putInOrder();
    const all: { mention: LiveMention; section: number }[] = [];
    let section = 0;
    for (const entry of this.#ordered) {
      if (entry.sectionVersion !== sections.version) {
        entry.section = sections.indexOf(firstNode(entry), section);
        entry.sectionVersion = sections.version;
      }
      section = entry.section;
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
    if (this.#hasDropped) {
      this.#ordered = this.#ordered.filter((entry) => !entry.dropped);
      this.#hasDropped = false;
    }
    for (const entry of this.#added) {
      if (entry.dropped) continue;
      this.#ordered.splice(placeInOrder(this.#ordered, firstNode(entry), firstNode), 0, entry);
    }
    this.#added = [];
  }
}

function firstNode<Scan>(entry: Entry<Scan>): Node {
  return entry.record.block.parts[0]?.node ?? entry.record.block.container;
}
