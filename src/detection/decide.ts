/** Turns one block's candidates into mentions, in the light of the page's evidence. */
import { bestCover } from './cover.ts';
import type { PageEvidence } from './evidence.ts';
import type { Candidate } from './hits.ts';
import { Judge, type Judgement } from './judge.ts';
import type { BlockScan } from './scan.ts';
import { type Judged, spreadSense } from './spread.ts';
import type { DetectionMode, Mention } from './types.ts';
import { probability, THRESHOLDS } from './weights.ts';

interface Choice {
  readonly start: number;
  readonly end: number;
  /** Null for a decoy: chosen like any other, never shown. */
  readonly judgement: Judgement | null;
}

/** The judgement of a candidate, or the better one of a candidate of the same entity inside it. */
function likelierInside(
  outer: Candidate,
  own: Judgement | null,
  all: readonly { candidate: Candidate; judgement: Judgement | null }[],
): Judgement | null {
  return all.reduce((best, { candidate, judgement }) => {
    const isInside = candidate.start >= outer.start && candidate.end <= outer.end;
    const isLikelier = best && judgement && judgement.logOdds > best.logOdds;
    return isInside && isLikelier && judgement.entity === best.entity ? judgement : best;
  }, own);
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
  const threshold = THRESHOLDS[mode];
  const judged = scan.candidates.map(
    (candidate): Judged => ({
      candidate,
      judgement: judge.judge(candidate),
    }),
  );
  spreadSense(judged);
  const accepted: Choice[] = [];
  const rejected: Choice[] = [];
  for (const { candidate, judgement } of judged) {
    const { start, end, decoy, beside } = candidate;
    // What confirms a short name confirms a longer name of the same thing around it.
    const best = decoy ? judgement : likelierInside(candidate, judgement, judged);
    if (best && best.logOdds >= threshold) accepted.push({ start, end, judgement: best });
    // Where it is likelier than not, but not sure enough for the mode, nothing inside it is sure.
    else if (decoy || (best && best.logOdds >= THRESHOLDS.balanced)) {
      rejected.push({ start, end, judgement: null });
    } else if (beside.kind === 'longer-name') {
      rejected.push({ start: beside.from, end: beside.to, judgement: null });
    }
  }
  // Of equal spans the first wins: an alias before the decoy that stands where it is rejected.
  const choices = [...accepted, ...rejected];
  return bestCover(choices).flatMap(({ start, end, judgement }) =>
    judgement
      ? [
          {
            entity: evidence.gazetteer.entities[judgement.entity] ?? '',
            start,
            end,
            score: probability(judgement.logOdds),
            ambiguous: judgement.ambiguous,
            reasons: judgement.reasons,
          },
        ]
      : [],
  );
}
