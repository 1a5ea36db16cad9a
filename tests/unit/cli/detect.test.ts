import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runDetect } from '../../../src/cli/detect.ts';
import { tinyPack } from '../detection/tiny.ts';

const folder = mkdtempSync(join(tmpdir(), 'gloss-detect-'));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const pack = file(
  'pack.json',
  JSON.stringify(
    tinyPack({
      here: { aliases: ['Paris Agreement'] },
      there: { aliases: ['Kyoto', { text: 'Rio', ambiguous: true }], cues: ['treaty'] },
    }),
  ),
);
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run detect', () => {
  it('prints line, mention, entity and score', () => {
    const text = file('a.txt', 'One line.\n\nThe Paris\nAgreement and Kyoto.');
    expect(runDetect(['--pack', pack, text])).toEqual(['4: Kyoto -> there (1)']);
    const joined = file('b.txt', 'One line.\n\nThe Paris Agreement and Kyoto.');
    expect(runDetect(['--pack', pack, joined])).toEqual([
      '3: Paris Agreement -> here (1)',
      '3: Kyoto -> there (1)',
    ]);
  });

  it('prints JSON lines with offsets into the file given, HTML too', () => {
    const html = file('a.html', '<!doctype html><p>The <b>Paris</b> Agreement</p>');
    const [line = ''] = runDetect(['--pack', pack, '--json', html]);
    expect(JSON.parse(line)).toEqual({
      file: html,
      entity: 'here',
      text: 'Paris</b> Agreement',
      start: 25,
      end: 44,
      score: 1,
    });
  });

  it('takes every line of a JSONL file for a page of its own', () => {
    const lines = file(
      'p.jsonl',
      '{"id":"1","text":"Kyoto. Rio."}\n\n{"id":"2","text":"Rio alone"}\n',
    );
    expect(runDetect(['--pack', pack, '--jsonl', lines]).map((line) => JSON.parse(line))).toEqual([
      {
        id: '1',
        mentions: [{ entity: 'there', text: 'Kyoto', start: 0, end: 5, score: 1 }],
      },
      { id: '2', mentions: [] },
    ]);
  });

  it('asks for more or less by mode, and says why', () => {
    const text = file('c.txt', 'The Rio treaty.');
    expect(runDetect(['--pack', pack, '--mode', 'strict', '--why', text])).toEqual([
      expect.stringMatching(/^1: Rio -> there \(0\.\d+\)$/),
      expect.stringMatching(/^ {4}\d\.\d\d cue-near: treaty$/),
      expect.stringMatching(/^ {4}\d\.\d\d context: one that is known$/),
    ]);
  });

  it('finds mentions of the bundled pack', () => {
    const text = file('d.txt', 'CATL and the Paris Agreement.');
    expect(runDetect([text])).toEqual([
      '1: CATL -> catl (1)',
      '1: Paris Agreement -> paris-agreement (1)',
    ]);
  });

  it.each([
    ['no file', []],
    ['a file and passages', ['a', '--jsonl', 'b']],
    ['an unknown mode', ['--mode', 'bold', 'a']],
    ['an unknown option', ['--loud', 'a']],
    ['a file that is not there', ['--pack', pack, join(folder, 'none.txt')]],
  ])('refuses %s', (_, args) => {
    expect(() => runDetect(args)).toThrow();
  });

  it('names what is wrong with a pack', () => {
    const broken = file('broken.json', '{"format":1}');
    expect(() => runDetect(['--pack', broken, pack])).toThrow(`${broken}: id`);
  });
});
