/**
 * What one block's text says by itself: candidates, cues, and what its words say about names and
 * abbreviations. Made once for a text and kept as long as the text stands; nothing here depends on the
 * rest of the page.
 */

import { wordShape } from '../packs/compile-shape.ts';
import { PRIOR_USUAL, SHAPE_CAPITALS, SHAPE_INITIAL } from '../packs/gazetteer-data.ts';
import { POLITICS } from '../packs/home-fields.ts';
import { newToken, nextInPhrase, readToken } from '../text/tokens.ts';
import { hasSmallWords, isInTitle } from './capitals.ts';
import { type CleanText, cleanText } from './clean-text.ts';
import { type Gazetteer, hasField } from './gazetteer.ts';
import { FIRST_HAN, hanName } from './han-names.ts';
import { type Candidate, type CueHit, holds, isLonger, sortHits } from './hits.ts';
import { introductionOf } from './introduced.ts';
import { blockLanguage } from './language.ts';
import { findForms, type PassingWords, wordOf } from './match.ts';
import { neighbourhood } from './names.ts';
import { type Neighbourhood, NOTHING_BESIDE } from './neighbourhood.ts';
import { isNoPhrase } from './no-phrase.ts';
import { nameAroundTopic } from './other-kinds.ts';
import { ofOtherYear } from './other-years.ts';
import { OverlapIndex } from './overlap-index.ts';
import { byEntity, chooseSense } from './senses.ts';
import { beginsSentence, sentenceStarts } from './sentences.ts';
import type { BlockInput, BlockRole, Span } from './types.ts';
import { isAscii, isCapitalised, stripped } from './words.ts';

