/** How likely a candidate is a mention: collects what speaks for and against it, and adds it up. */
import { wordShape } from '../packs/compile-shape.ts';
import {
  CASE_ANY,
  KIND_ALIAS,
  PRIOR_EVEN,
  PRIOR_RARE,
  PRIOR_USUAL,
  SHAPE_BITS,
  SHAPE_CAPITALS,
  SHAPE_INITIAL,
} from '../packs/gazetteer-data.ts';
import { lineAround } from './capitals.ts';
import type { PageEvidence } from './evidence.ts';
import type { Sense } from './gazetteer.ts';
import type { Candidate } from './hits.ts';
import {
  type Distance,
  dampen,
  ELSEWHERE,
  NEXT_SENTENCE,
  nearness,
  type Piece,
  push,
  pushDiminishing,
  SAME_BLOCK,
  SAME_SENTENCE,
} from './pieces.ts';
import type { BlockScan, Named } from './scan.ts';
import { byEntity, chooseSense } from './senses.ts';
import { beginsSentence, sentenceAt } from './sentences.ts';
import { shortens } from './short-names.ts';
import {
  hasArticleBefore,
  isAddress,
  isNamedHere,
  isOneOfMany,
  isQuoted,
  isTeam,
  placeOrGovernment,
  whereabouts,
} from './surroundings.ts';
import type { Reason } from './types.ts';
import { type ByDistance, FOREIGN_PRIOR, PRIOR_WEIGHTS, WEIGHTS } from './weights.ts';

/** What a candidate most likely means, and why. */
export interface Judgement {
  readonly entity: number;
  readonly logOdds: number;
  readonly ambiguous: boolean;
  readonly preferred: boolean;
  readonly reasons: readonly Reason[];
}

/** Everything that judging one candidate needs. */
export class Judge {
  readonly #scan: BlockScan;
  readonly #evidence: PageEvidence;
  readonly #lang: string | null;

  constructor(scan: BlockScan, evidence: PageEvidence) {
    this.#scan = scan;
    this.#evidence = evidence;
    this.#lang = scan.lang ?? evidence.language;
  }

