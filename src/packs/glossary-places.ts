/** Places in a drafted pack as places in the glossary that it was made of. */
import type { Pack } from './schema.ts';

export interface PlaceWords {
  /** The term of an entity, by its number in the pack: `row 5`. */
  term(index: number): string;
  /** What the glossary calls a field of an entity: `column fact`. */
  readonly fields: Readonly<Record<string, string>>;
}

const ENTITY = /^entities\[(\d+)\](?:\.(\w+))?/;
const SOURCE = /^sources\.([\w-]+)/;

/**
 * `entities[3].summary` -> `row 5, column summary`; a source is said to be where it is first named, and
 * what is of the pack as a whole stays as it is.
 */
export function placesIn(pack: Pack, { term, fields }: PlaceWords): (path: string) => string {
  const say = (index: number, field = ''): string => {
    const named = fields[field];
    return named ? `${term(index)}, ${named}` : term(index);
  };
  return (path) => {
    const [, index, field] = ENTITY.exec(path) ?? [];
    if (index !== undefined) return say(Number(index), field);
    const [, key] = SOURCE.exec(path) ?? [];
    const namedBy = pack.entities.findIndex(
      ({ source, facts }) => source === key || facts.some((fact) => fact.source === key),
    );
    return key !== undefined && namedBy !== -1 ? say(namedBy, 'source') : path;
  };
}
