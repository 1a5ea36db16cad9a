/**
 * Detection with two gazetteers over the same text: that of the bundled pack, which every page has, and
 * the part of the added packs that the page's words reach, which comes later and may change. Each is
 * matched and decided by itself; here their mentions are put together. Where they overlap the longer
 * one wins, and of equal ones the pack that stands first; a longer decoy of either rules out what
 * lies within it. See docs/decisions/added-packs.md.
 */
import type { EntityType } from '../packs/kinds.ts';
import type { WordFilter } from '../packs/word-keys.ts';
import {
  type BlockScan,
  candidatesIn,
  Decider,
  type Gazetteer,
  isBlank,
  PageEvidence,
  scanBlock,
} from './detect.ts';
import { isLonger } from './hits.ts';
import { findForms, type PassingWords } from './match.ts';
import { placeIn } from './scan.ts';
import type { BlockInput, DetectionMode, Mention, Span } from './types.ts';

/** The part of the added packs that a page has. */
export interface AddedLayer {
  readonly gazetteer: Gazetteer;
  /** Entities that win over bundled ones where both are named by the same words. */
  readonly stronger: ReadonlySet<string>;
}

/** What each gazetteer says of one block; null where it says nothing. */
export interface LayeredScan {
  readonly bundled: BlockScan | null;
  readonly added: BlockScan | null;
  /** The layer that `added` was made with: its numbers mean nothing to another. */
  readonly layer: AddedLayer | null;
  /** What `bundled` came to when it was last decided; shared by all scans of one block that have it. */
  readonly decided: Decided | null;
}

/** Mentions of the bundled pack in one block, good for as long as what they were decided by. */
interface Decided {
  evidence: PageEvidence | null;
  version: number;
  mode: DetectionMode | null;
  mentions: readonly Mention[];
}

const BLANK: LayeredScan = { bundled: null, added: null, layer: null, decided: null };

const kept = (scan: BlockScan): BlockScan | null => (isBlank(scan) ? null : scan);

/** Evidence of a page for both layers. What an earlier added layer said is no evidence any more. */
export class LayeredEvidence {
  readonly bundled: PageEvidence | null;
  #added: { layer: AddedLayer; evidence: PageEvidence } | null = null;
  #version = 0;

  constructor(bundled: Gazetteer | null) {
    this.bundled = bundled ? new PageEvidence(bundled) : null;
  }

  get version(): number {
    return this.#version + (this.bundled?.version ?? 0) + (this.#added?.evidence.version ?? 0);
  }

  /** What the added packs say decides nothing in a block in which they say nothing. */
  versionOf({ added }: LayeredScan): number {
    return added ? this.version : (this.bundled?.version ?? 0);
  }

  /** Evidence for scans of a layer; null for those of an earlier one. */
  added(layer: AddedLayer | null): PageEvidence | null {
    return layer && this.#added?.layer === layer ? this.#added.evidence : null;
  }

  setLayer(layer: AddedLayer): void {
    this.#version = this.version + 1;
    this.#added = { layer, evidence: new PageEvidence(layer.gazetteer) };
  }

  add({ bundled, added, layer }: LayeredScan): void {
    if (bundled) this.bundled?.add(bundled);
    if (added) this.added(layer)?.add(added);
  }

  delete({ bundled, added, layer }: LayeredScan): void {
    if (bundled) this.bundled?.delete(bundled);
    if (added) this.added(layer)?.delete(added);
  }
}

/** A detector whose second layer can be set while it is in use (`Detector` in page/types.ts). */
export class LayeredDetector {
  readonly #bundled: Gazetteer | null;
  #layer: AddedLayer | null = null;
  readonly #types = new Map<string, EntityType>();
  readonly #evidences: LayeredEvidence[] = [];
  readonly #bundledDecider = new Decider();
  readonly #addedDecider = new Decider();

  /** Words of the block that was scanned last; null where nobody asks for them. */
  readonly passing: PassingWords | null;

  /**
   * @param bundled null while the bundled pack is switched off
   * @param filter of the words that begin names of added packs
   */
  constructor(bundled: Gazetteer | null, filter: WordFilter | null = null) {
    this.#bundled = bundled;
    this.passing = filter && { filter, starts: [] };
    if (bundled) this.#know(bundled);
  }

