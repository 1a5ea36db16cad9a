/** Finding entities by what a reader types: pure, and the same for one page and for all packs. */

/** What can be found: its names, best known first, and a text that only counts last. */
export interface Findable {
  names: readonly string[];
  text: string;
}

/** How well the words fit; lower is better. Null: not at all. */
export type Fit = number | null;

const EXACT = 0;
const STARTS_NAME = 1;
const STARTS_WORD = 2;
const IN_NAME = 3;
const IN_TEXT = 4;

/** Letters as typed on any keyboard: lower case, without accents, one kind of space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim();
}

/** How well a name fits a query, both folded. */
export function fitOfName(name: string, query: string): Fit {
  if (name === query) return EXACT;
  if (name.startsWith(query)) return STARTS_NAME;
  if (name.includes(` ${query}`)) return STARTS_WORD;
  return name.includes(query) ? IN_NAME : null;
}

/** Something to be found, made ready for many queries: folding is what costs. */
export interface Folded {
  names: readonly string[];
  everything: string;
}

export function folded({ names, text }: Findable): Folded {
  return { names: names.map(fold), everything: fold([...names, text].join(' ')) };
}

/** How well a folded query fits; an empty one fits everything. */
export function fitOf({ names, everything }: Folded, query: string): Fit {
  if (query === '') return EXACT;
  const fits = names.flatMap((name) => fitOfName(name, query) ?? []);
  if (fits.length > 0) return Math.min(...fits);
  return query.split(' ').every((word) => everything.includes(word)) ? IN_TEXT : null;
}

/** The items that fit, best first; equals keep their order. */
export function find<T>(items: readonly T[], query: string, of: (item: T) => Findable): T[] {
  const wanted = fold(query);
  return items
    .flatMap((item) => {
      const found = fitOf(folded(of(item)), wanted);
      return found === null ? [] : [{ item, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ item }) => item);
}
