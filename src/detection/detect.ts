/**
 * Detection's door: text in, mentions out. Pure; see types.ts for how its two steps go together.
 *
 * scanBlock -> what a block says by itself · PageEvidence -> what all blocks say together ·
 * decideBlock -> the block's mentions in that light.
 */
import { Decider, decideBlock } from './decide.ts';
import { PageEvidence } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type BlockScan, candidatesIn, isBlank, scanBlock } from './scan.ts';
import type { BlockInput, DetectionMode, Mention } from './types.ts';

export { Decider, decideBlock } from './decide.ts';
export { PageEvidence } from './evidence.ts';
export { type Gazetteer, loadGazetteer } from './gazetteer.ts';
export { type BlockScan, candidatesIn, hasCandidates, isBlank, scanBlock } from './scan.ts';

/** Scans all blocks of a page, then decides them: for the command line and for tests. */
export function detectBlocks(
  blocks: readonly BlockInput[],
  gazetteer: Gazetteer,
  mode: DetectionMode,
): Mention[][] {
  const evidence = new PageEvidence(gazetteer);
  const scans = blocks.map((block) => scanBlock(block, gazetteer));
  for (const scan of scans) evidence.add(scan);
  return scans.map((scan) => decideBlock(scan, evidence, mode));
}

/** Detection as the page layer takes it in (`Detector` in page/types.ts). */
export function createDetector(gazetteer: Gazetteer) {
  const types = new Map(gazetteer.entities.map((id, i) => [id, gazetteer.types[i]]));
  const decider = new Decider();
  return {
    scan: (block: BlockInput): BlockScan => scanBlock(block, gazetteer),
    candidates: candidatesIn,
    isBlank,
    evidence: () => new PageEvidence(gazetteer),
    decide: (...asked: Parameters<Decider['decide']>): Mention[] | null => decider.decide(...asked),
    /** @throws Error for an id that is not of this gazetteer. */
    typeOf(entity: string) {
      const type = types.get(entity);
      if (!type) throw new Error(`no entity ${entity}`);
      return type;
    },
  };
}
