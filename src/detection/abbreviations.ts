/** Abbreviations that the words around them give another meaning, without the brackets that introduced.ts reads. */

/** Characters before an abbreviation in which its long form may stand. */
const SPELLED_WINDOW = 300;
const FEWEST_LETTERS = 3;
/** Small words that initials pass over. */
const PASSED = new Set(['of', 'the', 'and', 'for']);
/** A word of letters of the Latin alphabet. */
const WORD = /[A-Za-z]+/g;

/** True where capitalised words before an abbreviation of three letters or more spell it: another's name. */
export function isSpelledOut(text: string, start: number, words: string): boolean {
  if (words.length < FEWEST_LETTERS || !/^[A-Z]+$/.test(words)) return false;
  const before = text.slice(Math.max(0, start - SPELLED_WINDOW), start);
  // The window's initials, with a gap for each word that is no part of a name.
  let initials = '';
  for (const [word] of before.matchAll(WORD)) {
    const isName = word.length > 1 && /^[A-Z][a-z]/.test(word);
    if (isName) initials += word.charAt(0);
    else if (!PASSED.has(word)) initials += ' ';
  }
  return initials.includes(words);
}

/** Codes of airports, shares, teams: "BUF, ROC, SYR". */
const CODES_BEFORE = /(?:^|[^\p{L}])\p{Lu}{3},[ \u00a0]$/u;
const CODES_BEHIND = /^,[ \u00a0](?:and[ \u00a0])?\p{Lu}{3}(?!\p{L})/u;
const CODE_WINDOW = 10;

/** True for three capitals between others of their length. */
export function isAmongCodes(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    text.charAt(end) === ',' &&
    CODES_BEFORE.test(text.slice(Math.max(0, start - CODE_WINDOW), start)) &&
    CODES_BEHIND.test(text.slice(end, end + CODE_WINDOW))
  );
}
