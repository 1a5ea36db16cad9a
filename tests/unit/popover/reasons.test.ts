import '../../fixtures/extension.ts';
import { describe, expect, it } from 'vitest';
import type { Mention, Reason } from '../../../src/detection/types.ts';
import { reasonsInWords } from '../../../src/popover/reasons.ts';

const KINDS: Reason['kind'][] = [
  'unambiguous',
  'same-entity',
  'cue-near',
  'cue-far',
  'related',
  'introduced',
  'anti-cue',
  'decoy',
  'neighbour',
  'language',
  'context',
];

const mention = (...reasons: Reason[]): Mention => ({
  entity: 'inflation-reduction-act',
  start: 0,
  end: 3,
  score: 0.8,
  ambiguous: true,
  reasons,
});
const nameOf = (id: string) => (id === 'catl' ? 'CATL' : undefined);

describe('reasonsInWords', () => {
  it.each(KINDS)('has words for %s', (kind) => {
    const { for: words } = reasonsInWords(mention({ kind, detail: 'climate', weight: 1 }), nameOf);
    expect(words).toHaveLength(1);
    expect(words[0]).not.toContain('$');
    expect(words[0]?.length).toBeGreaterThan(5);
  });

  it('parts what speaks for from what speaks against, the weightiest first', () => {
    const words = reasonsInWords(
      mention(
        { kind: 'cue-far', detail: 'climate', weight: 0.1 },
        { kind: 'anti-cue', detail: 'pension', weight: -0.3 },
        { kind: 'same-entity', detail: 'Inflation Reduction Act', weight: 0.6 },
      ),
      nameOf,
    );
    expect(words.for.map((text) => /“(.*)”/.exec(text)?.[1])).toEqual([
      'Inflation Reduction Act',
      'climate',
    ]);
    expect(words.against).toEqual([expect.stringContaining('pension')]);
  });

  it('says a related entity by its name, and nothing twice', () => {
    const related: Reason = { kind: 'related', detail: 'catl', weight: 0.2 };
    expect(reasonsInWords(mention(related, related), nameOf).for).toEqual([
      expect.stringContaining('CATL'),
    ]);
  });
});
