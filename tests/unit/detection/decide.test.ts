/** What deciding a block costs, counted: how much it does between two looks at the clock, and how much it leaves out. */
import { describe, expect, it, vi } from 'vitest';
import { Decider, decideBlock, PageEvidence, scanBlock } from '../../../src/detection/detect.ts';
import type { Mention } from '../../../src/detection/types.ts';
import { tinyGazetteer } from './tiny.ts';

const CUES = Array.from(
  { length: 40 },
  (_, i) => `topic${String.fromCharCode(97 + (i % 26), 97 + i)}`,
);
const gazetteer = tinyGazetteer({
  kerry: {
    type: 'person',
    aliases: ['John Kerry', { text: 'Kerry', ambiguous: true }],
    cues: ['envoy', ...CUES],
  },
  law: { type: 'law', aliases: [{ text: 'IRA', case: 'exact', ambiguous: true }] },
  china: { type: 'place', aliases: ['China'] },
});
const scan = (text: string) => scanBlock({ text, lang: 'en', role: 'text' }, gazetteer);
const never = () => false;
const words = (mentions: readonly Mention[] | null) =>
  mentions?.map(({ entity, start, end, score }) => [entity, start, end, score]);

function evidenceOf(...texts: string[]): PageEvidence {
  const evidence = new PageEvidence(gazetteer);
  for (const text of texts) evidence.add(scan(text));
  return evidence;
}

describe('a block with many names', () => {
  const many = scan('Kerry, the envoy, met John Kerry in China, and Kerry left. '.repeat(50));
  const evidence = evidenceOf('John Kerry came.');

  it('is decided one candidate at a time, and comes to the same', () => {
    const decider = new Decider();
    const asks = vi.spyOn(evidence, 'cues');
    let slices = 0;
    let most = 0;
    let found: Mention[] | null = null;
    while (!found && slices < 1000) {
      asks.mockClear();
      found = decider.decide(many, evidence, 'balanced', false, () => true);
      most = Math.max(most, asks.mock.calls.length);
      slices++;
    }
    asks.mockRestore();
    expect(slices).toBe(many.candidates.length);
    // Cues and anti-cues of the one entity that the one candidate may mean.
    expect(most).toBe(2);
    expect(words(found)).toEqual(words(decideBlock(many, evidence, 'balanced')));
  });

  it('is begun again when the evidence has changed meanwhile', () => {
    const changing = evidenceOf();
    const decider = new Decider();
    const lone = scan('Kerry left. Kerry slept.');
    expect(decider.decide(lone, changing, 'balanced', false, () => true)).toBeNull();
    changing.add(scan('John Kerry came.'));
    expect(decider.decide(lone, changing, 'balanced', false, never)).toHaveLength(2);
  });

  it('goes on with the block that was begun, and with no other', () => {
    const decider = new Decider();
    const other = scan('China and John Kerry.');
    expect(decider.decide(many, evidence, 'balanced', false, () => true)).toBeNull();
    expect(decider.decide(other, evidence, 'balanced', false, never)).toHaveLength(2);
    expect(decider.decide(many, evidence, 'strict', false, never)).toHaveLength(
      decideBlock(many, evidence, 'strict').length,
    );
  });
});

describe('what needs no deciding', () => {
  it('is found without weighing anything', () => {
    const evidence = evidenceOf('John Kerry came.');
    const asked = [
      vi.spyOn(evidence, 'cues'),
      vi.spyOn(evidence, 'anchors'),
      vi.spyOn(evidence, 'isNamed'),
    ];
    const decider = new Decider();
    const block = scan('Kerry, John Kerry, the IRA and China.');
    const found = decider.decide(block, evidence, 'balanced', true, never);
    expect(found?.map(({ entity, score }) => [entity, score])).toEqual([
      ['kerry', 1],
      ['china', 1],
    ]);
    expect(asked.flatMap(({ mock }) => mock.calls as unknown[])).toEqual([]);
  });
});

describe('reasons', () => {
  it('are given when somebody asks, and decided by nothing that they say', () => {
    const evidence = evidenceOf('The envoy slept.', 'John Kerry came.');
    const block = scan('Kerry left.');
    const [mention] = decideBlock(block, evidence, 'balanced');
    const cues = vi.spyOn(evidence, 'cues');
    expect(mention?.score).toBeGreaterThan(0.5);
    expect(cues).not.toHaveBeenCalled();
    expect(mention?.reasons.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      'same-entity: John Kerry',
      'cue-far: envoy',
    ]);
    expect(cues).toHaveBeenCalled();
  });

  it('are as many as count, however many cues a page has', () => {
    const evidence = evidenceOf(`${CUES.join(', ')}.`, 'John Kerry came.');
    const [mention] = decideBlock(scan('Kerry left.'), evidence, 'balanced');
    const far = mention?.reasons.filter(({ kind }) => kind === 'cue-far') ?? [];
    expect(far).toHaveLength(9);
  });

  it('are none for what is no mention any more', () => {
    const evidence = evidenceOf();
    const name = scan('John Kerry came.');
    evidence.add(name);
    const [mention] = decideBlock(scan('Kerry left.'), evidence, 'balanced');
    evidence.delete(name);
    expect(mention?.reasons).toEqual([]);
  });
});
