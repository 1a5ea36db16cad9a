/**
 * What a block is about: words of fields (packs/fields.ts) that the entity is at home in speak weakly for
 * it, words of other fields weakly against it, and more so where its own words mean something else in
 * them. They reach texts whose words nobody listed as cues.
 */
import { PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import { hasField } from './gazetteer.ts';
import type { CueHit } from './hits.ts';
import type { Hypothesis } from './hypothesis.ts';
import { nearness, type Piece, pushDiminishing, SAME_SENTENCE } from './pieces.ts';
import { type ByDistance, WEIGHTS } from './weights.ts';

/** What a field is to an entity: the first that one of a word's fields is decides. */
const BELONGINGS = [
  ['home', WEIGHTS.homeField],
  ['rival', WEIGHTS.rivalField],
  ['other', WEIGHTS.otherField],
] as const;

export function collectFields(given: Hypothesis, found: Piece[]): void {
  const { block, evidence, candidate, sense } = given;
  // They are English words: encore and chef are common ones in French, and say nothing there.
  const lang = block.scan.lang ?? evidence.language;
  if (lang !== null && lang !== 'en') return;
  const { entities, homes, rivals } = evidence.gazetteer;
  const has = (fields: number | undefined, { entity }: CueHit) =>
    hasField(fields, entity - entities.length);
  const listed = new Set(block.cues(sense.entity).map(({ form }) => form));
  // Each different word once, where it is nearest.
  const nearest = new Map<number, { hit: CueHit; belonging: number }>();
  for (const hit of block.fieldWords(entities.length)) {
    if (listed.has(hit.form) || (hit.end > candidate.start && hit.start < candidate.end)) continue;
    const belonging = has(homes[sense.entity], hit) ? 0 : has(rivals[sense.entity], hit) ? 1 : 2;
    const known = nearest.get(hit.form);
    nearest.set(hit.form, {
      hit: known && isNearer(given, known.hit, hit) ? known.hit : hit,
      belonging: Math.min(belonging, known?.belonging ?? belonging),
    });
  }
  BELONGINGS.forEach(([general, weights], belonging) => {
    const list = [...nearest.values()].filter((word) => word.belonging === belonging);
    pushDiminishing(
      list.map(({ hit }) => ({ ...pieceOf(given, hit, weights), general })),
      found,
    );
  });
}

/** True where the block has a word of a field that the entity is at home in. */
export function isAtHome({ block, evidence, sense }: Hypothesis): boolean {
  const { entities, homes } = evidence.gazetteer;
  const fields = homes[sense.entity];
  return block
    .fieldWords(entities.length)
    .some(({ entity }) => hasField(fields, entity - entities.length));
}

function isNearer({ candidate }: Hypothesis, a: CueHit, b: CueHit): boolean {
  const apart = ({ start, end }: CueHit) => Math.max(candidate.start - end, start - candidate.end);
  return apart(a) <= apart(b);
}

function pieceOf({ block, candidate, sense }: Hypothesis, hit: CueHit, weights: ByDistance): Piece {
  const distance = block.distance(candidate.start, hit.start);
  const against = weights[0] < 0;
  const share = against && sense.prior === PRIOR_USUAL ? WEIGHTS.fieldShareUsual : 1;
  return {
    kind: against ? 'anti-cue' : 'cue-near',
    detail: block.scan.text.slice(hit.start, hit.end),
    weight: weights[distance] * share * (distance === SAME_SENTENCE ? nearness(candidate, hit) : 1),
    distance,
  };
}
