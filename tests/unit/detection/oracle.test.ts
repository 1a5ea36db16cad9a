/**
 * The matcher against a naive oracle, and what must hold for every text: fuzzed texts and dictionaries
 * out of pieces that collide (accents, width, ligatures, marks, kana, surrogates).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsAtBoundary, graphemeEnd, startsAtBoundary } from '../../../src/detection/boundary.ts';
import { detectBlocks, loadGazetteer } from '../../../src/detection/detect.ts';
import { CHUNK, findForms, HIT_SIZE } from '../../../src/detection/match.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import {
  foldedText,
  newToken,
  nextInPhrase,
  type PhraseToken,
  phraseTokens,
  readToken,
} from '../../../src/text/tokens.ts';
import { tinyGazetteer, tinyPack } from './tiny.ts';

const piece = fc.constantFrom(
  ...['a', 'b', 'A', 'B', 'é', 'e\u0301', 'ß', 'ss', 'ﬁ', 'İ', 'Ａ', '1', '２', 'ab', 'ba'],
  ...[' ', ' ', ' ', '\u00a0', '\n', '-', '–', '.', ',', '’', "'", '&', '/', '_', '(', ')', '—'],
  ...[
    '中',
    '国',
    '中国',
    'カ',
    'ガ',
    'カ\u3099',
    'ｶﾞ',
    'ー',
    '·',
    '・',
    '𠮷',
    '😀',
    '👩‍👩‍👧',
    '🇨🇳',
    '𝐚',
  ],
  ...['\u00ad', '\u200b', '\ufe0f', '\u0e01\u0e33', '\ud800', '\udc00', '@', '$', '#', '%'],
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
/** What leads up to a seam: words, one word longer than a chunk, nothing, and signs, which are read another way. */
const filler = fc.constantFrom('x ', 'xyz', ' ', 'x, ', '中', 'é\u0301 ', 'x😀');
/** The matcher reads texts in chunks; what stands at the seams has to be found too, and what follows them. */
const longText = fc
  .tuple(
    fc.array(piece, { maxLength: 4 }),
    fc.constantFrom(1, 2),
    fc.integer({ min: -60, max: 4 }),
    filler,
    text,
  )
  .map(([begin, chunks, off, between, end]) => {
    const length = chunks * CHUNK + off;
    return begin.join('') + between.repeat(length).slice(0, length) + end;
  });
const phrase = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const dictionary = fc.array(phrase, { minLength: 1, maxLength: 12 });
const smallDictionary = fc.array(phrase, { minLength: 1, maxLength: 3 });

/** Tokens of the text from `at` on, as far as a phrase goes. */
function tokensFrom(content: string, at: number, most: number): PhraseToken[] {
  const tokens: PhraseToken[] = [];
  const token = newToken();
  let next = at;
  while (next !== -1 && tokens.length < most && readToken(content, next, token)) {
    const { start, end, cls, hash } = token;
    tokens.push({ folded: foldedText(content, start, end), start, end, cls, hash });
    next = nextInPhrase(content, end);
  }
  return tokens;
}

/** Every place where a phrase stands, found by trying each phrase at each position. */
function naive(content: string, phrases: readonly string[]): Set<string> {
  const found = new Set<string>();
  // A text is read in characters: nothing starts in the middle of one, or inside a word.
  const starts = [...content].reduce<number[]>((all, _, i, chars) => {
    all.push(i === 0 ? 0 : (all.at(-1) ?? 0) + (chars[i - 1]?.length ?? 0));
    return all;
  }, []);
  const beginnings = starts.filter((at) => startsAtBoundary(content, at));
  for (const each of phrases) {
    const wanted = phraseTokens(each);
    if (!wanted || (wanted.length === 1 && /^[^\p{ASCII}]$/u.test(wanted[0]?.folded ?? '')))
      continue;
    for (const at of beginnings) {
      const tokens = tokensFrom(content, at, wanted.length);
      if (
        tokens.map(({ folded }) => folded).join('\0') !==
        wanted.map(({ folded }) => folded).join('\0')
      )
        continue;
      const last = tokens.at(-1);
      if (last && endsAtBoundary(content, last.end, last.cls)) {
        found.add(`${at}-${graphemeEnd(content, last.end)}`);
      }
    }
  }
  return found;
}

const entitiesOf = (phrases: readonly string[]) =>
  Object.fromEntries(
    phrases.map((each, i) => [
      `e${i}`,
      { aliases: [{ text: each, case: 'any' as const, lang: 'xx' }] },
    ]),
  );

function agreesWithNaive(content: string, phrases: readonly string[]): void {
  const gazetteer = tinyGazetteer(entitiesOf(phrases));
  const hits: number[] = [];
  findForms(content, gazetteer, hits);
  const found = new Set<string>();
  for (let i = 0; i < hits.length; i += HIT_SIZE) found.add(`${hits[i]}-${hits[i + 1]}`);
  // Variants (the middle dot left out, & for and) are more phrases than were given.
  const all = phrases.flatMap((each) => [
    each,
    each.replace(/[·・]/g, ''),
    each.replace(/\s*&\s*/g, ' and '),
  ]);
  const wanted = naive(content, [...new Set(all)]);
  for (const place of naive(content, phrases)) expect(found).toContain(place);
  for (const place of found) expect(wanted).toContain(place);
}

describe('the matcher', () => {
  it('finds exactly what a naive search finds', () => {
    fc.assert(fc.property(text, dictionary, agreesWithNaive), { numRuns: 600 });
  });

  it('finds it at the seams of the chunks in which it reads', () => {
    fc.assert(fc.property(longText, smallDictionary, agreesWithNaive), { numRuns: 500 });
  });

  it('gives spans that fold to an alias, part no grapheme and do not overlap', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, dictionary, (content, phrases) => {
        const data = compileGazetteer([tinyPack(entitiesOf(phrases))]);
        const gazetteer = loadGazetteer(data);
        const [mentions = []] = detectBlocks(
          [{ text: content, lang: 'xx', role: 'text' }],
          gazetteer,
          'eager',
        );
        const boundaries = new Set([...graphemes.segment(content)].map(({ index }) => index));
        boundaries.add(content.length);
        const keys = (value: string) =>
          phraseTokens(value)
            ?.map(({ folded }) => folded)
            .join(' ')
            .replaceAll('& ', 'and ');
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
          expect(boundaries).toContain(mention.start);
          expect(boundaries).toContain(mention.end);
          const own = phrases[Number(mention.entity.slice(1))] ?? '';
          const slice = content.slice(mention.start, mention.end);
          const withoutDots = (value: string) => keys(value)?.replaceAll('· ', '');
          // A middle dot between letters may be left out (middleDots in compile-variants.ts): what it
          // parted is then one word, "a・b" as "ab".
          const joined = own.replace(/(?<=\p{L}\p{M}*)[·・](?=\p{L})/gu, '');
          expect([keys(own), withoutDots(own), keys(joined)]).toContain(keys(slice));
        }
      }),
      { numRuns: 600 },
    );
  });
});
