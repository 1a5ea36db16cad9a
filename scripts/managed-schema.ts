/**
 * `npm run managed:schema`: writes public/managed-schema.json, which tells Chromium what an
 * organisation's policy may say. It follows from the settings' own schema; a test fails when the two
 * differ. Chromium drops a whole item where anything in it is wrong, so each setting is an item of its
 * own; https://developer.chrome.com/docs/extensions/reference/manifest/storage has the other rules.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { type Field, HEX_COLOR } from '../src/settings/field.ts';
import { POLICY_PACKS, POLICY_WORDS } from '../src/settings/policy.ts';
import { FIELDS, SETTING_KEYS, type SettingKey } from '../src/settings/schema.ts';

export const MANAGED_SCHEMA_FILE = fileURLToPath(
  new URL('../public/managed-schema.json', import.meta.url),
);

/** The formatter, since `npm run lint` looks at the file as well. */
const BIOME = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));

function valueSchema(field: Field): object {
  switch (field.kind) {
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: field.options };
    case 'number':
      return { type: 'integer', minimum: field.min, maximum: field.max };
    case 'set':
      return {
        type: 'array',
        items: { type: 'string', ...(field.options ? { enum: field.options } : {}) },
      };
    case 'colors': {
      const color = { type: 'string', pattern: HEX_COLOR.source };
      const properties = Object.fromEntries(field.names.map((name) => [name, color]));
      return { type: 'object', properties };
    }
  }
}

function itemSchema(key: SettingKey): object {
  const value = valueSchema(FIELDS[key]);
  return {
    description: messages[`options_${key}`].message,
    type: 'object',
    properties: Object.fromEntries(POLICY_WORDS.map((word) => [word, value])),
  };
}

/** The schema of a policy. */
export function managedSchema(): object {
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(SETTING_KEYS.map((key) => [key, itemSchema(key)])),
      [POLICY_PACKS]: {
        description: 'Packs, each as the text of its file',
        type: 'array',
        items: { type: 'string' },
      },
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(MANAGED_SCHEMA_FILE, JSON.stringify(managedSchema()));
  execFileSync(process.execPath, [BIOME, 'format', '--write', MANAGED_SCHEMA_FILE], {
    stdio: 'ignore',
  });
  console.log('wrote public/managed-schema.json');
}
