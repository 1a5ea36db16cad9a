/**
 * Sentences, article notes and links of the bundled pack, by the rules of
 * docs/decisions/bundled-pack-editing.md.
 */
import { describe, expect, it } from 'vitest';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import type { Entity, Pack } from '../../../src/packs/schema.ts';

const pack: Pack = loadBundledPack();
const byId = new Map(pack.entities.map((entity) => [entity.id, entity]));

/** Lengths that the popover shows without scrolling at its first look. */
const MAX_SUMMARY = 160;
const MAX_FACT = 170;
const MAX_NOTE = 175;
const MAX_CHART_TITLE = 70;
const MAX_LABEL = 100;
const MAX_CHART_LABEL = 28;
/** More chips than this are a list that nobody reads. */
const MAX_RELATED = 10;
/** An entity with this many links need not answer one more. */
const ENOUGH_RELATED = 8;
/** Blocks of the article that say something of its subject: neither its title nor what pages add. */
const PARAGRAPHS = [2, 3, 4, 5, 6, 7, 8, 9];
/** The newsletter and the author's address, which only the magazine's own entity needs. */
const LAST_LINES = [10, 12];

/** Entities that the article does not deal with; their notes say so. */
const NOT_IN_ARTICLE = [
  'glasgow-climate-pact',
  'sunnylands-statement-2023',
  'us-paris-withdrawal-2026',
];

function textsOf({ summary, inArticle, facts, since }: Entity): string[] {
  return [summary, ...[...inArticle, ...facts, ...since].map(({ text }) => text)];
}
const sentences = pack.entities.flatMap((entity) =>
  textsOf(entity).map((text) => ({ id: entity.id, text })),
);
const labels = [
  ...pack.entities.flatMap(({ id, metrics }) => metrics.map(({ label }) => ({ id, text: label }))),
  ...Object.entries(pack.series ?? {}).flatMap(([id, { title, points }]) =>
    [title, ...points.map(({ label }) => label)].map((text) => ({ id, text })),
  ),
];
const written = ({ id, text }: { id: string; text: string }) => `${id}: ${text}`;

function having(pattern: RegExp, list = [...sentences, ...labels]): string[] {
  return list.filter(({ text }) => pattern.test(text)).map(written);
}

