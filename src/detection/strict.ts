/**
 * What strict asks for beside its threshold (weights.ts): something in the sentence itself has to say what
 * an ambiguous name means. What the sentence before and the rest of the page are about is not enough: there
 * are pages with several articles, and articles that use a word in both its senses.
 */
import { PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import type { EntityType } from '../packs/kinds.ts';
import type { Hypothesis } from './hypothesis.ts';
import { isAtHome } from './judge-fields.ts';
import { type Piece, SAME_SENTENCE } from './pieces.ts';
import { TELLING_ENTITIES } from './weights.ts';

/** Support in the sentence that is worth the name, and what a context says that is more than grammar. */
const LEAST_SUPPORT = 0.3;
const TELLING_CONTEXT = 0.75;

/** True for what names, related names, cues and introductions of the sentence say for a candidate. */
function isSupport({ kind, distance, general, open, weight }: Piece, type: EntityType): boolean {
  if (weight <= 0) return false;
  if (kind === 'introduced') return true;
  // John Kerry is not often meant by the Kerry of another sentence's county.
  if (kind === 'same-entity' && distance === null) return type === 'person';
  if (kind === 'context') return weight >= TELLING_CONTEXT;
  return distance === SAME_SENTENCE && !general && !open;
}

/**
 * True where a topic's words stand on a page that names nothing else and has no word for it: other trades have the same
 * words, for emitters of cards and an energy transition of electrons. Of 98 such marks 35 were wrong.
 */
export function isAlone(given: Hypothesis): boolean {
  const { evidence, sense } = given;
  const { types, entities } = evidence.gazetteer;
  return (
    types[sense.entity] === 'topic' &&
    entities.length >= TELLING_ENTITIES &&
    !evidence.namesOther(sense.entity) &&
    evidence.cues(sense.entity, false).size === 0 &&
    !isAtHome(given)
  );
}

/** True where an ambiguous name is sure enough for strict, which has its log-odds above the threshold. */
export function isSupported({ evidence, sense }: Hypothesis, pieces: readonly Piece[]): boolean {
  if (sense.prior === PRIOR_USUAL) return true;
  const type = evidence.gazetteer.types[sense.entity] ?? 'topic';
  let support = 0;
  for (const piece of pieces) if (isSupport(piece, type)) support += piece.weight;
  return support >= LEAST_SUPPORT;
}
