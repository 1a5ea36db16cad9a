/** Turns one block's candidates into mentions, in the light of the page's evidence. */
import { isInTitle } from './capitals.ts';
import { bestCover } from './cover.ts';
import type { PageEvidence } from './evidence.ts';
import type { Candidate } from './hits.ts';
import { Judge, type Judgement } from './judge.ts';
import { isFunctionWord } from './language.ts';
import { OverlapIndex } from './overlap-index.ts';
import { type BlockScan, placeIn } from './scan.ts';
import { type Judged, spreadSense } from './spread.ts';
import { supportOpen } from './support.ts';
import type { DetectionMode, Mention, Reason, Span } from './types.ts';
import { probability, THRESHOLDS } from './weights.ts';
import { isCapitalised, isPossessive } from './words.ts';

interface Choice {
  readonly start: number;
  readonly end: number;
  /** Null for a decoy: chosen like any other, never shown. */
  readonly judgement: Judgement | null;
}

/** The judgement of a candidate, or the better one of a candidate of the same entity inside it. */
function likelierInside(
  { candidate, judgement }: Judged,
  all: OverlapIndex<Placed>,
): Judgement | null {
  let best = judgement;
  if (!best || best.logOdds === Number.POSITIVE_INFINITY) return best;
  // A name of one meaning that is doubted all the same would be confirmed by its own last word.
  const { entity } = best;
  if (candidate.senses.some((sense) => sense.entity === entity && !sense.ambiguous)) return best;
  for (const { start, end, judged } of all.overlapping(candidate)) {
    const other = judged.judgement;
    const isInside = start >= candidate.start && end <= candidate.end;
    if (isInside && other && other.logOdds > best.logOdds && other.entity === best.entity) {
      best = other;
    }
  }
  return best;
}

/** A judged candidate as a span. */
interface Placed extends Span {
  readonly judged: Judged;
}

/**
 * True for several words, each with its capital, in a line that has small words: where they are not the
 * known thing of that name, they name another (a Conferencia de Glasgow on pain), and Glasgow is not
 * named by itself. "Blinken's visit to China" is a phrase, and China is.
 */
function isNameOfOther({ start, end, shouted }: Candidate, { text, role }: BlockScan): boolean {
  const words = text.slice(start, end).split(/[\s\u00a0]+/u);
  const [first = ''] = words;
  const isName =
    words.length > 1 &&
    words.every((word) => isCapitalised(word) || (word !== first && isFunctionWord(word)));
  return isName && !isPossessive(first) && !isInTitle(text, start, role, shouted);
}

/** What a candidate asks for: to be marked, to keep its place empty, or (null) nothing. */
function choiceOf(
  each: Judged,
  placed: OverlapIndex<Placed>,
  scan: BlockScan,
  threshold: number,
): Choice | null {
  const { candidate, judgement } = each;
  const { start, end, decoy, beside } = candidate;
  // What confirms a short name confirms a longer name of the same thing around it.
  const isItself = decoy || beside.kind === 'longer-name' || beside.kind === 'other-bearer';
  const best = isItself ? judgement : likelierInside(each, placed);
  if (best?.sure && best.logOdds >= threshold) return { start, end, judgement: best };
  // Where it is likelier than not, but not sure enough for the mode, nothing inside it is sure.
  const isLikely = best !== null && best.logOdds >= THRESHOLDS.balanced;
  if (decoy || isLikely || isNameOfOther(candidate, scan)) return { start, end, judgement: null };
  return beside.kind === 'longer-name'
    ? { start: beside.from, end: beside.to, judgement: null }
    : null;
}

/** Candidates that keep their places empty while only what needs no deciding is wanted. */
function placeOf({ candidate, judgement }: Judged): Choice {
  const { start, end, beside } = candidate;
  const isInside = beside.kind === 'longer-name';
  return { start: isInside ? beside.from : start, end: isInside ? beside.to : end, judgement };
}

/**
 * Of two that overlap in part and mean the same thing the first is its name, and the second a part of it and more:
 * "COP26 climate summit" in Glasgow, not COP26 and a "climate summit in Glasgow".
 * @param choices in the order in which they start
 */
function withoutTails(choices: readonly Choice[]): Choice[] {
  const longest = new Map<number | undefined, Choice>();
  return choices.filter((choice) => {
    const { start, end, judgement } = choice;
    const first = longest.get(judgement?.entity);
    if (first && first.start < start && start < first.end && first.end < end) return false;
    if (!first || end > first.end) longest.set(judgement?.entity, choice);
    return true;
  });
}

/** What a decision hangs on. */
interface Asked {
  readonly scan: BlockScan;
  readonly evidence: PageEvidence;
  readonly mode: DetectionMode;
  /** True where only what the words alone say is wanted: nothing else is weighed, or marked. */
  readonly settledOnly: boolean;
}

