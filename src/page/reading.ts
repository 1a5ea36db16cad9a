/**
 * Reading a page and keeping what was read true: which nodes to read, what each block's text says,
 * and the evidence of the whole page.
 *
 *   touched nodes -> BlockReader -> detector.scan -> (candidates?) prove -> records, evidence
 *
 * Only blocks that say something are kept. All work goes through `work`, in slices.
 */
import { isInPage, isReadable, isSame, isTrue, isUnseenData } from './block-state.ts';
import { type BlockReader, type ReadBlock, readBlocks } from './blocks.ts';
import { Changes } from './changes.ts';
import { prove } from './proof.ts';
import { type BlockRecord, Records } from './records.ts';
import type { IsOver } from './slices.ts';
import type { Outside } from './surroundings.ts';
import { isDisguised, parentOf } from './tree.ts';
import type { Detector, Evidence, Scope } from './types.ts';
import type { Unfolded } from './visibility.ts';

export interface ReadingEvents<Scan> {
  added(record: BlockRecord<Scan>): void;
  /** @param replaced by what stands in its place now, which is added next */
  dropped(record: BlockRecord<Scan>, replaced: boolean): void;
  /** A text of a block is another now: the block is read again soon. */
  changed(record: BlockRecord<Scan>, node: Text): void;
  /** A block says what it said, but may have moved. */
  reread(record: BlockRecord<Scan>): void;
  /** Detection says something else of a block that stands as it stood. */
  rescanned(record: BlockRecord<Scan>): void;
  /** Something was found in text that is not seen now: in one text of an element, or in all of it. */
  hidden(element: Element, text: Text | null): void;
  /** What was to be read first has been read. */
  seen(): void;
  /** A heading has come that was not there when the page was first read. */
  heading(): void;
}

/** Records between two looks at the clock. */
const BATCH = 32;

export class Reading<Scan> {
  readonly evidence: Evidence<Scan>;
  readonly #detector: Detector<Scan>;
  readonly #events: ReadingEvents<Scan>;
  readonly #records = new Records<Scan>();
  /** Those in which a text has changed since they were read. */
  readonly #stale = new Set<BlockRecord<Scan>>();
  /** Those of them whose text is in this batch: what is not met in it is text for readers no longer. */
  #awaited: ReadonlySet<BlockRecord<Scan>> = new Set();
  /** Those that are read again since detection knows more. */
  readonly #again = new Set<BlockRecord<Scan>>();
  /** Blocks to be scanned again as they were read, where nothing in their place has changed; the last first. */
  #standing: ReadBlock[] = [];
  /** What has been touched since reading began, and what is around it; null where nobody will ask. */
  readonly #changes: Changes | null;
  #touched = new Set<Scope>();
  /** What is being read now: touched nodes, without those touched since it was begun. */
  #batch = new Set<Scope>();
  #pending: Scope[] = [];
  /** Texts read in this batch: many touched Text nodes may stand in one block. */
  readonly #seen = new Set<Text>();
  /** False while each text is read for the first time: nothing can be on record for it. */
  #mayOverlap = false;
  #reader: BlockReader | null = null;
  /** What is around the scopes that are read in one slice, between two of which the page may change. */
  readonly #outside: Outside = new Map();
  #first: Scope | null = null;
  readonly #wasFirst = new WeakSet<Scope>();
  #isReadingFirst = false;
  /** What was being read when something else was to be read first. */
  #interrupted: BlockReader | null = null;
  /** Set when records may no longer hold: their text has left, or is furniture not wanted any more. */
  #isDoubtful = false;
  /** Set when text that was read may be hidden by now, or edited. */
  #isSightDoubtful = false;
  /** Whether the records that are looked at are asked whether they are seen, which takes longer. */
  #asksSight = false;
  /** Records that are still to be looked at for that. */
  #doubtful: Iterator<BlockRecord<Scan>> | null = null;
  #isFirst = true;
  /** Before reading begins all is touched, and nothing has changed. */
  #hasBegun = false;
  /** Of this slice. */
  #unfolded: Unfolded = new Set();
  /** UTF-16 units of all blocks that were read so far. */
  #units = 0;
  readonly #headings = new WeakSet<Element>();
  #furniture = false;

  constructor(detector: Detector<Scan>, events: ReadingEvents<Scan>) {
    this.#detector = detector;
    this.#changes = detector.learns ? new Changes() : null;
    this.#events = events;
    this.evidence = detector.evidence();
  }

  /** Whether furniture is read too. Elements that change sides must be touched by the caller. */
  setFurniture(read: boolean): void {
    this.#furniture = read;
    if (!read) this.#isDoubtful = true;
  }

