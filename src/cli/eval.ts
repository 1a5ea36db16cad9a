/**
 * `npm run eval -- GOLD.jsonl [--together N] [--errors] [--json] [--mode ...] [--pack FILE]...`: precision,
 * recall and F1 on gold passages, over all and by kind, ambiguous words apart, and which errors have which cause.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Gazetteer, scanBlock } from '../detection/detect.ts';
import type { DetectionMode } from '../detection/types.ts';
import { gazetteerFrom, MODES, mentionsOf, type PlacedMention } from './pages.ts';
import { plainTextBlocks } from './plain-text.ts';
import {
  type GoldPassage,
  rates,
  type Score,
  type ScoredError,
  scorePassages,
  type Tally,
} from './score.ts';

const USAGE =
  'usage: npm run eval -- [--mode strict|balanced|eager] [--pack FILE]... [--together N] [--errors] [--json] GOLD.jsonl ...';
const EXIT_MISUSE = 2;

export function readGold(file: string): GoldPassage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): GoldPassage => JSON.parse(line));
}

const BETWEEN_PASSAGES = '\n\n';

/** Mentions of passages that stand on one page, as the items of a digest do; by their place in each. */
function mentionsTogether(
  page: readonly GoldPassage[],
  gazetteer: Gazetteer,
  mode: DetectionMode,
): { gold: GoldPassage; found: PlacedMention[] }[] {
  const content = page.map(({ text }) => text).join(BETWEEN_PASSAGES);
  const all = mentionsOf(content, plainTextBlocks(content), gazetteer, mode);
  let from = 0;
  return page.map((gold) => {
    const [first, last] = [from, from + gold.text.length];
    from = last + BETWEEN_PASSAGES.length;
    const found = all
      .filter(({ start }) => start >= first && start < last)
      .map((mention) => ({ ...mention, start: mention.start - first, end: mention.end - first }));
    return { gold, found };
  });
}

/**
 * Scores gold passages.
 * @param together how many make a page: alone (1) each has one subject, and a word one sense
 */
export function evaluate(
  gold: readonly GoldPassage[],
  gazetteer: Gazetteer,
  mode: DetectionMode,
  together = 1,
): Score {
  // A page is put together of passages that do not stand beside one another in the file.
  const pages = Math.ceil(gold.length / together);
  const passages = Array.from({ length: pages }, (_, page) =>
    gold.filter((_passage, i) => i % pages === page),
  ).flatMap((page) => mentionsTogether(page, gazetteer, mode));
  const isAmbiguous = (words: string): boolean =>
    scanBlock({ text: words, lang: null, role: 'text' }, gazetteer).candidates.some(
      ({ start, end, senses }) =>
        start === 0 && end === words.length && senses.some((sense) => sense.ambiguous),
    );
  return scorePassages(passages, isAmbiguous);
}

const DIGITS = 4;
const row = (name: string, tally: Tally): string => {
  const { precision, recall, f1 } = rates(tally);
  const counts = [tally.right, tally.wrong, tally.missing].map((n) => String(n).padStart(7));
  const shares = [precision, recall, f1].map((rate) => rate.toFixed(DIGITS).padStart(10));
  return `${name.padEnd(18)}${counts.join('')}${shares.join('')}`;
};

/** Errors counted by entity and cause, the most frequent first. */
function confusion(errors: readonly ScoredError[]): string[] {
  const counts = new Map<string, number>();
  for (const { entity, sort, cause } of errors) {
    const key = `${entity.padEnd(36)} ${sort.padEnd(8)} ${cause}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([key, count]) => `${String(count).padStart(4)}  ${key}`);
}

/** The report as lines of text. */
export function reportLines(score: Score, withErrors: boolean): string[] {
  const lines = [
    `${'kind'.padEnd(18)}  right  wrong missing precision    recall        F1`,
    row('all', score.all),
    row('ambiguous words', score.ambiguous),
    ...[...score.byKind].map(([kind, tally]) => row(kind, tally)),
    `passages ${score.passages}; without any mention ${score.empty}, of them left clean ${score.clean}`,
  ];
  if (score.errors.length > 0)
    lines.push('', 'errors by entity and cause', ...confusion(score.errors));
  if (withErrors && score.errors.length > 0) {
    lines.push('');
    for (const { id, sort, entity, text, start, cause } of score.errors) {
      lines.push(`${id} ${sort === 'wrong' ? '+' : '-'} ${entity}@${start} "${text}" (${cause})`);
    }
  }
  return lines;
}

/**
 * Runs the command with the words that follow `npm run eval --`.
 * @returns the lines to print.
 * @throws Error with what is wrong with the call or a file.
 */
export function runEval(args: readonly string[]): string[] {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pack: { type: 'string', multiple: true, default: [] },
      mode: { type: 'string', default: 'balanced' },
      together: { type: 'string', default: '1' },
      errors: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const mode = MODES.find((name) => name === values.mode);
  const together = Number(values.together);
  const isCount = Number.isInteger(together) && together > 0;
  if (!mode || !isCount || positionals.length === 0) throw new Error(USAGE);
  const gazetteer = gazetteerFrom(values.pack);
  const score = evaluate(positionals.flatMap(readGold), gazetteer, mode, together);
  return values.json
    ? [
        JSON.stringify({
          ...score,
          byKind: Object.fromEntries(score.byKind),
          rates: rates(score.all),
        }),
      ]
    : reportLines(score, values.errors);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    for (const line of runEval(process.argv.slice(2))) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = EXIT_MISUSE;
  }
}