describe('sentences of the bundled pack', () => {
  it('fit a popover', () => {
    const long = pack.entities.flatMap(({ id, summary, facts, since, inArticle }) =>
      [
        [MAX_SUMMARY, [summary]] as const,
        [MAX_FACT, [...facts, ...since].map(({ text }) => text)] as const,
        [MAX_NOTE, inArticle.map(({ text }) => text)] as const,
      ].flatMap(([most, texts]) =>
        texts.filter(({ length }) => length > most).map((text) => written({ id, text })),
      ),
    );
    expect(long).toEqual([]);
  });

  it('end, and have typographic quotes and single spaces', () => {
    expect(sentences.filter(({ text }) => !/[.”]$/.test(text)).map(written)).toEqual([]);
    expect(having(/['"]| {2}|\.\.|[!]/)).toEqual([]);
  });

  it('are one in a summary, which does not open with the name above it', () => {
    for (const { id, name, summary } of pack.entities) {
      expect(summary, id).not.toMatch(/\. \p{Lu}/u);
      expect(summary.toLowerCase().startsWith(name.toLowerCase()), id).toBe(false);
    }
  });

  it('write sums, countries and quantities in one way', () => {
    expect(having(/\d ?(?:bn|m|mn|trn)\b|US\$|\bU\.S\.|\d ?per cent|\bpercent\b/)).toEqual([]);
    expect(having(/US–China|U\.K\.|loss-and-damage|CO₂/)).toEqual([]);
  });

  it('are in British spelling', () => {
    expect(having(/\b(?:labor|defense|center|favor|program|toward)\b/i)).toEqual([]);
    // Lower case only: Galvanize is a firm.
    expect(having(/\b[a-z]+(?:iz(?:e|es|ed|ing|ations?)|yz(?:e|es|ed|ing))\b/)).toEqual([]);
    expect(pack.entities.filter(({ name }) => /ization/.test(name))).toEqual([]);
  });

  it('do not depend on the day on which they are read, nor on a page', () => {
    expect(having(/\b(?:now|today|currently|recently|presently|nowadays|so far|here)\b/i)).toEqual(
      [],
    );
    expect(having(/\b(?:this|last|next) (?:year|month|week|winter|summer)\b/i)).toEqual([]);
  });

  it('do not judge', () => {
    const loaded =
      /\b(?:regime|so-called|slam(?:s|med)|blast(?:s|ed)|controversial|notorious|historic|landmark|massive|huge|dramatic(?:ally)?|shocking|clearly|of course|admit(?:s|ted)|claim(?:ed)? falsely)\b/i;
    expect(having(loaded)).toEqual([]);
  });

  /** Matters that several entities mention: what a sentence on it is known by, and has to say. */
  const matters: [string, RegExp, RegExp][] = [
    ['China’s goal for 2035', /China.*\bpeak\b.*2035|2035.*\bpeak\b/, /7–10%/],
    ['China’s goal of neutrality', /carbon neutral.*2060/, /before 2060/],
    ['China’s emissions since 2024', /flat or falling/, /21 months.*Carbon Brief.*not yet certain/],
    ['batteries made in China', /three-quarters/, /sold worldwide/],
    ['Russia’s share of EU gas', /45%.*gas|gas.*45%|45% of/, /13%|as much as 45%/],
    ['the EU’s ban on Russian gas', /\bban on Russian gas\b/, /30 September 2027/],
    ['the Xinjiang list', /forced-labour list/, /37 companies.*144|Entities on/],
    ['the law on goods from Xinjiang', /presumes/, /Since June 2022.*unless proven otherwise/],
    ['the UN report on Xinjiang', /crimes against humanity/, /may amount|US government has/],
    ['the House vote on the climate law', /\b220(?:–| votes| to)/, /220(?:–| votes to | to )207/],
    ['what Ford’s plant costs', /\$3\.\d billion/, /\$3\.5 billion/],
    ['the plant’s first plan', /\bfirst plan\b/i, /35 GWh/],
    ['the balloon', /weather/, /weather balloon/],
  ];
  it.each(matters)('say one thing of %s', (_matter, known, must) => {
    const about = [...sentences, ...labels].filter(({ text }) => known.test(text));
    expect(about.length).toBeGreaterThan(0);
    expect(about.filter(({ text }) => !must.test(text)).map(written)).toEqual([]);
  });

  it('fit a chart', () => {
    for (const { title, points } of Object.values(pack.series ?? {})) {
      expect(title.length, title).toBeLessThanOrEqual(MAX_CHART_TITLE);
      for (const { label } of points)
        expect(label.length, label).toBeLessThanOrEqual(MAX_CHART_LABEL);
    }
    expect(labels.filter(({ text }) => text.length > MAX_LABEL).map(written)).toEqual([]);
  });
});

describe('what the bundled pack says of the article', () => {
  const absence = /^(?:Not named in|Not in|Later than) the article/;

  it('is said for every entity, and that it is not there for those that are not', () => {
    for (const { id, inArticle } of pack.entities) {
      expect(inArticle.length, id).toBeGreaterThan(0);
      const absent = inArticle.some(({ text }) => absence.test(text));
      expect(absent, id).toBe(NOT_IN_ARTICLE.includes(id));
    }
  });

  it('names a paragraph that has something to say', () => {
    for (const { id, inArticle } of pack.entities) {
      const known = id === 'time-magazine' ? [...PARAGRAPHS, ...LAST_LINES] : PARAGRAPHS;
      for (const { paragraph } of inArticle) expect(known, id).toContain(paragraph);
      const order = inArticle.map(({ paragraph }) => paragraph);
      expect(order, id).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('covers every paragraph', () => {
    const covered = new Set(
      pack.entities.flatMap(({ inArticle }) => inArticle.map(({ paragraph }) => paragraph)),
    );
    expect([...covered].sort((a, b) => a - b)).toEqual([...PARAGRAPHS, ...LAST_LINES]);
  });
});

describe('links of the bundled pack', () => {
  it('lead both ways, unless the other has enough links of its own', () => {
    const unanswered = pack.entities.flatMap(({ id, related }) =>
      related
        .map((other) => byId.get(other))
        .filter((other) => other && !other.related.includes(id))
        .filter((other) => other && other.related.length < ENOUGH_RELATED)
        .map((other) => `${id} -> ${other?.id}`),
    );
    expect(unanswered).toEqual([]);
  });

  it('are neither missing nor too many', () => {
    for (const { id, related } of pack.entities) {
      expect(related.length, id).toBeGreaterThan(0);
      expect(related.length, id).toBeLessThanOrEqual(MAX_RELATED);
    }
  });

  it('lead from every entity to every other', () => {
    for (const { id } of pack.entities) {
      const reached = new Set([id]);
      for (const at of reached) for (const next of byId.get(at)?.related ?? []) reached.add(next);
      expect(reached.size, id).toBe(pack.entities.length);
    }
  });
});