  /** Notes that a node is to be read again. */
  touch(node: Scope): void {
    this.#touched.add(node);
    if (this.#hasBegun) this.#changes?.note(node);
    if (!(node instanceof Text)) return;
    for (const record of this.#records.of(node)) {
      if (isTrue(record.block)) continue;
      this.#stale.add(record);
      // A text that says nothing now is not read, and what is around it still is.
      if (isBlank(node)) for (const part of record.block.parts) this.#touched.add(part.node);
      // The marks in a changed text are wrong from now on, not from when it is read again.
      this.#events.changed(record, node);
    }
  }

  /**
   * Notes that blocks are to be looked at again although they stand as they stood, since detection knows
   * more now; with them all whose scan is outdated. Their marks stay until then where nothing in their place has changed.
   */
  readAgain(blocks: Iterable<ReadBlock>, isOutdated: (scan: Scan) => boolean): void {
    const again: ReadBlock[] = [];
    for (const record of this.#records.values()) {
      if (!isOutdated(record.scan)) continue;
      this.#again.add(record);
      again.push({ ...record.block, reading: {} });
    }
    // Other readings, as they come in between the blocks of the first ones; each in the order of the page.
    const readings = new Map<object, object>();
    for (const block of blocks) {
      const reading = readings.get(block.reading) ?? {};
      readings.set(block.reading, reading);
      for (const { node } of block.parts) {
        for (const record of this.#records.of(node)) this.#again.add(record);
      }
      again.push({ ...block, reading });
    }
    this.#standing = [...again.reverse(), ...this.#standing];
  }

  /** Notes that something has left the page. */
  noteRemoval(): void {
    this.#isDoubtful = true;
  }

  /** Notes that text which was seen may be hidden now, or being edited: no attribute of it is watched. */
  doubtSight(): void {
    this.#isSightDoubtful = this.#records.size > 0;
  }

  /** Reads a part of a scope that is touched anyway before the rest of it: what the reader sees. */
  readFirst(scope: Scope): void {
    if (this.#wasFirst.has(scope) || this.#reader?.hasPassed(scope)) return;
    this.#wasFirst.add(scope);
    this.#first = scope;
  }

  /** About how much of the page's text has been read, 0 to 1. Takes as long as counting it does. */
  get share(): number {
    let whole = document.body.textContent.length;
    for (const { textContent } of document.body.querySelectorAll('script, style, template')) {
      whole -= textContent.length;
    }
    return whole > 0 ? Math.min(1, this.#units / whole) : 1;
  }

  /** True when nothing has been touched that has not been read. */
  get isDone(): boolean {
    return (
      this.#reader === null &&
      this.#pending.length === 0 &&
      this.#standing.length === 0 &&
      this.#touched.size === 0 &&
      this.#doubtful === null &&
      !this.#isDoubtful &&
      !this.#isSightDoubtful
    );
  }

  /**
   * @returns true when all has been read that was touched when it was begun: so that a page that never
   * stops changing gets its marks between its changes
   */
  work(isOver: IsOver): boolean {
    if (this.isDone) return true;
    this.#unfolded = new Set();
    this.#outside.clear();
    if (this.#reader?.resume() === false) this.#mayOverlap = true;
    if (!this.#reader && this.#pending.length === 0) this.#begin();
    if (this.#first && !this.#isReadingFirst) this.#turnToFirst(this.#first);
    while (!isOver()) {
      if (this.#doubtful) this.#sweep(isOver);
      else if (this.#reader) this.#read(this.#reader, isOver);
      else if (this.#standing.length > 0) this.#takeStanding();
      else {
        const scope = this.#pending.pop();
        if (!scope) {
          for (const record of this.#awaited) if (this.#stale.has(record)) this.#drop(record);
          this.#isFirst = false;
          return true;
        }
        if (this.#isWorthReading(scope)) this.#reader = readBlocks(scope, this.#outside);
      }
    }
    this.#reader?.pause();
    return false;
  }

  /** Takes the next block as it was read, or has it read anew. */
  #takeStanding(): void {
    const block = this.#standing.pop();
    if (!block) return;
    if (!this.#changes?.spare(block) || !isTrue(block)) {
      for (const { node } of block.parts) this.#touched.add(node);
      return;
    }
    this.#mayOverlap = true;
    this.#take(block);
  }

  #read(reader: BlockReader, isOver: IsOver): void {
    const block = reader.next(isOver);
    if (block) this.#take(block);
    else if (reader.isDone) {
      this.#reader = this.#interrupted;
      this.#interrupted = null;
      if (this.#reader?.resume() === false) this.#mayOverlap = true;
      if (this.#isReadingFirst) this.#events.seen();
      this.#isReadingFirst = false;
    }
  }

  /** Takes up what has been touched since the last time. */
  #begin(): void {
    this.#hasBegun = true;
    if (this.#batch.size > 0) this.#mayOverlap = true;
    if (this.#isDoubtful || this.#isSightDoubtful) {
      this.#asksSight = this.#isSightDoubtful;
      this.#isDoubtful = false;
      this.#isSightDoubtful = false;
      this.#doubtful = this.#records.values();
    }
    this.#batch = this.#touched;
    this.#touched = new Set();
    this.#awaited = new Set(this.#stale);
    this.#pending = [...this.#batch].reverse();
    this.#seen.clear();
  }

  /** Begins with what is to be read first; what is being read meanwhile goes on behind it. */
  #turnToFirst(scope: Scope): void {
    this.#first = null;
    this.#reader?.pause();
    this.#interrupted = this.#reader;
    this.#reader = readBlocks(scope, this.#outside);
    this.#isReadingFirst = true;
    this.#mayOverlap = true;
  }

  #isWorthReading(scope: Scope): boolean {
    if (!scope.isConnected || document.designMode === 'on') return false;
    if (scope instanceof Element && isDisguised(scope)) return false;
    if (scope instanceof Text && (this.#seen.has(scope) || isBlank(scope))) return false;
    // What is touched inside of something touched is read with it.
    for (let up = parentOf(scope); up; up = parentOf(up)) {
      if (this.#batch.has(up as Scope)) return false;
    }
    return true;
  }

  /** Drops records that no longer hold; what remains of their blocks is read again. */
  #sweep(isOver: IsOver): void {
    for (let count = 1; this.#doubtful; count++) {
      const { value: record, done } = this.#doubtful.next();
      if (done) this.#doubtful = null;
      else if (record.block.furniture && !this.#furniture) this.#drop(record);
      else if (
        !isInPage(record.block) ||
        (this.#asksSight && record.hasCandidates && !isReadable(record.block, this.#unfolded))
      ) {
        this.#drop(record);
        for (const { node } of record.block.parts) if (node.isConnected) this.#pending.push(node);
      }
      if (count % BATCH === 0 && isOver()) return;
    }
  }

  #take(block: ReadBlock): void {
    this.#units += block.text.length;
    if (this.#mayOverlap) for (const { node } of block.parts) this.#seen.add(node);
    if (block.role === 'heading') this.#meet(block.container);
    const old = this.#mayOverlap ? this.#records.overlapping(block) : [];
    const known = old.find((record) => isSame(record.block, block))?.scan;
    const outcomes = block.furniture && !this.#furniture ? [] : this.#outcomes(block, known);
    // What stands as it stood keeps its record, and with it its marks and an open popover.
    const fresh = outcomes.filter(({ block: found, scan }) => {
      const standing = old.findIndex((record) => isSame(record.block, found));
      const record = old[standing];
      if (!record || !this.#leave(record, scan)) return true;
      old.splice(standing, 1);
      return false;
    });
    for (const record of old) {
      this.#drop(record, true);
      for (const { node } of record.block.parts) {
        if (!this.#seen.has(node)) this.#touched.add(node);
      }
    }
    for (const { block: found, scan } of fresh) this.#keep(found, scan);
  }

  /** Keeps the record of a block that stands as it stood. @returns false where another has to be made */
  #leave(record: BlockRecord<Scan>, scan: Scan): boolean {
    this.#stale.delete(record);
    if (this.#again.has(record)) {
      if (record.hasCandidates !== this.#hasCandidates(scan)) return false;
      this.#again.delete(record);
      // In this order, so that what both say is there all the while and nothing is decided anew for it.
      this.evidence.add(scan);
      this.evidence.delete(record.scan);
      record.scan = scan;
      this.#events.rescanned(record);
    }
    this.#events.reread(record);
    return true;
  }

  #hasCandidates(scan: Scan): boolean {
    return this.#detector.candidates(scan).length > 0;
  }

  #meet(heading: Element): void {
    if (this.#headings.has(heading)) return;
    this.#headings.add(heading);
    if (!this.#isFirst) this.#events.heading();
  }

  /** What a block that was read comes to: usually nothing, or itself. */
  #outcomes(block: ReadBlock, known: Scan | undefined): { block: ReadBlock; scan: Scan }[] {
    const detector = this.#detector;
    if (isUnseenData(block)) {
      this.#events.hidden(block.container, null);
      return [];
    }
    const scan = detector.scan(block, known);
    if (detector.isBlank(scan)) return [];
    const candidates = detector.candidates(scan);
    if (candidates.length === 0) return [{ block, scan }];
    const out: { block: ReadBlock; scan: Scan }[] = [];
    for (const proven of prove(block, candidates, this.#unfolded)) {
      if (proven.hiddenIn) {
        this.#events.hidden(proven.hiddenIn, proven.parts[0]?.node ?? null);
        continue;
      }
      const own = proven.text === block.text ? scan : detector.scan(proven);
      if (!detector.isBlank(own)) out.push({ block: proven, scan: own });
    }
    return out;
  }

  #keep(block: ReadBlock, scan: Scan): void {
    const record = { block, scan, hasCandidates: this.#hasCandidates(scan) };
    this.#records.add(record);
    this.evidence.add(scan);
    this.#events.added(record);
  }

  #drop(record: BlockRecord<Scan>, replaced = false): void {
    if (!this.#records.delete(record)) return;
    this.#again.delete(record);
    this.#stale.delete(record);
    this.evidence.delete(record.scan);
    this.#events.dropped(record, replaced);
  }
}

const isBlank = ({ data }: Text): boolean => data.trim() === '';
