/**
 * What ambiguous names that their surroundings make clear say of open ones in the same block: something is named
 * here, and what is related to it is likelier ("What Moscow Wants From Kyiv"). Names of one sense have said so
 * already (`judge-cues.ts`). Strict asks for more than that, and goes without.
 */
import { type BlockIndex, grouped } from './block-index.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Judgement } from './judge.ts';
import { firstFrom } from './overlap-index.ts';
import { type Piece, pushDiminishing } from './pieces.ts';
import { isClear, isClearly, isPlain, type Judged } from './spread.ts';
import type { DetectionMode, Reason, Span } from './types.ts';
import { SILENT_PAGE, WEIGHTS } from './weights.ts';

/** Clear places by what they mean, in the order of the text. */
type ClearPlaces = ReadonlyMap<number, readonly Span[]>;

function clearPlaces(judged: readonly Judged[]): ClearPlaces {
  const places = judged.flatMap((each) => {
    if (!each.judgement || !isPlain(each) || !isClearly(each)) return [];
    const { start, end } = each.candidate;
    return [{ start, end, entity: each.judgement.entity }];
  });
  return grouped(places, ({ entity }) => entity);
}

/** The nearest places on both sides of one. @param places in the order of the text */
function besides({ start, end }: Span, places: readonly Span[]): Span[] {
  const before = places[firstFrom(places, start) - 1];
  const after = places[firstFrom(places, end)];
  return [...(before && before.end <= start ? [before] : []), ...(after ? [after] : [])];
}

/** Lets clear places of a block support open ones; changes `judged`, each in the light of how all stood before. */
export function supportOpen(
  judged: readonly Judged[],
  block: BlockIndex,
  gazetteer: Gazetteer,
  mode: DetectionMode,
): void {
  if (mode === 'strict') return;
  const clear = clearPlaces(judged);
  if (clear.size === 0) return;
  for (const each of judged) {
    const { candidate, judgement } = each;
    if (!judgement || !isPlain(each) || isClear(each)) continue;
    const beside = [...clear].flatMap(([entity, places]): [number, Span[]][] => {
      const near = entity === judgement.entity ? [] : besides(candidate, places);
      return near.length > 0 ? [[entity, near]] : [];
    });
    if (beside.length === 0) continue;
    const reasons = [
      ...judgement.reasons.filter(({ detail }) => detail !== SILENT_PAGE),
      ...supportFrom(beside, { at: candidate.start, judgement, block, gazetteer }),
    ];
    const logOdds = judgement.logOdds + sumOf(reasons) - sumOf(judgement.reasons);
    each.judgement = { ...judgement, logOdds, reasons };
  }
}

const sumOf = (reasons: readonly Reason[]) => reasons.reduce((all, { weight }) => all + weight, 0);

interface Open {
  readonly at: number;
  readonly judgement: Judgement;
  readonly block: BlockIndex;
  readonly gazetteer: Gazetteer;
}

/** What is named beside an open place and related to it, but for what has been counted: each once, by its nearest place. */
function supportFrom(
  beside: readonly [number, readonly Span[]][],
  { at, judgement, block, gazetteer }: Open,
): readonly Reason[] {
  const related = new Set(gazetteer.relatedTo(judgement.entity));
  const ofSubject = gazetteer.ofSubjectOf(judgement.entity);
  const counted = new Set(
    judgement.reasons.flatMap(({ kind, detail }) => (kind === 'related' ? [detail] : [])),
  );
  const pieces = beside.flatMap(([entity, places]): Piece[] => {
    const detail = gazetteer.entities[entity] ?? '';
    const isNear = related.has(entity);
    if (counted.has(detail) || !(isNear || ofSubject.has(entity))) return [];
    const weights = places.map(({ start }) => WEIGHTS.related[block.distance(at, start)]);
    const share = WEIGHTS.clearShare * (isNear ? 1 : WEIGHTS.subjectShare);
    return [{ kind: 'related', detail, weight: Math.max(...weights) * share, distance: null }];
  });
  const found: Piece[] = [];
  pushDiminishing(pieces, found);
  return found;
}
