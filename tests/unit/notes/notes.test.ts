import { describe, expect, it } from 'vitest';
import {
  isForgotten,
  mergeRecords,
  type Note,
  newer,
  notesPack,
  readRecord,
  tidyNote,
} from '../../../src/notes/notes.ts';
import { validatePack } from '../../../src/packs/validate.ts';

const NOTE: Note = {
  id: '6b0f5d5e-0000-4000-8000-000000000001',
  name: 'Market Lime',
  text: 'The oldest tree of the city.',
  lang: 'en',
  title: 'Trees of our city',
  url: 'https://example.org/trees',
  made: '2026-03-01',
  edited: 1_000,
};
const WORDS = { title: 'My notes', description: 'Mine.', language: 'en' };
const gone = (edited: number) => ({ id: NOTE.id, deleted: true as const, edited });

describe('the newest record of a note', () => {
  it('counts, wherever it was made', () => {
    const later = { ...NOTE, text: 'Felled in 2027.', edited: 2_000 };
    expect(newer(NOTE, later)).toBe(later);
    expect(newer(later, NOTE)).toBe(later);
    expect([...mergeRecords([later, NOTE]).values()]).toEqual([later]);
  });
  it('may be a deletion, which also wins a tie, and which a later edit overrules', () => {
    expect(newer(NOTE, gone(1_000))).toEqual(gone(1_000));
    expect(newer(gone(1_000), NOTE)).toEqual(gone(1_000));
    expect(newer(gone(500), NOTE)).toBe(NOTE);
  });
  it('is forgotten only long after a deletion', () => {
    const YEAR = 365 * 24 * 3600 * 1000;
    expect(isForgotten(gone(0), YEAR)).toBe(true);
    expect(isForgotten(gone(YEAR - 1), YEAR)).toBe(false);
    expect(isForgotten({ ...NOTE, edited: 0 }, YEAR)).toBe(false);
  });
});

describe('what lies in storage', () => {
  it('comes back as it was written', () => {
    const { id, ...value } = NOTE;
    expect(readRecord(id, value)).toEqual(NOTE);
    expect(readRecord(id, { deleted: true, edited: 5 })).toEqual(gone(5));
  });
  it.each([
    [NOTE.id, null],
    [NOTE.id, { ...NOTE, edited: Number.NaN }],
    [NOTE.id, { ...NOTE, made: 'yesterday' }],
    [NOTE.id, { ...NOTE, name: 7 }],
    [NOTE.id, { ...NOTE, name: '  ' }],
    ['__proto__', NOTE],
    ['../x', NOTE],
  ])('is left alone when it is damaged: %#', (id, value) => {
    expect(readRecord(id, value)).toBe(null);
  });
});

describe('the pack of all notes', () => {
  it('is a valid one, with the page as the source', () => {
    const pack = notesPack([NOTE], WORDS);
    expect(validatePack(pack).problems).toBe(undefined);
    expect(pack.entities[0]).toMatchObject({ id: NOTE.id, source: `page-${NOTE.id}` });
    expect(pack.sources).toMatchObject({
      [`page-${NOTE.id}`]: { title: NOTE.title, publisher: 'example.org', published: NOTE.made },
    });
  });
  it.each(['http://example.org/', 'file:///home/a.html', 'https://user:pass@example.org/', ''])(
    'links to no page such as %j, and is valid all the same',
    (url) => {
      const pack = notesPack([{ ...NOTE, url }], WORDS);
      expect(pack.sources).toEqual({});
      expect(validatePack(pack).problems).toBe(undefined);
    },
  );
  it('is valid with two notes on the same words, of which the newest is meant', () => {
    const second = {
      ...NOTE,
      id: '6b0f5d5e-0000-4000-8000-000000000002',
      name: 'MARKET LIME',
      edited: 9_000,
    };
    const pack = notesPack([NOTE, second], WORDS);
    expect(validatePack(pack).problems).toBe(undefined);
    expect(pack.entities.map(({ id, aliases }) => [id, aliases[0]?.preferred])).toEqual([
      [second.id, true],
      [NOTE.id, undefined],
    ]);
  });
  it('is valid whatever was selected', () => {
    const odd = tidyNote({
      ...NOTE,
      name: ` two\n lines ${'x'.repeat(300)}\ud83d`,
      text: `<b>${'y '.repeat(900)}`,
      title: 't'.repeat(900),
      url: `https://example.org/${'u'.repeat(3_000)}`,
      lang: 'not a language',
    });
    expect(odd && validatePack(notesPack([odd], WORDS)).problems).toBe(undefined);
    expect(tidyNote({ ...NOTE, text: ' \n ' })).toBe(null);
  });
});
