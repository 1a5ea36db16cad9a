/** Finding settings by what a reader types. Pure. */
import type { SettingKey } from '../settings/schema.ts';
import { fold } from '../ui/find.ts';
import { SECTION_IDS, SECTION_SETTINGS, type SectionId } from './sections.ts';

/** The words by which a section and each of its settings are found. */
export interface SearchWords {
  section(id: SectionId): string;
  setting(key: SettingKey): string;
}

/**
 * The settings to show of each section; a section that is missing is not shown. A section whose own
 * name fits is shown whole.
 */
export function findSettings(
  query: string,
  words: SearchWords,
): ReadonlyMap<SectionId, readonly SettingKey[]> {
  const wanted = fold(query).split(' ').filter(Boolean);
  const fits = (text: string) => {
    const folded = fold(text);
    return wanted.every((word) => folded.includes(word));
  };
  return new Map(
    SECTION_IDS.flatMap((id) => {
      const all = SECTION_SETTINGS[id];
      if (fits(words.section(id))) return [[id, all] as const];
      const some = all.filter((key) => fits(`${words.section(id)} ${words.setting(key)}`));
      return some.length > 0 ? [[id, some] as const] : [];
    }),
  );
}
