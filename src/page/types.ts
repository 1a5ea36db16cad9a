/** What the page layer takes in, and what it hands to whoever composes it with the popover. */
import type { BlockInput, DetectionMode, Mention, Span } from '../detection/types.ts';
import type { EntityType } from '../packs/schema.ts';

/** A mention that stands in the page now. */
export interface PageMention {
  readonly entity: string;
  readonly type: EntityType;
  /** The words as the page shows them. */
  readonly text: string;
  readonly mention: Mention;
  /** The mention's text in the page, as it stood when it was read. */
  range(): StaticRange;
  /** Rectangles of the mention in client coordinates, one a line; empty when it is not rendered. */
  rects(): DOMRect[];
  /** The element that the mention's text is in. */
  readonly element: Element;
  /** The link that contains the mention, if any: a click there belongs to the page. */
  readonly link: Element | null;
  /** False once its text has left the page or changed. */
  isCurrent(): boolean;
}

/** What can be read: a document's body, an open shadow root, or any element or text in one. */
export type Scope = Element | ShadowRoot | Text;

/** Evidence of a whole page, kept by detection; see `PageEvidence` there. */
export interface Evidence<Scan> {
  add(scan: Scan): void;
  delete(scan: Scan): void;
  /** Changes whenever decisions may change. */
  readonly version: number;
  /** Changes whenever the decision on this scan may change; compared for the same scan only. */
  versionOf(scan: Scan): number;
}

/**
 * Detection as the page layer uses it. `Scan` is opaque here: what detection keeps of one block.
 * content.iife.ts makes one from `detection/` and the bundled gazetteer; tests make small ones.
 */
export interface Detector<Scan> {
  /** @param known what it said of the same block before it knew more; see `Reading.readAgain` */
  scan(block: BlockInput, known?: Scan): Scan;
  /** Where the block may hold mentions, overlapping ones too. */
  candidates(scan: Scan): readonly Span[];
  /** True when the scan says nothing at all, of this block or of the page: nobody needs to keep it. */
  isBlank(scan: Scan): boolean;
  evidence(): Evidence<Scan>;
  /** It may come to know more of a block while the page is open; see `Reading.readAgain`. */
  readonly learns?: boolean;
  /**
   * The mentions of one block, in the order of its text.
   * @param settledOnly only those that hang on no evidence, which is soon said: what overlaps others may be left out
   * @param isOver asked now and then where a block has many
   * @returns null when it was over before all were decided; asked the same again, it goes on there
   */
  decide(
    scan: Scan,
    evidence: Evidence<Scan>,
    mode: DetectionMode,
    settledOnly: boolean,
    isOver: () => boolean,
  ): readonly Mention[] | null;
  /** Kind of an entity, for the name of its highlight. */
  typeOf(entity: string): EntityType;
}
