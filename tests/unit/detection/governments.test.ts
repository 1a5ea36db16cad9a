import { describe, expect, it } from 'vitest';
import { placeOrGovernment } from '../../../src/detection/governments.ts';

/** What stands around `name` makes of it. */
function roleIn(text: string, name: string): string | null {
  const start = text.indexOf(name);
  return placeOrGovernment(text, start, start + name.length);
}

describe('a name that an apposition explains', () => {
  it.each([
    ['Foggy Bottom, a low-lying quarter of the capital, floods.', 'Foggy Bottom'],
    ['He misses Moscow, the city where he was born.', 'Moscow'],
    ['Beijing, a city of 22 million, is dry.', 'Beijing'],
  ])('%s is a place', (text, name) => expect(roleIn(text, name)).toBe('place'));

  it.each([
    ['Moscow, the city planners said, has too few trees.', 'Moscow'],
    ['Brussels, the town crier shouts, is angry.', 'Brussels'],
  ])('%s is none for that', (text, name) => expect(roleIn(text, name)).not.toBe('place'));
});

describe('a capital that acts, in other languages', () => {
  it.each([
    ['L’Union propose d’accorder à Kiev un statut.', 'Kiev'],
    ['Moscou vient de demander de l’aide.', 'Moscou'],
    ['Moscow and Kyiv exchanged prisoners.', 'Moscow'],
    ['Talks between Moscow and Kyiv failed.', 'Kyiv'],
    ['Según Moscú, todo va bien.', 'Moscú'],
    ['Moscow-backed forces shelled it.', 'Moscow'],
    ['A pro-Kremlin blogger spoke.', 'Kremlin'],
    ['A blow to Brussels.', 'Brussels'],
    ['Officials in Brussels said no.', 'Brussels'],
    ['Die Sanktionen gegen Moskau bleiben.', 'Moskau'],
    ['但莫斯科的声明很短。', '莫斯科'],
    ['莫斯科和基辅交换战俘', '莫斯科'],
    ['布鲁塞尔与北京就关税展开谈判', '布鲁塞尔'],
  ])('%s', (text, name) => expect(roleIn(text, name)).toBe('government'));

  it.each([
    ['位於台北的智庫', '台北'],
    ['彼はモスクワで生まれた。', 'モスクワ'],
    ['Il vit à Kiev.', 'Kiev'],
    ['The embassy in Kyiv warned travellers.', 'Kyiv'],
  ])('%s is a place', (text, name) => expect(roleIn(text, name)).toBe('place'));

  it.each([
    ['BRUSSELS (Reuters) - The union met.', 'BRUSSELS'],
    ['［モスクワ　１４日　ロイター］ - ロシア政府は', 'モスクワ'],
  ])('%s is a dateline', (text, name) => expect(roleIn(text, name)).toBe('dateline'));
});
