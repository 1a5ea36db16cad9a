/**
 * Facts and sources of the bundled pack, by the rules of docs/decisions/bundled-pack-editing.md.
 * Dates are held against the article and against what a source could know, never against a clock.
 */
import { describe, expect, it } from 'vitest';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { parseFactDate } from '../../../src/packs/dates.ts';
import type { Fact, Pack } from '../../../src/packs/schema.ts';

const pack: Pack = loadBundledPack();

/** The month in which the article appeared. */
const ARTICLE_MONTH = '2023-06';
/** Definitions do not change; no other fact goes without a date. */
const TIMELESS = ['decarbonization', 'electrical-transformer'];

/** Entities that did not exist when the article appeared. */
const LATER_THAN_ARTICLE = ['sunnylands-statement-2023', 'us-paris-withdrawal-2026'];

interface Placed extends Fact {
  id: string;
}
const facts: Placed[] = pack.entities.flatMap(({ id, facts: own, since }) =>
  [...own, ...since].map((fact) => ({ id, ...fact })),
);
const placed = ({ id, text }: Placed) => `${id}: ${text}`;

/** First day that a date covers; '' for none. */
function firstDay(date: string | null): string {
  return parseFactDate(date ?? '')?.first ?? '';
}
/** Last day that a date covers; for an open span the last day of all. */
function lastDay(date: string | null): string {
  return parseFactDate(date ?? '')?.last ?? '9999-12-31';
}

describe('facts of the bundled pack', () => {
  it('have a date, unless they are definitions', () => {
    const undated = facts.filter(({ date }) => date === null);
    expect(undated.map(({ id }) => id)).toEqual(TIMELESS);
  });

  it('are not younger than their sources', () => {
    const early = facts.filter(({ date, source }) => {
      const published = pack.sources[source]?.published;
      return date !== null && published && firstDay(date) > lastDay(published);
    });
    expect(early.map(placed)).toEqual([]);
  });

  it('stand under "since then" only where they came after the article, the oldest first', () => {
    for (const { id, since } of pack.entities) {
      for (const { date, text } of since)
        expect(lastDay(date) >= ARTICLE_MONTH, `${id}: ${text}`).toBe(true);
      for (const [i, { date, text }] of since.entries())
        expect(firstDay(since[i - 1]?.date ?? null) <= lastDay(date), `${id}: ${text}`).toBe(true);
    }
  });

  it('hold no news among what was so before or is so still', () => {
    // How things stand is dated by the month or year; what has a day after the article is news.
    const news = pack.entities
      .filter(({ id }) => !LATER_THAN_ARTICLE.includes(id))
      .flatMap(({ id, facts: own }) => own.map((fact) => ({ id, ...fact })))
      .filter(({ date }) => date?.length === 'YYYY-MM-DD'.length && date > `${ARTICLE_MONTH}-30`);
    expect(news.map(placed)).toEqual([]);
  });

  it('name the state as the speaker where they come from state media', () => {
    const speaker = /\b(?:Chin(?:a|ese)|Beijing|Hong Kong|CGTN|state|he told|ministry)\b/i;
    const silent = facts.filter(
      ({ source, text }) => pack.sources[source]?.tier === 'state' && !speaker.test(text),
    );
    expect(silent.map(placed)).toEqual([]);
  });

  it('rest on more than state media in every entity', () => {
    const lone = pack.entities.filter(({ facts: own, since }) =>
      [...own, ...since].every(({ source }) => pack.sources[source]?.tier === 'state'),
    );
    expect(lone.map(({ id }) => id)).toEqual([]);
  });

  it('are said once an entity', () => {
    for (const { id, facts: own, since } of pack.entities) {
      const texts = [...own, ...since].map(({ text }) => text);
      expect(new Set(texts).size, id).toBe(texts.length);
    }
  });
});

describe('sources of the bundled pack', () => {
  const used = new Set(
    [
      ...facts,
      ...pack.entities.flatMap(({ metrics }) => metrics),
      ...Object.values(pack.series ?? {}).flatMap(({ points }) => points),
    ].map(({ source }) => source),
  );
  const all = Object.entries(pack.sources);

  it('are all used, and each address has one entry', () => {
    expect(all.map(([key]) => key).filter((key) => !used.has(key))).toEqual([]);
    const addresses = all.map(([, { url }]) => url);
    expect(addresses.filter((url, i) => addresses.indexOf(url) !== i)).toEqual([]);
  });

  it('have one spelling for one publisher', () => {
    const spellings = new Map<string, Set<string>>();
    for (const [, { publisher }] of all) {
      const key = publisher.toLowerCase().replace(/^the |[.,]/g, '');
      spellings.set(key, (spellings.get(key) ?? new Set()).add(publisher));
    }
    expect([...spellings.values()].filter(({ size }) => size > 1)).toEqual([]);
  });

  it('have titles with whole pairs of quotation marks and brackets', () => {
    const odd = all.filter(
      ([, { title }]) =>
        /(?:^|[\s(“])’\p{L}|["']/u.test(title) ||
        (title.match(/“/g) ?? []).length !== (title.match(/”/g) ?? []).length ||
        title.startsWith('[') !== title.endsWith(']'),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});
