/** Pieces of evidence: how far they are from a mention, and how they add up. */
import type { Reason, Span } from './types.ts';
import { WEIGHTS } from './weights.ts';

/** Distances of evidence, as `ByDistance` lists them. */
export type Distance = 0 | 1 | 2 | 3;
export const SAME_SENTENCE = 0;
export const NEXT_SENTENCE = 1;
export const SAME_BLOCK = 2;
export const ELSEWHERE = 3;

/** A reason with its distance, by which nearer evidence dampens it; null where nothing does. */
export interface Piece {
  readonly kind: Reason['kind'];
  readonly detail: string;
  weight: number;
  readonly distance: Distance | null;
  /** True where the same words stand nearer to it. */
  readonly claimed?: boolean;
  /** True for a name that has to be decided itself. */
  readonly open?: boolean;
  /** For a word of a field, which nobody listed for the entity: what the field is to it. */
  readonly general?: 'home' | 'rival' | 'other';
}

/** How much a word of the same sentence counts, by the characters between it and the mention. */
export function nearness(a: Span, b: Span): number {
  const between = Math.max(0, a.start - b.end, b.start - a.end);
  return 1 - WEIGHTS.touching / 2 + WEIGHTS.touching * Math.exp(-between / WEIGHTS.fadeLength);
}

/** Adds one piece. */
export function push(
  found: Piece[],
  kind: Reason['kind'],
  detail: string,
  weight: number,
  distance: Distance | null,
): void {
  found.push({ kind, detail, weight, distance });
}

/**
 * Pieces of one kind that count. By then a share is a fiftieth, and all that would follow, however long
 * the page, is worth less than 0.06 of the weightiest piece.
 */
export const MOST_PIECES = 9;

/** Adds evidence of one kind, the weightiest in full, each further piece counting less. */
export function pushDiminishing(list: Piece[], found: Piece[]): void {
  list.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  let share = 1;
  for (let i = 0; i < list.length && i < MOST_PIECES; i++) {
    const piece = list[i];
    if (piece) found.push({ ...piece, weight: piece.weight * share });
    share *= WEIGHTS.repetition;
  }
}

/**
 * Bounds what the rest of the page says for a mention: on a long page of the field all of it is always
 * there, whatever the sentence says. The entity's own names are counted apart.
 */
function capFar(found: readonly Piece[]): void {
  const far = found.filter(
    ({ kind, distance, weight }) => distance === ELSEWHERE && weight > 0 && kind !== 'same-entity',
  );
  const sum = far.reduce((all, { weight }) => all + weight, 0);
  if (sum <= WEIGHTS.mostFar) return;
  for (const piece of far) piece.weight *= WEIGHTS.mostFar / sum;
}

/**
 * Lets nearer evidence speak louder: what the mention's own sentence says, for or against, weakens
 * what the next one says, and both weaken the rest. So a page can use a word in two senses.
 */
export function dampen(found: Piece[]): void {
  capFar(found);
  let nearer = 0;
  for (const distance of [SAME_SENTENCE, NEXT_SENTENCE, SAME_BLOCK, ELSEWHERE]) {
    const share = 1 / (1 + nearer / WEIGHTS.halfAt);
    for (const piece of found) {
      if (piece.distance !== distance) continue;
      piece.weight *= share;
      nearer += Math.abs(piece.weight);
    }
  }
}
