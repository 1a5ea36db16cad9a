/** A file as detection sees it: blocks of text, each character with its place in the file. */
import type { BlockInput } from '../detection/types.ts';

/** A block, and where its characters stand in the file that it is from. */
export interface PlacedBlock {
  readonly input: BlockInput;
  /** Offset in the file of the block's character at `at`, both in UTF-16 units. */
  offsetOf(at: number): number;
  /** Offset behind the block's character before `at`; differs from `offsetOf` at a gap. */
  endOf(at: number): number;
}

/** A block whose text stands in the file as it is. */
export function plainBlock(input: BlockInput, start: number): PlacedBlock {
  return { input, offsetOf: (at) => start + at, endOf: (at) => start + at };
}
