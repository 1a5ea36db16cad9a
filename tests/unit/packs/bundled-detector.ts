/** Detection with the bundled pack, on single texts, for tests of its lexicon. */
import { detectBlocks, loadGazetteer } from '../../../src/detection/detect.ts';
import { loadBundledPack } from '../../../src/packs/bundled/load.ts';
import { compileGazetteer } from '../../../src/packs/compile.ts';
import { FIELDS } from '../../../src/packs/fields.ts';

/** Returns a function that lists the mentions of a text, each as `words|entity`. */
export function createDetectorForTests(): (text: string, lang: string | null) => string[] {
  const gazetteer = loadGazetteer(compileGazetteer([loadBundledPack()], FIELDS));
  return (text, lang) =>
    detectBlocks([{ text, lang, role: 'text' }], gazetteer, 'balanced')
      .flat()
      .map(({ entity, start, end }) => `${text.slice(start, end)}|${entity}`);
}
