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
