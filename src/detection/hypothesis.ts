/** What is judged: that a candidate means one of the things that its words can mean. */
import type { BlockIndex } from './block-index.ts';
import type { PageEvidence } from './evidence.ts';
import type { Sense } from './gazetteer.ts';
import type { Candidate } from './hits.ts';

/** One thing that a candidate may mean, with all that can speak for or against it: what collectors of evidence are given. */
export interface Hypothesis {
  readonly block: BlockIndex;
  readonly evidence: PageEvidence;
  readonly candidate: Candidate;
  readonly sense: Sense;
  /** The candidate's words as written. */
  readonly words: string;
}
