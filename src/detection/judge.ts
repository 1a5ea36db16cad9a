/**
 * How likely a candidate is a mention: collects what speaks for and against it, and adds it up.
 *
 * Words for it: a sense is *ambiguous* where its pack says so. For a block it is *doubtful* where it is ambiguous, or
 * a single word of another language (`chooseSense`). A candidate is *settled* where its sense is not doubtful and
 * nothing around it makes it *doubted* after all. What is not settled is weighed, and marked as an ambiguous mention.
 */
import { wordShape } from '../packs/compile-shape.ts';
import { PRIOR_EVEN, PRIOR_USUAL, SHAPE_CAPITALS } from '../packs/gazetteer-data.ts';
import { BlockIndex } from './block-index.ts';
import { isDoubted } from './doubts.ts';
import type { PageEvidence } from './evidence.ts';
import type { Sense } from './gazetteer.ts';
import type { Candidate } from './hits.ts';
import type { Hypothesis } from './hypothesis.ts';
import { collectCues, collectRelated } from './judge-cues.ts';
import { collectFields } from './judge-fields.ts';
import { collectGrammar } from './judge-grammar.ts';
import { collectIntroduction, collectNames } from './judge-names.ts';
import { collectSurroundings } from './judge-surroundings.ts';
import { dampen, type Piece, push } from './pieces.ts';
import type { BlockScan } from './scan.ts';
import { byEntity, type ChosenSense, chooseSense } from './senses.ts';
import { isAlone, isSupported } from './strict.ts';
import type { DetectionMode, Reason } from './types.ts';
import { FOREIGN_PRIOR, PRIOR_WEIGHTS, WEIGHTS } from './weights.ts';

/** What a candidate most likely means, and why. */
export interface Judgement {
  readonly entity: number;
  readonly logOdds: number;
  readonly ambiguous: boolean;
  readonly preferred: boolean;
  /** False where the mode is strict, and asks for more. */
  readonly sure: boolean;
  /** What the odds were added up from; empty for what the words alone say. */
  readonly reasons: readonly Reason[];
}

/** What speaks for and against one meaning of a candidate. */
export interface Weighed {
  readonly sense: Sense;
  /** Where it begins from, in log-odds. */
  readonly prior: number;
  readonly pieces: readonly Piece[];
}

/** The sense that counts in the block, and all that it is judged by. */
interface Chosen extends ChosenSense {
  readonly given: Hypothesis;
}

/** Judges the candidates of one block. */
export class Judge {
  /** The block, as it is looked up. */
  readonly block: BlockIndex;
  readonly #evidence: PageEvidence;
  readonly #lang: string | null;
  readonly #strict: boolean;

  constructor(scan: BlockScan, evidence: PageEvidence, mode: DetectionMode) {
    this.#strict = mode === 'strict';
    this.block = new BlockIndex(scan);
    this.#evidence = evidence;
    this.#lang = scan.lang ?? evidence.language;
  }

  /** Judges every entity that a candidate may mean, and returns the likeliest. */
  judge(candidate: Candidate): Judgement | null {
    const judgements = byEntity(candidate.senses).map(([, senses]) =>
      this.#judgeEntity(candidate, senses),
    );
    judgements.sort((a, b) => b.logOdds - a.logOdds || Number(b.preferred) - Number(a.preferred));
    return judgements[0] ?? null;
  }

  /** The same where the words alone say what is meant; null where that has to be decided. */
  judgeSettled(candidate: Candidate): Judgement | null {
    if (candidate.beside.kind === 'longer-name') return null;
    let best: Judgement | null = null;
    for (const [, senses] of byEntity(candidate.senses)) {
      const chosen = this.#choose(candidate, senses);
      if (!this.#isSettled(chosen) || (this.#strict && isAlone(chosen.given))) continue;
      if (!best || (chosen.sense.preferred && !best.preferred)) best = settled(chosen);
    }
    return best;
  }

  /**
   * What speaks for and against each thing that a candidate may mean and that needs deciding: what
   * `judge` adds up, for measuring the weights (tests/eval/fit.ts).
   */
  weigh(candidate: Candidate): Weighed[] {
    return byEntity(candidate.senses).flatMap(([, senses]) => {
      const chosen = this.#choose(candidate, senses);
      return this.#isSettled(chosen) ? [] : [this.#weigh(chosen)];
    });
  }

  #choose(candidate: Candidate, senses: readonly Sense[]): Chosen {
    const words = this.block.scan.text.slice(candidate.start, candidate.end);
    const chosen = chooseSense(senses, words, this.#lang);
    const { sense } = chosen;
    return {
      ...chosen,
      given: { block: this.block, evidence: this.#evidence, candidate, sense, words },
    };
  }

  /** True where the words alone say what is meant. */
  #isSettled({ given, doubtful }: Chosen): boolean {
    return !doubtful && given.candidate.beside.kind !== 'other-bearer' && !isDoubted(given);
  }

  #weigh({ given, sense, native }: Chosen): Weighed {
    const found: Piece[] = [];
    // A surname is the same in every language, and one that nearly always means its bearer does so in each.
    const isKnown =
      sense.prior === PRIOR_USUAL && this.#evidence.gazetteer.types[sense.entity] === 'person';
    if (!native && !isKnown) push(found, 'language', sense.lang, WEIGHTS.language, null);
    collectIntroduction(given, found);
    collectNames(given, found);
    collectCues(given, false, found);
    collectCues(given, true, found);
    collectRelated(given, found);
    collectSurroundings(given, found);
    collectGrammar(given, found);
    collectFields(given, found);
    dampen(found);
    return { sense, prior: priorOf(sense, native, given.words), pieces: found };
  }

  #judgeEntity(candidate: Candidate, senses: readonly Sense[]): Judgement {
    const chosen = this.#choose(candidate, senses);
    const { entity, preferred } = chosen.sense;
    const { beside } = candidate;
    if (beside.kind === 'longer-name') {
      const weight = WEIGHTS.longerName;
      const reasons: Reason[] = [{ kind: 'neighbour', detail: beside.word, weight }];
      return { entity, preferred, logOdds: weight, ambiguous: true, sure: true, reasons };
    }
    if (this.#isSettled(chosen))
      return { ...settled(chosen), sure: !this.#strict || !isAlone(chosen.given) };
    const { prior, pieces } = this.#weigh(chosen);
    const logOdds = pieces.reduce((sum, { weight }) => sum + weight, prior);
    const sure = !this.#strict || isSupported(chosen.given, pieces);
    return { entity, preferred, logOdds, ambiguous: true, sure, reasons: pieces };
  }
}

function settled({ sense: { entity, preferred } }: Chosen): Judgement {
  const logOdds = Number.POSITIVE_INFINITY;
  return { entity, preferred, logOdds, ambiguous: false, sure: true, reasons: [] };
}

function priorOf(sense: Sense, native: boolean, words: string): number {
  if (!sense.ambiguous) return native ? (PRIOR_WEIGHTS[PRIOR_USUAL] ?? 0) : FOREIGN_PRIOR;
  // UE, IRA, MI: what an abbreviation nearly always means is so in its own language only.
  const isForeign = !native && wordShape(words, 0, words.length) === SHAPE_CAPITALS;
  return PRIOR_WEIGHTS[isForeign ? Math.min(sense.prior, PRIOR_EVEN) : sense.prior] ?? 0;
}
