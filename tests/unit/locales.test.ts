/** The words of the UI: every message is used, and a translation says what English says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { SECTION_IDS } from '../../src/options/sections.ts';
import { ENTITY_TYPES } from '../../src/packs/kinds.ts';
import { PackSchema } from '../../src/packs/schema.ts';
import { FIELDS, SETTING_KEYS } from '../../src/settings/schema.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const ROOT = new URL('../../', import.meta.url);
const LOCALES = readdirSync(new URL('public/_locales', ROOT));
/** What a careful printer would not set, by language. */
const MISPRINTS: Record<string, readonly RegExp[]> = {
  en: [/"|'/, / …/],
  de: [/["'’»«]/, /“[^“„]*“/, /\d MB/, / …/],
  es: [/["'“”]/, /\d \d/, /(?<!¿[^?]*)\?/, /(?<!¡[^!]*)!/, / …/],
  // A space that does not break stands before the high signs and inside the quotation marks.
  fr: [/["'“”]/, /[ \p{L}\d$](?<! )[;!?]/u, / [:;!?»…]/, /« /, /\p{L}:(?!\/)/u, /\d \d/],
  zh_CN: [/["'«»]/, /\p{sc=Han}[,.:;!?()]/u, /[,:;!?()](?=\p{sc=Han})/u, /(?<!…)…(?!…)/],
};

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

function sources(): string {
  const folder = new URL('src/', ROOT);
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.generated.'))
    .map((path) => readFileSync(new URL(path, folder), 'utf8'));
  return [...code, readFileSync(new URL('manifest.json', ROOT), 'utf8')].join('\n');
}

/** Keys that code puts together from names in a schema. */
function derived(): Set<string> {
  const settings = SETTING_KEYS.flatMap((key) => {
    const field = FIELDS[key];
    const options = field.kind === 'choice' ? field.options : [];
    return [
      `options_${key}`,
      `options_${key}_hint`,
      ...options.map((option) => `options_${key}_${option.replaceAll('-', '_')}`),
    ];
  });
  return new Set([
    ...settings,
    ...SECTION_IDS.flatMap((id) => [`options_section_${id}`, `options_section_${id}_words`]),
    ...ENTITY_TYPES.flatMap((type) => [`kind_${type}`, `kinds_${type}`]),
    ...PackSchema.entries.sources.value.entries.tier.options.map((tier) => `popover_tier_${tier}`),
  ]);
}

function read(locale: string): Record<string, Message> {
  return JSON.parse(readFileSync(new URL(`public/_locales/${locale}/messages.json`, ROOT), 'utf8'));
}

/** `$NAME$` of a message, each once. */
const placeholdersIn = ({ message }: Message): string[] =>
  [
    ...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase())),
  ].sort();

describe('the English messages', () => {
  it('are all used', () => {
    const code = sources();
    const names = derived();
    const isUsed = (key: string) =>
      names.has(key) ||
      [key, key.replace(PLURAL, '')].some((word) =>
        new RegExp(`\\b(?:__MSG_)?${word}(?:__)?\\b`).test(code),
      );
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are there for every name in a schema', () => {
    for (const key of derived()) expect(english).toHaveProperty(key);
  });
});

/** Stems of messages that are about a count. */
const COUNTED = Object.keys(english).flatMap((key) => {
  const [, stem] = /^(.+)_one$/.exec(key) ?? [];
  return stem && `${stem}_other` in english ? [stem] : [];
});
const isCounted = (key: string) =>
  COUNTED.some((stem) => key.replace(PLURAL, '') === stem && key !== stem);

describe('the languages', () => {
  it('are English, and four more', () => {
    expect([...LOCALES].sort()).toEqual(['de', 'en', 'es', 'fr', 'zh_CN']);
  });
});

describe.each(LOCALES)('the messages in %s', (locale) => {
  const messages = read(locale);
  const language = locale.replace('_', '-');

  it('say which language they are in', () => {
    expect(messages.ui_locale?.message).toBe(language);
  });

  it('define every placeholder that they use, and no other', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(placeholdersIn(message), key).toEqual(Object.keys(message.placeholders ?? {}).sort());
    }
  });

  it('are all there, with the plural forms of their language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plain = Object.keys(english).filter((key) => !isCounted(key));
    const counted = COUNTED.flatMap((stem) => pluralCategories.map((form) => `${stem}_${form}`));
    expect(Object.keys(messages).sort()).toEqual([...plain, ...counted].sort());
  });

  it('fill in what the English ones fill in, in the same order', () => {
    const models = english as Record<string, Message>;
    for (const [key, message] of Object.entries(messages)) {
      const model = models[key] ?? models[key.replace(PLURAL, '_other')];
      expect(placeholdersIn(message), key).toEqual(model && placeholdersIn(model));
      expect(contents(message), key).toEqual(contents(model));
    }
  });

  it('have words for everything, and no space at an end', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message, key).not.toBe('');
      expect(message, key).toBe(message.trim());
    }
  });

  it('are set as their language sets them', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      for (const misprint of MISPRINTS[locale] ?? []) expect(message, key).not.toMatch(misprint);
    }
  });

  it('describe the extension in as few characters as stores allow', () => {
    expect(messages.ext_description?.message.length).toBeLessThanOrEqual(132);
  });
});

/** The placeholders of a message, without their examples. */
const contents = (model: Message | undefined) =>
  Object.fromEntries(
    Object.entries(model?.placeholders ?? {}).map(([name, { content }]) => [name, { content }]),
  );
