/**
 * What goes into detection and what comes out. Detection is pure: no DOM, no browser API, no clock.
 *
 * It works in two steps so that a live page never has to be read twice: `scanBlock` looks at one
 * block's text alone and can be kept as long as that text stands; `decideBlock` turns a scan into
 * mentions in the light of the evidence of the whole page, and is cheap.
 */

/** How much evidence an ambiguous alias needs. */
export type DetectionMode = 'strict' | 'balanced' | 'eager';

/** What kind of block a text stands in; headings and cells carry less context than sentences. */
export type BlockRole = 'text' | 'heading' | 'item' | 'cell';

/** The text of one block-level element as a reader sees it, across its inline elements. */
export interface BlockInput {
  readonly text: string;
  /** BCP 47 tag from the nearest `lang` attribute; null where the page does not say. */
  readonly lang: string | null;
  readonly role: BlockRole;
}

/** A piece of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One reason for or against a mention, in a form that the UI can put into words. */
export interface Reason {
  readonly kind:
    | 'unambiguous' // the alias has one sense only
    | 'same-entity' // the page names the entity unambiguously elsewhere (detail: the text)
    | 'cue-near' // a cue in the same block (detail: the cue)
    | 'cue-far' // a cue elsewhere on the page (detail: the cue)
    | 'related' // a related entity is on the page (detail: its id)
    | 'introduced' // the page itself says what the abbreviation stands for (detail: the text)
    | 'anti-cue' // a word that speaks against it (detail: the word)
    | 'decoy' // another bearer of the name is on the page (detail: the decoy)
    | 'neighbour' // a capitalised word beside it makes it another name (detail: the word)
    | 'language' // the alias is of another language than the block
    | 'context'; // anything else, said in detail
  readonly detail: string;
  /** Positive speaks for the mention, negative against; same scale as Mention.score. */
  readonly weight: number;
}

export interface Mention {
  /** Entity id. */
  readonly entity: string;
  /** UTF-16 offsets into the block's text; never split a surrogate pair or grapheme. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how sure; 1 for an unambiguous alias. */
  readonly score: number;
  readonly ambiguous: boolean;
  readonly reasons: readonly Reason[];
}
