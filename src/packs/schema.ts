/**
 * The pack format, version 1: what a file of entities, facts and sources looks like.
 *
 * This schema is the one place where the format is defined; the TypeScript types, the checks at
 * build time and on import, and the published JSON Schema all follow from it. Cross-references
 * (does every `source` exist? is every id unique?) are checked in `validate.ts`, since they need
 * the whole pack. Objects are loose: fields of a newer format are kept, not dropped.
 */
import * as v from 'valibot';
import { isPlainAddress } from './addresses.ts';
import { FACT_DATE } from './dates.ts';
import { ENTITY_TYPES, type EntityType } from './kinds.ts';

export { ENTITY_TYPES, type EntityType };

/** How far a source can be trusted; `state` is state media, used only for what that state says. */
const SOURCE_TIERS = ['primary', 'reference', 'press', 'state'] as const;

/** Lower-case words joined by hyphens, as in `inflation-reduction-act`. */
const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  v.maxLength(80),
);
const Text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(600));
const ShortText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(200),
);
const HttpsUrl = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^https:\/\/[^/]/, 'must be an https address'),
  // What is no https address at all is told that, and nothing more.
  v.check(
    (url) => !url.startsWith('https:') || isPlainAddress(url),
    'must be an https address without name and password',
  ),
);
/** A BCP 47 language tag: `en`, `zh-Hans`, `pt`. */
const Language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag'),
);
/** A day, month, year, span of years (en dash) or open span: 2023-06-19, 2023-06, 2023, 2013–2017, 2021–. */
const FactDate = v.pipe(
  v.string(),
  v.regex(FACT_DATE, 'must be YYYY, YYYY-MM, YYYY-MM-DD, YYYY–YYYY or YYYY–'),
);

const SourceSchema = v.looseObject({
  title: ShortText,
  publisher: ShortText,
  url: HttpsUrl,
  /** Date of publication, where the source shows one. */
  published: v.nullable(FactDate),
  tier: v.picklist(SOURCE_TIERS),
});

const FactSchema = v.looseObject({
  text: Text,
  /** When it was true or happened; null only for what does not change (a definition). */
  date: v.nullable(FactDate),
  /** Key in the pack's `sources`. */
  source: v.string(),
});

const ArticleNoteSchema = v.looseObject({
  text: Text,
  /** Blank-line separated block of the article, its title being 0. */
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const MetricSchema = v.looseObject({
  label: ShortText,
  value: v.pipe(v.number(), v.finite()),
  unit: v.pipe(v.string(), v.maxLength(40)),
  year: v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2200)),
  source: v.string(),
});

/** Numbers of one unit and one basis that may honestly be drawn side by side. */
const SeriesSchema = v.looseObject({
  title: ShortText,
  unit: v.pipe(v.string(), v.maxLength(40)),
  /** `bars` compares labels; `line` follows one thing over years. */
  chart: v.picklist(['bars', 'line']),
  points: v.pipe(
    v.array(
      v.looseObject({
        label: ShortText,
        value: v.pipe(v.number(), v.finite()),
        year: v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2200)),
        source: v.string(),
        /** The entity that this point is about, highlighted in that entity's popover. */
        entity: v.optional(Id),
      }),
    ),
    v.minLength(2, 'needs at least two points'),
  ),
});

