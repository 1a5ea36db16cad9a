/** A small detector: aliases as plain words, "?" before an alias that needs evidence. */
import type { Mention } from '../../../src/detection/types.ts';
import type { Detector } from '../../../src/page/types.ts';

export interface FakeScan {
  readonly text: string;
  readonly found: readonly Mention[];
}

const ALIASES: readonly (readonly [alias: string, entity: string, ambiguous: boolean])[] = [
  ['Inflation Reduction Act', 'inflation-reduction-act', false],
  ['IRA', 'inflation-reduction-act', true],
  ['Ford Motor Company', 'ford-motor-company', false],
  ['Ford', 'ford-motor-company', true],
  ['China', 'china', false],
  ['CATL', 'catl', false],
  ['COP26', 'cop26', false],
  ['中国', 'china', false],
];

const TYPES = { 'inflation-reduction-act': 'law', china: 'place', cop26: 'event' } as const;

function scanText(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const [alias, entity, ambiguous] of ALIASES) {
    const words = alias.split(' ').join('\\s+');
    const edge = /^\p{Lo}/u.test(alias) ? '' : '(?![\\p{L}\\p{N}])';
    const before = edge === '' ? '' : '(?<![\\p{L}\\p{N}])';
    for (const match of text.matchAll(new RegExp(before + words + edge, 'gu'))) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const score = ambiguous ? 0.8 : 1;
      found.push({ entity, start, end, score, ambiguous, reasons: [] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Ambiguous aliases count when the page names the entity without ambiguity anywhere. */
export function fakeDetector(scanned: string[] = []): Detector<FakeScan> {
  return {
    scan(block) {
      scanned.push(block.text);
      return { text: block.text, found: scanText(block.text) };
    },
    candidates: (scan) => scan.found,
    isBlank: (scan) => scan.found.length === 0,
    evidence() {
      const scans = new Set<FakeScan>();
      let version = 0;
      return {
        add(scan) {
          scans.add(scan);
          version++;
        },
        delete(scan) {
          if (scans.delete(scan)) version++;
        },
        get version() {
          return version;
        },
        versionOf: () => version,
        scans,
      };
    },
    decide(scan, evidence, mode, settledOnly) {
      if (settledOnly) return scan.found.filter((m) => !m.ambiguous);
      const { scans } = evidence as unknown as { scans: Set<FakeScan> };
      const sure = new Set(
        [...scans].flatMap(({ found }) => found.filter((m) => !m.ambiguous)).map((m) => m.entity),
      );
      return scan.found.filter((m) => !m.ambiguous || mode === 'eager' || sure.has(m.entity));
    },
    typeOf: (entity) => TYPES[entity as keyof typeof TYPES] ?? 'organization',
  };
}
