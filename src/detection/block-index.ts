/** One block's scan, arranged so that judging a candidate looks only at what can concern it. */
import type { Candidate, CueHit } from './hits.ts';
import { OverlapIndex } from './overlap-index.ts';
import { type Distance, NEXT_SENTENCE, SAME_BLOCK, SAME_SENTENCE } from './pieces.ts';
import type { BlockScan, Named } from './scan.ts';
import { sentenceAt } from './sentences.ts';
import { stemOf } from './short-names.ts';

/** Items by a key, each group in their order. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const NONE: readonly never[] = [];

export class BlockIndex {
  readonly scan: BlockScan;
  #cues: Map<number, CueHit[]> | null = null;
  #fieldWords: readonly CueHit[] | null = null;
  #forms: ReadonlySet<number> | null = null;
  #anchors: Map<number, Named<number>[]> | null = null;
  #bearers: Map<number, Named<number>[]> | null = null;
  #formSentences: Map<number, Set<number>> | null = null;
  #nameSentences: Map<number, Set<number>> | null = null;
  #candidates: OverlapIndex<Candidate> | null = null;
  #introducing: readonly Candidate[] | null = null;

  constructor(scan: BlockScan) {
    this.scan = scan;
  }

  /** Cues and anti-cues of an entity, in the order of the text. */
  cues(entity: number): readonly CueHit[] {
    this.#cues ??= grouped(this.scan.cues, (cue) => cue.entity);
    return this.#cues.get(entity) ?? NONE;
  }

  /** Words of fields, in the order of the text. */
  fieldWords(entities: number): readonly CueHit[] {
    this.#fieldWords ??= this.scan.cues.filter(({ entity }) => entity >= entities);
    return this.#fieldWords;
  }

  /** Forms of all cues of the block. */
  get cueForms(): ReadonlySet<number> {
    this.#forms ??= new Set(this.scan.cues.map(({ form }) => form));
    return this.#forms;
  }

  /** Places that name an entity without doubt. */
  anchors(entity: number): readonly Named<number>[] {
    this.#anchors ??= grouped(this.scan.anchors, ({ key }) => key);
    return this.#anchors.get(entity) ?? NONE;
  }

  /** Other bearers of a word (its index in the gazetteer). */
  bearers(word: number): readonly Named<number>[] {
    this.#bearers ??= grouped(this.scan.bearers, ({ key }) => key);
    return this.#bearers.get(word) ?? NONE;
  }

  get candidates(): OverlapIndex<Candidate> {
    this.#candidates ??= new OverlapIndex(this.scan.candidates);
    return this.#candidates;
  }

  /** What the block has said before a candidate that its abbreviation stands for; null where nothing. */
  introducedBefore({ start, end }: Candidate): Candidate['introduced'] {
    this.#introducing ??= this.scan.candidates.filter(({ introduced }) => introduced);
    if (this.#introducing.length === 0) return null;
    const { text } = this.scan;
    const stem = stemOf(text.slice(start, end));
    const last = this.#introducing.findLast(
      (other) => other.end <= start && stemOf(text.slice(other.start, other.end)) === stem,
    );
    return last?.introduced ?? null;
  }

  /**
   * True where the same words stand nearer to a place of another sentence: in that sentence itself.
   * What it says is said of them first.
   */
  isClaimed({ start, form }: Candidate, at: number): boolean {
    this.#formSentences ??= this.#sentencesBy((candidate) => candidate.form);
    return this.#isIn(this.#formSentences.get(form), start, at);
  }

  /** The same for any name that ends in the same word: the Ford of Gerald Ford. */
  isClaimedByName({ start, lastWord }: Candidate, at: number): boolean {
    this.#nameSentences ??= this.#sentencesBy((candidate) => candidate.lastWord);
    return this.#isIn(this.#nameSentences.get(lastWord), start, at);
  }

  #isIn(claims: ReadonlySet<number> | undefined, start: number, at: number): boolean {
    const { sentences } = this.scan;
    const sentence = sentenceAt(sentences, at);
    return (
      sentence !== sentenceAt(sentences, start) && claims !== undefined && claims.has(sentence)
    );
  }

  /** Numbers of the sentences in which candidates stand, by what they have in common. */
  #sentencesBy(keyOf: (candidate: Candidate) => number): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    for (const [key, list] of grouped(this.scan.candidates, keyOf)) {
      found.set(key, new Set(list.map(({ start }) => sentenceAt(this.scan.sentences, start))));
    }
    return found;
  }

  /** How far apart two places of the block are, in sentences. */
  distance(a: number, b: number): Distance {
    const { sentences } = this.scan;
    const apart = Math.abs(sentenceAt(sentences, a) - sentenceAt(sentences, b));
    return apart === 0 ? SAME_SENTENCE : apart === 1 ? NEXT_SENTENCE : SAME_BLOCK;
  }
}
