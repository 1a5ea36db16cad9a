/** Turns one block's candidates into mentions, in the light of the page's evidence. */
import { isTitled } from './capitals.ts';
import { bestCover } from './cover.ts';
import type { PageEvidence } from './evidence.ts';
import { type Candidate, Neighbours } from './hits.ts';
import { Judge, type Judgement } from './judge.ts';
import { isFunctionWord } from './language.ts';
import type { BlockScan } from './scan.ts';
import { type Judged, spreadSense } from './spread.ts';
import type { DetectionMode, Mention, Span } from './types.ts';
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
  all: Neighbours<Placed>,
): Judgement | null {
  let best = judgement;
  if (!best || best.logOdds === Number.POSITIVE_INFINITY) return best;
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
  if (shouted || role === 'heading') return false;
  const words = text.slice(start, end).split(/[\s\u00a0]+/u);
  const [first = ''] = words;
  const isName =
    words.length > 1 &&
    words.every((word) => isCapitalised(word) || (word !== first && isFunctionWord(word)));
  return isName && !isPossessive(first) && !isTitled(text, start);
}

/** What a candidate asks for: to be marked, to keep its place empty, or (null) nothing. */
function choiceOf(
  each: Judged,
  placed: Neighbours<Placed>,
  scan: BlockScan,
  threshold: number,
): Choice | null {
  const { candidate, judgement } = each;
  const { start, end, decoy, beside } = candidate;
  // What confirms a short name confirms a longer name of the same thing around it.
  const isItself = decoy || beside.kind === 'longer-name';
  const best = isItself ? judgement : likelierInside(each, placed);
  if (best && best.logOdds >= threshold) return { start, end, judgement: best };
  // Where it is likelier than not, but not sure enough for the mode, nothing inside it is sure.
  const isLikely = best !== null && best.logOdds >= THRESHOLDS.balanced;
  if (decoy || isLikely || isNameOfOther(candidate, scan)) return { start, end, judgement: null };
  return beside.kind === 'longer-name'
    ? { start: beside.from, end: beside.to, judgement: null }
    : null;
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
  const judge = new Judge(scan, evidence);
  const judged = scan.candidates.map(
    (candidate): Judged => ({ candidate, judgement: judge.judge(candidate) }),
  );
  spreadSense(judged, scan.text);
  const placed = new Neighbours(
    judged.map((each): Placed => {
      const { start, end } = each.candidate;
      return { start, end, judged: each };
    }),
  );
  const accepted: Choice[] = [];
  const rejected: Choice[] = [];
  for (const each of judged) {
    const choice = choiceOf(each, placed, scan, THRESHOLDS[mode]);
    if (choice) (choice.judgement ? accepted : rejected).push(choice);
  }
  // Of equal spans the first wins: an alias before the decoy that stands where it is rejected.
  return bestCover([...accepted, ...rejected]).flatMap(({ start, end, judgement }) => {
    if (!judgement) return [];
    const { logOdds, ambiguous, reasons } = judgement;
    const entity = evidence.gazetteer.entities[judgement.entity] ?? '';
    return [{ entity, start, end, score: probability(logOdds), ambiguous, reasons }];
  });
}
