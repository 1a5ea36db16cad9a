import { expect, test } from 'vitest';
import { MarkChoice } from '../../../src/page/choose.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';

/** `entity.section`, in page order. */
const PAGE = ['a.0', 'b.0', 'a.0', 'a.1', 'b.1', 'a.1', 'c.2'];
const MENTIONS = PAGE.map((name, index) => ({
  mention: {
    entity: name.slice(0, 1),
    type: name.startsWith('b') ? ('law' as const) : ('place' as const),
    index,
  },
  section: Number(name.slice(2)),
}));

function chosen(settings: Partial<Settings>, marked: readonly number[] = []): number[] {
  const before = new Set(
    MENTIONS.map(({ mention }) => mention).filter((m) => marked.includes(m.index)),
  );
  const choice = new MarkChoice({ ...DEFAULT_SETTINGS, ...settings }, before);
  for (const { mention, section } of MENTIONS) choice.consider(mention, section);
  return MENTIONS.filter(({ mention, section }) => choice.isChosen(mention, section)).map(
    ({ mention }) => mention.index,
  );
}

test.each([
  ['every', { markFrequency: 'every' }, [], [0, 1, 2, 3, 4, 5, 6]],
  ['first in each section', { markFrequency: 'section' }, [], [0, 1, 3, 4, 6]],
  ['first on the page', { markFrequency: 'first' }, [], [0, 1, 6]],
  ['hidden category', { markFrequency: 'first', hiddenTypes: ['law'] }, [], [0, 6]],
  ['muted entity', { markFrequency: 'section', muted: ['a', 'c'] }, [], [1, 4]],
  ['a standing mark stays', { markFrequency: 'first' }, [3], [1, 3, 6]],
  ['the first of two standing marks stays', { markFrequency: 'first' }, [2, 5], [1, 2, 6]],
  ['a standing mark counts in its own section', { markFrequency: 'section' }, [2], [1, 2, 3, 4, 6]],
  ['standing marks of muted entities go', { markFrequency: 'first', muted: ['a'] }, [3], [1, 6]],
] as const)('%s', (_, settings, marked, expected) => {
  expect(chosen(settings as unknown as Partial<Settings>, marked)).toEqual(expected);
});
