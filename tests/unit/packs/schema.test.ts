import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packJsonSchema, SCHEMA_FILE } from '../../../scripts/pack-schema.ts';

describe('docs/pack.schema.json', () => {
  it('is what the schema says (npm run pack:schema writes it)', () => {
    const published: unknown = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(packJsonSchema())));
  });
});
