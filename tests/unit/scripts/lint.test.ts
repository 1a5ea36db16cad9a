/** The lint rules that keep text from becoming markup or code in what ships. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/setup/packages.mjs';

const BIOME = `${ROOT}node_modules/@biomejs/biome/bin/biome`;

let project = '';

/** A project of its own with this one's rules: what breaks them cannot stand in this one. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'gloss-lint-'));
  const { vcs: _, ...rules } = JSON.parse(readFileSync(`${ROOT}biome.json`, 'utf8'));
  writeFileSync(join(project, 'biome.json'), JSON.stringify(rules));
  cpSync(`${ROOT}scripts/lint`, join(project, 'scripts/lint'), { recursive: true });
  mkdirSync(join(project, 'src'));
});
afterAll(() => rmSync(project, { recursive: true }));

/** What is wrong with a file of this text: `line rule`. */
function lint(file: string, text: string): string[] {
  const path = `src/${file}`;
  writeFileSync(join(project, path), text);
  const args = [BIOME, 'lint', '--colors=off', '--max-diagnostics=none', path];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  const found = (stdout + stderr).matchAll(/^src\/[\w.]+:(\d+):\d+ (\S+)/gm);
  return [...found].map(([, line, rule]) => `${line} ${rule}`);
}

const MARKUP = [
  'body.innerHTML = text;',
  'body.innerHTML += text;',
  'body["innerHTML"] = text;',
  'body.outerHTML = text;',
  'frame.srcdoc = text;',
  'body.insertAdjacentHTML("beforeend", text);',
  'body.setHTMLUnsafe(text);',
  'range.createContextualFragment(text);',
  'document.write(text);',
  'export const parser = new DOMParser();',
  'export const run = new Function(text);',
];

describe('code that ships', () => {
  it('may make no markup and no code of text', () => {
    const plugin = lint('any.ts', MARKUP.join('\n')).filter((found) => found.endsWith('plugin'));
    expect(plugin).toEqual(MARKUP.map((_, i) => `${i + 1} plugin`));
  });

  it('may not do so by a property of JSX, nor by eval', () => {
    const element = 'export const a = <p dangerouslySetInnerHTML={{ __html: "b" }} />;';
    expect(lint('any.tsx', element)).toEqual(['1 lint/security/noDangerouslySetInnerHtml']);
    expect(lint('any.ts', 'eval("text");')).toEqual(['1 lint/security/noGlobalEval']);
  });

  it('may read markup', () => {
    expect(lint('any.ts', 'export const markup = document.body.innerHTML;')).toEqual([]);
  });
});
