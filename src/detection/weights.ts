/**
 * What each kind of evidence weighs, on one scale of log-odds: 0 is even chances, +1 or -1 a factor
 * of e. How they were chosen: docs/detection.md.
 */
import { PRIOR_EVEN, PRIOR_RARE, PRIOR_USUAL } from '../packs/gazetteer-data.ts';
import type { DetectionMode } from './types.ts';

/** Where a mention begins from, before the page has said anything. */
export const PRIOR_WEIGHTS: Readonly<Record<number, number>> = {
  [PRIOR_RARE]: -2.1,
  [PRIOR_EVEN]: -1.5,
  [PRIOR_USUAL]: 1.0,
};

/** The evidence that a mention needs. */
export const THRESHOLDS: Readonly<Record<DetectionMode, number>> = {
  strict: 2,
  balanced: 0.3,
  eager: -0.8,
};

/** By distance: same sentence, next sentence, farther in the block, elsewhere on the page. */
export type ByDistance = readonly [number, number, number, number];

export const WEIGHTS = {
  /** A cue of the entity. */
  cue: [2.7, 1.5, 1.2, 0.5] as ByDistance,
  /** A cue that is ambiguous itself counts this much. */
  ambiguousCueShare: 0.85,
  /** A word that speaks against it. */
  antiCue: [-2.2, -1.7, -1.0, -0.5] as ByDistance,
  /** Evidence of another sentence in which the same words stand, and of which it speaks first. */
  claimedShare: 0.6,
  /** A word of a field that the entity is at home in, of one where its words mean something else, of others. */
  homeField: [0.8, 0.55, 0.45, 0] as ByDistance,
  rivalField: [-0.9, -0.65, -0.5, 0] as ByDistance,
  otherField: [-0.15, -0.3, -0.2, 0] as ByDistance,
  /** What other fields say against an alias that nearly always means its entity. */
  fieldShareUsual: 0.5,
  /** A related entity, named without doubt. */
  related: [1.5, 0.7, 0.3, 0.4] as ByDistance,
  /** ... that is not related itself, but to one that is: of the same subject. */
  subjectShare: 0.7,
  /** ... by a name that nearly always means it, and has to be decided itself. */
  openShare: 0.4,
  /** ... by an ambiguous one that its surroundings make clear. */
  clearShare: 0.7,
  /**
   * The entity itself, named without doubt: one sense per discourse (Gale, Church, Yarowsky 1992).
   * A full name that the mention shortens (John Kerry, Kerry) or abbreviates settles it, whatever
   * stands around.
   */
  fullName: [3.6, 3.3, 2.8, 2.4] as ByDistance,
  /** Another name of it (the European Union, Brussels), or a common noun inside a longer one. */
  otherName: [1.8, 1.1, 0.9, 0.9] as ByDistance,
  /** A common noun that the page has said more fully: the grid of a power grid. */
  headOfName: [2.2, 1.85, 1.5, 1.2] as ByDistance,
  /** Another bearer whose name the mention shortens: Gerald Ford, Roth IRA. */
  otherBearer: [-3.8, -3.6, -3.3, -1.7] as ByDistance,
  /** ... named just before, with nothing of the entity's own between. */
  antecedent: -3.5,
  /** Each further piece of the same kind counts this much of the one before. */
  repetition: 0.65,
  /** A bearer that is named only after the mention says less than one before it. */
  namedLater: 0.5,
  /** ... and still less where another bearer was named before. */
  namedAfterOther: 0.3,
  /** Words in the same sentence count this much more when they touch, and fade with distance. */
  touching: 0.9,
  /** Characters over which that fades to a third. */
  fadeLength: 60,
  /** What speaks against an alias that nearly always means its entity counts this much. */
  antiShareUsual: 0.9,
  /** All cues and related names of the rest of the page together say at most this. */
  mostFar: 1.5,
  /** Farther evidence counts half when the nearer one amounts to this. */
  halfAt: 2.3,
  /** The text says what the abbreviation stands for, and it is this. */
  introduced: 5,
  /** ... and it is something else. */
  introducedOther: -6,
  /** ... before in the same block: this, or something else. */
  introducedBefore: 4.2,
  introducedOtherBefore: -4.5,
  /** ... elsewhere on the page, where another place may still mean this. */
  introducedOtherElsewhere: -2.6,
  /** ... or this alone, which settles it unless something near speaks against it. */
  introducedElsewhere: 3.5,
  /** A title before a surname. */
  title: 0.6,
  /** A known given name before a surname, a courtesy title before a place's name: somebody else. */
  besideOther: -6,
  /** A capitalised word beside it that may be part of the name. */
  capitalised: -3.2,
  /** ... where it begins the sentence, so that its capital says less. */
  opening: -1.6,
  /** The match sits inside a longer name. */
  longerName: -8,
  /** The alias is of another language than the block. */
  language: -1.0,
  /** A name alone in an item or cell of a list or table. */
  alone: 0.8,
  /** The capitals that tell an abbreviation from a word (US, us) are lost in a shouted line. */
  shoutedAbbreviation: -2.6,
  /** ... and those that tell a name from a word (Ford, ford). */
  shoutedName: -0.6,
  /** A capital at the start of a sentence says nothing, where the alias is mostly a word. */
  sentenceStart: -0.8,
  /** ... and what the page calls its entity elsewhere counts this much. */
  muteShare: 0.5,
  /** Brussels "in" which something is, and Brussels that says something. */
  asPlace: -2.8,
  /** "BRUSSELS (Reuters) - ": where a report was written. */
  asDateline: -6,
  asGovernment: 3.8,
  /** ... that does what cities do as well: "Taipei offers", "Moscow raised its fares". */
  maybeGovernment: 1.5,
  /** That the country is named does not tell whether its capital stands for it. */
  metonymShare: 0.3,
  /** A town and a comma before the abbreviation of a state. */
  afterTown: 3,
  /** ... before its whole name, which districts and provinces have as well. */
  stateAfterTown: 1.5,
  /** A surname where a place would stand: "into Kerry", and maybe "in Kerry". */
  whereabouts: -3,
  maybeWhereabouts: -1.6,
  /** "a dog called Time", "her friend Ford". */
  namedHere: -3.4,
  /** "Our Kerry, who is four". */
  owned: -3,
  /** "Time", alone in quotation marks, is a title or a word that is talked about. */
  quoted: -2,
  /** "Michigan beat Iowa": a place that plays. */
  asTeam: -4.5,
  /** "my IRA", "an IRA": one of many, where the entity is a law, of which there is one. */
  oneOfMany: -4.2,
  /** "Transformer may refer to: …". */
  explainedAsWord: -4,
  /** "Time after time": a word at play. */
  echoed: -2.6,
  /** EV/EBITDA: what is divided is a figure. */
  ratio: -5,
  /** "They told US we would be asked". */
  pronoun: -2.5,
  /** "…; US TO REVIEW SITE": the pronoun is an object, and begins no clause. */
  shoutedSubject: 3,
  /** "Brussels would": a body, or a thing that is spoken of. */
  asSubject: 0.5,
  /** "the EU": one that is known. */
  definite: 0.35,
  /** "a six-player Power Grid": words of a topic with the capitals of a name. */
  ownName: -1.2,
  /** "Directive 2011/65/EU", "0.25 EU/mL": whatever stands around it. */
  inCode: -10,
  /** "Fish pie, Glasgow style". */
  manner: -1.5,
  /** "in Taiwan"; 台湾で, where a particle says less: ships and rivers have it, too. */
  placed: 1.1,
  placedByParticle: 0.5,
  /** A person or a body that says, plans, agrees. */
  acts: 0.7,
  /** "Xi sends condolences" at the head of a headline. */
  actsInHeadline: 3.3,
  /** "Time called on nightspot": what anybody and anything does. */
  mayActInHeadline: 1.65,
  /** "the EV announced": what does so has the name of a thing, and is a body of that name. */
  actsAsBody: -2.2,
  /** "Georgia Healthcare Group … GHG": its initials stand beside it for another name. */
  spelledOtherwise: -3,
  /** "BUF, ROC, SYR". */
  amongCodes: -2,
  /** "a Ford executive". */
  ofCompany: 2.6,
  /** "the US swimmer". */
  describes: 0.7,
  /** "wrote for Time", "was at Ford"; "thirty years on the line at Ford". */
  employer: 2.2,
  employedAt: 3,
  /** "my old Ford". */
  make: 1.6,
  /** "Ford 11.87 −0.05". */
  price: 2.4,
  /** "the Biden presidency", "Pelosi herself". */
  saysWho: 3,
  /** ... by which what other bearers say counts this much. */
  saysWhoShare: 0.3,
  /** "Michigan law". */
  ofState: 1.2,
  /** "a House committee". */
  ofChamber: 2.2,
  /** "Time, 14 March 1969". */
  issue: 3,
  /** "an EV". */
  oneThing: 1,
  /** "The Peking came home": a place with an article is a ship, a house or a team. */
  articleBeforePlace: -2.2,
  /** "América" in English: the name of something elsewhere. */
  foreignAccent: -1.5,
  /** The page names no entity without doubt, so that its subject is hardly that of the pack. */
  silentPage: -0.6,
  /** ... where a name that nearly always means its entity stands without any word that would speak for it. */
  silentPageUsual: -0.75,
  /** ... and where it begins a headline or its sentence goes on with a noun or verb: "Michigan man wins lottery". */
  goesOn: 0.35,
  /** The same words in the same block, already clear by what stands around them there. */
  sameWords: 1.6,
  sameWordsOther: -1.6,
  /** An article before a person's name makes it a word or another thing: "das Blinken", "a Kerry". */
  article: -2.2,
} as const;

/** Entities from which on a pack's silence says something: of a small one most pages name nothing. */
export const TELLING_ENTITIES = 20;

/** What `silentPage` is called among the reasons. */
export const SILENT_PAGE = 'a page that names nothing else';

/** Unambiguous aliases of another language, one word long, start from here. */
export const FOREIGN_PRIOR = 1.8;

/** Log-odds to a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
