/**
 * What every collector of evidence is given: a case as judges have it. (In `caseMode` and CASE_ANY the word is
 * about capitals.)
 */
import type { BlockIndex } from './block-index.ts';
import type { PageEvidence } from './evidence.ts';
import type { Sense } from './gazetteer.ts';
import type { Candidate } from './hits.ts';

/** One thing that a candidate may mean, with all that can speak for or against it. */
export interface Case {
  readonly block: BlockIndex;
  readonly evidence: PageEvidence;
  readonly candidate: Candidate;
  readonly sense: Sense;
  /** The candidate's words as written. */
  readonly words: string;
}
