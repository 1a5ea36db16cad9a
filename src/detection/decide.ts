/** Turns one block's candidates into mentions, in the light of the page's evidence. */

import { wordShape } from '../packs/compile-shape.ts';
import {
  NO_ENTITY,
  PRIOR_EVEN,
  PRIOR_USUAL,
  SHAPE_CAPITALS,
  SHAPE_PLAIN,
} from '../packs/gazetteer-data.ts';
import { lineAround } from './capitals.ts';
import { bestCover } from './cover.ts';
import type { PageEvidence } from './evidence.ts';
import type { Sense } from './gazetteer.ts';
import type { BlockScan, Candidate, Named } from './scan.ts';
import { sentenceAt } from './sentences.ts';
import type { DetectionMode, Mention, Reason } from './types.ts';
import {
  type ByDistance,
  FOREIGN_ABBREVIATION_PRIOR,
  FOREIGN_PRIOR,
  PRIOR_WEIGHTS,
  probability,
  THRESHOLDS,
  WEIGHTS,
} from './weights.ts';

interface Judgement {
  readonly entity: number;
  readonly logOdds: number;
  readonly ambiguous: boolean;
  readonly preferred: boolean;
  readonly reasons: readonly Reason[];
}

/** Farther than the next sentence, in the same block. */
const SAME_BLOCK = 2;
const ELSEWHERE = 3;

/** Everything that judging one candidate needs. */
class Judge {
  readonly #scan: BlockScan;
  readonly #evidence: PageEvidence;
  readonly #lang: string | null;
  readonly #sentenceOf = new Map<number, number>();

  constructor(scan: BlockScan, evidence: PageEvidence) {
    this.#scan = scan;
    this.#evidence = evidence;
    this.#lang = scan.lang ?? evidence.language;
  }

  #sentence(at: number): number {
    let sentence = this.#sentenceOf.get(at);
    if (sentence === undefined) {
      sentence = sentenceAt(this.#scan.sentences, at);
      this.#sentenceOf.set(at, sentence);
    }
    return sentence;
  }

  /** 0 in the same sentence, 1 in the next or the one before, 2 farther. */
  #distance(a: number, b: number): 0 | 1 | 2 {
    const apart = Math.abs(this.#sentence(a) - this.#sentence(b));
    return apart === 0 ? 0 : apart === 1 ? 1 : SAME_BLOCK;
  }

  /** Judges every entity that a candidate may mean; the likeliest one first. */
  judge(candidate: Candidate): Judgement | null {
    const byEntity = new Map<number, Sense[]>();
    for (const sense of candidate.senses) {
      byEntity.set(sense.entity, [...(byEntity.get(sense.entity) ?? []), sense]);
    }
    const judgements = [...byEntity.values()].map((senses) => this.#judgeEntity(candidate, senses));
    judgements.sort((a, b) => b.logOdds - a.logOdds || Number(b.preferred) - Number(a.preferred));
    return judgements[0] ?? null;
  }

  /** The sense that counts in the block's language, and whether it is of that language. */
  #senseFor(candidate: Candidate, senses: readonly Sense[]): { sense: Sense; native: boolean } {
    const [first] = senses;
    if (!first) throw new Error('a candidate has at least one sense');
    const lang = this.#lang;
    if (lang === null) {
      return { sense: senses.find((sense) => sense.lang.startsWith('en')) ?? first, native: true };
    }
    const own = senses.find((sense) => sense.lang.split('-')[0] === lang);
    if (own) return { sense: own, native: true };
    // Among ideographs and kana neither a Latin nor another ideographic name is an ordinary word.
    const { text } = this.#scan;
    const letters = text.slice(candidate.start, candidate.end);
    const native = lang === 'zh' || lang === 'ja' || !/^[\p{Script=Latin}\P{L}]*$/u.test(letters);
    const calm = senses.find((sense) => !sense.ambiguous) ?? first;
    return { sense: calm, native };
  }

