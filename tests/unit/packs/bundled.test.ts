/**
 * The audit of the bundled pack: what an editor would check by hand. Cross-references, dates and
 * addresses are the validator's (loading runs it); here is what makes this pack a good one.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { assembleBundledPack, loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { parseFactDate } from '../../../src/packs/dates.ts';
import { ENTITY_TYPES, type Entity, type Pack } from '../../../src/packs/schema.ts';

const FOLDER = fileURLToPath(
  new URL('../../../src/packs/bundled/us-china-climate/', import.meta.url),
);

/** Entities that the article does not deal with; their notes say so. */
const NOT_IN_ARTICLE = [
  'glasgow-climate-pact',
  'sunnylands-statement-2023',
  'us-paris-withdrawal-2026',
];

/** Lengths that the popover shows without scrolling at its first look. */
const MAX_SUMMARY = 160;
const MAX_FACT = 170;
const MAX_NOTE = 175;
const MAX_CHART_TITLE = 70;
const MAX_CHART_LABEL = 28;
/** More chips than this are a list that nobody reads. */
const MAX_RELATED = 10;
/** An entity with this many links need not answer one more. */
const ENOUGH_RELATED = 8;
/** The article's last paragraph; its title is 0. */
const LAST_PARAGRAPH = 12;
/** Days of the month in which the article appeared. */
const ARTICLE_MONTH = '2023-06';

const pack: Pack = loadBundledPack();

function textsOf(entity: Entity): string[] {
  const { summary, inArticle, facts, since } = entity;
  return [summary, ...[...inArticle, ...facts, ...since].map(({ text }) => text)];
}

function sourcesUsed(): Set<string> {
  const lists = pack.entities.flatMap(({ facts, since, metrics }) => [facts, since, metrics]);
  const points = Object.values(pack.series ?? {}).map((series) => series.points);
  return new Set([...lists, ...points].flat().map(({ source }) => source));
}

