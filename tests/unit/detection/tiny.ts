/** Small gazetteers for tests of detection: only what detection looks at. */
import { detectBlocks, type Gazetteer, loadGazetteer } from '../../../src/detection/detect.ts';
import type { BlockRole, DetectionMode, Mention } from '../../../src/detection/types.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import type { Alias, Decoy, Entity, Pack } from '../../../src/packs/schema.ts';
import { smallEntity, smallPack } from '../packs/small-pack.ts';

/** `'Kerry'`, or an alias with its flags. */
type TinyAlias = string | (Partial<Alias> & { text: string });

export interface TinyEntity extends Partial<Omit<Entity, 'aliases' | 'id'>> {
  aliases: TinyAlias[];
}

const alias = (given: TinyAlias): Alias =>
  typeof given === 'string' ? { text: given, lang: 'en' } : { lang: 'en', ...given };

export function tinyPack(
  entities: Readonly<Record<string, TinyEntity>>,
  decoys: (string | (Partial<Decoy> & { text: string }))[] = [],
): Pack {
  return smallPack({
    entities: Object.entries(entities).map(([id, { aliases, ...rest }]) =>
      smallEntity(id, { ...rest, aliases: aliases.map(alias) }),
    ),
    decoys: decoys.map((decoy) =>
      typeof decoy === 'string' ? { text: decoy, lang: 'en' } : { lang: 'en', ...decoy },
    ),
  });
}

export function tinyGazetteer(
  entities: Readonly<Record<string, TinyEntity>>,
  decoys: (string | (Partial<Decoy> & { text: string }))[] = [],
): Gazetteer {
  return loadGazetteer(compileGazetteer([tinyPack(entities, decoys)]));
}

export interface PageOptions {
  lang?: string | null;
  mode?: DetectionMode;
  role?: BlockRole;
}

/** Mentions of a page whose blocks are the texts given. */
export function mentionsIn(
  gazetteer: Gazetteer,
  texts: string | readonly string[],
  { lang = 'en', mode = 'balanced', role = 'text' }: PageOptions = {},
): (Mention & { text: string })[] {
  const blocks = [texts].flat().map((text) => ({ text, lang, role }));
  return detectBlocks(blocks, gazetteer, mode).flatMap((mentions, i) =>
    mentions.map((mention) => ({
      ...mention,
      reasons: mention.reasons,
      text: blocks[i]?.text.slice(mention.start, mention.end) ?? '',
    })),
  );
}

/** The same as `entity:text` strings. */
export function marked(
  gazetteer: Gazetteer,
  texts: string | readonly string[],
  options?: PageOptions,
): string[] {
  return mentionsIn(gazetteer, texts, options).map(({ entity, text }) => `${entity}:${text}`);
}