const AliasSchema = v.looseObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160)),
  lang: Language,
  /**
   * How capitals count. `exact`: as written (abbreviations: EU, IRA). `proper`: capitals where the
   * alias has them, or a line in capitals throughout. `any`: ignored (methane). Left out: `proper`
   * where the alias has a capital letter, else `any`.
   */
  case: v.optional(v.picklist(['exact', 'proper', 'any'])),
  /** True where the words alone do not settle what is meant: the page must confirm it. */
  ambiguous: v.optional(v.boolean()),
  /**
   * How often an ambiguous alias means this entity where a page says nothing for or against it.
   * `usual`: nearly always (US, Biden), so it counts unless something speaks against it. `even`,
   * the default: it counts when something speaks for it. `rare`: seldom (TIME, MI, Xi), so what
   * speaks for it has to be close or strong. On an alias with one meaning, `even` says that its words
   * are ordinary ones, too (China and china): where capitals tell nothing, it is doubted.
   */
  prior: v.optional(v.picklist(['rare', 'even', 'usual'])),
  /**
   * Where several entities of the pack share the words in one language (all of them `ambiguous`
   * then): true on the one that is meant when the page speaks for none of them more.
   */
  preferred: v.optional(v.boolean()),
  /**
   * True where the alias is a place that stands for the entity (Moscow for Russia): that the page
   * names the entity does not tell which of the two is meant, the words around the alias do.
   */
  metonym: v.optional(v.boolean()),
  /** True where the accents make the word: without them it is another one. */
  accents: v.optional(v.boolean()),
  /** What else the words can mean, for people who edit the pack. */
  otherSenses: v.optional(v.array(ShortText)),
});

const EntitySchema = v.looseObject({
  id: Id,
  type: v.picklist(ENTITY_TYPES),
  name: ShortText,
  fullName: v.optional(ShortText),
  wikidata: v.optional(
    v.pipe(v.string(), v.regex(/^Q\d+$/, 'must be a Wikidata item such as Q148')),
  ),
  summary: Text,
  /** Key in the pack's `sources`: where the summary is from, if it is one source's. */
  source: v.optional(v.string()),
  /** What the pack's article says of it. */
  inArticle: v.array(ArticleNoteSchema),
  facts: v.array(FactSchema),
  /** What has happened since the article. */
  since: v.array(FactSchema),
  metrics: v.array(MetricSchema),
  /** Keys of the pack's `series` to draw in this entity's popover, the best first. */
  charts: v.optional(v.array(Id)),
  aliases: v.pipe(v.array(AliasSchema), v.minLength(1, 'needs at least one alias')),
  /** Words whose presence on the page speaks for this entity where an alias is ambiguous. */
  cues: v.array(ShortText),
  /** Words that speak against it. */
  antiCues: v.array(ShortText),
  related: v.array(Id),
});

/** A longer name that contains an alias but is something else: matched, never shown. */
const DecoySchema = v.looseObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160)),
  lang: Language,
  case: v.optional(v.picklist(['exact', 'proper', 'any'])),
  /**
   * True where the bare alias may mean this once a page has named it in full: a person (Gerald Ford,
   * then Ford), a county, another parliament. Left out for what is never called by the alias alone
   * (the White House is not "the House", Lake Michigan is not "Michigan").
   */
  bearer: v.optional(v.boolean()),
  /** What it is, for people who edit the pack. */
  note: v.optional(ShortText),
});

export const PackSchema = v.looseObject({
  /** Version of this format. */
  format: v.literal(1),
  id: Id,
  title: ShortText,
  description: Text,
  /** Language of the pack's own texts. */
  language: Language,
  /** Version of the pack, as its editors count. */
  version: ShortText,
  /** Month or day up to which its facts were checked. */
  asOf: FactDate,
  licence: ShortText,
  homepage: v.optional(HttpsUrl),
  /** The article that the pack explains, where there is one. */
  article: v.optional(
    v.looseObject({
      title: ShortText,
      publisher: ShortText,
      author: v.optional(ShortText),
      published: FactDate,
      url: v.optional(HttpsUrl),
    }),
  ),
  sources: v.record(Id, SourceSchema),
  series: v.optional(v.record(Id, SeriesSchema)),
  entities: v.array(EntitySchema),
  decoys: v.optional(v.array(DecoySchema)),
});

export type SourceTier = (typeof SOURCE_TIERS)[number];
export type Fact = v.InferOutput<typeof FactSchema>;
export type Series = v.InferOutput<typeof SeriesSchema>;
export type Alias = v.InferOutput<typeof AliasSchema>;
export type Entity = v.InferOutput<typeof EntitySchema>;
export type Decoy = v.InferOutput<typeof DecoySchema>;
export type Pack = v.InferOutput<typeof PackSchema>;
