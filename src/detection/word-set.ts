/**
 * Lists of words, by which names and verbs are told. A page that names nothing needs none of them, and
 * most others a few: a list becomes a set when it is first asked. Made as the script starts, they
 * took longer than all the rest of it (docs/decisions/cold-code.md).
 */
export interface WordSet {
  has(word: string): boolean;
}

/** @param text words with white space between them */
export function wordSet(text: string): WordSet {
  let words: Set<string> | null = null;
  return {
    has(word) {
      words ??= read(text);
      return words.has(word);
    },
  };
}

function read(text: string): Set<string> {
  // Splitting at one character is quick in code that has not run before; at an expression it is not.
  const words = new Set(text.replaceAll('\n', ' ').split(' '));
  words.delete('');
  return words;
}
