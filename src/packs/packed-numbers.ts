/**
 * Whole numbers packed without a gap, each in as many bits as the largest needs. They are read where
 * they lie: what the gazetteer takes in a page's memory is what it takes in the file.
 */

/** Bits of one element of the array that holds them. */
const ELEMENT_BITS = 32;

export interface PackedNumbers {
  readonly length: number;
  /** Bits of each number, 1 to 32. */
  readonly width: number;
  /** The numbers from the lowest bit of the first element on. */
  readonly bits: Uint32Array;
}

/** Elements that so many numbers of a width take. */
export const elementsOf = (length: number, width: number): number =>
  Math.ceil((length * width) / ELEMENT_BITS);

/** Packs numbers of at most 32 bits. */
export function packNumbers(values: readonly number[]): PackedNumbers {
  let most = 1;
  for (const value of values) if (value > most) most = value;
  const width = ELEMENT_BITS - Math.clz32(most);
  const bits = new Uint32Array(elementsOf(values.length, width));
  values.forEach((value, i) => {
    const at = i * width;
    const element = at >>> 5;
    const shift = at & 31;
    bits[element] = (bits[element] ?? 0) | (value << shift);
    if (shift + width > ELEMENT_BITS) bits[element + 1] = value >>> (ELEMENT_BITS - shift);
  });
  return { length: values.length, width, bits };
}

/** The number at an index within the length. */
export function numberAt({ width, bits }: PackedNumbers, index: number): number {
  const at = index * width;
  const element = at >>> 5;
  const shift = at & 31;
  let value = (bits[element] ?? 0) >>> shift;
  if (shift + width > 32) value |= (bits[element + 1] ?? 0) << (32 - shift);
  return (value & (0xffffffff >>> (32 - width))) >>> 0;
}

/** How many of an element's bits are set (Warren, Hacker's Delight, 5-1). */
function bitCount(element: number): number {
  const pairs = element - ((element >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many bits are set before each element of bits. */
export function countsBefore(bits: readonly number[]): number[] {
  const counts: number[] = [];
  let count = 0;
  bits.forEach((bit, i) => {
    if (i % ELEMENT_BITS === 0) counts.push(count);
    count += bit;
  });
  return counts;
}

/**
 * How many bits are set before the one at an index, where that is set; else -1. `before` is what
 * `countsBefore` said (Jacobson, Space-efficient static trees and graphs, 1989).
 */
export function rankOf({ bits }: PackedNumbers, before: PackedNumbers, index: number): number {
  const element = bits[index >>> 5] ?? 0;
  const bit = 1 << (index & 31);
  if ((element & bit) === 0) return -1;
  return numberAt(before, index >>> 5) + bitCount(element & (bit - 1));
}

const BYTE_BITS = 8;

/** Bytes as numbers of eight bits each. */
export function packBytes(bytes: Uint8Array): PackedNumbers {
  const bits = new Uint32Array(elementsOf(bytes.length, BYTE_BITS));
  new Uint8Array(bits.buffer).set(bytes);
  return { length: bytes.length, width: BYTE_BITS, bits };
}

/** The bytes of `packBytes`, where they lie. */
export function bytesIn({ length, bits }: PackedNumbers): Uint8Array {
  return new Uint8Array(bits.buffer, bits.byteOffset, length);
}
