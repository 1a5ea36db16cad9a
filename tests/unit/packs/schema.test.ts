import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packJsonSchema, SCHEMA_FILE } from '../../../scripts/pack-schema.ts';
import { validatePack } from '../../../src/packs/validate.ts';

describe('docs/pack.schema.json', () => {
  it('is what the schema says (npm run pack:schema writes it)', () => {
    const published: unknown = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(packJsonSchema())));
  });
});

describe('docs/pack-format.md', () => {
  const page = readFileSync(new URL('../../../docs/pack-format.md', import.meta.url), 'utf8');

  it('shows an example that is a valid pack', () => {
    const [, example = ''] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
    expect(validatePack(JSON.parse(example)).problems).toBeUndefined();
  });
  it('names every field of the format', () => {
    const named = (field: string) => new RegExp(`(?:\\*\\*|\\b|\`)${field}\\b`).test(page);
    expect(fieldsOf(packJsonSchema()).filter((field) => !named(field))).toEqual([]);
  });
});

/** Names of all properties that a JSON Schema describes, at any depth. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties: unknown = Reflect.get(schema, 'properties');
  const here = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...here, ...Object.values(schema).flatMap(fieldsOf)];
}
