import { expect, it } from 'vitest';
import { wordSet } from '../../../src/detection/word-set.ts';

const TEXT = `
  alpha beta  gamma
  bet décor alphabet
`;

it('has the words of its text and nothing else, asked seldom or often', () => {
  const words = wordSet(TEXT);
  const asked = ['', ' ', 'alpha', 'beta', 'bet', 'be', 'décor', 'alphabet', 'alpha beta', 'eta'];
  const answers = () => asked.filter((word) => words.has(word));
  const expected = ['alpha', 'beta', 'bet', 'décor', 'alphabet'];
  for (let time = 0; time < 20; time++) expect(answers()).toEqual(expected);
});
