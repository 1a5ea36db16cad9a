/** The bytes that the words of a gazetteer are written in; see compile-words.ts. */

/** Behind each word. Like a unit it may be the right half of a pair: many words end alike. */
export const CODE_END = 0;
/** What it stands for: no text has a word with it. */
export const END_UNIT = '\0';
/** Before the two bytes, lower first, of a unit that has no code. */
export const CODE_ESCAPE = 1;
/** The codes of units begin here, those of pairs behind them. */
export const FIRST_CODE = 2;

/** Words stand in buckets by the upper bits of their hash; so many words fall into one at most, on average. */
const BUCKET_WORDS = 8;
/** A hash has to be shifted by one bit at least. */
const FEWEST_BUCKETS = 2;

/** Number of buckets for so many words, a power of two. */
export function bucketsFor(words: number): number {
  let buckets = FEWEST_BUCKETS;
  while (buckets * BUCKET_WORDS < words) buckets *= 2;
  return buckets;
}

/** Distance by which a spread hash is shifted to be a bucket. */
export const bucketShift = (buckets: number): number => Math.clz32(buckets - 1);
