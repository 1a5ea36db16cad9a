import { findForms } from '../../src/detection/match.ts';
import { readWordFilter } from '../../src/packs/word-keys.ts';

/** Where the words of a text begin that a filter lets through, as a page finds them. */
export function passingIn(text: string, filter: Uint32Array): number[] {
  const starts: number[] = [];
  findForms(text, null, [], { filter: readWordFilter(filter), starts });
  return starts;
}
