/**
 * What a sentence's grammar says of a candidate, weakly and whatever it is about: names of bodies stand
 * before auxiliaries and behind "the", places behind prepositions, and an abbreviation before another
 * capitalised word is often half a name. And whether the page names anything of the pack at all.
 */
import { PRIOR_RARE, PRIOR_USUAL, SHAPE_BITS, SHAPE_CAPITALS } from '../packs/gazetteer-data.ts';
import type { Case } from './judge.ts';
import { type Piece, push } from './pieces.ts';
import { actsBehind } from './surroundings.ts';
import { WEIGHTS } from './weights.ts';
import { wordSet } from './word-set.ts';
import { isAscii, isCapitalised, wordAfter, wordBefore } from './words.ts';

const AUXILIARIES = wordSet(
  'has have had will would can could may might must should is are was were does did',
);
/** What bodies do and things do not. */
const BODY_ACTS = wordSet(
  'said says announced announces fined fines sued warned warns denies denied asked decided decides appointed voted votes postponed suspended banned',
);
/** Behind a place's name these say that it stands alone, and before nothing that it describes. */
const NO_NOUN = wordSet(
  'of in on at to from for with by and or but as which who came went is was has had will would did does every again',
);
const ACCENT = /\p{L}\p{M}/u;
const PLACE_PREPOSITIONS = wordSet('in at from to of near around');
/** Entities from which on a pack's silence says something: of a small one most pages name nothing. */
const TELLING = 20;
const SHAPE_MASK = (1 << SHAPE_BITS) - 1;

export function collectGrammar(
  { block, evidence, candidate, sense, words }: Case,
  found: Piece[],
): void {
  const { text } = block.scan;
  const { start, end } = candidate;
  const type = evidence.gazetteer.types[sense.entity];
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  const isBody = type === 'organization' || sense.metonym;
  if (after?.joint === 'space' && AUXILIARIES.has(after.word) && (isBody || type === 'topic')) {
    push(found, 'context', 'as a subject', WEIGHTS.asSubject, null);
  }
  if (before?.joint === 'space') {
    const word = before.word.toLowerCase();
    if (word === 'the' && type !== 'person') {
      push(found, 'context', 'one that is known', WEIGHTS.definite, null);
    }
    if (type === 'place' && !sense.metonym && PLACE_PREPOSITIONS.has(word)) {
      push(found, 'context', 'where a place stands', WEIGHTS.placed, null);
    }
  }
  const isAbbreviation = (sense.shape & SHAPE_MASK) === SHAPE_CAPITALS;
  const isKnown = before?.joint === 'space' && before.word.toLowerCase() === 'the';
  if ((type === 'person' || type === 'organization') && !sense.metonym && actsBehind(text, end)) {
    push(found, 'context', 'acts', WEIGHTS.acts, null);
  }
  if (type === 'topic' && isAbbreviation && isKnown && BODY_ACTS.has(after?.word ?? '')) {
    push(found, 'context', 'acts as a body', WEIGHTS.actsAsBody, null);
  }
  const isBare = after === null || (after.joint === 'space' && NO_NOUN.has(after.word));
  if (type === 'place' && isKnown && isBare && !isAbbreviation && !sense.metonym) {
    push(found, 'context', 'an article before a place', WEIGHTS.articleBeforePlace, null);
  }
  if (sense.language === 'en' && !isAscii(words) && ACCENT.test(words.normalize('NFD'))) {
    push(found, 'language', 'an accent', WEIGHTS.foreignAccent, null);
  }
  const isHalf = isAbbreviation && after?.joint === 'space' && isCapitalised(after.word);
  // US Senate, EU Commission: what nearly always means its entity stands before parts of it.
  if (isHalf && !candidate.shouted && sense.prior !== PRIOR_USUAL) {
    push(found, 'context', 'before another name', WEIGHTS.beforeName, null);
  }
  const isSilent = !evidence.hasAnchors && evidence.gazetteer.entities.length >= TELLING;
  if (isSilent && sense.prior !== PRIOR_RARE) {
    push(found, 'context', 'a page that names nothing else', WEIGHTS.silentPage, null);
  }
}
