/** Which capitals a word has. Aliases and pages are measured by the same function. */
import type { PhraseToken } from '../text/tokens.ts';
import {
  SHAPE_BITS,
  SHAPE_CAPITALS,
  SHAPE_INITIAL,
  SHAPE_MIXED,
  SHAPE_PLAIN,
  SHAPE_TOKENS,
} from './gazetteer-data.ts';

const ASTRAL = /[\ud800-\udbff]/;
const LAST_ASCII = 0x7f;
const isUpperAscii = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
const isLowerAscii = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Shape of text[start, end): characters without case (digits, Han) count as neither. */
export function wordShape(text: string, start: number, end: number): number {
  let upper = 0;
  let lower = 0;
  let firstUpper = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit > LAST_ASCII) return carefulShape(text.slice(start, end));
    if (isUpperAscii(unit)) {
      if (upper + lower === 0) firstUpper = true;
      upper++;
    } else if (isLowerAscii(unit)) lower++;
  }
  return shapeFrom(upper, lower, firstUpper);
}

function carefulShape(slice: string): number {
  let upper = 0;
  let lower = 0;
  let firstUpper = false;
  // Fancy letters of social media (𝐂) have no small ones of their own.
  for (const char of ASTRAL.test(slice) ? slice.normalize('NFKC') : slice) {
    const small = char.toLowerCase();
    if (small !== char) {
      if (upper + lower === 0) firstUpper = true;
      upper++;
    } else if (small !== char.toUpperCase()) lower++;
  }
  return shapeFrom(upper, lower, firstUpper);
}

function shapeFrom(upper: number, lower: number, firstUpper: boolean): number {
  if (upper === 0) return SHAPE_PLAIN;
  if (lower === 0) return SHAPE_CAPITALS;
  return upper === 1 && firstUpper ? SHAPE_INITIAL : SHAPE_MIXED;
}

/** Shapes of a phrase's tokens, `SHAPE_BITS` each, the first lowest. */
export function shapeOf(text: string, tokens: readonly PhraseToken[]): number {
  let shape = 0;
  tokens.slice(0, SHAPE_TOKENS).forEach(({ start, end }, i) => {
    shape |= wordShape(text, start, end) << (i * SHAPE_BITS);
  });
  return shape >>> 0;
}
