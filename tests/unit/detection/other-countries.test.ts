import { describe, expect, it } from 'vitest';
import { isOfOtherCountry } from '../../../src/detection/other-countries.ts';

/** What makes another country's of `name` in a text. */
function otherIn(text: string, name: string, type = 'organization'): string | null {
  const start = text.indexOf(name);
  return isOfOtherCountry(text, start, start + name.length, { type });
}

const HOUSE = 'House of Representatives';

describe('where a sentence begins by saying whose house it speaks of', () => {
  it.each([
    [`In Abuja the ${HOUSE} voted.`, HOUSE, 'Abuja'],
    [`It was late. In Tokyo, the ${HOUSE} met.`, HOUSE, 'Tokyo'],
    ['À Rabat, la Chambre des représentants a voté.', 'Chambre des représentants', 'Rabat'],
    ['En Bogotá, la Cámara de Representantes votó.', 'Cámara de Representantes', 'Bogotá'],
  ])('%s', (text, name, seat) => expect(otherIn(text, name)).toBe(seat));

  it.each([
    [`In Washington the ${HOUSE} voted.`, HOUSE],
    [`In Philadelphia the ${HOUSE} met in 1790.`, HOUSE],
    [`In Spring the ${HOUSE} votes.`, HOUSE],
    ['In Geneva the U.S. House of Representatives has no say.', `U.S. ${HOUSE}`],
    [
      'À Paris, la Chambre des représentants américaine fait rire.',
      'Chambre des représentants américaine',
    ],
    ['In Kyiv, the State Department said, all is quiet.', 'State Department'],
    ['En Pekín, el Departamento de Estado dijo que no.', 'Departamento de Estado'],
    ['En Bruselas, la Ley de Reducción preocupa.', 'Ley de Reducción', 'law'],
  ])('%s: but not here', (text, name, type = 'organization') =>
    expect(otherIn(text, name, type)).toBeNull(),
  );
});
