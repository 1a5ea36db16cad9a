/** Abbreviations that the words around them give another meaning, without the brackets that introduced.ts reads. */

/** What spells an abbreviation, by its letters. */
const patterns = new Map<string, RegExp>();
/** Characters before an abbreviation in which its long form may stand. */
const SPELLED_WINDOW = 300;
const FEWEST_LETTERS = 3;

/** True where capitalised words before an abbreviation of three letters or more spell it: another's name. */
export function isSpelledOut(text: string, start: number, words: string): boolean {
  const letters = words.replace(/[^A-Z]/g, '');
  if (letters.length < FEWEST_LETTERS || letters.length !== words.length) return false;
  const before = text.slice(Math.max(0, start - SPELLED_WINDOW), start);
  let spelled = patterns.get(letters);
  if (!spelled) {
    const words = [...letters].map((letter) => `${letter}[a-z]+`);
    const joined = words.join('[ \\u00a0-](?:(?:of|the|and|for)[ \\u00a0])?');
    spelled = new RegExp(`(?<![\\p{L}-])${joined}(?!\\p{L})`, 'u');
    patterns.set(letters, spelled);
  }
  return spelled.test(before);
}

/** Codes of airports, shares, teams: "BUF, ROC, SYR". */
const CODES_BEFORE = /(?:^|[^\p{L}])\p{Lu}{3},[ \u00a0]$/u;
const CODES_BEHIND = /^,[ \u00a0](?:and[ \u00a0])?\p{Lu}{3}(?!\p{L})/u;
const CODE_WINDOW = 10;

/** True for three capitals between others of their length. */
export function isAmongCodes(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    CODES_BEFORE.test(text.slice(Math.max(0, start - CODE_WINDOW), start)) &&
    CODES_BEHIND.test(text.slice(end, end + CODE_WINDOW))
  );
}
