/** What the words beside a match make of it, and what is known when they are looked at. */
import type { EntityType } from '../packs/kinds.ts';

/** What stands beside a match. */
export type Neighbourhood =
  /** Nothing that matters. */
  | { readonly kind: 'none' }
  /** A title or role before it, which goes with a person or company. */
  | { readonly kind: 'title'; readonly word: string }
  /** The match is certainly part of another name: Glasgow University, Lake Michigan. */
  | {
      readonly kind: 'longer-name';
      readonly word: string;
      readonly from: number;
      readonly to: number;
      /** True where its bearer is then called by the bare word: China, Maine; John Kerry, plumber. */
      readonly isBearer?: boolean;
    }
  /**
   * Somebody else's: a known given name before a surname, a courtesy title before a place, the country of
   * an institution, an earlier year of what happened once.
   */
  | {
      readonly kind: 'other-bearer';
      readonly word: string;
      /** True where only a year says so: the Ukraine of an invasion of 1941 is Ukraine all the same. */
      readonly isYear?: boolean;
    }
  /** A capitalised word that is likely, not certainly, part of the name. */
  | { readonly kind: 'capitalised'; readonly word: string }
  /** The same, but the word has its capital from beginning the sentence. */
  | { readonly kind: 'opening'; readonly word: string };

/** What most matches have beside them. */
export const NOTHING_BESIDE: Neighbourhood = { kind: 'none' };

/** What the matcher knows of the surroundings of a match. */
export interface NameContext {
  readonly type: EntityType;
  /** True of a person whom the pack knows from politics: a trade beside the name makes it somebody else's. */
  readonly isPolitician: boolean;
  /** False for "Secretary Kerry", which brings its title along. */
  readonly singleWord: boolean;
  /** True for a town, and for a capital that stands for its government: others may bear its name. */
  readonly townLike: boolean;
  /** True for US, EU, MI. */
  readonly abbreviation: boolean;
  /** True where capitals say nothing: titles, shouted lines, German nouns. */
  readonly capitalsMute: () => boolean;
  /** The same without German nouns, whose verbs are small. */
  readonly titled: () => boolean;
  /** Primary subtag of the block's language; null where it cannot be told. */
  readonly lang: string | null;
  /** True where the word at `at` begins a sentence. */
  readonly opensSentence: (at: number) => boolean;
  /** True where a match of the gazetteer covers text[start, end). */
  readonly isKnownName: (start: number, end: number) => boolean;
}