  #judgeEntity(candidate: Candidate, senses: readonly Sense[]): Judgement {
    const { sense, native } = this.#senseFor(candidate, senses);
    const { text } = this.#scan;
    const words = text.slice(candidate.start, candidate.end);
    const reasons: Reason[] = [];
    const { entity, preferred } = sense;
    const single = !/[\s-]/.test(words);
    const doubtful = sense.ambiguous || (!native && single);
    if (candidate.beside.kind === 'longer-name') {
      reasons.push({
        kind: 'neighbour',
        detail: candidate.beside.word,
        weight: WEIGHTS.longerName,
      });
      return { entity, preferred, logOdds: WEIGHTS.longerName, ambiguous: true, reasons };
    }
    if (!doubtful && candidate.beside.kind !== 'given-name') {
      reasons.push({ kind: 'unambiguous', detail: words, weight: 0 });
      return { entity, preferred, logOdds: Number.POSITIVE_INFINITY, ambiguous: false, reasons };
    }
    let logOdds = this.#prior(sense, native, words);
    if (!native) reasons.push({ kind: 'language', detail: sense.lang, weight: WEIGHTS.language });
    this.#collect(candidate, entity, reasons);
    for (const { weight } of reasons) logOdds += weight;
    return { entity, preferred, logOdds, ambiguous: true, reasons };
  }

  #prior(sense: Sense, native: boolean, words: string): number {
    if (sense.ambiguous) return PRIOR_WEIGHTS[sense.prior] ?? PRIOR_WEIGHTS[PRIOR_EVEN] ?? 0;
    if (native) return PRIOR_WEIGHTS[PRIOR_USUAL] ?? 0;
    const shape = wordShape(words, 0, words.length);
    return shape === SHAPE_CAPITALS || shape === SHAPE_PLAIN
      ? FOREIGN_ABBREVIATION_PRIOR
      : FOREIGN_PRIOR;
  }

  #collect(candidate: Candidate, entity: number, reasons: Reason[]): void {
    this.#collectIntroduction(candidate, entity, reasons);
    this.#collectNames(candidate, entity, reasons);
    this.#collectCues(candidate, entity, false, reasons);
    this.#collectCues(candidate, entity, true, reasons);
    this.#collectRelated(candidate, entity, reasons);
    this.#collectSurroundings(candidate, entity, reasons);
  }

  #collectIntroduction(candidate: Candidate, entity: number, reasons: Reason[]): void {
    const own = candidate.introduced;
    const said = own
      ? own.entity === entity
        ? 'this'
        : 'other'
      : this.#evidence.introduces(candidate.form, entity);
    if (said === null) return;
    const weight = said === 'this' ? WEIGHTS.introduced : WEIGHTS.introducedOther;
    // Two abbreviations of the same letters on one page: only the place that explains it is sure.
    const shared = said === 'other' && !own && this.#evidence.anchor(entity) !== null;
    reasons.push({
      kind: 'introduced',
      detail: own?.words ?? '',
      weight: shared ? weight / 4 : weight,
    });
  }

  /** The nearest place before a mention that bears the name decides; else the nearest after it. */
  #collectNames(candidate: Candidate, entity: number, reasons: Reason[]): void {
    const { anchors, bearers, text } = this.#scan;
    const word = this.#evidence.gazetteer.nodeWords[candidate.form] ?? -1;
    const apart = ({ start, end }: Named<number>) =>
      end <= candidate.start || start >= candidate.end;
    const own = anchors.filter((named) => named.key === entity && apart(named));
    const single = !/\s/.test(text.slice(candidate.start, candidate.end));
    const others = single ? bearers.filter((named) => named.key === word && apart(named)) : [];
    const before = (list: readonly Named<number>[]) =>
      list.filter(({ end }) => end <= candidate.start).at(-1);
    const after = (list: readonly Named<number>[]) =>
      list.find(({ start }) => start >= candidate.end);
    const push = (
      named: Named<number>,
      weights: ByDistance,
      kind: Reason['kind'],
      share: number,
    ) => {
      const weight = weights[this.#distance(candidate.start, named.start)] * share;
      reasons.push({ kind, detail: text.slice(named.start, named.end), weight });
    };
    const ownBefore = before(own);
    const otherBefore = before(others);
    if (ownBefore && (!otherBefore || ownBefore.start > otherBefore.start)) {
      push(ownBefore, WEIGHTS.sameEntity, 'same-entity', 1);
      return;
    }
    if (otherBefore) {
      push(otherBefore, WEIGHTS.otherBearer, 'decoy', 1);
      const later = ownBefore ?? after(own);
      if (later) push(later, WEIGHTS.sameEntity, 'same-entity', WEIGHTS.namedLater / 2);
      return;
    }
    const ownAfter = after(own);
    const otherAfter = after(others);
    if (ownAfter) push(ownAfter, WEIGHTS.sameEntity, 'same-entity', WEIGHTS.namedLater);
    if (otherAfter) push(otherAfter, WEIGHTS.otherBearer, 'decoy', WEIGHTS.namedLater);
    if (ownAfter || otherAfter) return;
    const far = this.#evidence.anchor(entity);
    if (far !== null) {
      reasons.push({ kind: 'same-entity', detail: far, weight: WEIGHTS.sameEntity[ELSEWHERE] });
    }
    if (single && this.#evidence.hasBearer(word)) {
      reasons.push({ kind: 'decoy', detail: '', weight: WEIGHTS.otherBearer[ELSEWHERE] });
    }
  }

  #collectCues(candidate: Candidate, entity: number, anti: boolean, reasons: Reason[]): void {
    const weights = anti ? WEIGHTS.antiCue : WEIGHTS.cue;
    const near = new Map<number, { weight: number; words: string }>();
    for (const cue of this.#scan.cues) {
      if (cue.entity !== entity || cue.anti !== anti) continue;
      if (cue.start < candidate.end && cue.end > candidate.start) {
        // An anti-cue that contains the alias is a decoy that was written as an anti-cue.
        if (!anti || cue.end - cue.start <= candidate.end - candidate.start) continue;
      }
      const weight = weights[this.#distance(candidate.start, cue.start)];
      const known = near.get(cue.form);
      if (!known || Math.abs(weight) > Math.abs(known.weight)) {
        near.set(cue.form, { weight, words: this.#scan.text.slice(cue.start, cue.end) });
      }
    }
    const found: Reason[] = [...near.values()].map(({ weight, words }) => ({
      kind: anti ? 'anti-cue' : 'cue-near',
      detail: words,
      weight,
    }));
    for (const [form, { words }] of this.#evidence.cues(entity, anti)) {
      if (near.has(form) || form === candidate.form) continue;
      found.push({
        kind: anti ? 'anti-cue' : 'cue-far',
        detail: words,
        weight: weights[ELSEWHERE],
      });
    }
    pushDiminishing(found, reasons);
  }

  #collectRelated(candidate: Candidate, entity: number, reasons: Reason[]): void {
    const { gazetteer } = this.#evidence;
    const related = new Set<number>(gazetteer.relatedTo(entity));
    if (related.size === 0) return;
    const nearest = new Map<number, number>();
    for (const list of [this.#scan.anchors, this.#scan.usual]) {
      for (const { key, start, end } of list) {
        if (!related.has(key) || (start < candidate.end && end > candidate.start)) continue;
        const weight = WEIGHTS.related[this.#distance(candidate.start, start)];
        nearest.set(key, Math.max(weight, nearest.get(key) ?? 0));
      }
    }
    for (const key of related) {
      if (nearest.has(key)) continue;
      if (this.#evidence.anchor(key) !== null) nearest.set(key, WEIGHTS.related[ELSEWHERE]);
    }
    const found: Reason[] = [...nearest].map(([key, weight]) => ({
      kind: 'related',
      detail: gazetteer.entities[key] ?? '',
      weight,
    }));
    pushDiminishing(found, reasons);
  }

  #collectSurroundings(candidate: Candidate, entity: number, reasons: Reason[]): void {
    const { text, role } = this.#scan;
    const { start, end, beside } = candidate;
    if (beside.kind === 'title') {
      reasons.push({ kind: 'context', detail: beside.word, weight: WEIGHTS.title });
    } else if (beside.kind === 'given-name') {
      reasons.push({ kind: 'neighbour', detail: beside.word, weight: WEIGHTS.givenName });
    } else if (beside.kind === 'capitalised') {
      reasons.push({ kind: 'neighbour', detail: beside.word, weight: WEIGHTS.capitalised });
    }
    if (candidate.shouted) {
      reasons.push({ kind: 'context', detail: 'capitals throughout', weight: WEIGHTS.shouted });
    }
    const { from, to } = lineAround(text, start);
    const rest = text.slice(from, start) + text.slice(end, to);
    if (role !== 'text' && role !== 'heading' && !/\p{L}/u.test(rest)) {
      reasons.push({ kind: 'context', detail: 'stands alone', weight: WEIGHTS.alone });
    }
    if (
      this.#evidence.gazetteer.types[entity] === 'person' &&
      ARTICLE_BEFORE.test(text.slice(0, start))
    ) {
      reasons.push({ kind: 'context', detail: 'article', weight: WEIGHTS.article });
    }
  }
}

/** Articles and contractions that stand before words, not before persons. */
const ARTICLE_BEFORE =
  /(?:^|[^\p{L}])(?:an?|das|des|dem|ein|eine|eines|einem|beim|vom|zum|im|el|la|le|un|une|o|os)[ \u00a0]$/iu;

/** Adds reasons of one kind, the weightiest in full, each further one counting less. */
function pushDiminishing(found: Reason[], reasons: Reason[]): void {
  found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  let share = 1;
  for (const reason of found) {
    reasons.push({ ...reason, weight: reason.weight * share });
    share *= WEIGHTS.repetition;
  }
}

interface Choice {
  readonly start: number;
  readonly end: number;
  /** Null for a decoy: chosen like any other, never shown. */
  readonly judgement: Judgement | null;
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
  const choices: Choice[] = [];
  for (const candidate of scan.candidates) {
    const { start, end } = candidate;
    const judgement = judge.judge(candidate);
    if (judgement && judgement.entity !== NO_ENTITY && judgement.logOdds >= threshold) {
      choices.push({ start, end, judgement });
    } else if (candidate.decoy) choices.push({ start, end, judgement: null });
    else if (candidate.beside.kind === 'longer-name') {
      choices.push({ start: candidate.beside.from, end: candidate.beside.to, judgement: null });
    }
  }
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
