/** The reader's notes from two places: here and in a file. Pure. */
import type { Pack } from '../packs/schema.ts';

/**
 * All notes of both. Of a note that both have, the file's counts, with the sources that it names; the
 * sources of the others keep their keys.
 */
export function mergeNotes(here: Pack, file: Pack): Pack {
  const inFile = new Set(file.entities.map(({ id }) => id));
  const decoys = [...(here.decoys ?? []), ...(file.decoys ?? [])];
  return {
    ...file,
    sources: { ...here.sources, ...file.sources },
    entities: [...here.entities.filter(({ id }) => !inFile.has(id)), ...file.entities],
    decoys: decoys.filter(
      (decoy, at) =>
        decoys.findIndex(({ text, lang }) => text === decoy.text && lang === decoy.lang) === at,
    ),
  };
}
