/** Reads the bundled pack's folder and puts its files together (Node only). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTITY_TYPES, type Pack } from '../schema.ts';
import { formatProblem, type Problem, validatePack } from '../validate.ts';

const FOLDER = fileURLToPath(new URL('./us-china-climate/', import.meta.url));

/** A pack as its files say, before any check, with the file that each entity stands in. */
export interface AssembledPack {
  pack: Record<string, unknown> & { entities: unknown[] };
  /** File of `pack.entities[i]`, relative to the pack's folder. */
  entityFiles: string[];
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readObject(path: string): Record<string, unknown> {
  const value = readJson(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${path}: must be an object`);
  return { ...value };
}

/** Rank of an entity's type in the lists; what is no type goes last and is reported by the checks. */
function typeRank(type: unknown): number {
  const types: readonly unknown[] = ENTITY_TYPES;
  const rank = types.indexOf(type);
  return rank === -1 ? types.length : rank;
}

/**
 * Puts pack.json, sources.json, series.json, decoys.json and entities/*.json together, unchecked.
 * Entities stand in the order of `ENTITY_TYPES`, within a type in the order of their file names.
 * @throws Error naming the file that is missing or no JSON.
 */
export function assembleBundledPack(folder: string = FOLDER): AssembledPack {
  const entities = readdirSync(join(folder, 'entities'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      file: `entities/${name}`,
      value: readObject(join(folder, 'entities', name)),
    }))
    // Array.prototype.sort is stable, so file names still decide within a type.
    .sort((a, b) => typeRank(a.value.type) - typeRank(b.value.type));
  return {
    pack: {
      ...readObject(join(folder, 'pack.json')),
      sources: readJson(join(folder, 'sources.json')),
      series: readJson(join(folder, 'series.json')),
      entities: entities.map(({ value }) => value),
      decoys: readJson(join(folder, 'decoys.json')),
    },
    entityFiles: entities.map(({ file }) => file),
  };
}

/** `entities[3].facts[0]` -> `entities/catl.json: facts[0]`, so that an editor finds the line. */
function placeInFolder(problem: Problem, entityFiles: readonly string[]): string {
  const [, index, inEntity = ''] = /^entities\[(\d+)\]\.?(.*)$/.exec(problem.path) ?? [];
  const [, part, inPart = ''] = /^(sources|series|decoys)\b\.?(.*)$/.exec(problem.path) ?? [];
  let file = 'pack.json';
  let path = problem.path;
  if (index !== undefined) [file, path] = [entityFiles[Number(index)] ?? 'entities', inEntity];
  else if (part !== undefined) [file, path] = [`${part}.json`, inPart];
  return `${file}: ${formatProblem({ path, message: problem.message })}`;
}

/**
 * The bundled pack, checked.
 * @throws Error whose message names every problem by its file, one a line.
 */
export function loadBundledPack(folder: string = FOLDER): Pack {
  const { pack, entityFiles } = assembleBundledPack(folder);
  const result = validatePack(pack);
  if (result.problems)
    throw new Error(result.problems.map((found) => placeInFolder(found, entityFiles)).join('\n'));
  // The file's name is how people find an entity.
  const misnamed = result.pack.entities.flatMap(({ id }, i) =>
    entityFiles[i] === `entities/${id}.json` ? [] : [`${entityFiles[i]}: id: is "${id}"`],
  );
  if (misnamed.length > 0) throw new Error(misnamed.join('\n'));
  return result.pack;
}
