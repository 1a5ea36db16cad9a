import { describe, expect, it } from 'vitest';
import { matchesInMillion } from '../../../src/packs/common-words.ts';
import { previewPack } from '../../../src/packs/preview.ts';
import { PACK } from '../../support/pack.ts';
import { sketchPack } from '../../support/shelved.ts';

const neighbour = (title: string, wins: boolean, ...texts: string[]) => ({
  title,
  wins,
  aliases: texts.map((text) => ({ text, lang: 'en', entity: `${title}’s ${text}` })),
});

describe('the preview of a pack', () => {
  it('counts, and shows the entities that say most', () => {
    const preview = previewPack(PACK, [], null);
    expect(preview.stats).toMatchObject({ entities: 3, facts: 3, sources: 2 });
    expect(preview.samples.map(({ id }) => id)).toEqual(['work-act', 'the-works', 'zoe-e']);
    expect(preview).toMatchObject({ clashes: { total: 0 }, common: { total: 0 }, update: null });
  });

  it('names clashes and who wins, by words as pages compare them', () => {
    const others = [
      neighbour('First', true, 'WORK-ACT'),
      neighbour('Second', false, 'Work Act', 'The Works'),
    ];
    expect(previewPack(PACK, others, null).clashes).toEqual({
      total: 2,
      shown: [
        {
          text: 'Work Act',
          entity: 'Work Act',
          otherEntity: 'First’s WORK-ACT',
          otherPack: 'First',
          otherWins: true,
        },
        {
          text: 'The Works',
          entity: 'The Works',
          otherEntity: 'Second’s The Works',
          otherPack: 'Second',
          otherWins: false,
        },
      ],
    });
  });

  it('shows the first of very many warnings, with the total', () => {
    const many = Array.from({ length: 40 }, (_, i) => `Name ${i}`);
    const pack = sketchPack('p', [{ id: 'a', aliases: many }]);
    const { clashes } = previewPack(pack, [neighbour('Other', true, ...many)], null);
    expect(clashes.total).toBe(40);
    expect(clashes.shown.length).toBeLessThan(40);
  });

  it('passes on what is remarked, but for common words, by its place in the file', () => {
    const aliases = ['time', 'Lime (old)', { text: 'Lime', ambiguous: true }];
    const pack = sketchPack('p', [{ id: 'a', aliases, cues: ['lime'] }]);
    const placeOf = (path: string) => `in ${path}`;
    expect(previewPack(pack, [], null, placeOf).remarks).toEqual({
      total: 2,
      shown: [
        { path: 'in entities[0].aliases[1].text', kind: 'unfindable', text: 'Lime (old)' },
        {
          path: 'in entities[0].cues[0]',
          kind: 'own-name',
          text: 'lime',
          alias: 'Lime',
          entity: 'a',
          ambiguous: true,
        },
      ],
    });
    expect(previewPack(PACK, [], null).remarks).toEqual({ total: 0, shown: [] });
    const many = Array.from({ length: 200 }, (_, i) => `Lime (${i})`);
    const { remarks } = previewPack(sketchPack('p', [{ id: 'a', aliases: many }]), [], null);
    expect(remarks.total).toBe(200);
    expect(remarks.shown.length).toBeLessThan(200);
  });

  it('warns of common words, the commonest first', () => {
    const pack = sketchPack('p', [{ id: 'a', aliases: ['current', 'time', 'kilogram'] }]);
    const { common } = previewPack(pack, [], null);
    expect(common.shown.map(({ text }) => text)).toEqual(['time', 'current']);
  });

  it('says what an update changes', () => {
    const before = {
      ...sketchPack('p', [
        { id: 'a', aliases: ['a1'] },
        { id: 'b', aliases: ['b1'] },
      ]),
      version: '0',
    };
    const after = sketchPack('p', [
      { id: 'b', aliases: ['b1', 'b2'] },
      { id: 'c', aliases: ['c1'] },
    ]);
    expect(previewPack(after, [], before).update).toEqual({
      version: '0',
      added: 1,
      removed: 1,
      changed: 1,
    });
  });
});

describe('how often a name would match as a common word', () => {
  const alias = (text: string, more: object = {}) => ({ text, lang: 'en', ...more });
  it('follows how capitals count', () => {
    const any = matchesInMillion(alias('may'));
    const capital = matchesInMillion(alias('May'));
    expect(any).toBeGreaterThan(capital);
    expect(capital).toBeGreaterThan(0);
    expect(matchesInMillion(alias('may', { case: 'exact' }))).toBe(any - capital);
  });
  it('is nothing for capitals that no common word has', () => {
    expect(matchesInMillion(alias('It'))).toBeGreaterThan(0);
    expect(matchesInMillion(alias('IT'))).toBe(0);
    expect(matchesInMillion(alias('WHO', { case: 'exact' }))).toBe(0);
    expect(matchesInMillion(alias('WHO', { case: 'any' }))).toBeGreaterThan(0);
  });
  it('is nothing for what the page has to confirm, other languages and rare words', () => {
    expect(matchesInMillion(alias('may', { ambiguous: true }))).toBe(0);
    expect(matchesInMillion(alias('may', { lang: 'de' }))).toBe(0);
    expect(matchesInMillion(alias('kilogram'))).toBe(0);
    expect(matchesInMillion(alias('constructor'))).toBe(0);
  });
});
