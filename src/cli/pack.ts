/**
 * `npm run pack -- COMMAND FILE...`: for people who write packs. What each command prints and when
 * it fails is in USAGE; problems and differences go to stdout, complaints about the call to stderr.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { adviceOn, remarkInEnglish } from '../packs/advice.ts';
import { diffPacks } from '../packs/diff.ts';
import { type Read, readGlossaryBytes } from '../packs/read-glossary.ts';
import type { Pack } from '../packs/schema.ts';
import { type Counts, packStats } from '../packs/stats.ts';
import { formatProblem } from '../packs/validate.ts';
import { convertToPack, exporterFor, isImport, today } from './pack-convert.ts';

const USAGE = `usage:
  npm run pack -- check FILE...   every problem as "path: problem"; exit 1 when there is one. In a
                                  pack without any, what is allowed and hardly meant, as "note: ..."
  npm run pack -- stats FILE...   what the packs hold, in numbers
  npm run pack -- diff OLD NEW    what changed between two versions of a pack; exit 1 when anything did
  npm run pack -- from-csv FILE [--id ID] [--title TITLE] [--description TEXT] [--language TAG]
                  [--version V] [--as-of DATE] [--licence L]
                                  a pack made from a table with the columns name, aliases, summary,
                                  source; exit 1 with every problem when it is no valid pack
  npm run pack -- from-jsonld FILE [the same]
                                  a pack made from a schema.org DefinedTermSet
  npm run pack -- to-csv FILE     the pack as such a table
  npm run pack -- to-jsonld FILE  the pack as a DefinedTermSet
Where a pack is asked for, a table (.csv, .tsv) or a DefinedTermSet will do as well.
exit 2: wrong call, or a file that cannot be read (for stats, diff and to-...: or is no valid pack)
Converted files go to standard output, problems and complaints to standard error.`;

/** Besides conversions; and none at all. */
const COMMANDS: readonly (string | undefined)[] = ['check', 'stats', 'diff', undefined];

const EXIT_FOUND = 1;
const EXIT_MISUSE = 2;

/** The longest list of hosts that stats prints. */
const HOSTS_SHOWN = 10;

/** What the command would print and exit with; kept apart from the process so that it can be tested. */
export interface Outcome {
  out: string[];
  errors: string[];
  exitCode: number;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads and validates a pack, or a glossary as the options take it; bytes that are neither are a problem like any other.
 * @throws Error when the file cannot be read.
 */
function readPack(file: string): Read {
  return readGlossaryBytes(readFileSync(file), basename(file), today());
}

function check(files: readonly string[]): Outcome {
  const outcome: Outcome = { out: [], errors: [], exitCode: 0 };
  for (const file of files) {
    let result: Read;
    try {
      result = readPack(file);
    } catch (error) {
      outcome.errors.push(reasonOf(error));
      outcome.exitCode = EXIT_MISUSE;
      continue;
    }
    const before = files.length > 1 ? `${file}: ` : '';
    if (result.problems) {
      for (const problem of result.problems) outcome.out.push(before + formatProblem(problem));
      outcome.exitCode ||= EXIT_FOUND;
    } else {
      const { pack, placeOf } = result;
      for (const remark of adviceOn(pack)) {
        const { path, message } = remarkInEnglish(remark);
        outcome.out.push(`${before}note: ${formatProblem({ path: placeOf(path), message })}`);
      }
      outcome.out.push(`${file}: ${pack.id} ${pack.version}, ${pack.entities.length} entities, ok`);
    }
  }
  return outcome;
}

/** @throws Error naming the file, when it cannot be read or is no valid pack. */
function readValidPack(file: string): Pack {
  const { pack, problems } = readPack(file);
  if (pack) return pack;
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more; see check)` : '';
  throw new Error(`${file}: ${first ? formatProblem(first) : 'no pack'}${more}`);
}

function countsLine(counts: Counts): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(', ');
}

function statsLines(pack: Pack): string[] {
  const stats = packStats(pack);
  const hosts = stats.sourcesByHost;
  const otherHosts = hosts.length - HOSTS_SHOWN;
  return [
    `${pack.id} ${pack.version}: ${pack.title} (as of ${pack.asOf}, ${pack.licence})`,
    `entities  ${stats.entities}: ${countsLine(stats.entitiesByType)}`,
    `aliases   ${stats.aliases}, ${stats.ambiguousAliases} ambiguous: ${countsLine(stats.aliasesByLanguage)}`,
    `decoys    ${stats.decoys}`,
    `facts     ${stats.facts}, ${stats.undatedFacts} without a date; ${stats.metrics} metrics, ${stats.series} series`,
    `sources   ${stats.sources}: ${countsLine(stats.sourcesByTier)}`,
    `hosts     ${hosts.length}: ${countsLine(hosts.slice(0, HOSTS_SHOWN))}${otherHosts > 0 ? `, and ${otherHosts} more` : ''}`,
    ...(stats.unusedSources.length > 0 ? [`unused    ${stats.unusedSources.join(', ')}`] : []),
  ];
}

function stats(files: readonly string[]): Outcome {
  const blocks = files.map((file) => statsLines(readValidPack(file)).join('\n'));
  return { out: [blocks.join('\n\n')], errors: [], exitCode: 0 };
}

function diff(before: string, after: string): Outcome {
  const changes = diffPacks(readValidPack(before), readValidPack(after));
  const sign = { added: '+', removed: '-', changed: '~' };
  const out = changes.map(
    ({ kind, what, fields }) =>
      `${sign[kind]} ${what}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`,
  );
  return { out, errors: [], exitCode: changes.length > 0 ? EXIT_FOUND : 0 };
}

/** Runs the command with the words that follow `npm run pack --`. */
export function runPack(args: readonly string[]): Outcome {
  const [command, ...files] = args;
  const [first, second] = files;
  try {
    if (command === 'check' && first !== undefined) return check(files);
    if (command === 'stats' && first !== undefined) return stats(files);
    if (command !== undefined && isImport(command) && first !== undefined) {
      const { text, problems } = convertToPack(command, files);
      const exitCode = text === null ? EXIT_FOUND : 0;
      return { out: text === null ? [] : [text], errors: problems, exitCode };
    }
    const exporter = exporterFor(command);
    if (exporter && first !== undefined && files.length === 1)
      return { out: [exporter(readValidPack(first)).trimEnd()], errors: [], exitCode: 0 };
    if (command === 'diff' && first !== undefined && second !== undefined && files.length === 2)
      return diff(first, second);
  } catch (error) {
    return { out: [], errors: [reasonOf(error)], exitCode: EXIT_MISUSE };
  }
  const isKnown = COMMANDS.includes(command) || isImport(command) || exporterFor(command) !== null;
  const complaint = isKnown ? [] : [`no command "${command}"`];
  return { out: [], errors: [...complaint, USAGE], exitCode: EXIT_MISUSE };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { out, errors, exitCode } = runPack(process.argv.slice(2));
  for (const line of out) console.log(line);
  for (const line of errors) console.error(line);
  process.exitCode = exitCode;
}