describe('the bundled pack', () => {
  it('holds the 65 entities, in the order of their types and then of their ids', () => {
    expect(pack.entities).toHaveLength(65);
    const rank = (entity: Entity) => ENTITY_TYPES.indexOf(entity.type);
    for (const [i, entity] of pack.entities.entries()) {
      const next = pack.entities[i + 1];
      if (!next) continue;
      expect(rank(entity)).toBeLessThanOrEqual(rank(next));
      if (entity.type === next.type) expect(entity.id < next.id).toBe(true);
    }
  });

  it('uses each of its sources and draws each of its series', () => {
    const used = sourcesUsed();
    expect(Object.keys(pack.sources).filter((key) => !used.has(key))).toEqual([]);
    const drawn = new Set(pack.entities.flatMap(({ charts }) => charts ?? []));
    expect(Object.keys(pack.series ?? {}).filter((key) => !drawn.has(key))).toEqual([]);
  });

  it('lists no address under two names', () => {
    const addresses = Object.values(pack.sources).map(({ url }) => url);
    expect(addresses.filter((url, i) => addresses.indexOf(url) !== i)).toEqual([]);
  });

  it('quotes state media only with the state named as the speaker', () => {
    const speaker = /\b(?:Chin(?:a|ese)|Beijing|Hong Kong|CGTN|state|he told|ministry)\b/i;
    const items = pack.entities.flatMap(({ id, facts, since }) =>
      [...facts, ...since].map((fact) => ({ id, ...fact })),
    );
    const silent = items.filter(
      ({ source, text }) => pack.sources[source]?.tier === 'state' && !speaker.test(text),
    );
    expect(silent.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  it('links both ways, unless the other has enough links of its own', () => {
    const byId = new Map(pack.entities.map((entity) => [entity.id, entity]));
    const unanswered = pack.entities.flatMap(({ id, related }) =>
      related
        .map((other) => byId.get(other))
        .filter((other) => other && !other.related.includes(id))
        .filter((other) => other && other.related.length < ENOUGH_RELATED)
        .map((other) => `${id} -> ${other?.id}`),
    );
    expect(unanswered).toEqual([]);
  });

  it.each(pack.entities.map((entity) => [entity.id, entity] as const))('%s', (id, entity) => {
    expect(entity.facts.length).toBeGreaterThan(0);
    for (const fact of entity.facts) {
      // A definition does not change; only these two have no date.
      if (fact.date === null) expect(['decarbonization', 'electrical-transformer']).toContain(id);
    }
    for (const { date } of entity.since) {
      expect(date).not.toBeNull();
      const last = parseFactDate(date ?? '')?.last ?? '';
      expect(last >= ARTICLE_MONTH).toBe(true);
    }

    expect(entity.inArticle.length).toBeGreaterThan(0);
    for (const { paragraph } of entity.inArticle)
      expect(paragraph).toBeLessThanOrEqual(LAST_PARAGRAPH);
    if (NOT_IN_ARTICLE.includes(id))
      expect(entity.inArticle.map(({ text }) => text).join()).toMatch(
        /^(?:Not named in|Not in|Later than) the article/,
      );

    expect(entity.summary.length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect(entity.summary).not.toMatch(/\. \p{Lu}/u);
    for (const { text } of [...entity.facts, ...entity.since])
      expect(text.length).toBeLessThanOrEqual(MAX_FACT);
    for (const { text } of entity.inArticle) expect(text.length).toBeLessThanOrEqual(MAX_NOTE);
    for (const text of textsOf(entity)) {
      expect(text).toMatch(/[.”]$/);
      // Typographic quotes, spelt-out amounts, no double spaces.
      expect(text).not.toMatch(/['"]|\dbn\b|US\$| {2}/);
    }
    expect(entity.related.length).toBeGreaterThan(0);
    expect(entity.related.length).toBeLessThanOrEqual(MAX_RELATED);
    expect(new Set(entity.facts.concat(entity.since).map(({ text }) => text)).size).toBe(
      entity.facts.length + entity.since.length,
    );
  });

  it.each(Object.entries(pack.series ?? {}))('series %s makes an honest chart', (_key, series) => {
    // The title says what is measured and when; the labels are names.
    expect(series.title).toMatch(/\d{4}|a year/);
    expect(series.title.length).toBeLessThanOrEqual(MAX_CHART_TITLE);
    expect(series.unit).not.toBe('');
    for (const { label } of series.points)
      expect(label.length).toBeLessThanOrEqual(MAX_CHART_LABEL);
    // Bars of several years say so, in their labels or by being a goal.
    const years = new Set(series.points.map(({ year }) => year));
    if (series.chart === 'bars' && years.size > 1)
      for (const { label, year } of series.points) expect(label).toContain(String(year));
  });
});

describe('loading the bundled pack', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  async function copyWith(file: string, change: (text: string) => string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'gloss-pack-'));
    folders.push(folder);
    await cp(FOLDER, folder, { recursive: true });
    const path = join(folder, file);
    writeFileSync(path, change(await readFile(path, 'utf8')));
    return folder;
  }

  it('names problems by file and place', async () => {
    const folder = await copyWith('entities/catl.json', (text) =>
      text.replace('"cnevpost-sne-2023"', '"nobody"'),
    );
    expect(() => loadBundledPack(folder)).toThrow(
      'entities/catl.json: facts[0].source: no source "nobody"',
    );
  });
  it('names problems of sources by their file', async () => {
    const folder = await copyWith('sources.json', (text) => text.replace('https://', 'http://'));
    expect(() => loadBundledPack(folder)).toThrow(/^sources\.json: [\w-]+\.url: must be an https/);
  });
  it('names the file that is no JSON', async () => {
    const folder = await copyWith('series.json', (text) => text.slice(0, -5));
    expect(() => assembleBundledPack(folder)).toThrow('series.json');
  });
  it('refuses a file whose name is not its id', async () => {
    const folder = await copyWith('entities/glasgow.json', (text) => text);
    await cp(join(folder, 'entities/glasgow.json'), join(folder, 'entities/other.json'));
    rmSync(join(folder, 'entities/glasgow.json'));
    expect(() => loadBundledPack(folder)).toThrow('entities/other.json: id: is "glasgow"');
  });
});
