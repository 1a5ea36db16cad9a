import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../src/detection/detect.ts';
import {
  LayeredDetector,
  type LayeredEvidence,
  type LayeredScan,
} from '../../../src/detection/layers.ts';
import type { DetectionMode } from '../../../src/detection/types.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import type { Pack } from '../../../src/packs/schema.ts';
import { sketchPack } from '../../support/shelved.ts';

const gazetteer = (pack: Pack) => loadGazetteer(compileGazetteer([pack]));
const block = (text: string) => ({ text, lang: 'en', role: 'text' }) as const;

const BUNDLED = gazetteer(
  sketchPack(
    'bundled',
    [
      { id: 'ford', aliases: ['Ford'], type: 'organization' },
      { id: 'paris', aliases: ['Paris Agreement'], type: 'agreement' },
      { id: 'ira', aliases: [{ text: 'IRA', ambiguous: true }], cues: ['climate', 'tax'] },
    ],
    ['Gerald Ford'],
  ),
);
const ADDED = gazetteer(
  sketchPack(
    'added',
    [
      { id: 'added:ford', aliases: ['Ford', 'Ford Focus'] },
      { id: 'added:gerald', aliases: ['Ford pardon'] },
      { id: 'added:paris', aliases: ['Paris'] },
      { id: 'added:lime', aliases: [{ text: 'Lime', ambiguous: true }], cues: ['tree', 'leaves'] },
    ],
    ['Ford Foundation'],
  ),
);

/** Decided in one go. */
const decided = (
  detector: LayeredDetector,
  ...asked: [LayeredScan, LayeredEvidence, DetectionMode]
) => detector.decide(...asked, false, () => false) ?? [];

function detect(
  texts: readonly string[],
  stronger: readonly string[] = [],
  bundled = true,
  mode: DetectionMode = 'balanced',
) {
  const detector = new LayeredDetector(bundled ? BUNDLED : null);
  detector.setLayer({ gazetteer: ADDED, stronger: new Set(stronger) });
  const evidence = detector.evidence();
  const scans = texts.map((text) => detector.scan(block(text)));
  for (const scan of scans) evidence.add(scan);
  return scans.map((scan, i) =>
    decided(detector, scan, evidence, mode).map(
      ({ entity, start, end }) => `${texts[i]?.slice(start, end)} -> ${entity}`,
    ),
  );
}

describe('mentions of the bundled pack and of added ones', () => {
  it('stand side by side', () => {
    expect(detect(['The Paris Agreement was signed; the Ford Focus was sold.'])).toEqual([
      ['Paris Agreement -> paris', 'Ford Focus -> added:ford'],
    ]);
  });
  it('of the same words are those of the pack that stands first', () => {
    expect(detect(['They sold a Ford there.'])).toEqual([['Ford -> ford']]);
    expect(detect(['They sold a Ford there.'], ['added:ford'])).toEqual([['Ford -> added:ford']]);
  });
  it('of longer words win whatever the order', () => {
    expect(detect(['The Paris Agreement.'], ['added:paris'])).toEqual([
      ['Paris Agreement -> paris'],
    ]);
  });
  it('give way to longer names that are something else, of either', () => {
    expect(detect(['The Ford Foundation gave money.'])).toEqual([[]]);
    expect(detect(['They met Gerald Ford there.'], ['added:ford'])).toEqual([[]]);
  });
  it('are confirmed by cues in other blocks', () => {
    const eager = (...texts: string[]) => detect(texts, [], true, 'eager')[0];
    expect(eager('They planted a Lime there.')).toEqual([]);
    expect(eager('They planted a Lime there.', 'The tree grew leaves.')).toEqual([
      'Lime -> added:lime',
    ]);
  });
  it('are those of added packs alone while the bundled one is off', () => {
    expect(detect(['The Paris Agreement and a Ford.'], [], false)).toEqual([
      ['Paris -> added:paris', 'Ford -> added:ford'],
    ]);
  });
});

describe('a layer that comes later', () => {
  it('takes over what the bundled pack said of a block, and decides anew only where it says something', () => {
    const detector = new LayeredDetector(BUNDLED);
    const evidence = detector.evidence();
    const blocks = ['They sold a Ford there.', 'Ford pardon, they said.'].map(block);
    const early = blocks.map((each) => detector.scan(each));
    for (const scan of early) evidence.add(scan);
    const versions = early.map((scan) => evidence.versionOf(scan));
    detector.setLayer({ gazetteer: ADDED, stronger: new Set() });
    const scans = blocks.map((each, i) => detector.scan(each, early[i]));
    scans.forEach((scan, i) => {
      expect(scan.bundled).toBe(early[i]?.bundled);
      evidence.add(scan);
      if (early[i]) evidence.delete(early[i]);
    });
    expect(early.map((scan) => evidence.versionOf(scan))).toEqual(versions);
    const light = scans.map((scan) => evidence.versionOf(scan));
    evidence.add(detector.scan(block('The tree grew leaves.')));
    scans.forEach((scan, i) => {
      expect(evidence.versionOf(scan)).toBeGreaterThan(light[i] ?? 0);
    });
  });

  it('outdates what an earlier one said, and its evidence', () => {
    const detector = new LayeredDetector(BUNDLED);
    const evidence = detector.evidence();
    const early = detector.scan(block('A Ford Focus and the Paris Agreement.'));
    evidence.add(early);
    expect(detector.isOutdated(early)).toBe(false);
    expect(decided(detector, early, evidence, 'balanced')).toHaveLength(2);
    const version = evidence.version;
    detector.setLayer({ gazetteer: ADDED, stronger: new Set() });
    expect(evidence.version).toBeGreaterThan(version);
    const second = detector.scan(block('A Ford Focus.'));
    evidence.add(second);
    detector.setLayer({ gazetteer: ADDED, stronger: new Set() });
    expect(detector.isOutdated(second)).toBe(true);
    // Taking back what is forgotten anyway must not upset the new evidence.
    evidence.delete(second);
    expect(decided(detector, second, evidence, 'balanced').map(({ entity }) => entity)).toEqual([
      'ford',
    ]);
  });

  it('leaves what the bundled pack came to as it was, until its own evidence or the mode changes', () => {
    const detector = new LayeredDetector(BUNDLED);
    const evidence = detector.evidence();
    const text = block('The IRA and the Paris Agreement and Ford Focus.');
    const early = detector.scan(text);
    evidence.add(early);
    const [first] = decided(detector, early, evidence, 'eager');
    expect(first?.entity).toBe('paris');
    detector.setLayer({ gazetteer: ADDED, stronger: new Set() });
    const late = detector.scan(text, early);
    evidence.add(late);
    evidence.delete(early);
    const entities = (mode: DetectionMode) =>
      decided(detector, late, evidence, mode).map(({ entity }) => entity);
    // The very same mention: nothing was decided again.
    expect(decided(detector, late, evidence, 'eager')).toContain(first);
    expect(entities('eager')).toEqual(['paris', 'added:ford']);
    evidence.add(detector.scan(block('A tax for the climate.')));
    expect(entities('eager')).toEqual(['ira', 'paris', 'added:ford']);
    expect(entities('strict')).toEqual(['paris', 'added:ford']);
    // Evidence of another page decides for itself.
    const other = detector.evidence();
    other.add(late);
    expect(decided(detector, late, other, 'eager').map(({ entity }) => entity)).toEqual([
      'paris',
      'added:ford',
    ]);
  });
});
