import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPack } from '../../../src/cli/pack.ts';
import { smallPack } from '../packs/small-pack.ts';

const EXAMPLE = fileURLToPath(new URL('../../../docs/examples/si-units.json', import.meta.url));

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gloss-cli-'));
  writeFileSync(path('good.json'), JSON.stringify(smallPack()));
  writeFileSync(path('newer.json'), JSON.stringify(smallPack({ version: '2', sources: {} })));
  writeFileSync(path('next.json'), JSON.stringify(smallPack({ version: '2' })));
  writeFileSync(path('broken.json'), '{"format": 1,');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run pack -- check', () => {
  it('passes a good pack', () => {
    expect(runPack(['check', path('good.json')])).toEqual({
      out: [`${path('good.json')}: small 1, 2 entities, ok`],
      errors: [],
      exitCode: 0,
    });
  });
  it('prints every problem by its place and exits 1', () => {
    const { out, exitCode } = runPack(['check', path('newer.json')]);
    expect(exitCode).toBe(1);
    expect(out).toContain('entities[0].facts[0].source: no source "atlas"');
    expect(out).toContain('series.heights.points[1].source: no source "atlas"');
  });
  it('notes what is allowed and hardly meant, and passes', () => {
    const pack = smallPack();
    const [entity] = pack.entities;
    entity?.aliases.push({ text: 'the Hill (old)', lang: 'en' });
    const { out, exitCode } = runPack(['check', write('odd.json', JSON.stringify(pack))]);
    expect(exitCode).toBe(0);
    expect(out[0]).toMatch(
      /^note: entities\[0\]\.aliases\[\d\]\.text: "the Hill \(old\)" is never found/,
    );
    expect(out[1]).toContain('ok');
  });
  it('notes a cue that is a name of its own entity', () => {
    const pack = smallPack();
    const [entity] = pack.entities;
    const [alias] = entity?.aliases ?? [];
    entity?.cues.push(alias?.text ?? '');
    const { out, exitCode } = runPack(['check', write('own.json', JSON.stringify(pack))]);
    expect(exitCode).toBe(0);
    expect(out).toEqual([
      expect.stringMatching(/^note: entities\[0\]\.cues\[\d\]: .* take it out of the cues$/),
      expect.stringContaining('ok'),
    ]);
  });
  it('notes what is in a table by its rows', () => {
    const rows = 'name,summary,source\nthe Oak (old),A tree.,https://example.org\n';
    const { out } = runPack(['check', write('old-trees.csv', rows)]);
    expect(out[0]).toMatch(/^note: row 2, column aliases: "the Oak \(old\)" is never found/);
  });
  it('says in which line a file is no JSON', () => {
    const { out } = runPack(['check', write('comma.json', '{"format": 1,\n  "id": "x",\n}')]);
    expect(out.join()).toMatch(/is no JSON: .*line 3 column 1\)$/);
  });
  it('takes a glossary as it takes a pack', () => {
    const rows = 'name,summary,source\nMarket Lime,The oldest tree.,https://example.org/trees\n';
    expect(runPack(['check', write('trees.csv', rows)]).out.join()).toContain('1 entities, ok');
    const bad = runPack(['check', write('bad-trees.csv', rows.replace('https:', 'http:'))]);
    expect(bad.out).toEqual(['row 2, column source: must be an https address']);
  });
  it('names the file where several are given, and goes on after a bad one', () => {
    const { out, exitCode } = runPack(['check', path('broken.json'), path('good.json')]);
    expect(exitCode).toBe(1);
    expect(out[0]).toContain(`${path('broken.json')}: (whole pack): is no JSON`);
    expect(out[1]).toContain('ok');
  });
  it('exits 2 where a file cannot be read', () => {
    const { errors, exitCode } = runPack(['check', path('absent.json')]);
    expect(exitCode).toBe(2);
    expect(errors.join()).toContain('absent.json');
  });
  it('passes the example pack of the documentation', () => {
    expect(runPack(['check', EXAMPLE]).exitCode).toBe(0);
  });
});

describe('npm run pack -- stats', () => {
  it('prints what a pack holds', () => {
    const { out, exitCode } = runPack(['stats', path('good.json')]);
    expect(exitCode).toBe(0);
    expect(out.join('\n')).toContain('entities  2: place 2');
  });
  it('exits 2 on a pack that is not valid, with its first problem', () => {
    const { errors, exitCode } = runPack(['stats', path('newer.json')]);
    expect(exitCode).toBe(2);
    expect(errors.join()).toMatch(/newer\.json: .*no source "atlas" \(and \d+ more; see check\)/);
  });
});

describe('npm run pack -- diff', () => {
  it('exits 0 between equal packs and 1 with the changes between others', () => {
    expect(runPack(['diff', path('good.json'), path('good.json')]).exitCode).toBe(0);
    expect(runPack(['diff', path('good.json'), path('next.json')])).toEqual({
      out: ['~ version'],
      errors: [],
      exitCode: 1,
    });
  });
});

describe('npm run pack', () => {
  it.each([[[]], [['check']], [['diff', 'one.json']], [['sing', 'x']]])(
    'explains itself after %j',
    (args) => {
      const { errors, exitCode } = runPack(args);
      expect(exitCode).toBe(2);
      expect(errors.join()).toContain('usage:');
    },
  );
  it('says so where it does not know a command', () => {
    expect(runPack(['chekc', 'x.json']).errors[0]).toBe('no command "chekc"');
    expect(runPack(['check']).errors[0]).toMatch(/^usage/);
  });
});

/** Writes a file of this run; its path. */
function write(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

describe('glossaries of other formats', () => {
  const table = 'name,summary,source\nMarket Lime,The oldest tree.,https://example.org/trees\n';

  it('become packs on standard output', () => {
    const file = write('city trees.csv', table);
    const { out, errors, exitCode } = runPack([
      'from-csv',
      file,
      '--title',
      'Trees',
      '--as-of',
      '2026',
    ]);
    expect({ errors, exitCode }).toEqual({ errors: [], exitCode: 0 });
    const pack = JSON.parse(out.join('\n'));
    expect(pack).toMatchObject({ id: 'city-trees', title: 'Trees', asOf: '2026', language: 'en' });
    expect(runPack(['check', write('made.json', out.join('\n'))]).exitCode).toBe(0);
  });
  it('that make no valid pack are refused with every problem, on standard error', () => {
    const file = write('bad.csv', 'name,summary,source\n,No name.,ftp://example.org\n');
    const { out, errors, exitCode } = runPack(['from-csv', file]);
    expect({ out, exitCode }).toEqual({ out: [], exitCode: 1 });
    expect(errors.some((line) => line.startsWith('row 2, column name: '))).toBe(true);
  });
  it('come out of packs and go back in', () => {
    for (const format of ['csv', 'jsonld']) {
      const { out, exitCode } = runPack([`to-${format}`, EXAMPLE]);
      expect(exitCode).toBe(0);
      const again = runPack([`from-${format}`, write(`again.${format}`, out.join('\n'))]);
      expect(again).toMatchObject({ errors: [], exitCode: 0 });
      expect(JSON.parse(again.out.join('\n')).entities).toHaveLength(8);
    }
  });
  it('are misuse when the call is wrong', () => {
    expect(runPack(['from-csv', 'no-such-file.csv']).exitCode).toBe(2);
    expect(runPack(['from-jsonld', write('no.json', '{')]).exitCode).toBe(2);
    expect(runPack(['from-csv', 'a.csv', '--colour', 'red']).exitCode).toBe(2);
    expect(runPack(['to-csv', write('no-pack.json', '{}')]).exitCode).toBe(2);
  });
});
