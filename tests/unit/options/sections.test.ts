import { describe, expect, it } from 'vitest';
import '../../support/fake-browser.ts';
import messages from '../../../public/_locales/en/messages.json';
import { ENTITY_TYPES } from '../../../src/packs/kinds.ts';
import { FIELDS, SETTING_KEYS } from '../../../src/settings/schema.ts';

const { hardToSee } = await import('../../../src/options/colors.tsx');
const { findSettings } = await import('../../../src/options/search.ts');
const { SECTION_IDS, SECTION_SETTINGS } = await import('../../../src/options/sections.ts');
const { labelOf, optionLabel, valueInWords } = await import('../../../src/options/words.ts');

describe('the form', () => {
  it('has every setting in exactly one section', () => {
    const placed = SECTION_IDS.flatMap((id) => SECTION_SETTINGS[id]);
    expect([...placed].sort()).toEqual([...SETTING_KEYS].sort());
  });

  it('has words for every setting and every option', () => {
    for (const key of SETTING_KEYS) {
      expect(messages).toHaveProperty(labelOf(key));
      const field = FIELDS[key];
      if (field.kind !== 'choice') continue;
      for (const option of field.options) expect(messages).toHaveProperty(optionLabel(key, option));
    }
    for (const type of ENTITY_TYPES) expect(messages).toHaveProperty(`kinds_${type}`);
  });

  it('puts every value into words', () => {
    expect(valueInWords('enabled', false)).toBe('options_off');
    expect(valueInWords('openingDelay', 1500)).toBe('1,500 ms');
    expect(valueInWords('sites', [])).toBe('options_none');
    expect(valueInWords('hiddenTypes', ['law', 'topic'])).toBe('kinds_law, kinds_topic');
    expect(valueInWords('sitesMode', 'only-on')).toBe('options_sitesMode_only_on');
  });
});

describe('search in the options', () => {
  const words = {
    section: (id: string) => `Section ${id}`,
    setting: (key: string) => (key === 'theme' ? 'Líght or dark' : key),
  };
  const found = (query: string) => Object.fromEntries(findSettings(query, words));

  it('shows everything when nothing is typed', () => {
    expect(Object.keys(found(''))).toEqual([...SECTION_IDS]);
  });

  it('shows the settings whose words fit, and a section whole by its name', () => {
    expect(found('dark light')).toEqual({ look: ['theme'] });
    expect(found('section look')).toEqual({ look: SECTION_SETTINGS.look });
    expect(found('dragon')).toEqual({});
  });
});

describe('the colour of a mark', () => {
  it('is warned of where it would be hard to see', () => {
    expect(hardToSee('#ffd700')).toBe('light');
    expect(hardToSee('#0a0a40')).toBe('dark');
    expect(hardToSee('#0b7a75')).toBe(null);
  });
});
