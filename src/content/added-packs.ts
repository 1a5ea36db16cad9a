/**
 * The added packs in one page. Of them the page holds a filter of first words; while it is read, the
 * keys of words that pass are noted. When it has been read through, they are sent to the background
 * in one message, and what comes back is matched only where such words stand.
 *
 *   scan ─keys of words─▶ AddedPacks ─background.reach─▶ gazetteer ─▶ setLayer, read those blocks again
 *
 * Most pages of most readers have no added packs, or no word of them: nothing is sent then.
 */
import { type Gazetteer, loadGazetteer } from '../detection/detect.ts';
import { LayeredDetector, type LayeredEvidence, type LayeredScan } from '../detection/layers.ts';
import { WordKeys } from '../detection/reached-words.ts';
import type { ReachedPart } from '../messaging/messages.ts';
import { fromBase64, readWordFilter, toBase64 } from '../packs/word-keys.ts';
import type { ReadBlock } from '../page/blocks.ts';
import type { Detector } from '../page/types.ts';

/** After the last new word of a live page, in ms: text comes in bursts, and one message does for all. */
const ASK_AFTER_MS = 100;

export interface AddedPacksDeps {
  /** The filter of first words, as base64. */
  readonly filter: string;
  /** The bundled pack's gazetteer; null while that pack is switched off. */
  readonly bundled: Gazetteer | null;
  /** Asks the background what these keys reach. */
  ask(keys: string): Promise<ReachedPart>;
  /** False while the page is read for the first time. */
  isRead(): boolean;
  /** Looks again at these blocks, and at those with a scan that is outdated. */
  readAgain(blocks: readonly ReadBlock[], isOutdated: (scan: LayeredScan) => boolean): void;
  readonly signal: AbortSignal;
}

/** A block in which a word passed while nobody knew yet what it reaches. */
interface Waiting {
  readonly block: ReadBlock;
  /** What was said of it then. */
  readonly scan: LayeredScan;
  /** It was read while the background was being asked. */
  readonly isEarly: boolean;
}

/** Makes a detector for one page session, which learns what added packs say while it is in use. */
export function detectorWithAddedPacks(deps: AddedPacksDeps): Detector<LayeredScan> {
  const filter = readWordFilter(fromBase64(deps.filter));
  const detector = new LayeredDetector(deps.bundled, filter);
  /** Every key of the page that the background has answered for. */
  const known = new Set<number>();
  /** Keys of words that came since it was last asked. */
  const fresh = new WordKeys();
  let waiting: Waiting[] = [];
  /** Scans of blocks that are about to be looked at again as they were read, by what they were read from. */
  const again = new Map<ReadBlock['parts'], LayeredScan>();
  let hasLayer = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Words have come since the timer was set: the text that brings them may not be at its end. */
  let hasNews = false;
  let isAsking = false;
  deps.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  /** Notes the words of a block that has just been scanned for the first time. */
  function note(block: ReadBlock, scan: LayeredScan): void {
    const starts = detector.passing?.starts ?? [];
    if (starts.length === 0) return;
    fresh.collect(block.text, starts);
    waiting.push({ block, scan, isEarly: isAsking });
    hasNews = true;
    askSoon();
  }

  /** One timer at a time: a page that is read notes hundreds of blocks in a row. */
  function askSoon(): void {
    if (isAsking || timer !== undefined) return;
    hasNews = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (hasNews || !deps.isRead()) askSoon();
      else void ask();
    }, ASK_AFTER_MS);
  }

  async function ask(): Promise<void> {
    const blocks = waiting;
    waiting = [];
    const asked = fresh.take().filter((key) => !known.has(key));
    // All their words are known: only what was read while they were being asked for lacks something.
    if (asked.length === 0) return readAgain(blocks.filter(({ isEarly }) => isEarly));
    isAsking = true;
    try {
      let part = await deps.ask(toBase64(asked));
      // What is reached by new words is matched together with what was reached before.
      if (part.gazetteer && hasLayer) {
        part = await deps.ask(toBase64(Uint32Array.from([...known, ...asked])));
      }
      for (const key of asked) known.add(key);
      if (!deps.signal.aborted) take(part, blocks);
    } catch {
      // The background may be starting, or be of another version: the next new word asks again.
      for (const key of asked) fresh.add(key);
      waiting = [...blocks, ...waiting];
      isAsking = false;
      return;
    }
    isAsking = false;
    if (waiting.length > 0) askSoon();
  }

  function take({ gazetteer, stronger }: ReachedPart, blocks: readonly Waiting[]): void {
    if (!gazetteer) {
      // What was read meanwhile may hold words that an earlier answer has reached.
      readAgain(blocks.filter(({ isEarly }) => isEarly));
      return;
    }
    hasLayer = true;
    detector.setLayer({ gazetteer: loadGazetteer(gazetteer), stronger: new Set(stronger) });
    readAgain(blocks);
  }

  /** Reads blocks again in which the added packs say something now, and what they said before. */
  function readAgain(blocks: readonly Waiting[]): void {
    if (!hasLayer) return;
    again.clear();
    const reached: ReadBlock[] = [];
    for (const { block, scan: before } of blocks) {
      const scan = detector.scan(block, before);
      if (!scan.added) continue;
      again.set(block.parts, scan);
      reached.push(block);
    }
    deps.readAgain(reached, (scan) => detector.isOutdated(scan));
  }

  return {
    learns: true,
    scan(block, known) {
      // The page layer gives all that it has read, of which detection itself knows less.
      const read = block as ReadBlock;
      const ready = again.get(read.parts);
      again.delete(read.parts);
      if (ready && !detector.isOutdated(ready)) return ready;
      const before = known ?? ready;
      const scan = detector.scan(block, before);
      if (!before) note(read, scan);
      return scan;
    },
    candidates: (scan) => detector.candidates(scan),
    isBlank: (scan) => detector.isBlank(scan),
    evidence: () => detector.evidence(),
    decide: (scan, evidence, ...how) => detector.decide(scan, evidence as LayeredEvidence, ...how),
    typeOf: (entity) => detector.typeOf(entity),
  };
}
