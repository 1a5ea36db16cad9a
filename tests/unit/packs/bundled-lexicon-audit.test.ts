/** Rules of docs/decisions/lexicon.md that a program can check. */
import { describe, expect, it } from 'vitest';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { decoyVariants, variantsOf } from '../../../src/packs/compile-variants.ts';
import type { Alias, Entity } from '../../../src/packs/schema.ts';
import { phraseTokens } from '../../../src/text/tokens.ts';
import { createDetectorForTests } from './bundled-detector.ts';

const pack = loadBundledPack();

/** Words as matching compares them; null for a text that no page can contain. */
function words(text: string): string[] | null {
  return phraseTokens(text)?.map(({ folded }) => folded) ?? null;
}

const CASES = { any: 0, proper: 1, exact: 2 } as const;
function formsOf(entity: Entity, { text, lang, case: named }: Alias): string[] {
  const byCapitals = text === text.toLowerCase() ? 'any' : 'proper';
  return variantsOf(text, lang, entity.type, CASES[named ?? byCapitals]);
}

const aliases = pack.entities.flatMap((entity) =>
  entity.aliases.map((alias) => ({ entity, alias })),
);
const aliasForms = new Set(
  aliases.flatMap(({ entity, alias }) =>
    formsOf(entity, alias).map((form) => words(form)?.join(' ') ?? ''),
  ),
);

function containsAlias(text: string): boolean {
  const all = words(text) ?? [];
  return all.some((_, from) =>
    all.some((__, to) => to >= from && aliasForms.has(all.slice(from, to + 1).join(' '))),
  );
}

describe('the bundled lexicon', () => {
  it('has no alias and no decoy that no text can contain', () => {
    const texts = [
      ...aliases.map(({ alias }) => alias.text),
      ...(pack.decoys ?? []).map((d) => d.text),
    ];
    expect(texts.filter((text) => words(text) === null)).toEqual([]);
  });

  it('says what else every ambiguous alias can mean', () => {
    const silent = aliases.filter(({ alias }) => alias.ambiguous && !alias.otherSenses?.length);
    expect(silent.map(({ entity, alias }) => `${entity.id}: ${alias.text}`)).toEqual([]);
  });

  it('gives cues to every entity that has an ambiguous alias', () => {
    const without = pack.entities.filter(
      (entity) => entity.cues.length === 0 && entity.aliases.some(({ ambiguous }) => ambiguous),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('has no word that is a cue and an anti-cue of one entity', () => {
    const torn = pack.entities.flatMap(({ id, cues, antiCues }) =>
      cues.filter((cue) => antiCues.includes(cue)).map((cue) => `${id}: ${cue}`),
    );
    expect(torn).toEqual([]);
  });

  it('has no decoy without an alias in it, nor one without a note', () => {
    const decoys = pack.decoys ?? [];
    expect(decoys.length).toBeGreaterThan(0);
    const idle = decoys.filter(
      ({ text, lang }) => !decoyVariants(text, lang, CASES.proper).some(containsAlias),
    );
    expect(idle.map(({ text }) => text)).toEqual([]);
    expect(decoys.filter(({ note }) => !note).map(({ text }) => text)).toEqual([]);
  });

  it('names every entity in all its languages', () => {
    for (const { id, aliases: own } of pack.entities) {
      const languages = new Set(own.map(({ lang }) => lang));
      for (const lang of ['en', 'zh-Hans', 'zh-Hant', 'ja'])
        expect(languages, `${id} in ${lang}`).toContain(lang);
    }
  });
});

/** An ordinary sentence of each language, cut where a name goes. */
const CARRIERS: Readonly<Record<string, readonly [string, string]>> = {
  en: ['People wrote about ', ' in the paper on Monday.'],
  es: ['En el periódico del lunes se habló de ', ' con los vecinos del barrio.'],
  fr: ['Dans le journal de lundi on parlait de ', ' avec les voisins du quartier.'],
  de: ['In der Zeitung vom Montag stand etwas über ', ' und die Nachbarn lasen es.'],
  pt: ['No jornal de segunda-feira falou-se de ', ' com os vizinhos do bairro.'],
  'zh-Hans': ['报纸周一谈到了', '，邻居们都看了。'],
  'zh-Hant': ['報紙週一談到了', '，鄰居們都看了。'],
  ja: ['月曜の新聞に', 'についての記事が載った。'],
};

/** A name without doubt, where it is not Xi Jinping. */
const OTHERS: Readonly<Record<string, string>> = {
  'zh-Hans': '习近平',
  'zh-Hant': '習近平',
  ja: '習近平',
};

describe('in a sentence that says nothing else', () => {
  const detect = createDetectorForTests();
  const within = (text: string, lang: string, more = '') => {
    const carrier = CARRIERS[lang];
    if (!carrier) throw new Error(`no sentence in ${lang}`);
    return detect(`${carrier[0]}${text}${carrier[1]}${more}`, lang);
  };

  it('finds every alias that needs no evidence, as a whole', () => {
    const lost = aliases
      .filter(({ alias }) => !alias.ambiguous)
      .filter(
        ({ entity, alias }) =>
          within(alias.text, alias.lang).join() !== `${alias.text}|${entity.id}`,
      );
    expect(lost.map(({ alias }) => alias.text)).toEqual([]);
  });

  // Alone, a name that usually means its entity waits for one small sign: a name without doubt on its page is one.
  it('finds every alias that usually means its entity on a page that names another', () => {
    const usual = aliases.filter(({ alias }) => alias.ambiguous && alias.prior === 'usual');
    expect(usual.length).toBeGreaterThan(0);
    const lost = usual.filter(({ entity, alias: { text, lang } }) => {
      const other = OTHERS[lang] ?? 'Xi Jinping';
      const expected = [`${text}|${entity.id}`, `${other}|xi-jinping`];
      return within(text, lang, ` ${other}.`).join() !== expected.join();
    });
    expect(lost.map(({ alias }) => alias.text)).toEqual([]);
  });

  it('marks nothing in a decoy', () => {
    const marked = (pack.decoys ?? []).filter(({ text, lang }) => within(text, lang).length > 0);
    expect(marked.map(({ text }) => text)).toEqual([]);
  });
});
