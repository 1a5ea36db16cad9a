/** What was read of a page and says something, to be found again by the texts that it stands in. */
import type { ReadBlock } from './blocks.ts';

/** A block that says something: of itself (candidates) or of the page (evidence). */
export interface BlockRecord<Scan> {
  readonly block: ReadBlock;
  /** Another once detection knows more; whether it has candidates stays the same. */
  scan: Scan;
  readonly hasCandidates: boolean;
}

export class Records<Scan> {
  readonly #all = new Set<BlockRecord<Scan>>();
  /** Not weak, since records hold their texts anyway. */
  readonly #byText = new Map<Text, BlockRecord<Scan>[]>();

  get size(): number {
    return this.#all.size;
  }

  /** All of them; one that is dropped meanwhile is passed over. */
  values(): SetIterator<BlockRecord<Scan>> {
    return this.#all.values();
  }

  /** Those that a text is in. */
  of(node: Text): readonly BlockRecord<Scan>[] {
    return this.#byText.get(node) ?? [];
  }

  add(record: BlockRecord<Scan>): void {
    this.#all.add(record);
    for (const { node } of record.block.parts) {
      const others = this.#byText.get(node);
      if (others) others.push(record);
      else this.#byText.set(node, [record]);
    }
  }

  /** @returns false for one that is not among them */
  delete(record: BlockRecord<Scan>): boolean {
    if (!this.#all.delete(record)) return false;
    for (const { node } of record.block.parts) {
      const rest = this.of(node).filter((other) => other !== record);
      if (rest.length > 0) this.#byText.set(node, rest);
      else this.#byText.delete(node);
    }
    return true;
  }

  /** Those of the places that a block takes. */
  overlapping(block: ReadBlock): BlockRecord<Scan>[] {
    const found = new Set<BlockRecord<Scan>>();
    for (const part of block.parts) {
      for (const record of this.of(part.node)) {
        const overlaps = record.block.parts.some(
          (old) =>
            old.node === part.node &&
            old.from < part.from + part.length &&
            part.from < old.from + old.length,
        );
        if (overlaps) found.add(record);
      }
    }
    return [...found];
  }
}
