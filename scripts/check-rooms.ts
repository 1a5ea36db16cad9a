/**
 * Checks that imports go one way between the rooms of src/ (`npm run rooms`): a page's text flows
 * down from packs/ to popover/, and a room knows only those above it. The table is the rule; the
 * README's picture is drawn from the same order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What each room may import, besides itself. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: [],
  packs: ['text'],
  detection: ['text', 'packs'],
  settings: ['packs', 'browser'],
  messaging: ['notes', 'packs', 'detection', 'settings', 'browser'],
  // The strings' keys are typed by the English messages in public/.
  ui: ['packs', 'settings', 'browser', 'public'],
  // Packs that readers have added, as they lie in IndexedDB.
  shelf: ['packs', 'ui'],
  // The reader's own notes.
  notes: ['packs', 'browser'],
  page: ['text', 'packs', 'detection', 'settings', 'messaging', 'ui', 'browser'],
  // When a popover opens, and what it then loads: popover/, which is a file of its own and only knows its types
  // and constants.
  opening: ['packs', 'page', 'settings'],
  popover: ['packs', 'detection', 'page', 'opening', 'settings', 'ui', 'browser'],
  background: [
    'text',
    'packs',
    'detection',
    'settings',
    'messaging',
    'notes',
    'shelf',
    'ui',
    'browser',
    'polyfill',
  ],
  popup: ['packs', 'settings', 'messaging', 'ui', 'browser', 'polyfill'],
  options: [
    'text',
    'packs',
    'detection',
    'settings',
    'messaging',
    'notes',
    'shelf',
    'ui',
    'browser',
  ],
  cli: ['text', 'packs', 'detection'],
  welcome: ['packs', 'settings', 'messaging', 'ui', 'browser'],
  // The browser's API, and the polyfill's one import; what composes the content script out of page/ and popover/, and the
  // sample texts of Gloss's own pages out of the same; and the entries of the pages that have one.
  browser: [],
  polyfill: ['browser'],
  content: [
    'text',
    'packs',
    'detection',
    'page',
    'opening',
    'popover',
    'settings',
    'messaging',
    'browser',
  ],
  sample: ['packs', 'content', 'opening', 'popover', 'settings', 'messaging'],
  'options-page': ['options', 'sample', 'settings', 'ui', 'polyfill'],
  'welcome-page': ['welcome', 'sample', 'settings', 'ui', 'polyfill'],
};

/** The only packages that a pure room may use; the others may use any. */
const PURE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  packs: ['valibot', 'node:'],
  detection: [],
};

/** The files that may import the polyfill: the first for its types, the second to run it. */
const POLYFILL_OWNERS = ['browser.ts', 'polyfill.ts'];

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;

export interface SourceFile {
  /** Path below src/, with forward slashes. */
  path: string;
  text: string;
}

function roomOf(path: string): string {
  const [first = ''] = path.split('/');
  return first.split('.')[0] ?? first;
}

/** Every import that breaks the rule, as `file: what is wrong`; empty when the house is in order. */
export function findViolations(files: readonly SourceFile[]): string[] {
  const problems: string[] = [];
  for (const { path, text } of files) {
    const room = roomOf(path);
    const allowed = ALLOWED[room];
    if (!allowed) {
      problems.push(`${path}: "${room}" is no room; add it to scripts/check-rooms.ts`);
      continue;
    }
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      if (specifier.startsWith('.')) {
        const target = relative('/', resolve('/', dirname(path), specifier))
          .split(sep)
          .join('/');
        const other = roomOf(target);
        if (other !== room && !allowed.includes(other)) {
          problems.push(`${path}: ${room}/ must not import ${other}/ (${specifier})`);
        }
      } else if (specifier === 'webextension-polyfill' && !POLYFILL_OWNERS.includes(path)) {
        problems.push(`${path}: only src/polyfill.ts imports webextension-polyfill`);
      } else if (PURE_ROOMS[room] && !PURE_ROOMS[room].some((name) => specifier.startsWith(name))) {
        problems.push(`${path}: ${room}/ is pure and must not import "${specifier}"`);
      }
    }
  }
  return problems;
}

function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({
      path: path.split(sep).join('/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = readSources(fileURLToPath(new URL('../src/', import.meta.url)));
  const problems = findViolations(files);
  for (const problem of problems) console.error(problem);
  console.log(`${files.length} files, ${problems.length} imports against the rule`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
