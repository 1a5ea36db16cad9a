/**
 * One build, two browsers: `vite build --mode chrome` and `--mode firefox` write dist/<mode>.
 * The content script is built by crxjs as one self-contained file (`*.iife.ts`), to which the
 * plugins below do not apply: whatever it needs must be plain TypeScript before the build.
 */
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };

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

export default defineConfig(({ mode }) => {
  const target = TARGETS.find((name) => name === mode);
  if (!target) throw new Error(`vite --mode must be one of ${TARGETS.join(', ')}, not "${mode}"`);
  return {
    plugins: [crx({ manifest: manifestFor(target), browser: target })],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      // The pages that the manifest does not name.
      rolldownOptions: { input: { welcome: 'src/welcome/welcome.html' } },
      // Both minimum versions (manifest.json) are far beyond ES2023 and modules.
      target: 'es2023',
      modulePreload: { polyfill: false },
      // Store reviewers read what ships; names cost little after compression.
      sourcemap: false,
    },
  };
});
