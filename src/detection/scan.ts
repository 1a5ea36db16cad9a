/**
 * What one block's text says by itself: candidates, cues, and what its words say about names and
 * abbreviations. Made once for a text and kept as long as the text stands; nothing here depends on the
 * rest of the page.
 */

import { wordShape } from '../packs/compile-shape.ts';
import {
  KIND_ALIAS,
  KIND_ANTI_CUE,
  KIND_DECOY,
  PRIOR_USUAL,
  SHAPE_CAPITALS,
} from '../packs/gazetteer-data.ts';
import { newToken, nextInPhrase, readToken } from '../text/tokens.ts';
import { capitalsFit, isShouted, isTitled } from './capitals.ts';
import { type Gazetteer, lastWordOf, type Sense } from './gazetteer.ts';
import { type Introduction, introductionOf } from './introduced.ts';
import { blockLanguage } from './language.ts';
import { findForms, findWord, HIT_SIZE } from './match.ts';
import { type Neighbourhood, neighbourhood } from './names.ts';
import { byEntity, chooseSense } from './senses.ts';
import { beginsSentence, sentenceStarts } from './sentences.ts';
import type { BlockInput, BlockRole } from './types.ts';

/** A place where an alias or a decoy stands, with the capitals that it demands. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly form: number;
  /** Senses as an alias; none for a decoy. */
  readonly senses: readonly Sense[];
  readonly decoy: boolean;
  /** A decoy whose bearer is also called by the bare name. */
  readonly bearer: boolean;
  /** True in a run of capitals, where its own say nothing. */
  readonly shouted: boolean;
  readonly beside: Neighbourhood;
  /** What the text says that this abbreviation stands for, and whether it is one of our entities. */
  readonly introduced: (Introduction & { readonly entity: number | null }) | null;
}

/** A place where a cue or anti-cue of an entity stands. */
export interface CueHit {
  readonly start: number;
  readonly end: number;
  readonly form: number;
  readonly entity: number;
  readonly anti: boolean;
}