  #distance(a: number, b: number): Distance {
    const { sentences } = this.#scan;
    const apart = Math.abs(sentenceAt(sentences, a) - sentenceAt(sentences, b));
    return apart === 0 ? SAME_SENTENCE : apart === 1 ? NEXT_SENTENCE : SAME_BLOCK;
  }

  /** Judges every entity that a candidate may mean, and returns the likeliest. */
  judge(candidate: Candidate): Judgement | null {
    const judgements = byEntity(candidate.senses).map(([, senses]) =>
      this.#judgeEntity(candidate, senses),
    );
    judgements.sort((a, b) => b.logOdds - a.logOdds || Number(b.preferred) - Number(a.preferred));
    return judgements[0] ?? null;
  }

  #judgeEntity(candidate: Candidate, senses: readonly Sense[]): Judgement {
    const words = this.#scan.text.slice(candidate.start, candidate.end);
    const { sense, native, doubtful } = chooseSense(senses, words, this.#lang);
    const { entity, preferred } = sense;
    const { beside } = candidate;
    if (beside.kind === 'longer-name') {
      const weight = WEIGHTS.longerName;
      const reasons: Reason[] = [{ kind: 'neighbour', detail: beside.word, weight }];
      return { entity, preferred, logOdds: weight, ambiguous: true, reasons };
    }
    const isClear = !doubtful && !this.#maybeWord(candidate, sense, words);
    if (isClear && beside.kind !== 'given-name') {
      const reasons: Reason[] = [{ kind: 'unambiguous', detail: words, weight: 0 }];
      const logOdds = Number.POSITIVE_INFINITY;
      return { entity, preferred, logOdds, ambiguous: false, reasons };
    }
    const found: Piece[] = [];
    if (!native) push(found, 'language', sense.lang, WEIGHTS.language, null);
    this.#collectIntroduction(candidate, entity, found);
    this.#collectNames(candidate, sense, words, found);
    this.#collectCues(candidate, sense, false, found);
    this.#collectCues(candidate, sense, true, found);
    this.#collectRelated(candidate, sense, found);
    this.#collectSurroundings(candidate, sense, words, found);
    dampen(found);
    const logOdds = found.reduce((sum, { weight }) => sum + weight, priorOf(sense, native, words));
    const reasons = found.map(({ kind, detail, weight }) => ({ kind, detail, weight }));
    return { entity, preferred, logOdds, ambiguous: true, reasons };
  }

  /**
   * True for a name whose capital says nothing where it stands, beside a word that speaks against it:
   * "CHINA SINK", "China smashing" at the head of a cell.
   */
  #maybeWord({ start, end, shouted }: Candidate, sense: Sense, words: string): boolean {
    const { text, sentences, cues } = this.#scan;
    if (sense.shape !== SHAPE_INITIAL || sense.caseMode === CASE_ANY) return false;
    if (!/^[\p{L}\p{M}]+$/u.test(words) || /^['’]/.test(text.charAt(end))) return false;
    const isMute =
      shouted ||
      wordShape(words, 0, words.length) === SHAPE_CAPITALS ||
      beginsSentence(text, sentences, start) ||
      /[|\t] ?$/.test(text.slice(0, start));
    if (!isMute) return false;
    // One such word in its sentence, or several around it.
    const against = cues.filter((cue) => cue.anti && cue.entity === sense.entity);
    return (
      against.some((cue) => this.#distance(start, cue.start) === SAME_SENTENCE) ||
      new Set(against.map(({ form }) => form)).size > 1
    );
  }

  #collectIntroduction(candidate: Candidate, entity: number, found: Piece[]): void {
    const { introduced, form } = candidate;
    if (introduced) {
      const weight = introduced.entity === entity ? WEIGHTS.introduced : WEIGHTS.introducedOther;
      push(found, 'introduced', introduced.words, weight, null);
      return;
    }
    const said = this.#evidence.introduces(form, entity);
    if (said === 'this') {
      push(found, 'introduced', '', WEIGHTS.introducedElsewhere, null);
    } else if (said === 'other') {
      push(found, 'introduced', '', WEIGHTS.introducedOtherElsewhere, null);
    }
  }

  /** The nearest place before a mention that bears the name decides; else the nearest after it. */
  #collectNames(candidate: Candidate, sense: Sense, words: string, found: Piece[]): void {
    const { anchors, bearers, text } = this.#scan;
    // The last word is what another bearer shares: "House" also in "Speaker of the House".
    const word = candidate.lastWord;
    const apart = (n: Named<number>) => n.end <= candidate.start || n.start >= candidate.end;
    const own = anchors.filter((named) => named.key === sense.entity && apart(named));
    const others = bearers.filter((named) => named.key === word && apart(named));
    const otherShare = /\s/.test(words) ? WEIGHTS.repetition : 1;
    const isFull = (name: string) => shortens(words, name);
    const pushOwn = (named: Named<number>, share: number) => {
      const name = text.slice(named.start, named.end);
      const distance = this.#distance(candidate.start, named.start);
      this.#pushSame(found, name, isFull(name), sense, distance, share);
    };
    const pushOther = (named: Named<number>, share: number) => {
      const distance = this.#distance(candidate.start, named.start);
      const weight = WEIGHTS.otherBearer[distance] * share * otherShare;
      push(found, 'decoy', text.slice(named.start, named.end), weight, distance);
    };
    // A full name says more than another name that is nearer.
    const full = own.filter(({ start, end }) => isFull(text.slice(start, end)));
    const names = full.length > 0 ? full : own;
    const before = (list: readonly Named<number>[]) =>
      list.filter(({ end }) => end <= candidate.start).at(-1);
    const after = (list: readonly Named<number>[]) =>
      list.find(({ start }) => start >= candidate.end);
    const ownBefore = before(names);
    const otherBefore = before(others);
    if (ownBefore && (!otherBefore || ownBefore.start > otherBefore.start)) pushOwn(ownBefore, 1);
    else if (otherBefore) {
      pushOther(otherBefore, 1);
      const later = ownBefore ?? after(names);
      if (later) pushOwn(later, WEIGHTS.namedAfterOther);
    } else {
      const ownAfter = after(names);
      const otherAfter = after(others);
      if (ownAfter) pushOwn(ownAfter, WEIGHTS.namedLater);
      if (otherAfter) pushOther(otherAfter, WEIGHTS.namedLater);
      if (!ownAfter && !otherAfter) this.#collectFarNames(sense, words, word, otherShare, found);
    }
  }

  #collectFarNames(
    sense: Sense,
    words: string,
    word: number,
    otherShare: number,
    found: Piece[],
  ): void {
    const names = this.#evidence.anchors(sense.entity);
    if (names) {
      const full = names.find((name) => shortens(words, name));
      this.#pushSame(found, full ?? names[0] ?? '', full !== undefined, sense, ELSEWHERE, 1);
    }
    if (this.#evidence.hasBearer(word)) {
      push(found, 'decoy', '', WEIGHTS.otherBearer[ELSEWHERE] * otherShare, ELSEWHERE);
    }
  }

  #pushSame(
    found: Piece[],
    name: string,
    isFull: boolean,
    sense: Sense,
    distance: Distance,
    share: number,
  ): void {
    const weights: ByDistance = isFull ? WEIGHTS.fullName : WEIGHTS.otherName;
    const weight = weights[distance] * share * (sense.metonym ? WEIGHTS.metonymShare : 1);
    push(found, 'same-entity', name, weight, isFull ? null : distance);
  }

  #collectCues(candidate: Candidate, sense: Sense, anti: boolean, found: Piece[]): void {
    const { entity } = sense;
    const share = anti && sense.prior === PRIOR_USUAL ? WEIGHTS.antiShareUsual : 1;
    const weights = anti ? WEIGHTS.antiCue : WEIGHTS.cue;
    const { cues, candidates, text } = this.#scan;
    // What stands in the same name says nothing of it: the Representatives of the House of ...
    const { start, end } = candidate;
    const named = text.slice(start, end).toLowerCase();
    // The Marshall of "Ford's Marshall plant" says of Ford what any word beside it does.
    const holders = candidates.filter(
      (other) =>
        other.start <= start &&
        other.end >= end &&
        (other.decoy || other.senses.some((held) => held.entity === entity)),
    );
    const nearest = new Map<number, Piece>();
    for (const cue of cues) {
      if (cue.entity !== entity || cue.anti !== anti) continue;
      // But a phrase around it can rule it out: "tell US".
      const rulesOut =
        anti && cue.start <= start && cue.end >= end && cue.end - cue.start > end - start;
      // ... and says nothing of the same words elsewhere: "tell US" of the US, Gerald Ford of Ford.
      if (anti && !rulesOut && holdsWords(text.slice(cue.start, cue.end), named)) continue;
      if (!rulesOut && holders.some((h) => cue.start < h.end && cue.end > h.start)) continue;
      const distance = this.#distance(start, cue.start);
      const weight =
        weights[distance] *
        share *
        (anti ? 1 : this.#cueShare(cue.form, sense)) *
        (distance === SAME_SENTENCE ? nearness(candidate, cue) : 1);
      if (Math.abs(weight) <= Math.abs(nearest.get(cue.form)?.weight ?? 0)) continue;
      const kind = anti ? 'anti-cue' : 'cue-near';
      nearest.set(cue.form, { kind, detail: text.slice(cue.start, cue.end), weight, distance });
    }
    const list = [...nearest.values()];
    const here = new Set(cues.map(({ form }) => form));
    for (const [form, { words }] of this.#evidence.cues(entity, anti)) {
      if (here.has(form) || form === candidate.form) continue;
      if (anti && holdsWords(words, named)) continue;
      const kind = anti ? 'anti-cue' : 'cue-far';
      const weight = weights[ELSEWHERE] * share;
      list.push({ kind, detail: words, weight, distance: ELSEWHERE });
    }
    pushDiminishing(list, found);
  }

  /** A cue that has to be decided itself says less: EV of Ford, and Moscow of Brussels hardly anything. */
  #cueShare(form: number, { metonym }: Sense): number {
    const open = this.#evidence.gazetteer
      .senses(form)
      .filter(
        ({ kind, ambiguous, prior }) => kind === KIND_ALIAS && ambiguous && prior !== PRIOR_USUAL,
      );
    if (open.length === 0) return 1;
    return metonym && open.some((sense) => sense.metonym)
      ? WEIGHTS.metonymShare
      : WEIGHTS.ambiguousCueShare;
  }

  #collectRelated(candidate: Candidate, sense: Sense, found: Piece[]): void {
    const { gazetteer } = this.#evidence;
    const related = new Set<number>(gazetteer.relatedTo(sense.entity));
    const share = sense.metonym ? WEIGHTS.metonymShare : 1;
    const nearest = new Map<number, Distance>();
    for (const list of [this.#scan.anchors, this.#scan.usual]) {
      for (const { key, start, end } of list) {
        if (!related.has(key) || (start < candidate.end && end > candidate.start)) continue;
        const distance = this.#distance(candidate.start, start);
        if (distance < (nearest.get(key) ?? ELSEWHERE)) nearest.set(key, distance);
      }
    }
    for (const key of related) {
      if (!nearest.has(key) && this.#evidence.anchors(key)) nearest.set(key, ELSEWHERE);
    }
    const list = [...nearest].map(
      ([key, distance]): Piece => ({
        kind: 'related',
        detail: gazetteer.entities[key] ?? '',
        weight: WEIGHTS.related[distance] * share,
        distance,
      }),
    );
    pushDiminishing(list, found);
  }

  #collectSurroundings(candidate: Candidate, sense: Sense, words: string, found: Piece[]): void {
    const { text, role, sentences } = this.#scan;
    const { start, end, beside, shouted } = candidate;
    if (beside.kind === 'title') push(found, 'context', beside.word, WEIGHTS.title, null);
    else if (beside.kind === 'given-name') {
      push(found, 'neighbour', beside.word, WEIGHTS.givenName, null);
    } else if (beside.kind === 'capitalised') {
      push(found, 'neighbour', beside.word, WEIGHTS.capitalised, null);
    } else if (beside.kind === 'opening') {
      push(found, 'neighbour', beside.word, WEIGHTS.opening, null);
    }
    const isAbbreviation = (sense.shape & SHAPE_MASK) === SHAPE_CAPITALS;
    const isWord = /^[\p{L}\p{M}]+$/u.test(words);
    if (shouted && isWord && sense.caseMode !== CASE_ANY) {
      const weight = isAbbreviation ? WEIGHTS.shoutedAbbreviation : WEIGHTS.shoutedName;
      push(found, 'context', 'capitals throughout', weight, null);
    } else if (isWord && sense.prior === PRIOR_RARE && beginsSentence(text, sentences, start)) {
      if (wordShape(words, 0, words.length) === SHAPE_INITIAL) {
        push(found, 'context', 'begins a sentence', WEIGHTS.sentenceStart, null);
      }
    }
    const { from, to } = lineAround(text, start);
    const rest = text.slice(from, start) + text.slice(end, to);
    if (role !== 'text' && role !== 'heading' && !/\p{L}/u.test(rest)) {
      push(found, 'context', 'stands alone', WEIGHTS.alone, null);
    }
    const type = this.#evidence.gazetteer.types[sense.entity];
    // Programmes and laws are called something, too.
    const isGiven = type === 'person' || type === 'organization' || type === 'place';
    if (isGiven && isNamedHere(text, start, end)) {
      push(found, 'context', 'a name given here', WEIGHTS.namedHere, null);
    }
    if (isWord && isQuoted(text, start, end)) {
      push(found, 'context', 'in quotation marks', WEIGHTS.quoted, null);
    }
    if ((type === 'place' || sense.metonym) && isTeam(text, start, end)) {
      push(found, 'context', 'as a team', WEIGHTS.asTeam, null);
    }
    if (type === 'person' && hasArticleBefore(text, start)) {
      push(found, 'context', 'article', WEIGHTS.article, null);
    }
    if (type === 'person' && isWord) {
      const where = whereabouts(text, start, end);
      if (where === 'plain') push(found, 'context', 'as a place', WEIGHTS.whereabouts, null);
      else if (where) push(found, 'context', 'as a place', WEIGHTS.maybeWhereabouts, null);
    }
    if (type === 'law' && isAbbreviation && isOneOfMany(text, start)) {
      push(found, 'context', 'one of many', WEIGHTS.oneOfMany, null);
    }
    if (sense.metonym) {
      const role = placeOrGovernment(text, start, end);
      if (role === 'place') push(found, 'context', 'as a place', WEIGHTS.asPlace, SAME_SENTENCE);
      else if (role === 'pair')
        push(found, 'context', 'beside another', WEIGHTS.asPair, SAME_SENTENCE);
      else if (role) push(found, 'context', 'acts', WEIGHTS.asGovernment, SAME_SENTENCE);
    }
    if (type === 'place' && sense.prior === PRIOR_RARE && isAddress(text, start, end)) {
      push(found, 'context', 'after a town', WEIGHTS.afterTown, null);
    }
  }
}

/** True for a phrase that holds the words (in small letters) and more. */
const holdsWords = (phrase: string, words: string): boolean =>
  phrase.length > words.length && phrase.toLowerCase().includes(words);

const SHAPE_MASK = (1 << SHAPE_BITS) - 1;

function priorOf(sense: Sense, native: boolean, words: string): number {
  if (!sense.ambiguous) return native ? (PRIOR_WEIGHTS[PRIOR_USUAL] ?? 0) : FOREIGN_PRIOR;
  // UE, IRA, MI: what an abbreviation nearly always means is so in its own language only.
  const isForeign = !native && wordShape(words, 0, words.length) === SHAPE_CAPITALS;
  return PRIOR_WEIGHTS[isForeign ? Math.min(sense.prior, PRIOR_EVEN) : sense.prior] ?? 0;
}
