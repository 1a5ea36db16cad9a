/** The sample texts of Gloss's own pages, in every language: detection finds in them what it should. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectBlocks, loadGazetteer } from '../../../src/detection/detect.ts';
import type { DetectionMode } from '../../../src/detection/types.ts';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { FIELDS } from '../../../src/packs/fields.ts';

const LOCALES = new URL('../../../public/_locales/', import.meta.url);
const gazetteer = loadGazetteer(compileGazetteer([loadBundledPack()], FIELDS));

function find(locale: string, keys: readonly string[], mode: DetectionMode = 'balanced') {
  const file = new URL(`${locale}/messages.json`, LOCALES);
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  const texts = keys.map((key) => messages[key]?.message ?? '');
  const lang = messages.ui_locale?.message ?? null;
  const blocks = texts.map((text) => ({ text, lang, role: 'text' as const }));
  return detectBlocks(blocks, gazetteer, mode).map((mentions, block) =>
    mentions.map(({ entity, start, end }) => ({ entity, words: texts[block]?.slice(start, end) })),
  );
}
const entities = (found: ReturnType<typeof find>) => found.flat().map(({ entity }) => entity);

describe.each(readdirSync(LOCALES))('the sample texts in %s', (locale) => {
  it('show the preview what it is about', () => {
    const found = find(locale, ['options_preview_law', 'options_preview_names']);
    const [law = [], names = []] = found;
    const counts = law.filter(({ entity }) => entity === 'inflation-reduction-act').length;
    expect(counts).toBeGreaterThanOrEqual(2);
    expect(entities([law])).toEqual(expect.arrayContaining(['joe-biden', 'cop26']));
    expect(entities([names])).toEqual(
      expect.arrayContaining(['ford-motor-company', 'catl', 'inflation-reduction-act']),
    );
  });

  it('have something to try on the first-run page, and Gerald Ford unmarked', () => {
    const found = find(locale, ['welcome_demo_law', 'welcome_demo_talks']);
    expect(entities(found)).toEqual(
      expect.arrayContaining([
        'united-states',
        'inflation-reduction-act',
        'catl',
        'ford-motor-company',
        'john-kerry',
        'methane',
        'sunnylands-statement-2023',
      ]),
    );
    expect(entities(found).filter((id) => id === 'ford-motor-company')).toHaveLength(1);
  });
});

describe('the preview in English', () => {
  it('shows that strict marks less', () => {
    const keys = ['options_preview_law', 'options_preview_names'];
    expect(find('en', keys, 'strict').flat().length).toBeLessThan(find('en', keys).flat().length);
  });
});