/** A place where an entity is named, or another bearer of a name. */
export interface Named<Key> {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

/** Opaque to everybody but detection. */
export interface BlockScan {
  readonly text: string;
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

/** Words of a stretch of text, as indices into the gazetteer's words. */
function wordsWithin(gazetteer: Gazetteer, text: string, start: number, end: number): number[] {
  const words: number[] = [];
  const token = newToken();
  let at = start;
  while (at !== -1 && at < end && readToken(text, at, token)) {
    words.push(findWord(gazetteer, text, token.start, token.end));
    at = nextInPhrase(text, token.end);
  }
  return words.filter((word) => word !== -1);
}

/** True when the accents of an alias that insists on them are there. */
function accentsFit(sense: Sense, text: string, start: number, end: number): boolean {
  if (sense.accented === null) return true;
  const accentsOf = (value: string) => value.normalize('NFD').replace(/[^\p{M}]/gu, '');
  return accentsOf(text.slice(start, end)) === accentsOf(sense.accented);
}

/** A candidate before its surroundings are looked at. */
type RawCandidate = Omit<Candidate, 'beside' | 'introduced'>;

/** Sorts the matcher's hits into candidates and cues, by the capitals that their senses demand. */
function sortHits(text: string, gazetteer: Gazetteer, hits: readonly number[]) {
  const candidates: RawCandidate[] = [];
  const cues: CueHit[] = [];
  for (let i = 0; i < hits.length; i += HIT_SIZE) {
    const start = hits[i] ?? 0;
    const end = hits[i + 1] ?? 0;
    const form = hits[i + 2] ?? 0;
    let shouted: boolean | null = null;
    const isLoud = () => {
      shouted ??= wordShape(text, start, end) === SHAPE_CAPITALS && isShouted(text, start, end);
      return shouted;
    };
    const aliases: Sense[] = [];
    let decoy = false;
    let bearer = false;
    for (const sense of gazetteer.senses(form)) {
      if (!capitalsFit(sense, text, start, end, isLoud)) continue;
      if (sense.kind === KIND_ALIAS) {
        if (accentsFit(sense, text, start, end)) aliases.push(sense);
      } else if (sense.kind === KIND_DECOY) {
        decoy = true;
        bearer ||= sense.bearer;
      } else
        cues.push({ start, end, form, entity: sense.entity, anti: sense.kind === KIND_ANTI_CUE });
    }
    if (decoy || aliases.length > 0) {
      candidates.push({ start, end, form, senses: aliases, decoy, bearer, shouted: isLoud() });
    }
  }
  // A word inside another name is no cue: the Scotland of Scotland Yard.
  const inDecoy = (cue: CueHit) =>
    candidates.some(
      ({ start, end, decoy }) =>
        decoy && start <= cue.start && end >= cue.end && end - start > cue.end - cue.start,
    );
  return { candidates, cues: cues.filter((cue) => !inDecoy(cue)) };
}

/** True when a longer alias or decoy holds the span: then that one's surroundings matter. */
function isHeld(candidates: readonly RawCandidate[], span: RawCandidate): boolean {
  return candidates.some(
    (other) =>
      other.start <= span.start &&
      other.end >= span.end &&
      other.end - other.start > span.end - span.start,
  );
}

/** True when a longer decoy overlaps the span. */
function isDecoyed(candidates: readonly RawCandidate[], span: RawCandidate): boolean {
  return candidates.some(
    (other) =>
      other.decoy &&
      other.start < span.end &&
      other.end > span.start &&
      other.end - other.start > span.end - span.start,
  );
}

const NO_NEIGHBOUR: Neighbourhood = { kind: 'none' };

/** True where capitals of neighbouring words say nothing: German nouns, titles, shouted lines. */
function capitalsMute(text: string, lang: string | null, candidate: RawCandidate, role: BlockRole) {
  return (
    lang === 'de' || candidate.shouted || role === 'heading' || isTitled(text, candidate.start)
  );
}

/** Looks at a text by itself. Pure, linear; returns one shared empty scan where nothing is found. */
export function scanBlock(input: BlockInput, gazetteer: Gazetteer): BlockScan {
  const { text, role } = input;
  const hits: number[] = [];
  findForms(text, gazetteer, hits);
  if (hits.length === 0) return EMPTY;
  const { candidates: raw, cues } = sortHits(text, gazetteer, hits);
  if (raw.length === 0 && cues.length === 0) return EMPTY;

  // Most blocks that are not blank have cues only, and those need no more.
  if (raw.length === 0) return { ...EMPTY, text, role, cues };
  const lang = blockLanguage(text, input.lang);
  const sentences = sentenceStarts(text);
  const typed = (senses: readonly Sense[]) => {
    const entity = senses[0]?.entity;
    return entity === undefined ? null : (gazetteer.types[entity] ?? null);
  };
  const isKnownName = (start: number, end: number) =>
    raw.some((other) => other.start <= start && other.end >= end && other.senses.length > 0);

  const candidates: Candidate[] = raw.map((candidate) => {
    const { start, end, senses } = candidate;
    const type = typed(senses);
    const named = senses.some((sense) => sense.shape !== 0);
    const beside =
      type !== null && named && !isHeld(raw, candidate) && !isDecoyed(raw, candidate)
        ? neighbourhood(text, start, end, {
            type,
            singleWord: !/[\s-]/.test(text.slice(start, end)),
            capitalsMute: capitalsMute(text, lang, candidate, role),
            opensSentence: (at) => beginsSentence(text, sentences, at),
            isKnownName,
          })
        : NO_NEIGHBOUR;
    return { ...candidate, beside, introduced: introductionIn(text, candidate, raw) };
  });

  const anchors: Named<number>[] = [];
  const usual: Named<number>[] = [];
  const bearers: Named<number>[] = [];
  for (const candidate of candidates) {
    const { start, end, form, senses, beside } = candidate;
    if (isDecoyed(raw, candidate)) continue;
    if (beside.kind === 'longer-name' || beside.kind === 'given-name') {
      if (beside.kind === 'given-name') {
        bearers.push({ key: lastWordOf(gazetteer, form), start, end });
      }
      continue;
    }
    if (candidate.bearer && !isHeld(raw, candidate)) {
      for (const key of wordsWithin(gazetteer, text, start, end)) bearers.push({ key, start, end });
    }
    for (const [key, group] of byEntity(senses)) {
      const { sense, native, doubtful } = chooseSense(group, text.slice(start, end), lang);
      if (!doubtful) anchors.push({ key, start, end });
      else if (native && sense.prior === PRIOR_USUAL) usual.push({ key, start, end });
    }
  }
  return { text, role, lang, candidates, cues, sentences, anchors, usual, bearers };
}

/** What the text says an ambiguous abbreviation stands for. */
function introductionIn(
  text: string,
  candidate: RawCandidate,
  all: readonly RawCandidate[],
): Candidate['introduced'] {
  const { start, end, senses } = candidate;
  if (!senses.some(({ ambiguous }) => ambiguous)) return null;
  if (wordShape(text, start, end) !== SHAPE_CAPITALS || /\s/.test(text.slice(start, end)))
    return null;
  const found = introductionOf(text, start, end);
  if (!found) return null;
  const same = all.find(
    (other) =>
      other !== candidate &&
      other.start < found.end &&
      other.end > found.start &&
      other.senses.some((mine) => senses.some((own) => own.entity === mine.entity)),
  );
  return { ...found, entity: same?.senses[0]?.entity ?? null };
}
