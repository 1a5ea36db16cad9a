/** Zip files whose bytes follow from their contents alone: same files in, same bytes out. */
import { type Zippable, zipSync } from 'fflate';

/** Name in the archive, with forward slashes, to contents. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The earliest time that a zip can hold, on every file: when it was built says nothing. Zip keeps
 * local times without a zone, so the date is made in local time and reads the same everywhere.
 */
const NO_TIME = new Date(1980, 0, 1);
/** Highest compression; releases are packed seldom. */
const LEVEL = 9;

/** The files in one zip, in the order of their names (by UTF-16 units, so the same everywhere). */
export function zip(files: Files): Uint8Array {
  const names = [...files.keys()].sort();
  const entries: Zippable = {};
  for (const name of names) {
    const contents = files.get(name);
    if (contents) entries[name] = [contents, { mtime: NO_TIME, level: LEVEL }];
  }
  return zipSync(entries);
}
