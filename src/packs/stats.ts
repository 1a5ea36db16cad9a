/** What a pack holds, in numbers: for its editors, and for the preview before it is added. */
import type { Pack } from './schema.ts';

/** How many of something by a name, the most first; equal counts by name. */
export type Counts = readonly (readonly [name: string, count: number])[];

export interface PackStats {
  entities: number;
  entitiesByType: Counts;
  aliases: number;
  ambiguousAliases: number;
  aliasesByLanguage: Counts;
  decoys: number;
  facts: number;
  /** Facts without a date. */
  undatedFacts: number;
  metrics: number;
  series: number;
  sources: number;
  sourcesByTier: Counts;
  sourcesByHost: Counts;
  /** Keys of sources that nothing cites. */
  unusedSources: string[];
}

/** How often each name occurs. */
export function countBy(names: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Every `source` key that a fact, metric or point of a series names, with repetitions. */
function citedSources(pack: Pack): string[] {
  const { entities, series = {} } = pack;
  const lists = entities.flatMap(({ facts, since, metrics }) => [facts, since, metrics]);
  const points = Object.values(series).map((one) => one.points);
  const summaries = entities.flatMap(({ source }) => source ?? []);
  return [...summaries, ...[...lists, ...points].flat().map(({ source }) => source)];
}

/** Counts the parts of a valid pack. */
export function packStats(pack: Pack): PackStats {
  const { entities, sources, series = {}, decoys = [] } = pack;
  const aliases = entities.flatMap((entity) => entity.aliases);
  const facts = entities.flatMap(({ facts: known, since }) => [...known, ...since]);
  const cited = new Set(citedSources(pack));
  return {
    entities: entities.length,
    entitiesByType: countBy(entities.map(({ type }) => type)),
    aliases: aliases.length,
    ambiguousAliases: aliases.filter(({ ambiguous }) => ambiguous).length,
    aliasesByLanguage: countBy(aliases.map(({ lang }) => lang)),
    decoys: decoys.length,
    facts: facts.length,
    undatedFacts: facts.filter(({ date }) => date === null).length,
    metrics: entities.reduce((sum, { metrics }) => sum + metrics.length, 0),
    series: Object.keys(series).length,
    sources: Object.keys(sources).length,
    sourcesByTier: countBy(Object.values(sources).map(({ tier }) => tier)),
    sourcesByHost: countBy(Object.values(sources).map(({ url }) => new URL(url).hostname)),
    unusedSources: Object.keys(sources).filter((key) => !cited.has(key)),
  };
}
