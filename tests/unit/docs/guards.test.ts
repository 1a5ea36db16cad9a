/** What the documentation names is there: tests that guard promises, commands, the promises themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/setup/packages.mjs';

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const filesBelow = (folder: string, ...endings: string[]) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => `${folder}/${path}`);

const SCRIPTS = Object.keys(JSON.parse(read('package.json')).scripts);

/** Paths in a text, as code: with a slash and an ending, a folder, or a name with a star in it. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`([\w.-]+\/[\w./*-]*)`/g)].map(([, path = '']) => path);

/** Whether there is such a file or folder; the star of a name stands for anything. */
function isThere(path: string): boolean {
  if (!path.includes('*')) return existsSync(`${ROOT}${path}`);
  const folder = path.slice(0, path.lastIndexOf('/'));
  const [before = '', after = ''] = path.slice(folder.length + 1).split('*');
  return (
    existsSync(`${ROOT}${folder}`) &&
    readdirSync(`${ROOT}${folder}`).some((name) => name.startsWith(before) && name.endsWith(after))
  );
}

describe('docs/promises.md', () => {
  const page = read('docs/promises.md');

  it('has a table for each promise of the README, in its words', () => {
    const promised = [...read('README.md').matchAll(/^\d+\. \*\*([^*]+?)\.?\*\*/gm)].map(
      ([, words]) => words,
    );
    const kept = [...page.matchAll(/^## \d+\. (.+)$/gm)].map(([, words]) => words);
    expect(promised).toHaveLength(6);
    // The last one is of what readers have added, which the README does not number.
    expect(kept.slice(0, promised.length).map((words) => words?.split(',')[0])).toEqual(promised);
  });

  it('names guards that are there', () => {
    const guards = pathsIn(page).filter((path) => !path.startsWith('out/'));
    expect(guards.length).toBeGreaterThan(40);
    expect(guards.filter((path) => !isThere(`tests/${path}`) && !isThere(path))).toEqual([]);
  });
});

it('docs/threat-model.md names guards that are there', () => {
  const guards = pathsIn(read('docs/threat-model.md'));
  expect(guards.length).toBeGreaterThan(10);
  expect(guards.filter((path) => !isThere(path))).toEqual([]);
});

describe('commands', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...filesBelow('docs', '.md'),
    ...filesBelow('.github', '.yml'),
  ];

  it.each(pages)('that %s names are there', (path) => {
    const named = [...read(path).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !SCRIPTS.includes(name))).toEqual([]);
  });
});
