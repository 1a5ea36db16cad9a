/**
 * The filter that says of nearly every word of a page, before anything else is looked at, that no
 * phrase begins with it.
 *
 * What a page is read in are runs: letters and digits up to the next space, hyphen or mark (COP26 is
 * one run, two tokens), and single signs of scripts without spaces. Since "the", "in" and "to" begin
 * some phrase in any lexicon, the filter has pairs: the first run of a phrase and the second.
 *
 * It is a Bloom filter (Bloom, Space/time trade-offs in hash coding, 1970) with three bits an entry, all
 * in one 32-bit number, so that a question costs one read (Putze, Sanders, Singler, Cache-, hash- and
 * space-efficient Bloom filters, 2007).
 */
import { MARK } from '../text/fold.ts';
import { hashOf, isWordClass, type PhraseToken, spread } from '../text/tokens.ts';

/**
 * What stands for a run: the upper 22 bits of its spread hash. The lowest ten are room for the place
 * where the run ends. Of a sign only the first folded unit is hashed.
 */
export function runKey(hash: number): number {
  return spread(hash) & ~0x3ff;
}

/** In place of a second run: the phrase has none. */
export const NO_SECOND = 0;

/** Place in a filter of a run that nothing follows, by its key, whatever the lowest bits of this hold. */
export function placeAlone(run: number): number {
  return spread(run >>> 10);
}

/**
 * Place of two runs, of the second by the place that it has alone: in a text the second of one pair is
 * the first of the next, and is spread once.
 */
export function placeOfPair(first: number, secondAlone: number): number {
  return spread((first >>> 10) ^ secondAlone);
}

/** Place of two runs, by their keys; the second may be NO_SECOND. */
export function placeOf(first: number, second: number): number {
  return placeOfPair(first, placeAlone(second));
}

/** Distance by which a place is shifted to be an index into a filter. */
export const shiftOf = (filter: Uint32Array): number => Math.clz32(filter.length - 1);

/** Odd when a place may be in a filter; `shift` as `shiftOf` gives it. */
export function holds(filter: Uint32Array, shift: number, place: number): number {
  const bits = filter[place >>> shift] ?? 0;
  return (bits >>> (place >>> 12)) & (bits >>> (place >>> 7)) & (bits >>> (place >>> 2));
}

/** Odd when one of two places may be in a filter: both are read before either is looked at. */
export function holdsEither(
  filter: Uint32Array,
  shift: number,
  one: number,
  other: number,
): number {
  const a = filter[one >>> shift] ?? 0;
  const b = filter[other >>> shift] ?? 0;
  return (
    ((a >>> (one >>> 12)) & (a >>> (one >>> 7)) & (a >>> (one >>> 2))) |
    ((b >>> (other >>> 12)) & (b >>> (other >>> 7)) & (b >>> (other >>> 2)))
  );
}

/** The bits that `holds` asks for. */
const bitsOf = (place: number): number =>
  (1 << (place >>> 12)) | (1 << (place >>> 7)) | (1 << (place >>> 2));

/** Bits of a filter for each entry, at least: of words that begin no phrase one in 200 passes. */
const BITS_PER_ENTRY = 12;
const NUMBER_BITS = 32;
/** `shiftOf` needs a bit to shift by. */
const FEWEST_NUMBERS = 2;

/**
 * The smallest filter with room for places.
 * @param most numbers of 32 bits that it may have, a power of two; with more places than it has room for more
 * passes that is none of them
 */
export function buildFilter(
  places: ReadonlySet<number>,
  most = Number.POSITIVE_INFINITY,
): Uint32Array<ArrayBuffer> {
  let numbers = FEWEST_NUMBERS;
  while (numbers < most && numbers * NUMBER_BITS < places.size * BITS_PER_ENTRY) numbers *= 2;
  const filter = new Uint32Array(numbers);
  const shift = shiftOf(filter);
  for (const place of places) {
    const at = place >>> shift;
    filter[at] = (filter[at] ?? 0) | bitsOf(place);
  }
  return filter;
}

/** A run that a phrase's tokens from some one on may make, and the index of the token behind it. */
interface Run {
  readonly key: number;
  readonly behind: number;
}

/** The runs that may stand in a text where tokens[at...] do: "COP 26" and "COP26" are the same tokens. */
function runsAt(tokens: readonly PhraseToken[], at: number): Run[] {
  const first = tokens[at];
  if (!first) return [];
  if (!isWordClass(first.cls)) return [{ key: runKey(first.folded.charCodeAt(0)), behind: at + 1 }];
  const runs: Run[] = [];
  let hash = hashOf('');
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !isWordClass(token.cls) || (i > at && token.cls === tokens[i - 1]?.cls)) break;
    hash = hashOf(token.folded, hash);
    runs.push({ key: runKey(hash), behind: i + 1 });
  }
  return runs;
}

/** Keys of the runs that may begin a phrase, as unsigned numbers: "COP 26" begins with cop or with cop26. */
export const firstRuns = (tokens: readonly PhraseToken[]): number[] =>
  runsAt(tokens, 0).map(({ key }) => key >>> 0);

/** Notes the places that a phrase has in the filter. */
export function addPlaces(tokens: readonly PhraseToken[], places: Set<number>): void {
  for (const { key, behind } of runsAt(tokens, 0)) {
    // Marks part runs as spaces do.
    let next = behind;
    while (tokens[next]?.cls === MARK) next++;
    if (next >= tokens.length) places.add(placeOf(key, NO_SECOND));
    for (const second of runsAt(tokens, next)) places.add(placeOf(key, second.key));
  }
}
