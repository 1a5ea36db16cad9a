/** Code that a bench runs within a page, as one script. */
import { build } from 'vite';

/**
 * Bundles a file of this folder, or reached from it, as what ships is bundled: run from source by tsx,
 * every inner function would pay for its name.
 */
export async function bundle(file: string): Promise<string> {
  const entry = new URL(file, import.meta.url).pathname;
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'measured' },
      rolldownOptions: { output: { topLevelVar: false } },
    },
  })) as { output: { code: string }[] }[];
  return result[0]?.output[0]?.code ?? '';
}