/** A place where an entity is named, or another bearer of a name. */
export interface Named<Key> {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

/** Opaque to everybody but detection. */
export interface BlockScan {
  /** The block's text as it is looked at; all offsets here are into it. */
  readonly text: string;
  /** Where that stands in the block's text, for `placeIn`; null where it is the same. */
  readonly clean: CleanText | null;
  readonly role: BlockRole;
  /** Primary language subtag, null where it cannot be told. */
  readonly lang: string | null;
  readonly candidates: readonly Candidate[];
  readonly cues: readonly CueHit[];
  readonly sentences: readonly number[];
  /** Entities named without doubt, by index. */
  readonly anchors: readonly Named<number>[];
  /** Entities named by an alias that nearly always means them. */
  readonly usual: readonly Named<number>[];
  /** Other bearers of a word, by the word's index in the gazetteer: the Ford of "Gerald Ford". */
  readonly bearers: readonly Named<number>[];
}

const EMPTY: BlockScan = {
  text: '',
  clean: null,
  role: 'text',
  lang: null,
  candidates: [],
  cues: [],
  sentences: [],
  anchors: [],
  usual: [],
  bearers: [],
};

/** True when the block may hold a mention. */
export function hasCandidates(scan: BlockScan): boolean {
  return scan.candidates.length > 0;
}

/** True when the scan says nothing of its block or of the page, so that nobody needs to keep it. */
export function isBlank(scan: BlockScan): boolean {
  return scan === EMPTY;
}

/** Where a span of a scan stands in the text that was scanned. */
export const placeIn = ({ clean }: BlockScan, span: Span): Span =>
  clean ? clean.placeOf(span) : span;

/** Where the text that was scanned may hold mentions, overlapping ones too. */
export const candidatesIn = (scan: BlockScan): readonly Span[] =>
  scan.clean ? scan.candidates.map((candidate) => placeIn(scan, candidate)) : scan.candidates;

/** Words of a stretch of text, as indices into the gazetteer's words. */
function wordsWithin(gazetteer: Gazetteer, text: string, start: number, end: number): number[] {
  const words: number[] = [];
  const token = newToken();
  let at = start;
  while (at !== -1 && at < end && readToken(text, at, token)) {
    words.push(wordOf(gazetteer, text, token));
    at = nextInPhrase(text, token.end);
  }
  return words.filter((word) => word !== -1);
}

/** What looking at one candidate's surroundings needs. */
interface Setting {
  readonly text: string;
  readonly role: BlockRole;
  readonly lang: string | null;
  readonly gazetteer: Gazetteer;
  readonly sentences: readonly number[];
  readonly all: OverlapIndex<Candidate>;
}

/** True when a longer alias or decoy holds the span, or a longer decoy overlaps it: then that one's
 * surroundings matter. */
function isCovered(all: OverlapIndex<Candidate>, span: Candidate): boolean {
  return all.some(span, (other) => isLonger(other, span) && (other.decoy || holds(other, span)));
}

/** U.S., U.K. */
const areInitials = (words: string): boolean =>
  (isAscii(words) ? /^(?:[A-Z]\.)+$/ : /^(?:\p{Lu}\.)+$/u).test(words);

function besideOf(candidate: Candidate, setting: Setting): Neighbourhood {
  const { start, end, senses, shouted } = candidate;
  const { text, role, lang, gazetteer, sentences, all } = setting;
  const entity = senses[0]?.entity ?? -1;
  const type = gazetteer.types[entity];
  if (!type || isCovered(all, candidate)) return NOTHING_BESIDE;
  const otherYear = ofOtherYear(text, start, end, type, gazetteer.firstYears[entity] ?? 0);
  if (otherYear.kind !== 'none') return otherYear;
  const isKnownName = (from: number, to: number) => {
    // "Taiwan China’s ships pass"
    const name = { start: from, end: from + stripped(text.slice(from, to)).length };
    return all.some(name, (other) => other.senses.length > 0 && holds(other, name));
  };
  const titled = () => isInTitle(text, start, role, shouted);
  const capitalsMute = () => lang === 'de' || titled();
  if (text.charCodeAt(start) >= FIRST_HAN) return hanName(text, start, end, { type, lang });
  if (!senses.some((sense) => sense.shape !== 0)) {
    // Nearly all topics are written small, and the line need not be read.
    if (!isCapitalised(text.charAt(start)) || capitalsMute() || !hasSmallWords(text, start))
      return NOTHING_BESIDE;
    const name = nameAroundTopic(text, start, end, isKnownName);
    return name ? { kind: 'longer-name', ...name } : NOTHING_BESIDE;
  }
  const words = text.slice(start, end);
  return neighbourhood(text, start, end, {
    type,
    isPolitician: type === 'person' && hasField(gazetteer.homes[entity], POLITICS),
    singleWord: !/[\s-]/.test(words),
    townLike: senses.some(
      (sense) =>
        sense.ambiguous && (sense.metonym || (type === 'place' && sense.shape === SHAPE_INITIAL)),
    ),
    abbreviation:
      !shouted &&
      (wordShape(text, start, end) === SHAPE_CAPITALS ||
        (words.endsWith('.') && areInitials(words))),
    capitalsMute,
    titled,
    lang,
    opensSentence: (at) => beginsSentence(text, sentences, at),
    isKnownName,
  });
}

/**
 * Looks at a text by itself. Linear; returns one shared empty scan where nothing is found.
 * @param passing is given the words that pass its filter
 * @param other a scan of the same block by another gazetteer: what does not hang on names is taken from there
 */
export function scanBlock(
  input: BlockInput,
  gazetteer: Gazetteer,
  passing: PassingWords | null = null,
  other: BlockScan | null = null,
): BlockScan {
  const { role } = input;
  const hits: number[] = [];
  findForms(input.text, gazetteer, hits, passing);
  if (hits.length === 0) return EMPTY;
  const found = sortHits(input.text, gazetteer, hits);
  // Most blocks that are not blank have cues only, and those need no more.
  if (found.candidates.length === 0) {
    // What a block is about is of no interest where nothing has to be decided.
    const own = found.cues.filter(({ entity }) => entity < gazetteer.entities.length);
    return own.length === 0 ? EMPTY : { ...EMPTY, text: input.text, role, cues: own };
  }
  const clean = cleanText(input.text);
  if (!clean) return look(input.text, null, input, gazetteer, found, other);
  hits.length = 0;
  findForms(clean.text, gazetteer, hits);
  return look(clean.text, clean, input, gazetteer, sortHits(clean.text, gazetteer, hits), other);
}

/** Looks at what stands around the candidates that were found in a text. */
function look(
  text: string,
  clean: CleanText | null,
  { role, lang: declared }: BlockInput,
  gazetteer: Gazetteer,
  { candidates: found, cues }: ReturnType<typeof sortHits>,
  other: BlockScan | null,
): BlockScan {
  const known = other && hasCandidates(other) ? other : null;
  const lang = known ? known.lang : blockLanguage(text, declared);
  const sentences = known?.sentences ?? sentenceStarts(text);
  const candidates = found.filter((each) => !isNoPhrase(text, each, lang));
  const all = new OverlapIndex<Candidate>(candidates);
  const setting: Setting = { text, role, lang, gazetteer, sentences, all };
  for (const candidate of candidates) {
    candidate.beside = besideOf(candidate, setting);
    candidate.introduced = introductionIn(text, candidate, all);
  }
  const { anchors, usual, bearers } = namesIn(candidates, setting);
  noteOwnNames(cues, anchors);
  return {
    text,
    clean,
    role,
    lang,
    candidates,
    cues: cuesOutsideNames(cues, candidates),
    sentences,
    anchors,
    usual,
    bearers,
  };
}

/** Many names are cues of their own entity as well, which must not count twice: Taiwan of Taipei. */
function noteOwnNames(cues: readonly CueHit[], anchors: readonly Named<number>[]): void {
  for (const { key, start, end } of anchors) {
    for (const cue of cues) {
      if (cue.entity === key && cue.start === start && cue.end === end) cue.own = !cue.anti;
    }
  }
}

/** A word inside a name that nobody listed is no cue: the Blinken of the Blinken Foundation. */
function cuesOutsideNames(
  cues: readonly CueHit[],
  candidates: readonly Candidate[],
): readonly CueHit[] {
  const names = candidates.flatMap(({ start, end, beside }) => {
    if (beside.kind === 'longer-name') return [{ start: beside.from, end: beside.to }];
    return beside.kind === 'other-bearer' ? [{ start, end }] : [];
  });
  if (names.length === 0) return cues;
  return cues.filter((cue) => cue.anti || !names.some((name) => holds(name, cue)));
}

/** True where a capitalised word beside the words makes somebody else's full name of them. */
function isPerson({ senses }: Candidate, { types }: Gazetteer): boolean {
  return senses.every(
    ({ entity }) => types[entity] === 'person' || types[entity] === 'organization',
  );
}

/** Which entities a block names, and which other bearers of their names. */
function namesIn(
  candidates: readonly Candidate[],
  { text, lang, gazetteer, all }: Setting,
): Pick<BlockScan, 'anchors' | 'usual' | 'bearers'> {
  const anchors: Named<number>[] = [];
  const usual: Named<number>[] = [];
  const bearers: Named<number>[] = [];
  // Abbreviations that the block explains as something else.
  const otherwise = new Set<number>();
  for (const { form, introduced } of candidates) {
    if (introduced && introduced.entity === null) otherwise.add(form);
  }
  for (const candidate of candidates) {
    const { start, end, lastWord, senses, beside } = candidate;
    if (all.some(candidate, (other) => other.decoy && isLonger(other, candidate))) continue;
    if (
      beside.kind === 'other-bearer' ||
      (beside.kind === 'capitalised' && isPerson(candidate, gazetteer))
    ) {
      const isYear = beside.kind === 'other-bearer' && beside.isYear;
      if (!isYear) bearers.push({ key: lastWord, start, end });
      continue;
    }
    if (beside.kind === 'longer-name') {
      if (beside.isBearer) bearers.push({ key: lastWord, start, end });
      continue;
    }
    if (otherwise.has(candidate.form)) continue;
    if (candidate.bearer && !isCovered(all, candidate) && !isTailOfName(all, candidate)) {
      for (const key of wordsWithin(gazetteer, text, start, end)) bearers.push({ key, start, end });
    }
    for (const [key, group] of byEntity(senses)) {
      const { sense, native, doubtful } = chooseSense(group, text.slice(start, end), lang);
      if (!doubtful) anchors.push({ key, start, end });
      else if (native && sense.prior === PRIOR_USUAL) usual.push({ key, start, end });
    }
  }
  return { anchors, usual, bearers };
}

/** True where a name of one meaning holds the beginning: the "grid of" of "an electric grid of its own". */
const isTailOfName = (all: OverlapIndex<Candidate>, tail: Candidate): boolean =>
  all.some(
    tail,
    ({ start, end, senses }) =>
      start < tail.start && end < tail.end && senses.some(({ ambiguous }) => !ambiguous),
  );

/** Share of an abbreviation's long form that an entity's name has to cover. */
const NAMED_SHARE = 0.6;

/** What the text says an abbreviation stands for. */
function introductionIn(
  text: string,
  candidate: Candidate,
  all: OverlapIndex<Candidate>,
): Candidate['introduced'] {
  const { start, end, senses } = candidate;
  // What has one meaning is explained where it has another: "Evangelical Union (EU)".
  const isOpen = senses.some(({ ambiguous }) => ambiguous);
  if (!isOpen && !/[([（]/.test(text.charAt(start - 1) + text.charAt(end) + text.charAt(end + 1))) {
    return null;
  }
  // IRA and IRAs.
  const words = text.slice(start, end);
  const capitals = isAscii(words) ? /^[A-Z][A-Z.]*[A-Z]\.?s?$/ : /^\p{Lu}[\p{Lu}.]*\p{Lu}\.?s?$/u;
  if (!capitals.test(words)) return null;
  const found = introductionOf(text, start, end);
  if (!found) return null;
  // The name has to be most of the long form: a Michigan Institute (MI) is not Michigan.
  const least = (found.end - found.start) * NAMED_SHARE;
  const named = all
    .overlapping(found)
    .filter((other) => other.end - other.start >= least)
    .flatMap((other) => other.senses);
  const same = named.find(({ entity }) => senses.some((own) => own.entity === entity));
  return { ...found, entity: same?.entity ?? null };
}
