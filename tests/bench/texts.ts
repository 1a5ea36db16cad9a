/** Texts and aliases to measure with: the same ones in every run. */

/** Mulberry32 (Tommy Ettinger, public domain): a small seeded generator, so that runs compare. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FUNCTION_WORDS =
  'the of and to in a is that for it was with as his on be at by this had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about than into them can only other new some could time these two may then do first any my now such like our over'.split(
    ' ',
  );
const SYLLABLES =
  'ba ce di fo gu ha le mi no pu ra se ti vo wa ber con den fer gan hol len mor nes pol ran sel tor ver win'.split(
    ' ',
  );
/** About half of running English is function words. */
const FUNCTION_SHARE = 0.45;
/** Every twentieth word has a capital without beginning a sentence. */
const NAME_SHARE = 0.05;

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

function inventedWord(random: () => number): string {
  const syllables = 1 + Math.floor(random() * 3);
  let word = '';
  for (let i = 0; i <= syllables; i++) word += pick(SYLLABLES, random) ?? '';
  return word;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Paragraphs of English function words and invented ones: nothing in them is a name of a pack. */
export function ordinaryParagraphs(units: number, seed = 1): string[] {
  const random = seeded(seed);
  const paragraphs: string[] = [];
  let written = 0;
  while (written < units) {
    const words: string[] = [];
    const length = 30 + Math.floor(random() * 90);
    for (let i = 0; i < length; i++) {
      const word =
        random() < FUNCTION_SHARE ? (pick(FUNCTION_WORDS, random) ?? '') : inventedWord(random);
      const begins = i === 0 || words.at(-1)?.endsWith('.') === true;
      const shown = begins || random() < NAME_SHARE ? capital(word) : word;
      words.push(shown + (random() < 1 / 15 ? '.' : random() < 1 / 12 ? ',' : ''));
    }
    const paragraph = words.join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return paragraphs;
}

/** Names that begin with a word of the texts, as "New York" and "The Times" do: always the same few. */
const COMMON_START_SHARE = 0.1;
const COMMON_STARTS = 150;

/**
 * Names of one to three invented words. As in life most of their words are rare in other texts (each
 * has a syllable more than the texts' words), but some begin like much else.
 */
export function inventedAliases(count: number, seed = 2): string[] {
  const random = seeded(seed);
  const rare = () =>
    capital(`${inventedWord(random)}${pick(SYLLABLES, random)}${pick(RARE, random)}`);
  const starts = [...FUNCTION_WORDS];
  while (starts.length < COMMON_STARTS) starts.push(inventedWord(random));
  const names = new Set<string>();
  while (names.size < count) {
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, rare);
    if (random() < COMMON_START_SHARE) words.unshift(capital(pick(starts, random) ?? ''));
    names.add(words.join(' '));
  }
  return [...names];
}

/** Ends of words that the texts do not have. */
const RARE = 'burg ville stad grad ovo ski sson ham wick kirk fjord pur abad'.split(' ');
