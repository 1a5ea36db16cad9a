/**
 * One build, two browsers: `vite build --mode chrome` and `--mode firefox` write dist/<mode>.
 * The content script is built by crxjs as one self-contained file (`*.iife.ts`), to which the
 * plugins below do not apply: whatever it needs must be plain TypeScript before the build. Only its
 * text is gone over afterwards (plainContentScript).
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };
import { plainScript } from './scripts/plain-script.ts';

const TARGETS = ['chrome', 'firefox'] as const;
type Target = (typeof TARGETS)[number];

/** Keys that only one browser knows: the other would warn about them. */
const FOREIGN_KEYS: Record<Target, readonly string[]> = {
  chrome: ['browser_specific_settings'],
  firefox: ['minimum_chrome_version', 'storage'],
};

function manifestFor(target: Target): ManifestV3Export {
  const own = Object.entries(manifest).filter(([key]) => !FOREIGN_KEYS[target].includes(key));
  // The version stands in package.json alone.
  return { ...Object.fromEntries(own), version: packageJson.version } as ManifestV3Export;
}

/**
 * The minimum versions of the manifest. Named, or `light-dark()` and `:dir()` are rewritten for browsers
 * that lack them: the one with custom properties that a page could register, the other amiss.
 */
const BROWSERS = [
  `chrome${manifest.minimum_chrome_version}`,
  `firefox${Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10)}`,
];

/** The page that has to be there at once: the toolbar popup. */
const AT_ONCE = 'src/popup/popup.html';
/** What the policy of the extension's pages says of styles (manifest.json). */
const OWN_STYLES = "style-src 'self'";
const CONTENT_SCRIPT = 'src/content.iife.js';
/** What the content script loads when it is wanted, as the manifest names it under `web_accessible_resources`. */
const PARTS = { 'running.js': 'src/content/running.ts', 'popover.js': 'src/popover/part.ts' };
/**
 * Says to V8 that all functions of a file are called soon: it then compiles them on the thread that reads the file, not on the
 * page's at their first call. Only at a file's very beginning; other engines read a comment.
 * https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_NOW = '//# allFunctionsCalledOnLoad\n';
const SHEET = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/**
 * Writes the style sheets of a page into it: it is drawn without waiting for other files. The policy of
 * the extension's pages then names these very styles by their hashes, and allows no others in a page.
 * Done to the written files, since the manifest comes last.
 */
function inlineStyles(page: string): Plugin {
  return {
    name: 'inline-styles',
    writeBundle({ dir = '.' }) {
      const edit = (file: string, change: (text: string) => string): void => {
        writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
      };
      const allowed = [OWN_STYLES];
      edit(page, (html) =>
        html.replace(SHEET, (_link, file: string) => {
          const styles = readFileSync(join(dir, file), 'utf8');
          allowed.push(`'sha256-${createHash('sha256').update(styles).digest('base64')}'`);
          return `<style>${styles}</style>`;
        }),
      );
      edit('manifest.json', (text) => text.replace(OWN_STYLES, allowed.join(' ')));
    },
  };
}

/** Ends the work on the content script where crxjs has built it; see scripts/plain-script.ts. */
function plainContentScript(): Plugin {
  return {
    name: 'plain-content-script',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const script = bundle[CONTENT_SCRIPT];
      if (script?.type !== 'asset') this.error(`no ${CONTENT_SCRIPT} in the build`);
      script.source = plainScript(String(script.source));
    },
  };
}

/**
 * Builds what the content script loads later, each part as one module that imports nothing: what it has in
 * common with Gloss's pages would otherwise be files of theirs, and pages could reach those too.
 */
function contentScriptParts(parts: Readonly<Record<string, string>>): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'content-script-parts',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle() {
      const { minify, sourcemap, target } = config.build;
      for (const [fileName, input] of Object.entries(parts)) {
        const built = await build({
          configFile: false,
          root: config.root,
          mode: config.mode,
          logLevel: 'warn',
          build: {
            write: false,
            minify,
            sourcemap,
            target,
            modulePreload: false,
            rolldownOptions: {
              input,
              preserveEntrySignatures: 'strict',
              // Vite writes constants of modules as `var`, which engines have to read anew at each use: that
              // made scanning a text a fifth slower.
              output: { entryFileNames: fileName, codeSplitting: false, topLevelVar: false },
            },
          },
        });
        const { output } = built as Rolldown.RolldownOutput;
        if (output.length > 1) this.error(`${fileName} is more than one file`);
        this.emitFile({
          type: 'asset',
          fileName,
          source: COMPILE_NOW + plainScript(output[0].code),
        });
      }
    },
  };
}

/**
 * What Gloss's pages have in common is two files, one of which the background has in common with them:
 * each file that a page waits for costs more than its bytes.
 */
const SHARED = [
  {
    name: 'core',
    test: /[\\/]webextension-polyfill[\\/]|[\\/]src[\\/](browser|polyfill|messaging[\\/]messag|settings|packs[\\/](dates|ids|kinds)|ui[\\/](i18n|find))/,
    priority: 1,
  },
  { name: 'pages', test: /[\\/]preact[\\/]|[\\/]src[\\/]ui[\\/]/ },
].map((group) => ({ ...group, minShareCount: 2 }));

export default defineConfig(({ mode }) => {
  const target = TARGETS.find((name) => name === mode);
  if (!target) throw new Error(`vite --mode must be one of ${TARGETS.join(', ')}, not "${mode}"`);
  return {
    plugins: [
      crx({ manifest: manifestFor(target), browser: target }),
      inlineStyles(AT_ONCE),
      plainContentScript(),
      contentScriptParts(PARTS),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      // The pages that the manifest does not name.
      rolldownOptions: {
        input: { welcome: 'src/welcome/welcome.html' },
        output: { codeSplitting: { groups: SHARED } },
      },
      // Of scripts as of styles, in the content script too: crxjs hands on this one.
      target: BROWSERS,
      modulePreload: { polyfill: false },
      // Store reviewers read what ships; names cost little after compression.
      sourcemap: false,
    },
  };
});