/** The decision on one block, a candidate at a time: a block may have more than a slice has time for. */
class Decision {
  readonly #asked: Asked;
  readonly #version: number;
  readonly #judge: Judge;
  readonly #judged: Judged[] = [];

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#version = asked.evidence.version;
    this.#judge = new Judge(asked.scan, asked.evidence, asked.mode);
  }

  /** True for the decision that is asked for, in the light of the evidence as it stands. */
  isOf({ scan, evidence, mode, settledOnly }: Asked): boolean {
    const asked = this.#asked;
    return (
      asked.scan === scan &&
      asked.evidence === evidence &&
      asked.mode === mode &&
      asked.settledOnly === settledOnly &&
      this.#version === evidence.version
    );
  }

  /** Judges the next candidate. @returns false when it was the last */
  step(): boolean {
    const { scan, settledOnly } = this.#asked;
    const candidate = scan.candidates[this.#judged.length];
    if (!candidate) return false;
    const judgement = settledOnly
      ? this.#judge.judgeSettled(candidate)
      : this.#judge.judge(candidate);
    this.#judged.push({ candidate, judgement });
    return this.#judged.length < scan.candidates.length;
  }

  /** What is to be marked, and what keeps its place empty, in the order of the text. */
  choices(): Choice[] {
    const { settledOnly } = this.#asked;
    const choices = settledOnly ? this.#judged.map(placeOf) : this.#weighedChoices();
    const accepted = withoutTails(choices.filter(({ judgement }) => judgement));
    const rejected = choices.filter(({ judgement }) => !judgement);
    // Of equal spans the first wins: an alias before the decoy that stands where it is rejected.
    return bestCover([...accepted, ...rejected]);
  }

  #weighedChoices(): Choice[] {
    const { scan, evidence, mode } = this.#asked;
    const judged = this.#judged;
    supportOpen(judged, this.#judge.block, evidence.gazetteer, mode);
    spreadSense(judged, scan.text, mode);
    const placed = new OverlapIndex(
      judged.map((each): Placed => {
        const { start, end } = each.candidate;
        return { start, end, judged: each };
      }),
    );
    return judged.flatMap((each) => choiceOf(each, placed, scan, THRESHOLDS[mode]) ?? []);
  }

  mentions(): Mention[] {
    return this.choices().flatMap((choice) =>
      choice.judgement ? [new DecidedMention(choice, choice.judgement, this.#asked)] : [],
    );
  }
}

/**
 * A mention that says why only when somebody asks: a page has thousands, each with dozens of reasons, and of
 * few of them anybody wants to know.
 */
class DecidedMention implements Mention {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly ambiguous: boolean;
  /** Where it stands in the scan's text. */
  readonly #span: Span;
  readonly #asked: Asked;

  constructor(span: Span, { entity, logOdds, ambiguous }: Judgement, asked: Asked) {
    const { start, end } = placeIn(asked.scan, span);
    this.entity = asked.evidence.gazetteer.entities[entity] ?? '';
    this.start = start;
    this.end = end;
    this.score = probability(logOdds);
    this.ambiguous = ambiguous;
    this.#span = span;
    this.#asked = asked;
  }

  /** Decides its block again, in the light of the evidence as it stands now. */
  get reasons(): readonly Reason[] {
    const { start, end } = this.#span;
    const { scan, evidence } = this.#asked;
    const detail = scan.text.slice(start, end);
    if (!this.ambiguous) return [{ kind: 'unambiguous', detail, weight: 0 }];
    const decision = new Decision(this.#asked);
    while (decision.step());
    const choice = decision.choices().find((other) => other.start === start && other.end === end);
    const found = choice?.judgement;
    return found && evidence.gazetteer.entities[found.entity] === this.entity ? found.reasons : [];
  }
}

const NONE: Mention[] = [];

/** Decides blocks in slices: a block that a slice was too short for is gone on with where it was left. */
export class Decider {
  #open: Decision | null = null;

  /**
   * The mentions of one block.
   * @param settledOnly those that need no deciding, quickly: what may overlap another is left out
   * @param isOver asked between two candidates
   * @returns mentions in the order of the text, without overlaps; null when the slice was over before. Ask
   *   again then.
   */
  decide(
    scan: BlockScan,
    evidence: PageEvidence,
    mode: DetectionMode,
    settledOnly: boolean,
    isOver: () => boolean,
  ): Mention[] | null {
    if (scan.candidates.length === 0) return NONE;
    const asked: Asked = { scan, evidence, mode, settledOnly };
    const decision = this.#open?.isOf(asked) ? this.#open : new Decision(asked);
    this.#open = null;
    while (decision.step()) {
      if (!isOver()) continue;
      this.#open = decision;
      return null;
    }
    return decision.mentions();
  }
}

/**
 * The mentions of one block.
 * @returns mentions in the order of the text, without overlaps.
 */
export function decideBlock(
  scan: BlockScan,
  evidence: PageEvidence,
  mode: DetectionMode,
): Mention[] {
  if (scan.candidates.length === 0) return [];
  const decision = new Decision({ scan, evidence, mode, settledOnly: false });
  while (decision.step());
  return decision.mentions();
}
