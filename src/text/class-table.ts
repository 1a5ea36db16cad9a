/** Classes of all characters, as a table small enough to ship; read when the first one is asked for. */
import { CLASS_RUNS } from './class-runs.ts';

/** A run is a capital, `A` for class 0, and then its length in this base if it is more than 1. */
const FIRST_NAME = 0x41;
const LAST_NAME = 0x5a;
export const LENGTH_BASE = 36;
const ZERO = 0x30;
const NINE = 0x39;
/** What makes `a` ten. */
const LETTER_DIGITS = 0x61 - 10;

/** First code point of each run, and its class above it: one number, so that one search finds both. */
let runs: Uint32Array | null = null;
const CLASS_BITS = 4;

/** Name of a class in the table. */
export const classLetter = (cls: number): string => String.fromCharCode(FIRST_NAME + cls);

function readRuns(): Uint32Array {
  const read: number[] = [];
  let start = 0;
  for (let i = 0; i < CLASS_RUNS.length; ) {
    read.push((start << CLASS_BITS) | (CLASS_RUNS.charCodeAt(i++) - FIRST_NAME));
    let length = 0;
    for (; i < CLASS_RUNS.length; i++) {
      const unit = CLASS_RUNS.charCodeAt(i);
      if (unit >= FIRST_NAME && unit <= LAST_NAME) break;
      length = length * LENGTH_BASE + unit - (unit <= NINE ? ZERO : LETTER_DIGITS);
    }
    start += length || 1;
  }
  return Uint32Array.from(read);
}

/** Class of a code point. */
export function tabledClass(point: number): number {
  runs ??= readRuns();
  const wanted = (point + 1) << CLASS_BITS;
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return (runs[low - 1] ?? 0) & ((1 << CLASS_BITS) - 1);
}
