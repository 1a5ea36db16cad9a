/**
 * `npm run pack -- check FILE...`: checks packs as an import would. Prints every problem as
 * `path: problem` (after `FILE: ` where several files are given) and exits 1; exits 2 when it is
 * called wrongly or a file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { formatProblem, type Validation, validatePack } from '../packs/validate.ts';

const USAGE = 'usage: npm run pack -- check FILE...';

const EXIT_PROBLEMS = 1;
const EXIT_MISUSE = 2;

/** What the command would print and exit with; kept apart from the process so that it can be tested. */
export interface Outcome {
  out: string[];
  errors: string[];
  exitCode: number;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Validates the text of a file; text that is no JSON is a problem like any other. */
function checkText(text: string): Validation {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [{ path: '', message: `is no JSON: ${reasonOf(error)}` }] };
  }
  return validatePack(value);
}

function check(files: readonly string[]): Outcome {
  const outcome: Outcome = { out: [], errors: [], exitCode: 0 };
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      outcome.errors.push(reasonOf(error));
      outcome.exitCode = EXIT_MISUSE;
      continue;
    }
    const { pack, problems } = checkText(text);
    if (problems) {
      const before = files.length > 1 ? `${file}: ` : '';
      for (const problem of problems) outcome.out.push(before + formatProblem(problem));
      outcome.exitCode ||= EXIT_PROBLEMS;
    } else {
      outcome.out.push(`${file}: ${pack.id} ${pack.version}, ${pack.entities.length} entities, ok`);
    }
  }
  return outcome;
}

/** Runs the command with the words that follow `npm run pack --`. */
export function runPack(args: readonly string[]): Outcome {
  const [command, ...files] = args;
  if (command === 'check' && files.length > 0) return check(files);
  return { out: [], errors: [USAGE], exitCode: EXIT_MISUSE };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { out, errors, exitCode } = runPack(process.argv.slice(2));
  for (const line of out) console.log(line);
  for (const line of errors) console.error(line);
  process.exitCode = exitCode;
}
