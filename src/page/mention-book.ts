/** All mentions of the page, in its order, decided in the light of the evidence of the whole page. */
import type { DetectionMode, Mention } from '../detection/types.ts';
import type { ReadBlock } from './blocks.ts';
import { LiveMention } from './live-mention.ts';
import { PageOrder, type Standing } from './page-order.ts';
import { pointsOf } from './parts.ts';
import type { BlockRecord } from './records.ts';
import type { Sections } from './sections.ts';
import type { IsOver } from './slices.ts';
import type { Detector, Evidence } from './types.ts';

/** The mentions of one block, among those of the page. */
export interface PlacedMentions {
  readonly mentions: readonly LiveMention[];
  readonly block: ReadBlock;
}

interface Entry<Scan> extends PlacedMentions, Standing {
  readonly record: BlockRecord<Scan>;
  mentions: readonly LiveMention[];
  /** Evidence in whose light the mentions were decided; null before that. */
  decidedWith: number | null;
  previewed: boolean;
  /** A text of it is another now, and has not been read yet. */
  stale: boolean;
  /** The heading it stands under; undefined until that has been found out. */
  section: Element | null | undefined;
}

const never: IsOver = () => false;

export class MentionBook<Scan> {
  readonly #detector: Detector<Scan>;
  readonly #onExpired: (mention: LiveMention) => void;
  readonly #entries = new Map<BlockRecord<Scan>, Entry<Scan>>();
  readonly #order = new PageOrder<Entry<Scan>>((entry) => {
    entry.section = undefined;
    this.version++;
  });
  /** Mentions of blocks that were read anew, by the text they begin in: those that are found again go on. */
  readonly #leaving = new Map<Text, LiveMention[]>();
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
    const { block } = record;
    const entry: Entry<Scan> = {
      record,
      block,
      node: block.parts[0]?.node ?? block.container,
      at: block.parts[0]?.from ?? 0,
      reading: block.reading,
      rank: 0,
      mentions: [],
      decidedWith: null,
      previewed: false,
      stale: false,
      dropped: false,
      section: block.section,
    };
    this.#entries.set(record, entry);
    this.#order.add(entry);
  }

  /** @param replaced by what stands in its place now: its mentions stay until that has been decided */
  drop(record: BlockRecord<Scan>, replaced: boolean): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    this.#entries.delete(record);
    this.#order.drop(entry);
    for (const mention of entry.mentions) {
      if (replaced) this.#leave(mention);
      else this.#expire(mention);
    }
    if (entry.mentions.length > 0) this.version++;
  }

  /** A text of a block is another now: mentions in it that it does not say any more are none. */
  change(record: BlockRecord<Scan>, node: Text): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    entry.stale = true;
    const gone = entry.mentions.filter((mention) => !mention.isSaidBy(node));
    if (gone.length === 0) return;
    entry.mentions = entry.mentions.filter((mention) => !gone.includes(mention));
    entry.decidedWith = null;
    this.version++;
    for (const mention of gone) this.#expire(mention);
  }

  /** What detection says of a block has changed: it is decided anew. */
  doubt(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    entry.decidedWith = null;
    this.#decidedWith = null;
  }

  /** A block may have moved: it gets the place where it stands now before anything is decided again. */
  checkPlace(record: BlockRecord<Scan>): void {
    const entry = this.#entries.get(record);
    if (!entry) return;
    entry.stale = false;
    this.#order.doubt(entry);
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
    if (!this.#order.settle(isOver)) return false;
    for (const entry of this.#order.list) {
      const version = evidence.versionOf(entry.record.scan);
      if (entry.stale || (preview ? entry.previewed : entry.decidedWith === version)) continue;
      if (isOver()) return false;
      const { scan } = entry.record;
      const mentions = this.#detector.decide(scan, evidence, this.#mode, preview, isOver);
      if (!mentions) return false;
      this.#replace(entry, mentions);
      entry.previewed = true;
      if (!preview) entry.decidedWith = version;
    }
    if (preview) return true;
    this.#decidedWith = evidence.version;
    for (const left of this.#leaving.values()) for (const mention of left) this.#expire(mention);
    this.#leaving.clear();
    return true;
  }

  /** True when all blocks have been decided in the light of the evidence as it stands. */
  isDecided(evidence: Evidence<Scan>): boolean {
    return this.#order.isSettled && this.#decidedWith === evidence.version;
  }

  /** Headings have come: every section is to be found out again. */
  forgetSections(): void {
    for (const entry of this.#entries.values()) entry.section = undefined;
    this.version++;
  }

  /** All blocks in page order, as they stand now: the list stays as it is when the page changes. */
  placed(): readonly PlacedMentions[] {
    this.#order.settle(never);
    return this.#order.list;
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
    return this.placed().flatMap(({ mentions }) => mentions);
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
      if (!same) return this.#returning(entry.block, mention) ?? this.#newMention(entry, mention);
      same.mention = mention;
      return same;
    });
    const gone = old.filter((live) => !next.includes(live));
    if (gone.length === 0 && next.length === old.length) return;
    entry.mentions = next;
    this.version++;
    for (const mention of gone) this.#expire(mention);
  }

  #newMention({ block }: Entry<Scan>, mention: Mention): LiveMention {
    return new LiveMention(block, mention, this.#detector.typeOf(mention.entity));
  }

  /** What stood there before its block was read anew. */
  #returning(block: ReadBlock, mention: Mention): LiveMention | null {
    if (this.#leaving.size === 0) return null;
    const node = pointsOf(block.parts, mention.start, mention.end)?.[0].node;
    const left = node && this.#leaving.get(node);
    const live = left?.find((standing) => standing.isSameAs(block, mention));
    if (!left || !live) return null;
    left.splice(left.indexOf(live), 1);
    live.moveTo(block, mention);
    return live;
  }

  #leave(mention: LiveMention): void {
    const left = this.#leaving.get(mention.node);
    if (left) left.push(mention);
    else this.#leaving.set(mention.node, [mention]);
  }

  #expire(mention: LiveMention): void {
    mention.expire();
    this.#onExpired(mention);
  }
}
