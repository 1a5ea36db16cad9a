/**
 * `npm run --silent detect -- [--pack FILE]... [--mode strict|balanced|eager] [--json] FILE|-`, or with
 * `--jsonl FILE` for a file of passages: prints what Gloss would mark. With `--pack` the bundled pack
 * is left out. Exits 2 when it is called wrongly or a file cannot be used.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Gazetteer } from '../detection/detect.ts';
import type { DetectionMode } from '../detection/types.ts';
import { blocksOf, gazetteerFrom, MODES, mentionsOf } from './pages.ts';
import { plainTextBlocks } from './plain-text.ts';

const USAGE =
  'usage: npm run --silent detect -- [--pack FILE]... [--mode strict|balanced|eager] [--json] [--why] FILE|- ...\n' +
  '       npm run --silent detect -- [--pack FILE]... [--mode ...] --jsonl FILE|-';
const EXIT_MISUSE = 2;

/** File descriptor of standard input. */
const STDIN = 0;
const read = (file: string): string => readFileSync(file === '-' ? STDIN : file, 'utf8');

/** Offsets of line starts, to turn offsets into line numbers. */
function lineNumbers(content: string): (offset: number) => number {
  const starts = [0];
  for (let at = content.indexOf('\n'); at !== -1; at = content.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return (offset) => {
    const after = starts.findIndex((start) => start > offset);
    return after === -1 ? starts.length : after;
  };
}

interface Options {
  gazetteer: Gazetteer;
  mode: DetectionMode;
  json: boolean;
  why: boolean;
}

function detectFile(file: string, { gazetteer, mode, json, why }: Options): string[] {
  const content = read(file);
  const found = mentionsOf(content, blocksOf(file, content), gazetteer, mode);
  if (json) {
    return found.map(({ entity, text, start, end, score }) =>
      JSON.stringify({ file, entity, text, start, end, score }),
    );
  }
  const lineOf = lineNumbers(content);
  return found.flatMap(({ entity, text, start, score, mention }) => [
    `${lineOf(start)}: ${text.replace(/\s+/g, ' ')} -> ${entity} (${score})`,
    ...(why
      ? mention.reasons.map(
          ({ kind, detail, weight }) => `    ${weight.toFixed(2)} ${kind}: ${detail}`,
        )
      : []),
  ]);
}

/** Every line `{"id","text"}` is a page of its own. */
function detectLines(file: string, { gazetteer, mode }: Options): string[] {
  return read(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text }: { id: string; text: string } = JSON.parse(line);
      const found = mentionsOf(text, plainTextBlocks(text), gazetteer, mode);
      return JSON.stringify({
        id,
        mentions: found.map(({ entity, text: words, start, end, score }) => ({
          entity,
          text: words,
          start,
          end,
          score,
        })),
      });
    });
}

/**
 * Runs the command with the words that follow `npm run detect --`.
 * @returns the lines to print.
 * @throws Error with what is wrong with the call or a file.
 */
export function runDetect(args: readonly string[]): string[] {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pack: { type: 'string', multiple: true, default: [] },
      mode: { type: 'string', default: 'balanced' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'string' },
      why: { type: 'boolean', default: false },
    },
  });
  const mode = MODES.find((name) => name === values.mode);
  if (!mode) throw new Error(`no mode "${values.mode}"\n${USAGE}`);
  if ((positionals.length === 0) === (values.jsonl === undefined)) throw new Error(USAGE);
  const options = {
    gazetteer: gazetteerFrom(values.pack),
    mode,
    json: values.json,
    why: values.why,
  };
  return values.jsonl === undefined
    ? positionals.flatMap((file) => detectFile(file, options))
    : detectLines(values.jsonl, options);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const lines = runDetect(process.argv.slice(2));
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = EXIT_MISUSE;
  }
}
