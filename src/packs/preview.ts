/** What somebody should see of a pack before it is added. Pure. */
import { adviceOn, type Remark } from './advice.ts';
import { type EntityCard, toCard } from './card.ts';
import { type NamedAlias, wordsOf } from './clashes.ts';
import { matchesInMillion } from './common-words.ts';
import { diffPacks } from './diff.ts';
import type { Pack } from './schema.ts';
import { type PackStats, packStats } from './stats.ts';

/** A pack that is there already, as far as its names can clash with those of a new one. */
export interface NeighbourPack {
  readonly title: string;
  /** True where it stands before the new one, and so wins. */
  readonly wins: boolean;
  readonly aliases: readonly NamedAlias[];
}

export interface Clash {
  readonly text: string;
  /** Name of the new pack's entity, and of the other's. */
  readonly entity: string;
  readonly otherEntity: string;
  readonly otherPack: string;
  /** True where the words will mean the other pack's entity. */
  readonly otherWins: boolean;
}

export interface CommonWord {
  readonly text: string;
  readonly entity: string;
  readonly inMillion: number;
}

/** The first of many, and how many there are. */
export interface Some<T> {
  readonly total: number;
  readonly shown: readonly T[];
}

export interface PackPreview {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly asOf: string;
  readonly licence: string;
  readonly language: string;
  readonly stats: PackStats;
  /** What popovers will show. */
  readonly samples: readonly EntityCard[];
  readonly clashes: Some<Clash>;
  readonly common: Some<CommonWord>;
  /** What else it says that may be meant otherwise, with its places in the file. */
  readonly remarks: Some<Exclude<Remark, { kind: 'common' }>>;
  /** Where it takes the place of an earlier version: that version, and what happens to its entities. */
  readonly update: { version: string; added: number; removed: number; changed: number } | null;
}

const SAMPLES = 3;
/** Lists are to warn, not to be read through. */
const MOST_SHOWN = 8;
/** Remarks are to be worked through, by whoever writes the pack; the first ones mostly explain the others. */
const MOST_REMARKS = 50;

const some = <T>(all: readonly T[], most = MOST_SHOWN): Some<T> => ({
  total: all.length,
  shown: all.slice(0, most),
});

/** Entities that show most of what the pack has to say. */
function samplesOf(pack: Pack): EntityCard[] {
  const weight = ({ facts, since, metrics, fullName }: Pack['entities'][number]) =>
    facts.length + since.length + metrics.length + (fullName ? 1 : 0);
  return pack.entities
    .map((entity) => ({ entity, said: weight(entity) }))
    .sort((a, b) => b.said - a.said)
    .slice(0, SAMPLES)
    .map(({ entity }) => toCard(pack, entity));
}

function clashesOf(pack: Pack, neighbours: readonly NeighbourPack[]): Clash[] {
  const owners = new Map<string, { entity: string; neighbour: NeighbourPack }>();
  // Of several packs that have the words, the first one is the one that matters.
  for (const neighbour of neighbours) {
    for (const alias of neighbour.aliases) {
      const words = wordsOf(alias);
      if (!owners.has(words)) owners.set(words, { entity: alias.entity, neighbour });
    }
  }
  return pack.entities.flatMap(({ name, aliases }) =>
    aliases.flatMap((alias): Clash[] => {
      const other = owners.get(wordsOf(alias));
      if (!other) return [];
      return [
        {
          text: alias.text,
          entity: name,
          otherEntity: other.entity,
          otherPack: other.neighbour.title,
          otherWins: other.neighbour.wins,
        },
      ];
    }),
  );
}

function commonWordsOf(pack: Pack): CommonWord[] {
  return pack.entities
    .flatMap(({ name, aliases }) =>
      aliases.map((alias) => ({
        text: alias.text,
        entity: name,
        inMillion: matchesInMillion(alias),
      })),
    )
    .filter(({ inMillion }) => inMillion > 0)
    .sort((a, b) => b.inMillion - a.inMillion);
}

/** All but common words, which have a list of their own. */
function remarksOf(pack: Pack, placeOf: (path: string) => string): PackPreview['remarks'] {
  const remarks = adviceOn(pack).flatMap((remark) => (remark.kind === 'common' ? [] : remark));
  const { total, shown } = some(remarks, MOST_REMARKS);
  return { total, shown: shown.map((remark) => ({ ...remark, path: placeOf(remark.path) })) };
}

function updateOf(before: Pack, after: Pack): PackPreview['update'] {
  const changes = diffPacks(before, after).filter(({ what }) => what.startsWith('entity '));
  const count = (wanted: string) => changes.filter(({ kind }) => kind === wanted).length;
  return {
    version: before.version,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
  };
}

/**
 * @param neighbours packs that are there, without an earlier version of this one, in their order.
 * @param before the earlier version of this pack, if there is one.
 * @param placeOf says a place in the pack as one in its file.
 */
export function previewPack(
  pack: Pack,
  neighbours: readonly NeighbourPack[],
  before: Pack | null,
  placeOf: (path: string) => string = (path) => path,
): PackPreview {
  const { id, title, description, version, asOf, licence, language } = pack;
  return {
    id,
    title,
    description,
    version,
    asOf,
    licence,
    language,
    stats: packStats(pack),
    samples: samplesOf(pack),
    clashes: some(clashesOf(pack, neighbours)),
    common: some(commonWordsOf(pack)),
    remarks: remarksOf(pack, placeOf),
    update: before ? updateOf(before, pack) : null,
  };
}
