/**
 * What the judge goes by for every candidate that needs deciding in gold passages, with what a reader
 * made of it: the rows from which weights can be fitted and by which they are measured.
 */

import { plainTextBlocks } from '../../src/cli/plain-text.ts';
import { type GoldPassage, goldPlaces } from '../../src/cli/score.ts';
import { type Gazetteer, PageEvidence, scanBlock } from '../../src/detection/detect.ts';
import { isLonger } from '../../src/detection/hits.ts';
import { Judge, type Weighed } from '../../src/detection/judge.ts';
import { OverlapIndex } from '../../src/detection/overlap-index.ts';
import type { Piece } from '../../src/detection/pieces.ts';
import { placeIn } from '../../src/detection/scan.ts';

export interface Row {
  readonly passage: string;
  readonly entity: string;
  readonly words: string;
  readonly start: number;
  /** True where the gold has this mention. */
  readonly right: boolean;
  /** Log-odds by the hand weights. */
  readonly sum: number;
  /** By group of evidence, the part of the log-odds that it has by the hand weights. */
  readonly groups: ReadonlyMap<string, number>;
}

/** Evidence of one group shares a factor: each use beside a name, all else by kind and distance. */
function groupOf({ kind, detail, distance, weight, general }: Piece): string {
  const sign = weight < 0 ? '-' : '+';
  if (general) return `field ${general} ${distance}`;
  if (kind === 'context') return /^\p{Lu}/u.test(detail) ? 'context title' : `context ${detail}`;
  if (kind === 'introduced' || kind === 'neighbour') return `${kind} ${sign}`;
  return `${kind} ${sign} ${distance ?? 'just before'}`;
}

const PRIORS = ['rare', 'even', 'usual'];

function groupsOf({ sense, prior, pieces }: Weighed): Map<string, number> {
  const groups = new Map([[`prior ${sense.ambiguous ? PRIORS[sense.prior] : 'foreign'}`, prior]]);
  for (const piece of pieces) {
    const usual = sense.prior === 2 && (piece.general || piece.kind === 'anti-cue') ? ' usual' : '';
    const group = groupOf(piece) + usual + (piece.claimed ? ' claimed' : '');
    groups.set(group, (groups.get(group) ?? 0) + piece.weight);
  }
  return groups;
}

/** Rows of one passage; parts of longer names and of other mentions are no matter of sense. */
export function rowsOf(gold: GoldPassage, gazetteer: Gazetteer): Row[] {
  const places = goldPlaces(gold);
  const blocks = plainTextBlocks(gold.text);
  const scans = blocks.map(({ input }) => scanBlock(input, gazetteer));
  const evidence = new PageEvidence(gazetteer);
  for (const scan of scans) evidence.add(scan);
  return scans.flatMap((scan, i) => {
    const judge = new Judge(scan, evidence, 'balanced');
    const all = new OverlapIndex(scan.candidates);
    return scan.candidates.flatMap((candidate): Row[] => {
      const place = placeIn(scan, candidate);
      const start = blocks[i]?.offsetOf(place.start) ?? 0;
      const end = blocks[i]?.endOf(place.end) ?? 0;
      const inside = (place: { start: number; end: number }) =>
        place.start < end && place.end > start && !(place.start === start && place.end === end);
      if (candidate.beside.kind === 'longer-name' || places.some(inside)) return [];
      if (all.some(candidate, (other) => other.decoy && isLonger(other, candidate))) return [];
      return judge.weigh(candidate).map((weighed): Row => {
        const entity = gazetteer.entities[weighed.sense.entity] ?? '';
        const groups = groupsOf(weighed);
        return {
          passage: gold.id,
          entity,
          words: gold.text.slice(start, end),
          start,
          right: places.some((place) => place.entity === entity && place.start === start),
          sum: [...groups.values()].reduce((sum, weight) => sum + weight, 0),
          groups,
        };
      });
    });
  });
}