  #know({ entities, types }: Gazetteer): void {
    entities.forEach((id, i) => {
      const type = types[i];
      if (type) this.#types.set(id, type);
    });
  }

  /** From now on blocks are also matched against this; blocks scanned before keep what they had. */
  setLayer(layer: AddedLayer): void {
    this.#layer = layer;
    this.#know(layer.gazetteer);
    for (const evidence of this.#evidences) evidence.setLayer(layer);
  }

  /**
   * @param known a scan of the same block: what the bundled pack says of it is taken from there. Without it
   * `passing` has the block's words afterwards.
   */
  scan(block: BlockInput, known?: LayeredScan): LayeredScan {
    const layer = this.#layer;
    const bundled = known ? known.bundled : this.#scanFirst(block);
    const added = layer && kept(scanBlock(block, layer.gazetteer, null, bundled));
    if (!bundled) return added ? { bundled, added, layer, decided: null } : BLANK;
    const decided = known?.decided ?? { evidence: null, version: 0, mode: null, mentions: [] };
    return { bundled, added, layer, decided };
  }

  #scanFirst(block: BlockInput): BlockScan | null {
    const { passing } = this;
    if (passing) passing.starts.length = 0;
    if (this.#bundled) return kept(scanBlock(block, this.#bundled, passing));
    findForms(block.text, null, [], passing);
    return null;
  }

  candidates({ bundled, added }: LayeredScan): readonly Span[] {
    const ofBundled = bundled ? candidatesIn(bundled) : [];
    return added ? [...ofBundled, ...candidatesIn(added)] : ofBundled;
  }

  /** True when the added packs said something of it that they may no longer say. */
  isOutdated({ added, layer }: LayeredScan): boolean {
    return added !== null && layer !== this.#layer;
  }

  isBlank(scan: LayeredScan): boolean {
    return scan === BLANK;
  }

  evidence(): LayeredEvidence {
    const evidence = new LayeredEvidence(this.#bundled);
    if (this.#layer) evidence.setLayer(this.#layer);
    this.#evidences.push(evidence);
    return evidence;
  }

  /** As `Decider.decide` does. */
  decide(
    scan: LayeredScan,
    evidence: LayeredEvidence,
    mode: DetectionMode,
    settledOnly: boolean,
    isOver: () => boolean,
  ): readonly Mention[] | null {
    const { bundled, added, layer } = scan;
    const others = evidence.added(layer);
    const ofBundled = evidence.bundled
      ? this.#decideBundled(scan, evidence.bundled, mode, settledOnly, isOver)
      : [];
    if (!ofBundled || !added || !others || !layer) return ofBundled;
    const ofAdded = this.#addedDecider.decide(added, others, mode, settledOnly, isOver);
    if (!ofAdded) return null;
    if (ofAdded.length === 0 && !added.candidates.some(({ decoy }) => decoy)) return ofBundled;
    return merge(
      ofBundled.filter((mention) => !isInDecoy(mention, added)),
      ofAdded.filter((mention) => !bundled || !isInDecoy(mention, bundled)),
      layer.stronger,
    );
  }

  /** What an added pack says changes nothing in this: it is decided once, and not for each layer anew. */
  #decideBundled(
    { bundled, decided }: LayeredScan,
    evidence: PageEvidence,
    mode: DetectionMode,
    settledOnly: boolean,
    isOver: () => boolean,
  ): readonly Mention[] | null {
    if (!bundled || !decided) return [];
    const { version } = evidence;
    if (decided.evidence === evidence && decided.version === version && decided.mode === mode) {
      return settledOnly
        ? decided.mentions.filter(({ ambiguous }) => !ambiguous)
        : decided.mentions;
    }
    const mentions = this.#bundledDecider.decide(bundled, evidence, mode, settledOnly, isOver);
    if (!mentions || settledOnly) return mentions;
    Object.assign(decided, { evidence, version, mode, mentions } satisfies Decided);
    return mentions;
  }

  /** @throws Error for an id that is of neither layer. */
  typeOf(entity: string): EntityType {
    const type = this.#types.get(entity);
    if (!type) throw new Error(`no entity ${entity}`);
    return type;
  }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function isInDecoy(mention: Mention, scan: BlockScan): boolean {
  return scan.candidates.some((other) => {
    if (!other.decoy) return false;
    const place = placeIn(scan, other);
    return overlap(place, mention) && isLonger(place, mention);
  });
}

/** Mentions of both without overlaps, in the order of the text. */
function merge(
  bundled: readonly Mention[],
  added: readonly Mention[],
  stronger: ReadonlySet<string>,
): Mention[] {
  const inOrder = [
    ...added.filter(({ entity }) => stronger.has(entity)),
    ...bundled,
    ...added.filter(({ entity }) => !stronger.has(entity)),
  ];
  // Sorting is stable, so of equal ones the stronger still comes first.
  inOrder.sort((a, b) => b.end - b.start - (a.end - a.start));
  const chosen: Mention[] = [];
  for (const mention of inOrder) {
    if (!chosen.some((other) => overlap(other, mention))) chosen.push(mention);
  }
  return chosen.sort((a, b) => a.start - b.start);
}
