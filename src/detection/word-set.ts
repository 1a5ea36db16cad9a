/**
 * Lists of words, by which names and verbs are told. A page that names nothing needs none of them, and
 * most others ask a few words: those are looked for in the text of the list, and only a list that is
 * asked often is made into a set. Made as the script starts, the sets took longer than all the rest
 * of it (docs/decisions/cold-code.md).
 */
export interface WordSet {
  has(word: string): boolean;
}

/** Looking through a text so often costs as much as making a set of it. */
const MOST_LOOKS = 60;

/** @param text words with white space between them */
export function wordSet(text: string): WordSet {
  let list = '';
  let words: Set<string> | null = null;
  let looks = 0;
  return {
    has(word) {
      if (words) return words.has(word);
      if (list === '') list = ` ${text.replaceAll('\n', ' ')} `;
      if (++looks <= MOST_LOOKS) {
        return word !== '' && list.includes(` ${word} `) && !word.includes(' ');
      }
      // Splitting at one character is quick in code that has not run before; at an expression it is not.
      words = new Set(list.split(' '));
      words.delete('');
      return words.has(word);
    },
  };
}
